"""Doing what a pact lets no body do before all have agreed to it."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.acts import (
    may_act,
    named_by_act,
    to_act,
    to_attach,
)
from commonweal.capabilities.confederation.queries.meant import tells
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.act,
    check=may_act,
    words={
        "effect_do_listed_act": N_("doing what all had to agree to first"),
        "effect_do_listed_act_title": N_("Do what all had to agree to first"),
        "effect_do_listed_act_more": N_(
            "Your text is what we do. It needs a matter that we raised for it and that "
            "the bases said yes to."
        ),
        "effect_do_listed_act_told": N_(
            "With a yes we do this, and tell all of “{name}”: {act}. They agreed to it "
            "by “{agreed}”."
        ),
    },
    told=tells("effect_do_listed_act_told", act="act", agreed="agreed"),
    asks=(
        Ask("under", N_("What we do"), to_act),
        Ask("matter", N_("What all agreed to"), to_attach),
    ),
    takes=("named", "act", "agreed"),
    understood=named_by_act,
)

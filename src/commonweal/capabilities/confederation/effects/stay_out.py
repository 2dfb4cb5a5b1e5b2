"""Staying out of what was ratified."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.meant import named_by_matter, tells
from commonweal.capabilities.confederation.queries.staying_out import (
    may_stay_out,
    to_stay_out,
)
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.stay_out,
    check=may_stay_out,
    words={
        "effect_stay_out": N_("staying out of what others ratified"),
        "effect_stay_out_title": N_("Stay out of what was ratified"),
        "effect_stay_out_more": N_(
            "Where the pact lets those stay out who did not say yes, and until the day "
            "it names."
        ),
        "effect_stay_out_told": N_(
            "With a yes “{name}” does not bind us. It binds the others as before, and "
            "we stay in."
        ),
    },
    told=tells("effect_stay_out_told"),
    asks=(Ask("matter", N_("Matter"), to_stay_out),),
    takes=("named", "words"),
    understood=named_by_matter,
    answers=True,
)

"""Raising a matter beside others."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_join_raising
from commonweal.capabilities.confederation.queries.choices import to_raise
from commonweal.capabilities.confederation.queries.meant import named_by_matter, tells
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.join_raising,
    check=may_join_raising,
    words={
        "effect_join_raising": N_("raising a matter beside others"),
        "effect_join_raising_title": N_("Raise a matter beside others"),
        "effect_join_raising_more": N_(
            "Some matters have to be raised by several bodies."
        ),
        "effect_join_raising_told": N_("With a yes we raise “{name}” too."),
    },
    told=tells("effect_join_raising_told"),
    asks=(Ask("matter", N_("Matter"), to_raise),),
    takes=("named", "words"),
    understood=named_by_matter,
)

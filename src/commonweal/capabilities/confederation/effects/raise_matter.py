"""Bringing a matter before a confederation."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries import may_raise
from commonweal.capabilities.confederation.queries.choices import competences
from commonweal.capabilities.confederation.queries.meant import named_by_row, tells
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.raise_matter,
    check=may_raise,
    words={
        "effect_raise_matter": N_("bringing a matter before a confederation"),
        "effect_raise_matter_title": N_("Bring a matter before our confederation"),
        "effect_raise_matter_more": N_(
            "Your words go to all bodies. They speak about it, and send delegates "
            "with mandates."
        ),
        "effect_raise_matter_told": N_(
            "With a yes these words go to all bodies of “{name}”."
        ),
    },
    told=tells("effect_raise_matter_told"),
    asks=(Ask("under", N_("What it is about"), competences),),
    takes=("named",),
    understood=named_by_row,
)

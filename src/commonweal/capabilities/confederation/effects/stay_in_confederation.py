"""Staying in a confederation after all."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.choices import leaving
from commonweal.capabilities.confederation.queries.meant import named_by_row, tells
from commonweal.capabilities.confederation.queries.of_people import may_stay_itself
from commonweal.foundation.institutions.effect import Ask, Effect
from commonweal.rules.sentence import N_

EFFECT = Effect(
    carry_out=actions.stay,
    check=may_stay_itself,
    words={
        "effect_stay_in_confederation": N_("staying in a confederation"),
        "effect_stay_in_confederation_title": N_("Stay in a confederation after all"),
        "effect_stay_in_confederation_more": N_("While the days of notice run."),
        "effect_stay_in_confederation_told": N_(
            "With a yes we take back that we leave “{name}”."
        ),
    },
    told=tells("effect_stay_in_confederation_told"),
    of_the_bodies=True,
    asks=(Ask("membership", N_("Confederation"), leaving),),
    takes=("named",),
    understood=named_by_row,
)

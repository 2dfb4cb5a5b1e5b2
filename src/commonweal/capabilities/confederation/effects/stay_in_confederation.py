"""Staying in a confederation after all."""

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.confederation.queries.choices import leaving
from commonweal.capabilities.confederation.queries.meant import named_by_row
from commonweal.capabilities.confederation.queries.of_people import may_stay_itself
from commonweal.foundation.institutions.effect import Ask, Effect, Terms
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import N_, Sentence


def told(_charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes sets in motion."""
    return Sentence(
        "effect_stay_in_confederation_told", {"name": str(terms.get("named"))}
    )


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
    told=told,
    of_the_bodies=True,
    asks=(Ask("membership", N_("Confederation"), leaving),),
    takes=("named",),
    understood=named_by_row,
)

"""Parting: because what we came for is reached, or because members want to."""

from commonweal.foundation.institutions.access import may_wind_up
from commonweal.foundation.institutions.actions import parting
from commonweal.foundation.institutions.effect import Ask, Choices, Effect, Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.ending.parting import DECIDED
from commonweal.rules.sentence import N_, Fact, Sentence


def told(charter: Charter, terms: Terms) -> Sentence:
    """Say what a yes claims and ends; what the goal was stands in it."""
    ending = charter.ending
    left = Sentence("for_days", {"days": ending.winding_up_days})
    facts: dict[str, Fact] = {"days": left}
    if terms.get("because") != "goal_reached":
        return Sentence("effect_wind_up_told", facts)
    facts["goal"] = ending.goal
    if not ending.test:
        return Sentence("effect_wind_up_told_goal", facts)
    return Sentence("effect_wind_up_told_test", facts | {"test": ending.test})


def _reasons(_institution: Institution, charter: Charter, _at: object) -> Choices:
    there = DECIDED if charter.ending.goal else ("members_part",)
    return [(one, Sentence(f"effect_wind_up_because_{one}")) for one in there]


EFFECT = Effect(
    carry_out=parting.wind_up,
    check=may_wind_up,
    words={
        "effect_wind_up": N_("parting"),
        "effect_wind_up_title": N_("Part: our goal is reached, or we want to stop"),
        "effect_wind_up_more": N_(
            "Nobody joins any more, what is open is finished, and then we end."
        ),
        "effect_wind_up_told": N_(
            "With a yes we part: nobody joins any more, there is time for {days} to "
            "finish what is open, and then everybody’s membership ends."
        ),
        "effect_wind_up_told_goal": N_(
            "A yes says that our goal is reached: “{goal}” Then we part: nobody joins "
            "any more, there is time for {days} to finish what is open, and then "
            "everybody’s membership ends."
        ),
        "effect_wind_up_told_test": N_(
            "A yes says that our goal is reached: “{goal}” We would know it by this: "
            "“{test}” Then we part: nobody joins any more, there is time for {days} to "
            "finish what is open, and then everybody’s membership ends."
        ),
        "effect_wind_up_because_goal_reached": N_("Our goal is reached"),
        "effect_wind_up_because_members_part": N_("We want to stop"),
    },
    told=told,
    asks=(Ask("because", N_("Why we part"), _reasons),),
    of_the_bodies=True,
)

"""A question as it was frozen at its opening, and what follows for its ballots.

That is what is counted, how a ballot is filled in, and how far its marks may go.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.marking import Room, room_for
from commonweal.rules.voting.marks import ANSWERS_OF, ANY_ROOM
from commonweal.rules.voting.method import BallotForm, Method
from commonweal.rules.voting.methods import METHODS as VOTING

METHODS: Mapping[str, Method] = {**VOTING, **BUDGETING}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was frozen at its opening.

    `options` are tables with `id`, `label` and, in a budget, `cost`; none for a
    motion. One that stands for a member has no label: the count knows ids alone.
    `electorate` is the roll, `active` those on it who had not fallen dormant.
    """

    rule: DecisionRule
    options: tuple[Mapping[str, Any], ...]
    seats: int
    budget: int | None
    tie_seed: str
    electorate: int
    active: int
    call: int = 1


def contest_of(asked: Asked) -> Contest:
    """Say what is counted, as the methods read it."""
    answers = ANSWERS_OF.get(form_of(asked.rule), ())
    options = asked.options or tuple({"id": one, "label": one} for one in answers)
    return Contest(
        options=tuple(option["id"] for option in options),
        seats=asked.seats,
        names={one["id"]: one.get("label", one["id"]) for one in options},
        costs={one["id"]: one["cost"] for one in options if "cost" in one},
        budget=asked.budget,
        settings=_details(asked),
    )


def form_of(rule: DecisionRule) -> BallotForm:
    """Say how a ballot is filled in: as its method has it, or as the rule says where
    money is shared out."""
    return (
        rule.marking.form if rule.method in BUDGETING else METHODS[rule.method].ballot
    )


def _details(asked: Asked) -> Mapping[str, str]:
    """Give the details of the count; the first of a ranking is worth as many points as
    a ballot has ranks, whatever others have cast."""
    rule = asked.rule
    if rule.method not in BUDGETING or rule.marking.form != "ranking":
        return rule.settings
    ranks = room_of(asked).ranks
    return {**rule.settings, "max_length": str(ranks)}


def room_of(asked: Asked) -> Room:
    """Say how far a ballot may go, where money is shared out."""
    if asked.budget is None:
        return ANY_ROOM
    costs = {one["id"]: one["cost"] for one in asked.options if "cost" in one}
    return room_for(asked.rule.marking, costs=costs, budget=asked.budget)

"""What was frozen at the opening says what is counted and how a ballot is filled in."""

from dataclasses import replace

import pytest

from commonweal.rules.asked import Asked, contest_of, form_of, room_of
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.marking import Marking, Room
from commonweal.rules.voting.marks import ANY_ROOM

RULE = DecisionRule("money", local_text(en="Money"), "all", "greedy")
BENCH, TREES = {"id": "b", "label": "Bench", "cost": 400}, {"id": "t", "cost": 500}


def asked(method="greedy", form="approvals", *, options=(BENCH, TREES), budget=900):
    marking = Marking(form, points=7, ranks=1)
    rule = replace(RULE, method=method, marking=marking, settings={"step": "1"})
    return Asked(rule, options, 1, budget, "seed", 9, 9)


@pytest.mark.parametrize(
    ("method", "form"),
    [
        *(("greedy", "ranking"), ("knapsack", "ranking"), ("irv", "ranking")),
        *(("approval", "approvals"), ("motion", "answer"), ("consensus", "position")),
    ],
)
def test_a_ballot_is_filled_in_as_the_rule_says_of_money_and_else_the_method(
    method, form
):
    assert form_of(asked(method, "ranking").rule) == form


def test_what_is_counted_is_named_by_ids_and_costs_what_it_costs():
    contest = contest_of(asked())

    assert contest.options == ("b", "t")
    assert contest.names == {"b": "Bench", "t": "t"}
    assert contest.costs == {"b": 400, "t": 500}
    assert contest.budget == 900
    assert contest_of(asked("motion", options=(), budget=None)).options == (
        *("yes", "no", "abstain"),
    )


def test_the_first_rank_of_a_ballot_on_money_is_worth_as_many_points_as_it_has_ranks():
    assert contest_of(asked(form="ranking")).settings == {
        "step": "1",
        "max_length": "1",
    }
    assert contest_of(asked(form="approvals")).settings == {"step": "1"}
    no_money = asked("irv", "ranking", budget=None)
    assert contest_of(no_money).settings == {"step": "1"}


def test_a_ballot_on_money_may_go_as_far_as_the_rule_says():
    costs = {"b": 400, "t": 500}

    assert room_of(asked()) == Room(points=7, ranks=1, budget=900, costs=costs)
    assert room_of(asked("irv", budget=None)) == ANY_ROOM

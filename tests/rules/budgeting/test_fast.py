"""Which way a count by equal shares goes, and that each way tells the very same."""

from dataclasses import replace
from unittest import mock

import pytest
from hypothesis import given
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    scoring,
    tie_breakers,
    unhurried,
)
from tests.rules.budgeting.test_equal_shares import counted_without

from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.voting.ties import TieBreaker

WAYS = {
    "in floats": (),
    "in units": (fast.Scout,),
    "in fractions": (fast.Scout, fast.Run),
}
EACH_WAY = pytest.mark.parametrize("passed_over", WAYS.values(), ids=WAYS)
STATUS_QUO = TieBreaker("status_quo")


def alike(contest, votes, passed_over, ties=LOT):
    """Count one way and by the readable form; give the outcome they share."""
    outcome = counted_without(contest, votes, ties, *passed_over)
    assert outcome == plain.count(contest, votes, ties)
    return outcome


# ---- how it is counted


@pytest.mark.parametrize(
    ("voters", "points", "within"),
    [
        (1, 2**53 - 1, True),
        (1, 2**53, False),
        (2**52, 1, True),
        (2**52, 2, False),
        (2**53, 1, False),
    ],
)
def test_points_that_floats_cannot_add_up_are_left_to_the_readable_form(
    voters, points, within
):
    contest = a_budget(9, {"bath": 7})

    with mock.patch.object(fast.plain, "counted", wraps=plain.counted) as readable:
        outcome = fast.count(contest, [scoring(voters, bath=points)], LOT)

    assert outcome.winners == ("bath",)
    assert readable.called == (not within)


@pytest.mark.parametrize(
    ("budget", "dear", "within"),
    [
        (9, 2**500 - 1, True),
        (9, 2**500, False),
        (2**500 - 1, 7, True),
        (2**500, 7, False),
    ],
)
def test_costs_and_budgets_beyond_floats_are_left_to_the_readable_form(
    budget, dear, within
):
    contest = a_budget(budget, {"bath": 7, "tower": dear})
    votes = [approving(2, "bath"), approving(1, "tower")]

    with mock.patch.object(fast.plain, "counted", wraps=plain.counted) as readable:
        outcome = fast.count(contest, votes, LOT)

    assert outcome.winners[:1] == (() if budget == 9 else ("bath",))
    assert readable.called == (not within)


def test_where_nobody_votes_or_nothing_is_proposed_nothing_is_beyond_floats():
    with mock.patch.object(fast.plain, "counted") as readable:
        nobody = fast.count(a_budget(9, {"bath": 7}), [], LOT)
        nothing = fast.count(a_budget(9, {}), [approving(2**53 - 1)], LOT)

    assert nobody.winners == nothing.winners == ()
    assert not readable.called


@pytest.mark.parametrize("caps", ["", "Parks: 30 of garden"])
def test_only_groups_with_a_budget_of_their_own_need_fractions(caps):
    contest = a_budget(99, {"bath": 40, "garden": 30}, caps=caps)
    votes = [approving(2, "bath"), approving(1, "garden")]

    with mock.patch.object(
        fast.Market, "opened", side_effect=fast.Market.opened
    ) as in_fractions:
        outcome = fast.count(contest, votes, LOT)

    assert outcome.winners == ("bath", "garden")
    assert in_fractions.called == bool(caps)


# ---- who has less, and who is level


@EACH_WAY
def test_who_has_less_than_their_part_is_told_of(passed_over):
    contest = a_budget(100, {"bath": 30, "garden": 34, "stage": 4})
    votes = [
        approving(2, "bath", "garden"),
        approving(4, "bath"),
        approving(1, "garden", "stage"),
        approving(2, "garden"),
        approving(1),
    ]

    outcome = alike(contest, votes, passed_over)

    # Two have 5 left after the bath; of the other 24 each of three pays 8.
    assert outcome.winners == ("bath", "garden")
    assert outcome.steps[2].counts == {"garden": 34 / 8}


@EACH_WAY
def test_those_level_that_can_all_be_paid_are_bought_at_once(passed_over):
    contest = a_budget(41, {"bath": 10, "garden": 10})

    outcome = alike(contest, [approving(4, "bath", "garden")], passed_over)

    assert (outcome.winners, outcome.tied) == (("bath", "garden"), ())


@EACH_WAY
@pytest.mark.parametrize("ties", [LOT, STATUS_QUO])
def test_of_those_level_that_cannot_all_be_paid_one_goes_first_or_none(
    passed_over, ties
):
    contest = a_budget(15, {"bath": 10, "garden": 10, "stage": 3})
    votes = [approving(3, "bath", "garden"), approving(1, "stage")]

    outcome = alike(contest, votes, passed_over, ties)

    assert outcome.tied == (("bath", "garden"),)
    assert set(outcome.winners) - {"stage"} < {"bath", "garden"}
    assert len(outcome.winners) == (2 if ties is LOT else 1)


@EACH_WAY
def test_a_lot_falls_the_same_whichever_way_it_is_counted(passed_over):
    costs = {"garden": 12, "bath": 12}
    votes = [scoring(1, garden=1, bath=1), scoring(1, garden=3, bath=3), approving(1)]

    for seed in range(8):
        alike(a_budget(15, costs), votes, passed_over, TieBreaker("lot", str(seed)))


def test_those_level_whose_group_cannot_pay_for_all_are_parted():
    contest = a_budget(80, {"bath": 10, "garden": 10}, caps="Parks: 15 of bath, garden")
    votes = [approving(1, "bath"), approving(1, "garden")]

    chosen, none = (alike(contest, votes, (), ties) for ties in (LOT, STATUS_QUO))

    assert chosen.tied == none.tied == (("bath", "garden"),)
    assert len(chosen.winners) == 1
    assert none.winners == ()


def test_those_level_whose_group_can_pay_for_all_are_bought_at_once():
    contest = a_budget(80, {"bath": 10, "garden": 10}, caps="Parks: 20 of bath, garden")
    votes = [approving(1, "bath"), approving(1, "garden")]

    outcome = alike(contest, votes, ())

    assert (outcome.winners, outcome.tied) == (("bath", "garden"), ())


# ---- a larger sum to share


def test_everybody_may_hold_an_equal_part_of_a_larger_sum():
    contest = a_budget(8, {"bath": 5, "garden": 3, "stage": 3})
    votes = [
        approving(2, "bath", "stage"),
        approving(1, "bath"),
        approving(1, "garden"),
    ]

    outcome = fast.count(contest, votes, LOT, raised=12)

    assert (
        outcome.winners == plain.count(replace(contest, budget=12), votes, LOT).winners
    )
    assert outcome.facts["budget"] == 8


# ---- a law


@unhurried
@given(polls(), tie_breakers)
def test_every_way_counts_as_the_readable_form(poll, ties):
    for passed_over in WAYS.values():
        alike(*poll, passed_over, ties)

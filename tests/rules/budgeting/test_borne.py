"""Phragmén's rule for budgets at its edges: ties, the last coin, and close loads."""

import pytest
from tests.rules.budgeting.budgets import LOT, a_budget, approving

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

count = METHODS["phragmen"].count
APART = [approving(2, "bath"), approving(2, "garden")]
TOGETHER = [
    approving(1, "bath"),
    approving(1, "bath", "garden"),
    approving(1, "garden"),
]
COSTS = {"bath": 6, "garden": 6}


def test_what_costs_all_that_is_left_is_bought():
    outcome = count(a_budget(12, COSTS), APART, LOT)

    assert outcome.winners == ("bath", "garden")
    assert outcome.facts["spent"] == 12
    assert outcome.tied == ()


def test_whatever_is_not_bought_is_named_in_the_end():
    outcome = count(a_budget(8, {"bath": 6, "garden": 7, "pool": 5}), APART, LOT)

    assert outcome.winners == ("bath",)
    assert outcome.steps[-1].excluded == ("garden", "pool")


def test_level_projects_with_the_same_backer_are_a_tie():
    outcome = count(a_budget(100, COSTS), TOGETHER, LOT)
    standing = count(a_budget(100, COSTS), TOGETHER, TieBreaker("status_quo"))

    assert outcome.tied == standing.tied == (("bath", "garden"),)
    assert set(outcome.winners) == {"bath", "garden"}
    assert standing.winners == ()


@pytest.mark.parametrize(
    "votes", [APART, [approving(1, "bath"), approving(1, "garden")]]
)
def test_level_projects_of_different_backers_are_a_tie_only_where_not_all_fit(votes):
    enough = count(a_budget(13, COSTS), votes, LOT)
    tight = count(a_budget(11, COSTS), votes, LOT)

    assert enough.tied == ()
    assert tight.tied == (("bath", "garden"),)


def test_level_projects_that_their_group_cannot_both_pay_are_a_tie():
    contest = a_budget(100, COSTS, caps="Parks: 11 of bath, garden")

    outcome = count(contest, APART, LOT)

    assert outcome.tied == (("bath", "garden"),)
    assert len(outcome.winners) == 1


@pytest.mark.parametrize("unit", [2**70 + 12_345 * number for number in range(12)])
@pytest.mark.parametrize(("few", "many"), [(3, 7), (7, 3), (5, 11), (11, 5)])
def test_the_least_load_is_found_where_floats_see_it_the_other_way_round(
    unit, few, many
):
    contest = a_budget(2**80, {"bath": few * unit + 1, "garden": many * unit})
    votes = [approving(few, "bath"), approving(many, "garden")]

    outcome = count(contest, votes, LOT)

    assert outcome.winners == ("garden", "bath")

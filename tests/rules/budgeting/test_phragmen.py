"""Phragmén's rule for budgets: loads are exact, however they were compared."""

from fractions import Fraction

from hypothesis import given, settings
from tests.rules.budgeting.budgets import LOT, a_budget, approving, points, polls

from commonweal.rules.budgeting.methods import METHODS

count = METHODS["phragmen"].count


def test_a_cheap_project_of_few_comes_when_its_backers_can_pay():
    costs = {"bath": 15, "creche": 12, "garden": 20, "library": 3, "trees": 22}
    votes = [
        approving(1, "library"),
        approving(6, "garden", "trees"),
        approving(5, "creche", "garden", "trees"),
        approving(2, "bath"),
        approving(1, "creche", "trees"),
        approving(6, "bath", "garden", "trees"),
    ]

    outcome = count(a_budget(68, costs), votes, LOT)

    assert outcome.winners == ("garden", "trees", "library", "bath")


def test_loads_beyond_any_float_are_compared_too():
    huge = 10**600
    contest = a_budget(3 * huge, {"bath": huge + 1, "garden": huge})

    outcome = count(contest, [approving(1, "bath"), approving(1, "garden")], LOT)

    assert outcome.winners == ("garden", "bath")


def test_one_cost_beyond_any_float_is_enough():
    contest = a_budget(100, {"bath": 10**600, "garden": 5})

    outcome = count(contest, [approving(2, "bath"), approving(1, "garden")], LOT)

    assert outcome.winners == ("garden",)


@settings(max_examples=150, deadline=None)
@given(polls())
def test_each_next_project_is_the_one_borne_with_the_least_load(poll):
    contest, ballots = poll

    outcome = count(contest, ballots, LOT)

    backing = [backed(contest, ballots, ballot) for ballot in ballots]
    loads = [Fraction(0)] * len(ballots)
    waiting = {p for p in contest.standing if any(p in each for each in backing)}
    for bought in outcome.winners:
        asked = {
            project: load_of(contest, ballots, backing, loads, project)
            for project in waiting
        }
        assert asked[bought] == min(asked.values())
        for place, each in enumerate(backing):
            if bought in each:
                loads[place] = asked[bought]
        waiting -= {bought}


def backed(contest, ballots, ballot):
    """Give what a ballot backs."""
    longest = int(contest.settings.get("max_length", 0)) or max(
        (len(b.marks.ranks) for b in ballots if hasattr(b.marks, "ranks")), default=0
    )
    return set(points(ballot.marks, longest)) & set(contest.standing)


def load_of(contest, ballots, backing, loads, project):
    """Give what each backer of a project would bear, the slow way."""
    voters = sum(
        b.weight for b, each in zip(ballots, backing, strict=True) if project in each
    )
    borne = sum(
        load * b.weight
        for load, b, each in zip(loads, ballots, backing, strict=True)
        if project in each
    )
    return (borne + contest.costs[project]) / Fraction(voters)

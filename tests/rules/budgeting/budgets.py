"""Budgets for tests: small ones written by hand, and all kinds of them by chance."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st

from commonweal.rules.voting.ballots import (
    Approvals,
    Ballot,
    Contest,
    Marks,
    Ranking,
    Scores,
)
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TIE_BREAKS, TieBreaker

LOT = TieBreaker("lot", "seed of the tests")
# Laws are held to examples, not to a clock that other work on the machine bends.
unhurried = settings(deadline=None, max_examples=50)
PROJECTS = ("bath", "creche", "garden", "library", "stage")


def a_budget(budget: int, costs: dict[str, int], **settings: str) -> Contest:
    """Give a contest about these projects."""
    return Contest(tuple(costs), costs=costs, budget=budget, settings=settings)


def approving(voters: int, *projects: str) -> Ballot:
    """Give the ballot of some voters who mark the same projects."""
    return Ballot(Approvals(projects), voters)


def ranking(voters: int, *projects: str) -> Ballot:
    """Give the ballot of some voters who rank projects alike, best first."""
    return Ballot(Ranking(tuple((project,) for project in projects)), voters)


def scoring(voters: int, **scores: int) -> Ballot:
    """Give the ballot of some voters who give projects the same points."""
    return Ballot(Scores(tuple(scores.items())), voters)


@st.composite
def contests(draw: st.DrawFn) -> Contest:
    """Give any contest of up to five projects, some too dear, some withdrawn."""
    projects = PROJECTS[: draw(st.integers(1, len(PROJECTS)))]
    scale = draw(st.sampled_from([1, 1, 1, 97, 10**12]))
    costs = {project: scale * draw(st.integers(1, 6)) for project in projects}
    contest = a_budget(scale * draw(st.integers(1, 14)), costs)
    withdrawn = draw(st.sets(st.sampled_from(projects), max_size=1))
    settings = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "max_length": st.sampled_from(["1", "2", "4"]),
                "min_project_score_threshold": st.sampled_from(["0", "2", "2.5"]),
                "rule": st.sampled_from(["greedy", "greedy-no-skip", "unknown"]),
            },
        )
    )
    return replace(contest, withdrawn=frozenset(withdrawn), settings=settings)


def marks_on(projects: tuple[str, ...]) -> st.SearchStrategy[Marks]:
    """Give any marks on these projects, repeated and blank ones among them."""
    project = st.sampled_from(projects)
    return st.one_of(
        st.lists(project, max_size=6).map(tuple).map(Approvals),
        st.lists(project, max_size=6).map(lambda r: Ranking(tuple((p,) for p in r))),
        st.lists(st.tuples(project, st.integers(-1, 4)), max_size=6)
        .map(tuple)
        .map(Scores),
    )


@st.composite
def polls(draw: st.DrawFn) -> tuple[Contest, list[Ballot]]:
    """Give any contest with any ballots, of several forms and weights."""
    contest = draw(contests())
    ballot = st.builds(Ballot, marks_on(contest.options), st.integers(1, 3))
    return contest, draw(st.lists(ballot, max_size=7))


@st.composite
def close_calls(draw: st.DrawFn) -> tuple[Contest, list[Ballot]]:
    """Give budgets in which a coin decides, of more coins than floats can tell."""
    unit = draw(st.sampled_from([10**3, 2**55 + 1, 10**20 + 3]))
    coins = st.integers(-2, 2)
    projects = PROJECTS[: draw(st.integers(2, len(PROJECTS)))]
    costs = {
        project: unit * draw(st.integers(1, 4)) + draw(coins) for project in projects
    }
    budget = unit * draw(st.integers(2, 12)) + draw(coins)
    some = st.lists(st.sampled_from(projects), unique=True, min_size=1)
    pointed = st.dictionaries(st.sampled_from(projects), st.integers(1, 3), min_size=1)
    marks = st.one_of(
        some.map(tuple).map(Approvals),
        pointed.map(lambda given: Scores(tuple(given.items()))),
    )
    ballots = st.lists(
        st.builds(Ballot, marks, st.integers(1, 3)), min_size=1, max_size=6
    )
    how = {"satisfaction": draw(st.sampled_from(["cost", "cardinality"]))}
    return a_budget(budget, costs, **how), draw(ballots)


tie_breakers = st.builds(
    TieBreaker, st.sampled_from(TIE_BREAKS), st.sampled_from(["", "seed"])
)


def points(marks: Marks, longest: int) -> dict[str, int]:
    """Give points as `budgeting` says it does, reckoned another way."""
    given: dict[str, int] = {}
    match marks:
        case Approvals(options):
            pairs = [(option, 1) for option in options]
        case Ranking(ranks):
            pairs = [(rank[0], longest - i) for i, rank in enumerate(ranks)]
        case Scores(scores):
            pairs = list(scores)
    for option, number in reversed(pairs):
        given[option] = number
    return {option: number for option, number in given.items() if number > 0}


def prices_of(contest: Contest, outcome: Outcome) -> list[tuple[str, Fraction]]:
    """Read the prices a point off the steps of equal shares, in order of purchase."""
    return [
        (project, Fraction(contest.costs[project]) / step.counts[project])
        for step in outcome.steps
        for project in step.elected
    ]


def payments(
    contest: Contest, ballots: list[Ballot], bought: list[tuple[str, Fraction]]
) -> list[dict[str, Fraction]]:
    """Give what a voter of each ballot pays for each project, given prices in order."""
    longest = int(contest.settings.get("max_length", 0)) or max(
        (len(b.marks.ranks) for b in ballots if isinstance(b.marks, Ranking)), default=0
    )
    voters = sum(ballot.weight for ballot in ballots)
    purses = [Fraction(contest.budget or 0, voters)] * len(ballots)
    paid: list[dict[str, Fraction]] = [{} for _ in ballots]
    for project, price in bought:
        for i, ballot in enumerate(ballots):
            due = min(purses[i], price * points(ballot.marks, longest).get(project, 0))
            purses[i] -= due
            paid[i][project] = due
    return paid

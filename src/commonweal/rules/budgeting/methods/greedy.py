"""Greedy: the projects with most votes first, each if there is money left for it.

What nearly every city does. Votes are marks; on ballots with points or ranks they are
points (`marks.points_of` says how many). `settings["rule"]` says what happens at the
first project that no longer fits:

`greedy`, `greedy-skip`, `greedy-threshold`, `greedy-exclusive`
    It is passed over, and a cheaper one further down may still be funded.
`greedy-no-skip`, `greedy-custom`
    The count stops there.

With `settings["caps"]` groups of projects have a budget of their own (see `caps`); a
project that its group has no money left for is passed over.

A project below `min_project_score_threshold`, or without any vote, is not funded.
`greedy-exclusive` (of some pairs only one may be built) and `greedy-custom` (the last
project is topped up with other money) leave the rest to local decisions that no file
states as data; those are not counted.

Source: Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis"
(IJCAI 2023), section 3; the rules' names are Pabulib's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from commonweal.rules.budgeting.caps import Caps, caps_in
from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support, scores_of, support_of, unit_of
from commonweal.rules.budgeting.money import (
    amount,
    budget_of,
    in_units,
    number_of,
    number_set,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties

STOPPING = ("greedy-no-skip", "greedy-custom")


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fund projects from the most to the least supported while the money lasts.

    Takes ballots of any form; costs and budget in whole coins. A tie is reported where
    the money reaches for some of the projects level and not for all of them; one that
    stands passes over all of them. Raises `Uncountable` as `budget_of` does.
    """
    budget = budget_of(contest)
    support = support_of(contest, ballots)
    caps = caps_in(contest)
    if caps.groups and _stops(contest):
        raise Uncountable(Sentence("caps_with_an_end"))
    tally = _Tally(contest, support, budget, Ties(contest, ties), caps)
    _open(tally)
    for level in _levels(tally):
        _fund_level(tally, level)
    _close(tally)
    spent = budget - tally.left
    return Outcome(
        method="greedy",
        seats=len(tally.funded),
        winners=tuple(tally.funded),
        tied=tally.ties.tied,
        tie_break=tally.ties.tie_break,
        steps=tuple(tally.steps),
        facts={
            "budget": in_units(contest, budget),
            "spent": in_units(contest, spent),
            "voters": support.voters,
        },
    )


@dataclass(slots=True)
class _Tally:
    """Where the count stands."""

    contest: Contest
    support: Support
    left: int
    ties: Ties
    caps: Caps
    scores: dict[str, int] = field(init=False)
    unit: str = field(init=False)
    funded: list[str] = field(default_factory=list)
    considered: set[str] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)
    stopped: bool = False

    def __post_init__(self) -> None:
        self.scores = scores_of(self.support)
        self.unit = unit_of(self.support)

    def note(
        self,
        about: str,
        projects: tuple[str, ...],
        *,
        funded: bool = False,
        facts: dict[str, Fact] | None = None,
    ) -> None:
        """Write down one step about these projects."""
        names: Fact = tuple(self.contest.name(project) for project in projects)
        told: dict[str, Fact] = {"projects": names, "number": len(projects)}
        told |= {"left": amount(self.contest, self.left)} | (facts or {})
        self.considered |= set(projects)
        self.steps.append(
            Step(
                title=Sentence(f"budget_title_{about}", told),
                explanation=Sentence(about, told),
                counts={project: self.scores[project] for project in projects},
                elected=projects if funded else (),
                excluded=() if funded else projects,
            )
        )


def _open(tally: _Tally) -> None:
    """Say what everybody starts with, and leave out what has too little support."""
    contest = tally.contest
    facts: dict[str, Fact] = {
        "voters": number_of("voters", tally.support.voters),
        "projects": number_of("projects", len(contest.standing)),
        "budget": amount(contest, tally.left),
    }
    said = Sentence("greedy_opening", facts)
    counts = {project: tally.scores[project] for project in contest.standing}
    tally.steps.append(
        Step(Sentence("budget_title_greedy_opening", facts), said, counts)
    )
    bar = number_set(contest, "min_project_score_threshold") or Fraction(0)
    low = tuple(p for p in contest.standing if 0 < tally.scores[p] < bar)
    if low:
        tally.note("greedy_below_threshold", low, facts={"threshold": bar})
    unwanted = tuple(p for p in contest.standing if tally.scores[p] <= 0)
    if unwanted:
        tally.note("greedy_without_votes", unwanted)


def _levels(tally: _Tally) -> Iterator[list[str]]:
    """Give the projects still to be considered, best first, equal ones together."""
    waiting = [p for p in tally.contest.standing if p not in tally.considered]
    waiting.sort(key=lambda project: -tally.scores[project])
    for _, level in groupby(waiting, key=lambda project: tally.scores[project]):
        yield list(level)


def _fund_level(tally: _Tally, level: list[str]) -> None:
    """Consider projects with equally many votes, parted where their order matters."""
    while level and not tally.stopped:
        first: str | None = level[0]
        if _order_matters(tally, level):
            stages = [step.counts for step in tally.steps]
            first = first_of(tally.ties, level, stages)
        if first is None:
            tally.note("greedy_tie_stands", tuple(level))
            tally.stopped = _stops(tally.contest)
            level = []
        else:
            level.remove(first)
            _consider(tally, first)


def _order_matters(tally: _Tally, level: list[str]) -> bool:
    costs = [tally.contest.costs[project] for project in level]
    there = [one for one in level if tally.caps.tight_for(one) is None]
    fitting = [one for one in there if tally.contest.costs[one] <= tally.left]
    whole = sum(tally.contest.costs[one] for one in fitting)
    if _stops(tally.contest):
        whole = sum(costs)
    tight = tally.caps.tight_for(*fitting) is not None
    return bool(fitting) and (whole > tally.left or tight)


def _consider(tally: _Tally, project: str) -> None:
    """Fund a project if the money left reaches; else pass it over, or stop."""
    contest, cost = tally.contest, tally.contest.costs[project]
    facts: dict[str, Fact] = {
        "project": contest.name(project),
        "score": number_of(tally.unit, tally.scores[project]),
        "cost": amount(contest, cost),
        "before": amount(contest, tally.left),
    }
    if cost <= tally.left and tally.caps.tight_for(project):
        tally.note("budget_shut_out", (project,), facts=tally.caps.facts_about(project))
    elif cost <= tally.left:
        tally.left -= cost
        tally.caps.spend(project)
        tally.funded.append(project)
        tally.note("greedy_funded", (project,), funded=True, facts=facts)
    else:
        tally.stopped = _stops(contest)
        about = "greedy_stopped" if tally.stopped else "greedy_passed_over"
        tally.note(about, (project,), facts=facts)


def _stops(contest: Contest) -> bool:
    rule = contest.settings.get("rule", "").lower().replace("_", "-")
    return rule in STOPPING


def _close(tally: _Tally) -> None:
    """Name the projects that the count did not come to."""
    standing = tally.contest.standing
    rest = tuple(project for project in standing if project not in tally.considered)
    if rest:
        tally.note("greedy_not_reached", rest)

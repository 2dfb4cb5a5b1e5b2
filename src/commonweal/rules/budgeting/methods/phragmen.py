"""Phragmén's rule for budgets: everybody earns alike, and who backs a project buys it.

All voters earn money at the same pace. As soon as those who back a project hold its
cost together, they buy it and their purses are empty. So the next project is the one
whose backers have to wait least. Told the other way round, as here: a project is a load
that its backers bear alike, and next comes the one that can be borne with the least
load. The count ends at the first project that no longer fits into the budget.

A mark, a rank or points above 0 all back a project; how many points does not matter.

Source: Los, Christoff & Grossi, "Proportional Budget Allocations: Towards a
Systematization" (IJCAI 2022), section 4; after Lars Edvard Phragmén (1894).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heappop, heappush

import gmpy2
import numpy as np
from numpy.typing import NDArray

from commonweal.rules.budgeting.caps import Caps, caps_in
from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support, Whole, support_of
from commonweal.rules.budgeting.money import amount, budget_of, in_units, number_of
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties

type Floats = NDArray[np.float64]


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Buy projects in the order in which their backers can.

    Takes ballots of any form; costs and budget in whole coins. Counts are loads, in
    the contest's unit: what each backer bears in all. A tie is reported where the
    order of projects that are level can change what is bought; one that stands leaves
    all of them out. Raises `Uncountable` as `budget_of` does.
    """
    budget = budget_of(contest)
    carried = _Carried(
        contest,
        support_of(contest, ballots),
        Ties(contest, ties),
        budget,
        caps_in(contest),
    )
    carried.begin()
    for level, load in carried.levels():
        dear = [one for one in level if contest.costs[one] > carried.left]
        if dear:
            carried.end(dear[0])
            break
        carried.take(level, load)
    else:
        carried.end(None)
    return Outcome(
        method="phragmen",
        seats=len(carried.bought),
        winners=tuple(carried.bought),
        tied=carried.ties.tied,
        tie_break=carried.ties.tie_break,
        steps=tuple(carried.steps),
        facts={
            "budget": in_units(contest, budget),
            "spent": in_units(contest, budget - carried.left),
            "voters": carried.support.voters,
        },
    )


@dataclass(slots=True)
class _Carried:
    """The loads so far. Ballots that bear alike share a number; `loads` names each.

    `near` is each ballot's load as a float. `waiting` is a heap of projects, each with
    a load it is proven to ask at least: what is borne only ever rises.
    """

    contest: Contest
    support: Support
    ties: Ties
    left: int
    caps: Caps
    open: dict[str, int] = field(default_factory=dict)
    backers: list[int] = field(default_factory=list)
    weights: list[Floats] = field(default_factory=list)
    waiting: list[tuple[float, int]] = field(default_factory=list)
    loads: list[gmpy2.mpq] = field(default_factory=lambda: [gmpy2.mpq(0)])
    bears: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    near: Floats = field(default_factory=lambda: np.zeros(0))
    scale: int = 0
    bought: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def begin(self) -> None:
        """Let nobody bear anything, and tell what there is."""
        support = self.support
        self.bears = np.zeros(len(support.weights), dtype=np.int64)
        self.near = np.zeros(len(support.weights))
        self.scale = max(self.contest.costs.values(), default=1).bit_length()
        every = range(len(support.options))
        counts = [support.weights[support.supporters(place)] for place in every]
        self.backers = [int(voters.sum()) for voters in counts]
        self.weights = [voters.astype(np.float64) for voters in counts]
        standing = set(self.contest.standing)
        self.open = {
            project: place
            for place, project in enumerate(self.support.options)
            if project in standing and len(self.support.supporters(place))
        }
        self.waiting = [(0.0, place) for place in self.open.values()]
        facts: dict[str, Fact] = {
            "voters": number_of("voters", self.support.voters),
            "projects": number_of("projects", len(standing)),
            "budget": amount(self.contest, self.left),
        }
        there = {one: self.backers[place] for one, place in self.open.items()}
        self._tell("phragmen_opening", facts, counts=there)
        self._shut_out()

    def levels(self) -> Iterator[tuple[list[str], Fraction]]:
        """Give, as long as any are open, the projects borne with the least load."""
        options = self.support.options
        while self.open:
            asked = {place: self._load(place) for place in self._nearly_least()}
            least = min(asked.values())
            level = sorted(place for place, load in asked.items() if load == least)
            yield (
                [options[place] for place in level],
                Fraction(int(least.numerator), int(least.denominator)),
            )

    def _nearly_least(self) -> list[int]:
        """Find the open projects that floats cannot prove to ask more than another."""
        asked: list[tuple[float, int]] = []
        high = np.inf
        while self.waiting and self.waiting[0][0] <= high:
            _, place = heappop(self.waiting)
            if self.support.options[place] not in self.open:
                continue
            rows = self.support.supporters(place)
            borne = float(self.weights[place] @ self.near[rows])
            cost = self._near(self.contest.costs[self.support.options[place]])
            load = (borne + cost) / self.backers[place]
            off = load * (len(self.weights[place]) + 16) * 2.0**-52
            high = min(high, load + off)
            asked.append((load - off, place))
        for entry in asked:
            heappush(self.waiting, entry)
        return [place for low, place in asked if low <= high]

    def _load(self, place: int) -> gmpy2.mpq:
        """Work out exactly what each backer of a project would bear."""
        rows = self.support.supporters(place)
        voters = np.bincount(self.bears[rows], weights=self.weights[place])
        borne = sum(
            self.loads[level] * int(voters[level])
            for level in np.flatnonzero(voters).tolist()
        )
        cost = self.contest.costs[self.support.options[place]]
        return (borne + cost) / gmpy2.mpq(self.backers[place])

    def _near(self, money: Fraction | int) -> float:
        """Give money as a float, as part of a sum so large that none overflows."""
        return float(Fraction(money, 2**self.scale))

    def _bear(self, place: int, load: Fraction) -> None:
        """Let the backers of a project bear so much."""
        rows = self.support.supporters(place)
        self.bears[rows] = len(self.loads)
        self.near[rows] = self._near(load)
        self.loads.append(gmpy2.mpq(load.numerator, load.denominator))

    def take(self, level: list[str], load: Fraction) -> None:
        """Buy one of the projects level, or leave all of them out if the tie stands."""
        first: str | None = level[0]
        if len(level) > 1 and self._order_matters(level):
            first = first_of(self.ties, level, [step.counts for step in self.steps])
        if first is None:
            names = tuple(self.contest.name(one) for one in level)
            self._tell("phragmen_tie_stands", {"projects": names}, excluded=level)
            for one in level:
                del self.open[one]
            return
        place, cost = self.open.pop(first), self.contest.costs[first]
        self._bear(place, load)
        self.left -= cost
        self.bought.append(first)
        facts: dict[str, Fact] = {
            "project": self.contest.name(first),
            "cost": amount(self.contest, cost),
            "load": amount(self.contest, load),
            "left": amount(self.contest, self.left),
        }
        borne = {first: in_units(self.contest, load)}
        self._tell("phragmen_bought", facts, counts=borne, elected=[first])
        self.caps.spend(first)
        self._shut_out()

    def _shut_out(self) -> None:
        """Leave out what the groups with a budget of their own cannot pay any more."""
        for project in self.caps.shut_out(list(self.open)):
            facts = self.caps.facts_about(project)
            self._tell("budget_shut_out", facts, excluded=[project])
            del self.open[project]

    def _order_matters(self, level: list[str]) -> bool:
        """Say whether not all fit, or somebody backs several of them."""
        dear = sum(self.contest.costs[one] for one in level) > self.left
        if dear or self.caps.tight_for(*level):
            return True
        rows = [self.support.supporters(self.open[one]) for one in level]
        backing = np.sort(np.concatenate(rows))
        return bool((backing[1:] == backing[:-1]).any())

    def end(self, dear: str | None) -> None:
        """Say why nothing more is bought, and what is left out."""
        done = set(self.bought)
        for step in self.steps:
            done |= set(step.excluded)
        rest = [one for one in self.contest.standing if one not in done]
        facts: dict[str, Fact] = {
            "left": amount(self.contest, self.left),
            "number": len(rest),
        }
        if dear is None:
            self._tell("phragmen_all_carried", facts, excluded=rest)
            return
        facts |= {
            "project": self.contest.name(dear),
            "cost": amount(self.contest, self.contest.costs[dear]),
        }
        self._tell("phragmen_stopped", facts, excluded=rest)

    def _tell(
        self,
        about: str,
        facts: dict[str, Fact],
        *,
        counts: dict[str, int | Fraction] | dict[str, int] | None = None,
        elected: Collection[str] = (),
        excluded: Collection[str] = (),
    ) -> None:
        self.steps.append(
            Step(
                Sentence(f"budget_title_{about}", facts),
                Sentence(about, facts),
                {**(counts or {})},
                elected=tuple(elected),
                excluded=tuple(excluded),
            )
        )

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

import numpy as np

from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support, Whole, support_of
from commonweal.rules.budgeting.money import amount, budget_of, in_units, number_of
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Buy projects in the order in which their backers can.

    Takes ballots of any form; costs and budget in whole coins. Counts are loads, in
    the contest's unit: what each backer bears in all. A tie is reported where the
    order of projects that are level can change what is bought; one that stands leaves
    all of them out. Raises `Uncountable` as `budget_of` does.
    """
    budget = budget_of(contest)
    carried = _Carried(
        contest, support_of(contest, ballots), Ties(contest, ties), budget
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

    `borne` is what the backers of a project bear together, `backers` how many they are.
    """

    contest: Contest
    support: Support
    ties: Ties
    left: int
    open: dict[str, int] = field(default_factory=dict)
    backers: list[int] = field(default_factory=list)
    borne: list[Fraction] = field(default_factory=list)
    places: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    loads: list[Fraction] = field(default_factory=lambda: [Fraction(0)])
    bears: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    bought: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def begin(self) -> None:
        """Let nobody bear anything, and tell what there is."""
        support = self.support
        options = len(support.options)
        self.bears = np.zeros(len(support.weights), dtype=np.int64)
        self.places = np.repeat(np.arange(options), np.diff(support.starts))
        number = np.zeros(options, dtype=np.int64)
        np.add.at(number, self.places, support.weights[support.rows])
        self.backers = number.tolist()
        self.borne = [Fraction(0)] * options
        standing = set(self.contest.standing)
        self.open = {
            project: place
            for place, project in enumerate(self.support.options)
            if project in standing and len(self.support.supporters(place))
        }
        facts: dict[str, Fact] = {
            "voters": number_of("voters", self.support.voters),
            "projects": number_of("projects", len(standing)),
            "budget": amount(self.contest, self.left),
        }
        there = {one: self.backers[place] for one, place in self.open.items()}
        self._tell("phragmen_opening", facts, counts=there)

    def levels(self) -> Iterator[tuple[list[str], Fraction]]:
        """Give, as long as any are open, the projects borne with the least load."""
        while self.open:
            loads = {one: self._load(one, place) for one, place in self.open.items()}
            least = min(loads.values())
            yield [one for one in self.open if loads[one] == least], least

    def _load(self, project: str, place: int) -> Fraction:
        return (self.borne[place] + self.contest.costs[project]) / self.backers[place]

    def _bear(self, place: int, load: Fraction) -> None:
        """Let the backers of a project bear so much, and add it up for all others."""
        support, levels = self.support, len(self.loads)
        touched = np.zeros(len(self.bears), dtype=np.bool_)
        touched[support.supporters(place)] = True
        marks = np.flatnonzero(touched[support.rows])
        rows = support.rows[marks]
        moved = np.zeros(len(support.options) * levels, dtype=np.int64)
        where = self.places[marks] * levels + self.bears[rows]
        np.add.at(moved, where, support.weights[rows])
        for place_and_level in np.flatnonzero(moved).tolist():
            other, level = divmod(place_and_level, levels)
            voters = int(moved[place_and_level])
            self.borne[other] += voters * (load - self.loads[level])
        self.loads.append(load)
        self.bears[support.supporters(place)] = levels

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

    def _order_matters(self, level: list[str]) -> bool:
        """Say whether not all fit, or somebody backs several of them."""
        if sum(self.contest.costs[one] for one in level) > self.left:
            return True
        rows = [self.support.supporters(self.open[one]) for one in level]
        return len(np.unique(np.concatenate(rows))) < sum(map(len, rows))

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

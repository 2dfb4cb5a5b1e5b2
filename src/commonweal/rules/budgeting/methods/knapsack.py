"""Knapsack: of all choices of projects the budget can pay, the one with most support.

Each project counts as many votes (or points) as it has. With `satisfaction` set to
`cost`, each vote counts as much as the project costs. The choice with the largest sum
is funded. A solver (HiGHS) proposes one, and its floats decide nothing: a list of all
choices that could be better, cheapest first, is then gone through in whole numbers, and
what it finds stands.

Sources: Talmon & Faliszewski, "A Framework for Approval-Based Budgeting Methods" (AAAI
2019), the rule of the largest sum; Goel, Krishnaswamy, Sakshuwong & Aitamurto,
"Knapsack Voting for Participatory Budgeting" (2019); Nemhauser & Ullmann, "Discrete
Dynamic Programming and Capital Allocation" (1969), for the list.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from commonweal.rules.budgeting.caps import no_caps
from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support, scores_of, support_of, unit_of
from commonweal.rules.budgeting.methods.knapsack_proposal import proposed
from commonweal.rules.budgeting.money import (
    amount,
    budget_of,
    choice_of,
    in_units,
    number_of,
)
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties

# Choices looked at side by side; more than these no city has needed by far.
_MOST = 400_000


class Item(NamedTuple):
    """A project that may be chosen: what it costs and what choosing it is worth."""

    project: str
    cost: int
    worth: int


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fund the choice of projects with the largest sum of votes that can be paid.

    Takes ballots of any form; costs and budget in whole coins. Where several choices
    are best, the projects in which they differ are tied; one that stands leaves all of
    those out. Raises `Uncountable` as `budget_of` does.
    """
    no_caps(contest)
    budget = budget_of(contest)
    by_cost = choice_of(contest, "satisfaction", ("cardinality", "cost")) == "cost"
    support = support_of(contest, ballots)
    scores = scores_of(support)
    counts = {project: scores[project] for project in contest.standing}
    items = [
        Item(one, cost, scores[one] * cost if by_cost else scores[one])
        for one in contest.standing
        for cost in [contest.costs[one]]
        if scores[one] > 0
    ]
    parted = _Parted(contest, Ties(contest, ties), budget, counts)
    chosen = parted.best(items)
    parts = [one for one in contest.standing if one in chosen]
    winners = tuple(sorted(parts, key=lambda one: -scores[one]))
    spent = sum(contest.costs[one] for one in winners)
    return Outcome(
        method="knapsack",
        seats=len(winners),
        winners=winners,
        tied=parted.ties.tied,
        tie_break=parted.ties.tie_break,
        steps=_told(contest, support, winners, by_cost=by_cost),
        facts={
            "budget": in_units(contest, budget),
            "spent": in_units(contest, spent),
            "voters": support.voters,
        },
    )


def _told(
    contest: Contest, support: Support, winners: tuple[str, ...], *, by_cost: bool
) -> tuple[Step, ...]:
    """Tell who has how many votes, and which choice is best."""
    scores, budget = scores_of(support), budget_of(contest)
    spent = sum(contest.costs[one] for one in winners)
    facts: dict[str, Fact] = {
        "voters": number_of("voters", support.voters),
        "projects": number_of("projects", len(contest.standing)),
        "budget": amount(contest, budget),
        "number": number_of("projects", len(winners)),
        "spent": amount(contest, spent),
        "left": amount(contest, budget - spent),
        "sum": number_of(unit_of(support), sum(scores[one] for one in winners)),
    }
    about = "knapsack_chosen_by_cost" if by_cost else "knapsack_chosen"
    rest = tuple(one for one in contest.standing if one not in winners)
    return (
        Step(
            Sentence("budget_title_knapsack_opening", facts),
            Sentence("knapsack_opening", facts),
            {one: scores[one] for one in contest.standing},
        ),
        Step(
            Sentence("budget_title_knapsack_chosen", facts),
            Sentence(about, facts),
            {one: scores[one] for one in winners},
            winners,
            rest,
        ),
    )


@dataclass(slots=True)
class _Parted:
    """Finds the best choice, and parts several that are just as good."""

    contest: Contest
    ties: Ties
    budget: int
    counts: dict[str, int]
    sure: set[str] = field(default_factory=set)

    def best(self, items: list[Item]) -> set[str]:
        """Give the projects of the best choice."""
        while True:
            left = self.budget - sum(self.contest.costs[one] for one in self.sure)
            open_ = [item for item in items if item.project not in self.sure]
            one = best_choice(open_, left)
            # Any other choice as good has something that this one lacks.
            open_.sort(key=lambda item: item.project in one)
            another = best_choice(open_, left)
            differing = one ^ another
            if not differing:
                return self.sure | one
            first = first_of(self.ties, differing, [self.counts])
            if first is None:
                return self.sure | (one & another)
            self.sure.add(first)


class Choice(NamedTuple):
    """A choice among the items looked at so far: cost, worth, and which, as bits.

    The bits are worth something too, far below a vote: of choices just as good, the
    one with the earliest items counts as the better.
    """

    cost: int
    worth: int
    chosen: int


def best_choice(items: Sequence[Item], budget: int) -> set[str]:
    """Find the best choice of items within a budget, exactly.

    Of several just as good it is the one with the earliest items. Raises
    `Uncountable` where too many choices are nearly as good.
    """
    size = len(items)
    first = {item.project: 1 << (size - place) for place, item in enumerate(items)}
    valued = [
        Item(item.project, item.cost, (item.worth << (size + 1)) + first[item.project])
        for item in items
        if item.cost <= budget
    ]
    valued.sort(key=lambda item: Fraction(-item.worth, item.cost))
    least = _worth_at_least(valued, budget)
    bound = _Bound.of(valued)
    choices = [Choice(0, 0, 0)]
    for place, item in enumerate(valued):
        grown = [
            Choice(
                one.cost + item.cost, one.worth + item.worth, one.chosen | 1 << place
            )
            for one in choices
            if one.cost + item.cost <= budget
        ]
        choices = _undominated(choices, grown)
        choices = [
            one
            for one in choices
            if one.worth + bound.of_rest(place + 1, budget - one.cost) >= least
        ]
        if len(choices) > _MOST:
            raise Uncountable(Sentence("knapsack_too_many"))
    best = max(choices, key=lambda one: one.worth)
    return {item.project for n, item in enumerate(valued) if best.chosen >> n & 1}


def _worth_at_least(items: list[Item], budget: int) -> int:
    """Give a worth that can be had: the solver's proposal, or the simplest choice."""
    sums = []
    for chosen in (proposed(items, budget), [True] * len(items)):
        left, worth = budget, 0
        for item, taken in zip(items, chosen, strict=True):
            if taken and item.cost <= left:
                left, worth = left - item.cost, worth + item.worth
        sums.append(worth)
    return max(sums)


def _undominated(choices: list[Choice], grown: list[Choice]) -> list[Choice]:
    """Merge two lists by cost; keep what is worth more than all that is cheaper."""
    merged = sorted([*choices, *grown], key=lambda one: (one.cost, -one.worth))
    kept: list[Choice] = []
    for one in merged:
        if not kept or one.worth > kept[-1].worth:
            kept.append(one)
    return kept


@dataclass(frozen=True, slots=True)
class _Bound:
    """What the items from some place on can be worth at most, for money left.

    They stand with the most worth for its cost first, so it is reached by buying them
    in their order, of the last one only a part.
    """

    items: list[Item]
    costs: list[int]
    worths: list[int]

    @classmethod
    def of(cls, items: list[Item]) -> "_Bound":
        """Add up costs and worths from the start."""
        costs = accumulate(item.cost for item in items)
        worths = accumulate(item.worth for item in items)
        return cls(items, [0, *costs], [0, *worths])

    def of_rest(self, place: int, left: int) -> int:
        """Bound the worth of items from a place on, within the money left."""
        upto = bisect_right(self.costs, self.costs[place] + left) - 1
        whole = self.worths[upto] - self.worths[place]
        if upto == len(self.items):
            return whole
        over, next_ = left - (self.costs[upto] - self.costs[place]), self.items[upto]
        return whole + -(-over * next_.worth // next_.cost)

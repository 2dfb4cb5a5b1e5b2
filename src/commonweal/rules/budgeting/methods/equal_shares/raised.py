"""Equal shares at larger and larger budgets, and proofs that nothing changes between.

As long as the same projects are bought in the same order, everybody has more left and
no price is higher with a larger share. So if, with the money left at the larger of two
budgets, every other project still asks more than the one bought asked at the smaller,
the same is bought at every budget between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from commonweal.rules.budgeting.marks import Support, scores_of, support_of
from commonweal.rules.budgeting.methods.equal_shares import fast
from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Part, Unproven
from commonweal.rules.budgeting.methods.equal_shares.proven import Run
from commonweal.rules.budgeting.methods.equal_shares.stalls import Stalls
from commonweal.rules.budgeting.money import budget_of
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number
from commonweal.rules.voting.ties import TieBreaker

_A_LITTLE_MORE = 1 + 2.0**-50
# How many counts in fractions are worth waiting for.
_PATIENCE = 5_000
# How often in a row nothing may change before longer strides are tried.
_STEADY = 2


class Round(NamedTuple):
    """What is bought at once, and a rate none of it asks more than.

    `tied` are all projects that were level, of which none is bought where the tie
    stands; `rate` is what they ask, where it is known as a fraction.
    """

    places: frozenset[int]
    high: float
    tied: frozenset[int]
    rate: Fraction | None


@dataclass(frozen=True, slots=True)
class Bought:
    """What is bought if everybody holds an equal part of `budget`.

    `rounds` say in which order, where that is proven; None where it took fractions.
    `tied` are the groups of projects that were level where it mattered.
    """

    budget: int
    projects: tuple[str, ...]
    rounds: tuple[Round, ...] | None
    tied: frozenset[frozenset[str]]


@dataclass(slots=True)
class Budgets:
    """One set of ballots, counted at many budgets."""

    contest: Contest
    ballots: Ballots
    ties: TieBreaker
    true: int = field(init=False)
    support: Support = field(init=False)
    stalls: Stalls = field(init=False)
    part: Part = field(init=False)
    exact: int = 0

    def __post_init__(self) -> None:
        self.true = budget_of(self.contest)
        self.support = support_of(self.contest, self.ballots)
        self.stalls = fast.stalls_of(self.contest, self.support)
        opening: dict[str, Number] = {**scores_of(self.support)}
        self.part = fast.tie_parter(self.contest, self.ties, opening)

    def cost(self, bought: Bought) -> int:
        """Add up what the projects bought cost."""
        return sum(self.contest.costs[project] for project in bought.projects)

    def full(self, bought: Bought) -> bool:
        """Say whether nothing that somebody backs still fits into the budget."""
        left = self.true - self.cost(bought)
        done = set(bought.projects)
        return not any(
            stall is not None and stall.cost <= left and option not in done
            for stall, option in zip(
                self.stalls.stalls, self.support.options, strict=True
            )
        )

    def at(self, budget: int) -> Bought:
        """Count with everybody holding an equal part of a budget.

        Raises `Uncountable` where too many budgets would have to be counted exactly.
        """
        try:
            rounds = tuple(self._rounds(budget))
        except Unproven:
            self.exact += 1
            if self.exact > _PATIENCE:
                raise Uncountable(Sentence("budget_too_fine")) from None
            outcome = fast.count(self.contest, self.ballots, self.ties, raised=budget)
            groups = frozenset(frozenset(group) for group in outcome.tied)
            return Bought(budget, outcome.winners, None, groups)
        places = (place for each in rounds for place in sorted(each.places))
        projects = tuple(self.support.options[place] for place in places)
        tied = frozenset(
            frozenset(self.support.options[place] for place in each.tied)
            for each in rounds
            if len(each.tied) > len(each.places)
        )
        return Bought(budget, projects, rounds, tied)

    def rising(self, step: int) -> Iterator[Bought]:
        """Count at budgets a step apart, leaving out those that are proven alike.

        Of budgets left out, what is bought is what was bought last. It goes on until
        everything that somebody backs is bought.
        """
        bought, steady, stride = self.at(self.true), 0, 2
        most = sum(stall is not None for stall in self.stalls.stalls)
        while True:
            yield bought
            if len(bought.projects) >= most:
                return
            if steady >= _STEADY:
                bought, stride = self._strode(bought, step, stride)
            before, bought = bought, self.at(bought.budget + step)
            same = before.rounds is not None and _order(before) == _order(bought)
            steady = steady + 1 if same else 0

    def _strode(self, bought: Bought, step: int, stride: int) -> tuple[Bought, int]:
        """Move on over budgets at which the same is proven, in strides that double.

        Gives the stride to begin with next time: as far as could be gone now.
        """
        begun = bought.budget
        while stride > 1:
            further = bought.budget + step * stride
            if self._same_until(bought, further):
                bought = replace(bought, budget=further)
                stride *= 2
            else:
                stride //= 2
        return bought, max(2, (bought.budget - begun) // step)

    def _rounds(self, budget: int) -> Iterator[Round]:
        run = self._run(budget)
        while level := run.level():
            high = max((bid.high for bid in level.bids), default=0.0)
            places = frozenset(run.sell(bid).place for bid in level.bids)
            yield Round(places, high, frozenset(level.tied), level.rate)

    def _run(self, budget: int) -> Run:
        voters = max(self.support.voters, 1)
        return Run.started(self.stalls, Fraction(budget, voters), self.part)

    def _same_until(self, bought: Bought, budget: int) -> bool:
        """Prove that nothing changes up to a larger budget; or say that it may."""
        if bought.rounds is None:
            return False
        try:
            run, done = self._run(budget), set[int]()
            for each in bought.rounds:
                if not _goes_alike(run, each, done):
                    return False
            return all(
                run.ask(place, bound, inf) == inf
                for bound, place in run.waiting
                if place not in done
            )
        except Unproven:
            return False


def _goes_alike(run: Run, each: Round, done: set[int]) -> bool:
    """Prove that a round goes as before, and let it go so; or say that it may not."""
    gone = each.places or each.tied
    bids = [run.ask(place, 0.0, inf) for place in sorted(gone)]
    asking = [bid for bid in bids if isinstance(bid, Bid)]
    done |= gone
    if len(asking) < len(gone) or not _all_ask_more(run, each, done):
        return False
    if not each.places:
        # A tie stands as long as all ask the very same and somebody cannot pay for all.
        rates = {run.rate(bid) for bid in asking}
        twins = {run.stall(bid.place).twin for bid in asking}
        alike = len(twins) == 1 or rates == {each.rate}
        return alike and not run.all_can_be_paid(asking)
    for bid in asking:
        run.sell(bid)
    return True


def _order(bought: Bought) -> tuple[object, ...] | None:
    return bought.rounds and tuple(each[:1] + each[2:] for each in bought.rounds)


def _all_ask_more(run: Run, bought: Round, done: set[int]) -> bool:
    """Prove that all who are still open ask more than what is bought at most asks.

    Who was level with it may ask just as much: ties are parted as before.
    """
    aside = []
    high = bought.high or float(bought.rate or 0) * _A_LITTLE_MORE
    while run.waiting and run.waiting[0][0] <= high:
        _, place = heappop(run.waiting)
        if place in done:
            continue
        stall = run.stall(place)
        least = run.above(stall, run.money.near[stall.rows], high)
        if not least:
            bid = run.ask(place, 0.0, inf)
            if not isinstance(bid, Bid) or not _level_still(run, bid, bought):
                return False
            least = bid.low
        if least < inf:
            aside.append((least, place))
    for entry in aside:
        heappush(run.waiting, entry)
    return True


def _level_still(run: Run, bid: Bid, bought: Round) -> bool:
    """Prove that who was level with what is bought asks no less than that now."""
    if bid.place not in bought.tied:
        return False
    twins = {run.stall(place).twin for place in bought.tied}
    return len(twins) == 1 or (bought.rate is not None and run.rate(bid) == bought.rate)

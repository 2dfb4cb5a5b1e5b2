"""Equal shares at larger and larger budgets, leaving out those proven to be alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.budgeting.marks import Support, scores_of, support_of
from commonweal.rules.budgeting.methods.equal_shares import fast
from commonweal.rules.budgeting.methods.equal_shares.alike import (
    Round,
    Way,
    goes_alike,
    way_of,
)
from commonweal.rules.budgeting.methods.equal_shares.asking import Hint
from commonweal.rules.budgeting.methods.equal_shares.bids import Part, Unproven
from commonweal.rules.budgeting.methods.equal_shares.proven import Run
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.stalls import Stalls
from commonweal.rules.budgeting.money import budget_of
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number
from commonweal.rules.voting.ties import TieBreaker

# How many counts in fractions are worth waiting for.
_PATIENCE = 5_000
# How often in a row nothing may change before longer strides are tried.
_STEADY = 2
# After strides of more steps than that another is tried at once.
_LONG = 8
# How often the end of a stride is looked for.
_TRIES = 40


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

    def at(self, budget: int, before: Bought | None = None) -> Bought:
        """Count with everybody holding an equal part of a budget.

        It is the quicker the more it is like what was bought `before`. Raises
        `Uncountable` where too many budgets would have to be counted exactly.
        """
        try:
            rounds = self._rounds(budget, before)
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
            if steady >= _STEADY or stride > _LONG:
                bought, stride = self._strode(bought, step, stride)
            before, bought = bought, self.at(bought.budget + step, bought)
            same = before.rounds is not None and _order(before) == _order(bought)
            steady = steady + 1 if same else 0

    def _strode(self, bought: Bought, step: int, stride: int) -> tuple[Bought, int]:
        """Move on over budgets at which the same is proven, as far as can be proven.

        The first try is a stride; the others go where something seems to change. Gives
        the stride to begin with next time.
        """
        low = self._way(bought)
        gone, wall, trying, sure = 0, None, stride, 0
        for _ in range(_TRIES):
            if low is None or trying <= gone:
                break
            run = self._scout(bought.budget + step * trying)
            proof = goes_alike(low, run, bought.rounds or (), sure)
            if proof.way:
                gone, low = trying, proof.way
            else:
                wall, sure = trying, proof.sure
            crossing = (proof.crossing * self.support.voters - bought.budget) / step
            most = 4 * gone if wall is None else wall - 1
            trying = int(min(crossing, most))
        return replace(bought, budget=bought.budget + step * gone), max(1, gone)

    def _rounds(self, budget: int, before: Bought | None) -> tuple[Round, ...]:
        """Give what is bought, round by round. Raises `Unproven`."""
        voters = max(self.support.voters, 1)
        alike = before.rounds if before else None
        try:
            return tuple(_played(self._scout(budget), alike))
        except Unproven:
            beginning = self.stalls, Fraction(budget, voters), self.part
            return tuple(_played(Run.started(*beginning), alike))

    def _way(self, bought: Bought) -> Way | None:
        """Give the way a count went, if floats can follow it."""
        if bought.rounds is None:
            return None
        return way_of(self._scout(bought.budget), bought.rounds)

    def _scout(self, budget: int) -> Scout:
        share = Fraction(budget, max(self.support.voters, 1))
        return Scout.started(self.stalls, share, self.part)


def _played(run: Run | Scout, before: Sequence[Round] | None) -> Iterator[Round]:
    """Give what is bought, round by round; it may go as it went before."""
    gone = set[int]()
    hints = _hints(before, gone)
    while level := run.level(next(hints)):
        high = max((bid.high for bid in level.bids), default=0.0)
        for bid in level.bids:
            run.sell(bid)
        places = frozenset(bid.place for bid in level.bids)
        # Where a tie stands none of the level is bought, and none bids again.
        gone |= places or set(level.tied)
        yield Round(places, high, frozenset(level.tied), level.rate)


def _order(bought: Bought) -> tuple[object, ...] | None:
    return bought.rounds and tuple(each[:1] + each[2:] for each in bought.rounds)


def _hints(rounds: Sequence[Round] | None, gone: set[int]) -> Iterator[Hint | None]:
    """Give who may come next, by what came next another time; not for ever the same."""
    for each in rounds or ():
        for _ in range(2):
            waiting = sorted(each.places - gone)
            if waiting:
                yield Hint(waiting[0], each.high)
    while True:
        yield None

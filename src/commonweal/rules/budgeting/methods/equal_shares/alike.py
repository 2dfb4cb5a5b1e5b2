"""Proof that a count by equal shares goes as another did with a smaller budget.

As long as the same projects are bought in the same order, everybody has more left and
no price is higher with a larger share. So if, with the money left at the larger of two
budgets, every other project still asks more than the one bought asked at the smaller,
the same is bought at every budget between them.

Where that is too coarse, slopes (`slopes`) tell more: what another project would be
paid, at the price of the one bought, grows so fast at least and so fast at most. If it
falls short at either budget by more than could be made up on the way to the other, it
falls short at all of them.
"""

from collections.abc import Sequence
from fractions import Fraction
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

import numpy as np

from commonweal.rules.budgeting.methods.equal_shares.asking import (
    LESS,
    MORE,
    ULP,
)
from commonweal.rules.budgeting.methods.equal_shares.bids import (
    Bid,
    Flags,
    Unproven,
)
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.slopes import (
    Between,
    Slopes,
    rounding,
)
from commonweal.rules.budgeting.methods.equal_shares.stalls import Floats, Stall

# Projects short of less than this part of their cost may soon be paid for.
_NEAR = 2.0**-3


class Round(NamedTuple):
    """What is bought at once, and a rate none of it asks more than.

    `tied` are all projects that were level, of which none is bought where the tie
    stands; `rate` is what they ask, where it is known as a fraction.
    """

    places: frozenset[int]
    high: float
    tied: frozenset[int]
    rate: Fraction | None


class Moment(NamedTuple):
    """A round of a count: how far off any purse is, what is bid, and what is left.

    `left` has for each project bought what those who back it have afterwards.
    """

    fuzz: float
    bids: tuple[Bid, ...]
    left: tuple[Floats, ...]


class Way(NamedTuple):
    """A count that went by given rounds, where everybody began with a `share`."""

    share: float
    moments: tuple[Moment, ...]


class Proof(NamedTuple):
    """Whether a count with more money goes alike, and if so, how it went.

    Of the rounds, the first `sure` are proven. `crossing` is no proof: it is a share
    where something may change, or nowhere.
    """

    way: Way | None
    sure: int
    crossing: float


def way_of(run: Scout, rounds: Sequence[Round]) -> Way | None:
    """Play a count that is known to go by these rounds; None where floats give up."""
    try:
        moments = tuple(_sold(run, each, _bids(run, each)) for each in rounds)
    except Unproven:
        return None
    return Way(run.share, moments)


def goes_alike(low: Way, run: Scout, rounds: Sequence[Round], sure: int = 0) -> Proof:
    """Prove that a count buys as another with less money did; or say that it may not.

    Then it does so with every budget in between. The first `sure` rounds are known to,
    with as much money or more.
    """
    proving = _Proving(low, run, sure)
    try:
        alike = all(map(proving.round_goes_alike, rounds, low.moments))
        alike = alike and proving.nothing_more()
    except Unproven:
        alike = False
        if proving.crossing >= run.share:
            proving.crossing = (low.share + run.share) / 2
    way = Way(run.share, tuple(proving.moments)) if alike else None
    return Proof(way, max(sure, len(proving.moments)), proving.crossing)


def _bids(run: Scout, each: Round, low: Sequence[Bid] = ()) -> tuple[Bid, ...]:
    """Let those bid that are bought next, or that are level where the tie stands.

    What they bid with less money says where to look.
    """
    guesses = {bid.place: bid.low for bid in low}
    bids = []
    for place in sorted(each.places or each.tied):
        bid = run.ask(place, guesses.get(place, each.high), inf)
        if not isinstance(bid, Bid):
            raise Unproven
        bids.append(bid)
    return tuple(bids)


def _sold(run: Scout, each: Round, bids: tuple[Bid, ...]) -> Moment:
    """Sell what is bought in a round, and tell of it."""
    fuzz, left = run.fuzz, []
    if each.places:
        for bid in bids:
            run.sell(bid)
            left.append(run.near[run.stall(bid.place).rows])
    return Moment(fuzz, bids, tuple(left))


class _Proving:
    """One proof in the course: the `run` with more money goes along the other's way."""

    def __init__(self, low: Way, run: Scout, sure: int) -> None:
        self.low, self.run, self.sure = low, run, sure
        # Both shares are rounded, and so is their difference.
        self.more = (run.share - low.share) * MORE + run.share * 4 * ULP
        self.slopes = Slopes.started(len(run.near))
        self.had = np.full(len(run.near), low.share)
        self.done = set[int]()
        self.moments: list[Moment] = []
        self.crossing = inf

    def round_goes_alike(self, each: Round, low: Moment) -> bool:
        """Prove that a round goes as before, and let it go so."""
        run = self.run
        bids = _bids(run, each, low.bids)
        self.done |= each.places or each.tied
        stalls = [run.stall(bid.place) for bid in bids]
        falls = list(map(self.slopes.fall_of, stalls, low.bids, bids))
        if len(self.moments) >= self.sure:
            ends = low, Moment(run.fuzz, bids, ())
            if not self._ties_go_alike(each, *ends):
                return False
            if not self._all_ask_more(each, *ends, falls):
                return False
        self.moments.append(_sold(run, each, bids))
        if each.places:
            for sale in zip(stalls, low.bids, bids, falls, strict=True):
                self.slopes.sell(*sale)
            for stall, left in zip(stalls, low.left, strict=True):
                self.had[stall.rows] = left
        return True

    def _ties_go_alike(self, each: Round, low: Moment, high: Moment) -> bool:
        """Prove that several that are level stay so much alike that the same follows.

        Bought at once they are if whoever backs several can pay for all, or has
        nothing: so nobody may come to have something. A tie stands as long as all ask
        the very same and somebody who has something cannot pay for all.
        """
        if len(high.bids) < 2:
            return True
        several, due, unsure = self.run.due_of(high.bids)
        has_now, had = self.run.near[several], self.had[several] > 0
        if each.places:
            same = bool((had == (has_now > 0)).all())
            return same and self.run.all_can_be_paid(high.bids)
        short = has_now - due < -unsure
        return self._level_still(high.bids, each) and bool((short & had).any())

    def _level_still(self, bids: Sequence[Bid], each: Round) -> bool:
        """Prove that those level with what is bought ask what they asked then."""
        twins = {self.run.stall(place).twin for place in each.tied}
        rates = {self.run.rate(bid) for bid in bids}
        return len(twins) == 1 or (each.rate is not None and rates == {each.rate})

    def _all_ask_more(
        self, each: Round, low: Moment, high: Moment, falls: Sequence[Between]
    ) -> bool:
        """Prove that all who are still open ask more than what is bought, all the way.

        Who was level with it may ask just as much: ties are parted as before.
        """
        run, aside = self.run, []
        asked = max(bid.high for bid in low.bids)
        while run.waiting and run.waiting[0][0] <= asked:
            _, place = heappop(run.waiting)
            if place in self.done:
                continue
            stall = run.stall(place)
            least = run.above(stall, run.near[stall.rows], asked)
            if not least and place in each.tied:
                least = self._still_level(place, each)
            elif not least and each.places:
                least = self._behind(stall, low, high, falls)
            if not least:
                return False
            aside.append((least, place))
        for entry in aside:
            if entry[0] < inf:
                heappush(run.waiting, entry)
        return True

    def _still_level(self, place: int, each: Round) -> float:
        """Prove that who was level asks the same, and give what at least; or 0."""
        bid = self.run.ask(place, 0.0, inf)
        alike = isinstance(bid, Bid) and self._level_still([bid], each)
        return bid.low if isinstance(bid, Bid) and alike else 0.0

    def _behind(
        self, stall: Stall, low: Moment, high: Moment, falls: Sequence[Between]
    ) -> float:
        """Prove that a project asks more than what is bought, all the way; or give 0.

        Gives what it asks at least in the end.
        """
        least, had, has = 0.0, self.had[stall.rows], self.run.near[stall.rows]
        for one, other, fall in zip(low.bids, high.bids, falls, strict=True):
            use = stall.use / self.run.stall(one.place).use
            falls_so = Between(fall.least * use * LESS, fall.most * use * MORE)
            here = _held_to(stall, had, one, low.fuzz)
            there = _held_to(stall, has, other, high.fuzz)
            paid = self.slopes.paid(stall, falls_so, here.poor, there.surely_poor)
            gains, loses = max(paid.most, 0.0) * MORE, max(-paid.least, 0.0) * MORE
            short = paid.most <= 0 or here.short > gains * self.more
            short |= there.short > loses * self.more
            self._note(here.short, there.short, proven=short)
            if not short:
                return 0.0
            least = max(least, self.run.above(stall, has, other.high))
        return least

    def nothing_more(self) -> bool:
        """Prove that nobody can pay for anything else in the end."""
        run = self.run
        for bound, place in run.waiting:
            if place in self.done:
                continue
            stall = run.stall(place)
            there = stall.cost - float(stall.weights.dot(run.near[stall.rows]))
            if there < stall.cost * _NEAR:
                here = stall.cost - float(stall.weights.dot(self.had[stall.rows]))
                self._note(here, there, proven=there > 0)
            if run.ask(place, bound, inf) != inf:
                return False
        return True

    def _note(self, here: float, there: float, *, proven: bool) -> None:
        """Guess where what a project is short of, at both ends, comes to nothing."""
        part = here / (here - there) if here > there else inf
        if not proven and part > 1:
            part = 0.5
        self.crossing = min(self.crossing, self.low.share + part * self.more)


class _Held(NamedTuple):
    """A project held to the rate of the one bought, at one of two budgets.

    It is at least so much `short` of its cost. `poor` are all who may have less than
    their part, `surely_poor` all who are certain to.
    """

    short: float
    poor: Flags
    surely_poor: Flags


def _held_to(stall: Stall, has: Floats, bid: Bid, fuzz: float) -> _Held:
    """Hold a project to the rate of what is bought, where purses are off by `fuzz`."""
    points = stall.points
    most, least = bid.high * stall.use * MORE, bid.low * stall.use * LESS
    due = most if points is None else most * points
    surely_due = least if points is None else least * points
    paid = float(stall.weights.dot(np.minimum(has, due)))
    short = stall.cost - paid - rounding(stall) * (paid + stall.cost)
    # Twice, because the sums here are rounded too, by less than anybody may be off.
    margin = fuzz * 2
    return _Held(
        short - fuzz * stall.voters, has < due + margin, has + margin < surely_due
    )

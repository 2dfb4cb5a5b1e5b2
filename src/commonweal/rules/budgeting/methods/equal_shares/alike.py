"""Proof that a count by equal shares goes as another did with a smaller budget.

As long as the same projects are bought in the same order, everybody has more left and
no price is higher with a larger share. So if, with the money left at the larger of two
budgets, every other project still asks more than the one bought asked at the smaller,
the same is bought at every budget between them.
"""

from collections.abc import Sequence
from fractions import Fraction
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from commonweal.rules.budgeting.methods.equal_shares.bids import Bid, Unproven
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout

_A_LITTLE_MORE = 1 + 2.0**-50


class Round(NamedTuple):
    """What is bought at once, and a rate none of it asks more than.

    `tied` are all projects that were level, of which none is bought where the tie
    stands; `rate` is what they ask, where it is known as a fraction.
    """

    places: frozenset[int]
    high: float
    tied: frozenset[int]
    rate: Fraction | None


def goes_alike(run: Scout, rounds: Sequence[Round]) -> bool:
    """Prove that a count buys as another with less money did; or say that it may not.

    Then it does so with every budget in between.
    """
    done = set[int]()
    try:
        return all(_round_goes_alike(run, each, done) for each in rounds) and all(
            run.ask(place, bound, inf) == inf
            for bound, place in run.waiting
            if place not in done
        )
    except Unproven:
        return False


def _round_goes_alike(run: Scout, each: Round, done: set[int]) -> bool:
    """Prove that a round goes as before, and let it go so; or say that it may not."""
    gone = each.places or each.tied
    bids = [run.ask(place, each.high, inf) for place in sorted(gone)]
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


def _all_ask_more(run: Scout, bought: Round, done: set[int]) -> bool:
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
        least = run.above(stall, run.near[stall.rows], high)
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


def _level_still(run: Scout, bid: Bid, bought: Round) -> bool:
    """Prove that who was level with what is bought asks no less than that now."""
    if bid.place not in bought.tied:
        return False
    twins = {run.stall(place).twin for place in bought.tied}
    return len(twins) == 1 or (bought.rate is not None and run.rate(bid) == bought.rate)

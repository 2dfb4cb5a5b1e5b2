"""Equal shares: everybody holds an equal part of the budget to pay for what they back.

A project is bought if those who support it can pay for it together. Each pays the same
(or, on ballots with points, in proportion to the points), and who has less left gives
all of it. Bought first is what asks least for what it gives: a voter's use from a
project is its cost (times the points), so the project whose supporters pay the smallest
part `rate` of their use comes next. It is the one with the most *effective support*,
1/rate: the number of supporters that would be needed if all could pay in full. The
count ends when nobody can pay for anything more; what is left stays unspent.

With `settings["satisfaction"] = "cardinality"` a voter's use from a project is one
(times the points), whatever it costs: what asks least of each comes first, so small
projects do. Without it, it is the cost.

Source: Peters, Pierczyński & Skowron, "Proportional Participatory Budgeting with
Additive Utilities" (NeurIPS 2021), section 3; cost and cardinality utilities.

This is the form to read. `fast` counts the same for a city.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from commonweal.rules.budgeting.marks import longest_ballot, points_of
from commonweal.rules.budgeting.methods.equal_shares.book import (
    Book,
    Purchase,
    uses_of,
)
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker


@dataclass(slots=True)
class Purse:
    """What equal ballots have in common: points by project, and money each has left."""

    points: dict[str, int]
    voters: int
    money: Fraction


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Let the voters buy projects, the best supported for its price first.

    Takes ballots of any form; costs and budget in whole coins. A tie is reported where
    the projects level cannot all be paid at that price; one that stands leaves all of
    them unfunded. Raises `Uncountable` as `budget_of` does.
    """
    return counted(Book(contest, ballots, ties), ballots)


def counted(book: Book, ballots: Ballots) -> Outcome:
    """Count as `count` does, into a book that says how large a share is."""
    contest = book.contest
    uses = uses_of(contest)
    purses = _purses(contest, ballots, book.share)
    waiting = book.without_shut_out(contest.standing)
    while prices := _prices(contest, purses, waiting):
        rates = {project: prices[project] / uses[project] for project in prices}
        lowest = min(rates.values())
        level = [project for project in waiting if rates.get(project) == lowest]
        tight = book.caps.tight_for(*level) is not None
        if tight or not _all_can_be_paid(purses, level, prices):
            level = book.part(level)
        for project in level:
            waiting.remove(project)
            if project not in book.deadlocked:
                book.buy(_pay(purses, project, prices[project]))
        waiting = book.without_shut_out(waiting)
    return book.closed()


def _purses(contest: Contest, ballots: Ballots, share: Fraction) -> list[Purse]:
    longest = longest_ballot(contest, ballots)
    return [
        Purse(points_of(contest, ballot.marks, longest), ballot.weight, share)
        for ballot in ballots
    ]


def _prices(
    contest: Contest, purses: Sequence[Purse], waiting: Sequence[str]
) -> dict[str, Fraction]:
    """Give the price a point of each project its supporters can pay for."""
    prices = {}
    for project in waiting:
        supporters = [purse for purse in purses if project in purse.points]
        price = price_of(project, contest.costs[project], supporters)
        if price is not None:
            prices[project] = price
    return prices


def price_of(project: str, cost: int, supporters: list[Purse]) -> Fraction | None:
    """Find the price a point at which the supporters together pay the cost.

    Each pays price x points, or all they have left if that is less. None if all they
    have left together is less than the cost.
    """
    owed, points = Fraction(cost), sum(s.voters * s.points[project] for s in supporters)
    for poorest in sorted(supporters, key=lambda s: s.money / s.points[project]):
        price = owed / points
        if price * poorest.points[project] <= poorest.money:
            return price
        owed -= poorest.voters * poorest.money
        points -= poorest.voters * poorest.points[project]
    return None


def _all_can_be_paid(
    purses: Sequence[Purse], level: Sequence[str], prices: dict[str, Fraction]
) -> bool:
    """Say whether buying one of the projects level leaves the others as they are.

    It does if whoever supports several of them can pay for all those in full, or has
    nothing to pay with.
    """
    for purse in purses:
        backed = [project for project in level if project in purse.points]
        due = sum(prices[project] * purse.points[project] for project in backed)
        if len(backed) > 1 and due > purse.money > 0:
            return False
    return True


def _pay(purses: Sequence[Purse], project: str, price: Fraction) -> Purchase:
    """Take the money from the supporters, and say who paid how."""
    in_full, with_the_rest = 0, 0
    for purse in purses:
        due = price * purse.points.get(project, 0)
        if not due:
            continue
        if due <= purse.money:
            in_full += purse.voters
            purse.money -= due
        else:
            with_the_rest += purse.voters if purse.money else 0
            purse.money = Fraction(0)
    return Purchase(project, price, in_full, with_the_rest)

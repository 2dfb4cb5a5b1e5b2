"""Equal shares for a city: the same count as `plain`, thousands of times faster.

First the count is tried by proof, in floats (`scout`) or else in whole units
(`proven`), with exact prices worked out afterwards. Where both give up, it is done in
fractions from the start (`market`); and numbers beyond any float are left to the
readable form.
"""

from commonweal.rules.budgeting.level import first_of
from commonweal.rules.budgeting.marks import Support
from commonweal.rules.budgeting.methods.equal_shares import plain
from commonweal.rules.budgeting.methods.equal_shares.bids import Level, Part, Unproven
from commonweal.rules.budgeting.methods.equal_shares.book import (
    Book,
    Purchase,
    uses_of,
)
from commonweal.rules.budgeting.methods.equal_shares.market import Market
from commonweal.rules.budgeting.methods.equal_shares.prices import exact_prices
from commonweal.rules.budgeting.methods.equal_shares.proven import Run
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout
from commonweal.rules.budgeting.methods.equal_shares.stalls import Stalls
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.ties import TieBreaker, Ties


def count(
    contest: Contest, ballots: Ballots, ties: TieBreaker, *, raised: int | None = None
) -> Outcome:
    """Count as `plain.count` does: same arguments, same outcome, same refusals.

    With `raised`, everybody holds an equal part of that sum instead of the budget.
    """
    book = Book(contest, ballots, ties, raised=raised)
    if not _within_reach(book):
        return plain.counted(book, ballots)
    if book.caps.groups:
        return _in_fractions(book)
    try:
        levels = _proven(book)
    except Unproven:
        return _in_fractions(book)
    return _written_down(book, levels)


def stalls_of(contest: Contest, support: Support) -> Stalls:
    """Set out what each project of a contest needs to bid."""
    uses = uses_of(contest)
    costs = [contest.costs.get(option, 0) for option in support.options]
    return Stalls.of(support, costs, [uses[option] for option in support.options])


def tie_parter(contest: Contest, ties: TieBreaker, opening: dict[str, Number]) -> Part:
    """Give the charter's way to part projects that are level, as places.

    A project that is level has had no count since the opening, so nothing later bears
    on it.
    """
    options = contest.options

    def part(places: list[int]) -> int | None:
        level = [options[place] for place in places]
        first = first_of(Ties(contest, ties), level, [opening])
        return None if first is None else options.index(first)

    return part


def _within_reach(book: Book) -> bool:
    """Say whether every sum of whole numbers is exact, and no float overflows."""
    support = book.support
    points = int(support.points.max(initial=1)) * max(book.voters, 1)
    dearest = max(book.contest.costs.values(), default=1)
    return points < 2**53 and max(dearest, book.raised) < 2**500


def _proven(book: Book) -> list[Level]:
    """Count by proof. Raises `Unproven`."""
    stalls = stalls_of(book.contest, book.support)
    part = tie_parter(book.contest, book.ties.breaker, dict(book.steps[0].counts))
    try:
        return _scouted(Scout.started(stalls, book.share, part))
    except Unproven:
        run = Run.started(stalls, book.share, part)
    levels = []
    while level := run.level():
        sales = tuple(run.sell(bid, exactly=True) for bid in level.bids)
        levels.append(level._replace(sales=sales))
    return levels


def _scouted(scout: Scout) -> list[Level]:
    """Count in floats, where that is close enough."""
    levels = []
    while level := scout.level():
        levels.append(level._replace(sales=tuple(map(scout.sale_of, level.bids))))
        for bid in level.bids:
            scout.sell(bid)
    return levels


def _written_down(book: Book, levels: list[Level]) -> Outcome:
    """Tell what was proven, at exact prices."""
    options = book.support.options
    costs = [book.contest.costs.get(option, 0) for option in options]
    sales = [sale for level in levels for sale in level.sales]
    prices = iter(exact_prices(book.support, costs, book.share, sales))
    for level in levels:
        if len(level.tied) > len(level.sales):
            book.part([options[place] for place in level.tied])
        for sale in level.sales:
            project, paid = options[sale.place], (sale.in_full, sale.with_the_rest)
            book.buy(Purchase(project, next(prices), *paid))
    return book.closed()


def _in_fractions(book: Book) -> Outcome:
    """Count exactly, ties and all."""
    market = Market.opened(book)
    waiting = book.without_shut_out(book.contest.standing)
    market.keep(waiting)
    while level := market.cheapest():
        projects = [bid.project for bid in level]
        tight = book.caps.tight_for(*projects) is not None
        if len(level) > 1 and (tight or not market.all_can_be_paid(level)):
            projects = book.part(projects)
        for bid in level:
            if bid.project in projects and bid.project not in book.deadlocked:
                book.buy(market.sell(bid))
        done = set(projects)
        waiting = book.without_shut_out(one for one in waiting if one not in done)
        market.keep(waiting)
    return book.closed()

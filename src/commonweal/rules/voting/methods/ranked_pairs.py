"""Ranked pairs: the clearest wins in pairs are held first, if no earlier one forbids.

Rank the options; whom you leave out you put last. Every win in a pair is looked at, the
one with the most voters behind it first, and held unless those already held say the
opposite by a chain. Whoever no held win stands against is elected.

Source: T. N. Tideman, Independence of clones as a criterion for voting rules, Social
Choice and Welfare 4 (1987); of equal wins, the one with fewer voters against it comes
first. Where wins are equal in both, every order of them is followed, and whoever some
order elects is left open by the rule (the method's neutral form, P. Brill & F. Fischer,
The price of neutrality for the ranked pairs method, 2012).
"""

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from itertools import groupby, permutations
from operator import or_

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.pair_steps import pair_steps
from commonweal.rules.voting.pairs import Pairs, cast_in, first_preferences, preferences
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.ties import TieBreaker, Ties
from commonweal.rules.voting.units import OF_PAIRS

MOST_ORDERS = 20_000

type Win = tuple[int, int]
# For each option the options it stands above, as the bits of one number.
type Held = tuple[int, ...]


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find whom no held win stands against.

    The counts of the last step say how many held wins each option has; the facts give
    the `cast` ballots, in voters. Raises `Uncountable` for ballots that are no
    rankings, for more than one place, and where so many wins are equal that not all
    their orders can be followed.
    """
    needs_rankings(ballots)
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    pairs = preferences(contest, ballots)
    cast = cast_in(ballots)
    met = Ties(contest, ties)
    options = contest.standing
    ends = all_ends(options, by_strength(options, pairs)) if cast else {}
    winners = list(ends)
    if len(ends) > 1:
        stages = (first_preferences(contest, ballots),)
        in_order = [option for option in options if option in ends]
        winners = met.part(in_order, 1, stages)
    held = ends.get(winners[0] if winners else "", (0,) * len(options))
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=tuple(winners),
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(*pair_steps(contest, pairs), held_step(contest, held, winners)),
        facts={"cast": cast},
    )


def by_strength(options: Sequence[str], pairs: Pairs) -> list[list[Win]]:
    """Give the wins by places, strongest first, those of equal strength together."""
    wins = []
    for winner, loser in permutations(range(len(options)), 2):
        there = options[winner], options[loser]
        behind, against = pairs[there], pairs[there[::-1]]
        if behind > against:
            wins.append((-behind, against, (winner, loser)))
    levels = groupby(sorted(wins), key=lambda win: win[:2])
    return [[win for *_, win in level] for _, level in levels]


def all_ends(options: Sequence[str], levels: list[list[Win]]) -> dict[str, Held]:
    """Follow every order of equal wins; give each possible winner and a way there."""
    ways: set[Held] = {(0,) * len(options)}
    for level in levels:
        ways = {after for way in ways for after in held_after(way, level)}
        if len(ways) > MOST_ORDERS:
            raise Uncountable(Sentence("ranked_pairs_too_many_orders"))
    ends: dict[str, Held] = {}
    for way in sorted(ways, key=partial(told, options)) if len(ways) > 1 else ways:
        beaten = reduce(or_, way, 0)
        # Where two are level against each other, no held win may part them.
        for place, one in enumerate(options):
            if not beaten >> place & 1:
                ends.setdefault(one, way)
    return ends


def told(options: Sequence[str], way: Held) -> list[tuple[str, str]]:
    """Write down what is held, pair by pair in alphabetical order."""
    pairs = permutations(range(len(options)), 2)
    return sorted((options[a], options[b]) for a, b in pairs if way[a] >> b & 1)


def held_after(way: Held, level: list[Win]) -> Iterator[Held]:
    """Give what is held after equal wins, by each order of those that clash."""
    # `way` holds with every win all that follows from it by chains.
    open_wins = [win for win in level if is_open(way, win)]
    together = way
    for win in open_wins:
        together = joined(together, win)
    safe = [(one, other) for one, other in open_wins if not together[other] >> one & 1]
    for win in safe:
        way = joined(way, win)
    clashing = frozenset(open_wins).difference(safe)
    yield from orders_of(way, clashing, set())


def is_open(way: Held, win: Win) -> bool:
    """Say that what is held says nothing yet about two options."""
    one, other = win
    return not (way[one] >> other & 1 or way[other] >> one & 1)


def orders_of(
    way: Held, left: frozenset[Win], seen: set[tuple[Held, frozenset[Win]]]
) -> Iterator[Held]:
    """Hold the wins that are left in every order, each unless it is forbidden."""
    left = frozenset(win for win in left if is_open(way, win))
    if (way, left) in seen:
        return
    seen.add((way, left))
    if len(seen) > MOST_ORDERS:
        raise Uncountable(Sentence("ranked_pairs_too_many_orders"))
    if not left:
        yield way
    for win in left:
        yield from orders_of(joined(way, win), left - {win}, seen)


def joined(way: Held, win: Win) -> Held:
    """Hold one more win, with all that follows from it by chains."""
    winner, loser = win
    if way[winner] >> loser & 1:
        return way
    behind = way[loser] | 1 << loser
    return tuple(
        held | behind if one == winner or held >> winner & 1 else held
        for one, held in enumerate(way)
    )


def held_step(contest: Contest, held: Held, winners: list[str]) -> Step:
    """Show how many others each option stands above by what is held."""
    options = contest.standing
    counts = {one: held[place].bit_count() for place, one in enumerate(options)}
    facts: dict[str, Fact] = {"others": max(len(options) - 1, 0)}
    return Step(
        Sentence("ranked_pairs_held"),
        Sentence("ranked_pairs_held_explained", facts),
        counts,
        elected=tuple(winners),
    )


METHOD = Method(
    id="ranked-pairs",
    title=Sentence("method_ranked_pairs"),
    summary=Sentence("method_ranked_pairs_summary"),
    ballot="ranking",
    unit="above",
    units=OF_PAIRS,
    count=count,
    source="T. N. Tideman, Independence of clones as a criterion for voting rules, "
    "Social Choice and Welfare 4 (1987)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "mutual_majority",
            "condorcet_winner",
            "condorcet_loser",
            "smith",
            "clones",
            "monotonicity",
            "unanimity",
        }
    ),
    most_seats=1,
)

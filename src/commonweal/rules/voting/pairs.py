"""How many voters put one option before another, for every two options.

Whom a ballot leaves out it puts last, level with all others it leaves out. Of an
option named twice, the better rank counts.
"""

from collections.abc import Iterator
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.fast_piles import FastPiles
from commonweal.rules.voting.grouped import GroupedRankings, Whole

type Pairs = dict[tuple[str, str], int]
type Places = NDArray[np.uint8] | NDArray[np.uint16] | Whole


def preferences(contest: Contest, ballots: Ballots) -> Pairs:
    """Give for every two standing options how many voters put the first before."""
    if isinstance(ballots, GroupedRankings) and ballots.options == contest.options:
        return preferences_at_once(contest, ballots)
    pairs: Pairs = dict.fromkeys(permutations(contest.standing, 2), 0)
    for ballot in ballots:
        ranks = rank_of_each(ballot)
        # Ranks left empty and names repeated may make a ballot longer than the list.
        last = max(ranks.values(), default=0) + 1
        for one, other in pairs:
            if ranks.get(one, last) < ranks.get(other, last):
                pairs[one, other] += ballot.weight
    return pairs


def preferences_at_once(contest: Contest, ballots: GroupedRankings) -> Pairs:
    """Do as `preferences` does, for all ballots at once."""
    places = places_of(ballots)
    number = {option: i for i, option in enumerate(ballots.options, start=1)}
    pairs: Pairs = dict.fromkeys(permutations(contest.standing, 2), 0)
    for times, rows in layers(ballots.weights):
        some = places if rows is None else places.take(rows, axis=1)
        for one, other in pairs:
            before = some[number[one]] < some[number[other]]
            pairs[one, other] += times * int(np.count_nonzero(before))
    return pairs


def places_of(ballots: GroupedRankings) -> Places:
    """Give a row for each option, the number by which each ballot names it.

    The better place has the smaller number; row nought, and whom a ballot leaves out,
    has a number larger than any place. Of a name repeated the better place counts.
    """
    lengths = np.diff(ballots.starts, append=len(ballots.marks)) - 1
    longest = int(lengths.max(initial=0)) + 1
    kind = np.uint8 if longest < 256 else np.uint16 if longest < 65_536 else np.int64
    places = np.full((len(ballots.options) + 1, len(ballots)), longest, dtype=kind)
    flat, row_begins = places.reshape(-1), np.arange(len(places)) * len(ballots)
    # From the last place to the first, so that of a name repeated the better one stays.
    for place in reversed(range(longest - 1)):
        rows = np.flatnonzero(lengths > place)
        marks = ballots.marks.take(ballots.starts.take(rows) + place)
        flat[row_begins.take(marks) + rows] = place
    return places


def layers(weights: Whole) -> Iterator[tuple[int, Whole | None]]:
    """Give numbers of voters and the rows that have these in them, to count by.

    Each row's numbers add up to its weight. First comes one voter in every row (None
    stands for all of them), then powers of two of what is more.
    """
    assert (weights > 0).all(), "somebody cast each ballot"
    yield 1, None
    rows = np.flatnonzero(weights > 1)
    more, power = weights.take(rows) - 1, 1
    while len(rows):
        having = (more & power) > 0
        if having.any():
            yield power, rows.compress(having)
        power *= 2
        on = more >= power
        rows, more = rows.compress(on), more.compress(on)


def first_preferences(contest: Contest, ballots: Ballots) -> dict[str, int]:
    """Give how many voters put each standing option first, alone."""
    counts = dict.fromkeys(contest.standing, 0)
    if isinstance(ballots, GroupedRankings) and ballots.options == contest.options:
        sorted_out = FastPiles(contest, ballots).sort(1).received
        return counts | {option: int(votes) for option, votes in sorted_out.items()}
    for ballot in ballots:
        assert isinstance(ballot.marks, Ranking)
        ranks = [set(rank) - contest.withdrawn for rank in ballot.marks.ranks]
        first = next((rank for rank in ranks if rank), set())
        if len(first) == 1:
            counts[first.pop()] += ballot.weight
    return counts


def named_in(contest: Contest, ballots: Ballots) -> dict[str, int]:
    """Give how many voters name each standing option at all."""
    counts = dict.fromkeys(contest.standing, 0)
    for ballot in ballots:
        for option in rank_of_each(ballot).keys() & counts.keys():
            counts[option] += ballot.weight
    return counts


def cast_in(ballots: Ballots) -> int:
    """Count the voters."""
    if isinstance(ballots, GroupedRankings):
        return int(ballots.weights.sum())
    return sum(ballot.weight for ballot in ballots)


def rank_of_each(ballot: Ballot) -> dict[str, int]:
    """Give the rank at which a ballot names each option, counted from nought."""
    assert isinstance(ballot.marks, Ranking)
    ranks: dict[str, int] = {}
    for number, rank in enumerate(ballot.marks.ranks):
        for option in rank:
            ranks.setdefault(option, number)
    return ranks

"""How many voters put one option before another, for every two options.

Whom a ballot leaves out it puts last, level with all others it leaves out. Of an
option named twice, the better rank counts.
"""

from collections.abc import Sequence
from itertools import combinations, islice, permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.fast_piles import FastPiles
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.placed import placed

type Pairs = dict[tuple[str, str], int]
type Table = NDArray[Any]

LARGEST = np.iinfo(np.int64).max
BLOCK = 4096


def preferences(contest: Contest, ballots: Ballots) -> Pairs:
    """Give for every two standing options how many voters put the first before."""
    if isinstance(ballots, GroupedRankings) and ballots.options == contest.options:
        return preferences_at_once(contest, ballots)
    size = len(contest.standing)
    sums = np.zeros((size, size), dtype=object)
    said = iter(ballots)
    while block := tuple(islice(said, BLOCK)):
        sums += before_in(contest.standing, block)
    return paired(contest.standing, sums)


def before_in(options: Sequence[str], ballots: Sequence[Ballot]) -> Table:
    """Count at once, in whole numbers: row before column, for some ballots."""
    ranks = np.array([in_places(options, one) for one in ballots], dtype=np.int64)
    weights = np.array([one.weight for one in ballots], dtype=object)
    # A number that no machine word holds is still added up exactly.
    if int(weights.sum()) <= LARGEST:
        weights = weights.astype(np.int64)
    rows = [weights @ (column[:, None] < ranks) for column in ranks.T]
    return np.array(rows, dtype=object).reshape(len(options), len(options))


def in_places(options: Sequence[str], ballot: Ballot) -> list[int]:
    """Give the rank of each option on a ballot; whom it leaves out it puts last."""
    ranks = rank_of_each(ballot)
    # Ranks left empty and names repeated may make a ballot longer than the list.
    last = max(ranks.values(), default=0) + 1
    return [ranks.get(option, last) for option in options]


def paired(options: Sequence[str], table: Table) -> Pairs:
    """Write a table, row before column, as a number for every two."""
    rows = [[int(n) for n in row] for row in table.tolist()]
    return {
        (one, other): rows[i][j]
        for (i, one), (j, other) in permutations(enumerate(options), 2)
    }


def preferences_at_once(contest: Contest, ballots: GroupedRankings) -> Pairs:
    """Do as `preferences` does, for all ballots at once.

    Whoever does not put the one before the other puts the other before the one, or
    names neither; so each two need be compared only once.
    """
    rows = placed(ballots)
    voters = int(ballots.weights.sum())
    number = {option: i for i, option in enumerate(ballots.options, start=1)}
    pairs: Pairs = dict.fromkeys(permutations(contest.standing, 2), 0)
    each_two = [(number[a], number[b]) for a, b in combinations(contest.standing, 2)]
    for (a, b), before in rows.counted(each_two).items():
        one, other = ballots.options[a - 1], ballots.options[b - 1]
        pairs[one, other] = before
        pairs[other, one] = voters - before - rows.neither(a, b)
    return pairs


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

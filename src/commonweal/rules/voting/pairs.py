"""How many voters put one option before another, for every two options.

Whom a ballot leaves out it puts last, level with all others it leaves out. Of an
option named twice, the better rank counts.
"""

from itertools import permutations

import numpy as np

from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.grouped import GroupedRankings

type Pairs = dict[tuple[str, str], int]


def preferences(contest: Contest, ballots: Ballots) -> Pairs:
    """Give for every two standing options how many voters put the first before."""
    if isinstance(ballots, GroupedRankings) and ballots.options == contest.options:
        return preferences_at_once(contest, ballots)
    pairs: Pairs = dict.fromkeys(permutations(contest.standing, 2), 0)
    for ballot in ballots:
        ranks = rank_of_each(ballot)
        last = len(contest.options)
        for one, other in pairs:
            if ranks.get(one, last) < ranks.get(other, last):
                pairs[one, other] += ballot.weight
    return pairs


def preferences_at_once(contest: Contest, ballots: GroupedRankings) -> Pairs:
    """Do as `preferences` does, for all ballots at once."""
    ends = np.append(ballots.starts[1:], len(ballots.marks))
    rows = np.repeat(np.arange(len(ballots)), ends - ballots.starts)
    places = np.full((len(ballots.options) + 1, len(ballots)), len(ballots.marks))
    # Written from the last mark to the first, so that the better rank stays.
    places[ballots.marks[::-1], rows[::-1]] = np.arange(len(ballots.marks))[::-1]
    number = {option: i for i, option in enumerate(ballots.options, start=1)}
    return {
        (one, other): int(
            ballots.weights[places[number[one]] < places[number[other]]].sum()
        )
        for one, other in permutations(contest.standing, 2)
    }


def first_preferences(contest: Contest, ballots: Ballots) -> dict[str, int]:
    """Give how many voters put each standing option first, alone."""
    counts = dict.fromkeys(contest.standing, 0)
    for ballot in ballots:
        assert isinstance(ballot.marks, Ranking)
        ranks = [set(rank) - contest.withdrawn for rank in ballot.marks.ranks]
        first = next((rank for rank in ranks if rank), set())
        if len(first) == 1:
            counts[first.pop()] += ballot.weight
    return counts


def rank_of_each(ballot: Ballot) -> dict[str, int]:
    """Give the rank at which a ballot names each option, counted from nought."""
    assert isinstance(ballot.marks, Ranking)
    ranks: dict[str, int] = {}
    for number, rank in enumerate(ballot.marks.ranks):
        for option in rank:
            ranks.setdefault(option, number)
    return ranks

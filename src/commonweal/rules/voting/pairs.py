"""How many voters put one option before another, for every two options.

Whom a ballot leaves out it puts last, level with all others it leaves out. Of an
option named twice, the better rank counts.
"""

from itertools import combinations, permutations

from commonweal.rules.voting.ballots import Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.fast_piles import FastPiles
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.placed import placed

type Pairs = dict[tuple[str, str], int]


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

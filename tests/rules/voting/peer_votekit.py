"""Count small elections by votekit, for `peer_methods`.

It is asked to part no tie, where it can be: then it ends with an error at one.
"""

from collections.abc import Callable
from typing import Any

from votekit.ballot import RankBallot
from votekit.elections import IRV, STV, Borda, RankedPairs, Schulze
from votekit.pref_profile import RankProfile

type Election = dict[str, Any]
type Count = Callable[[Election], list[str]]


def profile_of(election: Election) -> RankProfile:
    """Give rankings as votekit has them."""
    ballots = [
        RankBallot(ranking=[{option} for option in order], weight=times)
        for order, times in election["ballots"]
    ]
    return RankProfile(ballots=ballots, candidates=election["options"])


def elected(result: Any) -> list[str]:
    """Give who was elected, in one list."""
    return [option for together in result.get_elected() for option in together]


def runoff(election: Election) -> list[str]:
    """Count instant runoff."""
    return elected(IRV(profile_of(election), exact=True))


def transferable(election: Election) -> list[str]:
    """Count transferable votes in fractions, one surplus after the other."""
    profile, seats = profile_of(election), election["seats"]
    return elected(STV(profile, n_seats=seats, simultaneous=False, exact=True))


def borda(election: Election) -> list[str]:
    """Count points."""
    return elected(Borda(profile_of(election), n_seats=election["seats"]))


def by(method: Any) -> Count:
    """Count pairs; those who are level go by the alphabet."""
    return lambda election: elected(
        method(profile_of(election), n_seats=election["seats"])
    )


COUNTS: dict[str, Count] = {
    "irv": runoff,
    "stv-wigm": transferable,
    "schulze": by(Schulze),
    "ranked-pairs": by(RankedPairs),
    "borda": borda,
}

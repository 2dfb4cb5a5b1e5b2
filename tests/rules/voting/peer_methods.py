"""Count small elections by other people's programs; run by the peers' Python.

Reads lines of JSON, each an election with the ids of methods to count it by; writes
for each a line with whom every program elects, or the kind of error it ends with. An
empty list stands for a tie that the program reports and does not part.
"""

import json
import random
import signal
import sys
from collections.abc import Callable
from typing import Any

import peer_votekit
import peer_votelib
from abcvoting import abcrules
from abcvoting.preferences import Profile as Approving
from abcvoting.preferences import Voter
from pref_voting.grade_methods import majority_judgement, score_voting, star
from pref_voting.grade_profiles import GradeProfile
from pref_voting.iterative_methods import (
    coombs,
    instant_runoff_for_truncated_linear_orders,
)
from pref_voting.margin_based_methods import beat_path, minimax, ranked_pairs
from pref_voting.profiles import Profile
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.proportional_methods import stv_meek, stv_scottish
from pref_voting.scoring_methods import borda as borda_of_whole
from pyrankvote import (
    Ballot,
    Candidate,
    instant_runoff_voting,
    single_transferable_vote,
)
from votelib.evaluate.core import Tie

# Of CPU: some programs are compiled when they are first called, some never end.
SECONDS = 20

type Election = dict[str, Any]
type Count = Callable[[Election], list[str]]


def pyrankvote(counted: Any) -> Count:
    """Count by pyrankvote."""

    def count(election: Election) -> list[str]:
        named = {option: Candidate(option) for option in election["options"]}
        ballots = [
            Ballot([named[option] for option in order])
            for order, times in election["ballots"]
            for _ in range(times)
        ]
        seats = [] if counted is instant_runoff_voting else [election["seats"]]
        result = counted(list(named.values()), ballots, *seats)
        return [winner.name for winner in result.get_winners()]

    return count


def in_order(election: Election) -> ProfileWithTies:
    """Give rankings as pref_voting has them where some options are left out."""
    number = {option: i for i, option in enumerate(election["options"])}
    said = [order for order, _ in election["ballots"]]
    orders = [{number[one]: i for i, one in enumerate(order, 1)} for order in said]
    times = [times for _, times in election["ballots"]]
    return ProfileWithTies(orders, rcounts=times, candidates=list(number.values()))


def only_whole(election: Election) -> Profile:
    """Give rankings as pref_voting has them where all name every option."""
    number = {option: i for i, option in enumerate(election["options"])}
    orders = [[number[option] for option in order] for order, _ in election["ballots"]]
    if any(len(order) < len(number) for order in orders):
        raise NotAskedError
    return Profile(orders, rcounts=[times for _, times in election["ballots"]])


def alone(election: Election, won: list[int]) -> list[str]:
    """Give one who wins alone; where several do, that is a tie."""
    return [election["options"][one] for one in won] if len(won) == 1 else []


def by_strength(method: Any) -> Count:
    """Count pairs by pref_voting; a win is as strong as the votes for it."""

    def count(election: Election) -> list[str]:
        profile = in_order(election)
        profile.use_extended_strict_preference()
        won = method(profile, strength_function=profile.support)
        return alone(election, list(won))

    return count


def whole(method: Any) -> Count:
    """Count by pref_voting what takes whole rankings only."""
    return lambda election: alone(election, list(method(only_whole(election))))


def runoff(election: Election) -> list[str]:
    """Count instant runoff by pref_voting."""
    profile = in_order(election)
    return alone(election, list(instant_runoff_for_truncated_linear_orders(profile)))


def seats(method: Any, **how: Any) -> Count:
    """Fill places by pref_voting, which draws lots where its rule leaves them."""

    def count(election: Election) -> list[str]:
        if "rng" in how:
            how["rng"] = random.Random(1)
        won = method(in_order(election), num_seats=election["seats"], **how)
        return [election["options"][one] for one in won]

    return count


def graded(method: Any) -> Count:
    """Count grades by pref_voting."""

    def count(election: Election) -> list[str]:
        number = {option: i for i, option in enumerate(election["options"])}
        grades = [
            {number[option]: points for option, points in given}
            for given, _ in election["ballots"]
        ]
        times = [times for _, times in election["ballots"]]
        scale, named = list(range(6)), list(number.values())
        profile = GradeProfile(grades, scale, gcounts=times, candidates=named)
        return alone(election, list(method(profile)))

    return count


def committee(rule: str) -> Count:
    """Fill a committee by abcvoting, which gives all that are level."""

    def count(election: Election) -> list[str]:
        number = {option: i for i, option in enumerate(election["options"])}
        profile = Approving(num_cand=len(number))
        for marks, times in election["ballots"]:
            voter = Voter([number[one] for one in marks], num_cand=len(number))
            profile.add_voters([voter] * times)
        found = abcrules.compute(rule, profile, election["seats"], resolute=False)
        together = found[0] if len(found) == 1 else []
        return [election["options"][one] for one in together]

    return count


COUNTS: dict[str, dict[str, Count]] = {
    "irv": {"pref_voting": runoff, "pyrankvote": pyrankvote(instant_runoff_voting)},
    "stv-scottish": {"pref_voting": seats(stv_scottish, rng=None)},
    "stv-meek": {"pref_voting": seats(stv_meek)},
    "stv-wigm": {"pyrankvote": pyrankvote(single_transferable_vote)},
    "coombs": {"pref_voting": whole(coombs)},
    "schulze": {"pref_voting": by_strength(beat_path)},
    "ranked-pairs": {"pref_voting": by_strength(ranked_pairs)},
    "minimax": {"pref_voting": by_strength(minimax)},
    "borda": {"pref_voting": whole(borda_of_whole)},
    "approval": {"abcvoting": committee("av")},
    "pav": {"abcvoting": committee("pav")},
    "pav-sequential": {"abcvoting": committee("seqpav")},
    "phragmen-sequential": {"abcvoting": committee("seqphragmen")},
    "committee-shares": {"abcvoting": committee("equal-shares")},
    "score": {"pref_voting": graded(score_voting)},
    "star": {"pref_voting": graded(star)},
    "majority-judgment": {"pref_voting": graded(majority_judgement)},
}
OTHERS = {"votekit": peer_votekit.COUNTS, "votelib": peer_votelib.COUNTS}


class NotAskedError(Exception):
    """Raised where a program has no such ballots."""


def answers(method: str, election: Election) -> dict[str, list[str] | str]:
    """Give what each program that has the method and such ballots says."""
    others = {peer: of[method] for peer, of in OTHERS.items() if method in of}
    every = COUNTS[method] | others
    told = {peer: counted(count, election) for peer, count in every.items()}
    return {peer: said for peer, said in told.items() if said != NotAskedError.__name__}


def counted(count: Count, election: Election) -> list[str] | str:
    """Count, and name the kind of error where a program ends with one, or never."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        won = count(election)
    except Exception as error:
        return type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return [] if any(isinstance(one, Tie) for one in won) else sorted(map(str, won))


def give_up(*_: object) -> None:
    """Stop a count that comes to no end."""
    raise TimeoutError


def main() -> None:
    """Count every election that comes in."""
    signal.signal(signal.SIGVTALRM, give_up)
    for line in sys.stdin:
        election = json.loads(line)
        told = {method: answers(method, election) for method in election["methods"]}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()

"""Filling places from the top of a list of counts, and saying when it is a tie."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties


class Tallied(NamedTuple):
    """What adding up yields: all counts, those that may take a place, the ballots."""

    counts: Mapping[str, Number]
    wanted: Mapping[str, Number]
    cast: int
    spoilt: int


def in_one_step(
    method: str, contest: Contest, tallied: Tallied, ties: TieBreaker
) -> Outcome:
    """Give the places to the highest counts, in a count of a single step."""
    met = Ties(contest, ties)
    winners = fill_places(contest, tallied.wanted, met)
    facts: dict[str, Fact] = {
        "cast": tallied.cast,
        "spoilt": tallied.spoilt,
        "seats": contest.seats,
    }
    step = Step(
        Sentence(f"{method}_counts"),
        Sentence(f"{method}_counts_explained", facts),
        tallied.counts,
        elected=winners,
    )
    return Outcome(
        method=method,
        seats=contest.seats,
        winners=winners,
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(step,),
        facts={"cast": tallied.cast, "spoilt": tallied.spoilt},
    )


def fill_places(
    contest: Contest, counts: Mapping[str, Number], ties: Ties
) -> tuple[str, ...]:
    """Give the contest's places to those with the highest counts, best first.

    `counts` holds those who may have a place at all. Options that are level within the
    places are in the order of the contest; only where the edge of the places runs
    through a group that is level is there a tie.
    """
    winners: list[str] = []
    for number in sorted(set(counts.values()), reverse=True):
        level = [one for one in contest.options if counts.get(one) == number]
        free = contest.seats - len(winners)
        if len(level) > free:
            # Where a tie is left to stand, nobody from below it takes the place.
            winners += ties.part(level, free, (counts,)) if free else ()
            break
        winners += level
    return tuple(winners)


def would_all_go(
    votes: Mapping[str, Number],
    continuing: Collection[str],
    level: Collection[str],
    places: int,
) -> bool:
    """Say if those who are level at the bottom will all be excluded, in any order.

    They will if even all their votes together leave them below everybody else, and
    enough others are left for the places.
    """
    others = [option for option in continuing if option not in level]
    together = sum(votes[option] for option in level)
    return len(others) >= places and all(votes[one] > together for one in others)

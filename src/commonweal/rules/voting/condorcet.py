"""Whom every method should at least be held against: who beats every other in pairs.

Source: the Marquis de Condorcet, Essai sur l'application de l'analyse à la probabilité
des décisions rendues à la pluralité des voix (1785).
"""

from collections.abc import Callable

import numpy as np

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.pairs import layers, places_of, preferences

type Before = Callable[[str, str], int]


def condorcet_winner(contest: Contest, ballots: Ballots) -> str | None:
    """Give the option that beats every other in pairs, or None if there is none.

    Whom a ballot leaves out it puts last. Takes rankings only.
    """
    before = counter(contest, ballots)

    def beats(one: str, other: str) -> bool:
        return before(one, other) > before(other, one)

    # Who beats all others is never put aside here; so only one needs a closer look.
    champion: str | None = None
    for option in contest.standing:
        if champion is None or not beats(champion, option):
            champion = option
    others = [option for option in contest.standing if option != champion]
    if champion is None or not others:
        return None
    return champion if all(beats(champion, other) for other in others) else None


def counter(contest: Contest, ballots: Ballots) -> Before:
    """Give what counts how many put one option before another."""
    if not isinstance(ballots, GroupedRankings) or ballots.options != contest.options:
        pairs = preferences(contest, ballots)
        return lambda one, other: pairs[one, other]
    places = places_of(ballots)
    number = {option: i for i, option in enumerate(ballots.options, start=1)}
    numbers = list(layers(ballots.weights))

    def before(one: str, other: str) -> int:
        is_before = places[number[one]] < places[number[other]]
        return sum(
            times
            * int(np.count_nonzero(is_before if rows is None else is_before[rows]))
            for times, rows in numbers
        )

    return before

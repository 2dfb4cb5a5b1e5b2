"""Whom every method should at least be held against: who beats every other in pairs.

Source: the Marquis de Condorcet, Essai sur l'application de l'analyse à la probabilité
des décisions rendues à la pluralité des voix (1785).
"""

from collections.abc import Callable

from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.grouped import GroupedRankings
from commonweal.rules.voting.pairs import preferences
from commonweal.rules.voting.placed import placed

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
    rows = placed(ballots)
    number = {option: i for i, option in enumerate(ballots.options, start=1)}
    return lambda one, other: rows.before(number[one], number[other])

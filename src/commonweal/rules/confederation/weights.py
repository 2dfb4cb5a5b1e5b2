"""How many votes each body has in a congress, and what no body has more of.

One each, or by its members: in bands that grow more slowly than they, or one for each.
A cap keeps any one body from having more than its share of all votes.

Source: the bands of CNT's congresses; caps as in the statutes of federations with one
large member.
"""

from collections.abc import Mapping
from fractions import Fraction

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.apportionment.methods.bands import share_by_bands
from commonweal.rules.confederation.terms import Congress
from commonweal.rules.voting.ties import TieBreaker


def votes_of(terms: Congress, members: Mapping[str, int]) -> dict[str, Fraction]:
    """Give the exact votes of each body, by the number of its members.

    What is above the cap is taken off, not given to others: the votes of a body that is
    too large are as many as make it just the cap's share of all that are left.
    """
    votes = _uncapped(terms, members)
    return _capped(votes, terms.most_share) if terms.most_share else votes


def _uncapped(terms: Congress, members: Mapping[str, int]) -> dict[str, Fraction]:
    if terms.votes == "one_each":
        return dict.fromkeys(members, Fraction(1))
    weights = {body: Fraction(number) for body, number in members.items()}
    if terms.votes == "members":
        return weights
    seats = share_by_bands(Bodies(weights), None, TieBreaker()).seats
    return {body: Fraction(number) for body, number in seats.items()}


def _capped(votes: dict[str, Fraction], most: Fraction) -> dict[str, Fraction]:
    """Take votes off the largest until none has more than the share, if that can be.

    Where there are too few bodies for the cap, all weigh the same.
    """
    if not any(votes.values()) or most * _weighty(votes) <= 1:
        return {body: Fraction(bool(number)) for body, number in votes.items()}
    capped: set[str] = set()
    while True:
        rest = sum((n for body, n in votes.items() if body not in capped), Fraction(0))
        # So many capped bodies, each with x of the whole w: w = rest + len * most * w.
        whole = rest / (1 - len(capped) * most)
        above = {
            body
            for body, number in votes.items()
            if body not in capped and number > most * whole
        }
        if not above:
            return {
                body: most * whole if body in capped else number
                for body, number in votes.items()
            }
        capped |= above


def _weighty(votes: Mapping[str, Fraction]) -> int:
    return sum(1 for number in votes.values() if number)

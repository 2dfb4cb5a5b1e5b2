"""Borda: a point for every option behind one's own; the most points win.

Rank the options. An option gets a point for each it is put before, and half a point
for each it is level with; whom you leave out is last, level with all others left out.

Source: Jean-Charles de Borda, Mémoire sur les élections au scrutin (1784); the half
point for those who are level is Duncan Black's, The Theory of Committees and Elections
(1958), chapter 9.
"""

from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.pairs import cast_in, preferences
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.places import Tallied, in_one_step
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places to the options with the most points.

    An option that nobody puts before any other takes no place. The facts give the
    `cast` ballots, in voters; none is spoilt. Raises `Uncountable` for ballots that are
    no rankings.
    """
    needs_rankings(ballots)
    pairs = preferences(contest, ballots)
    cast = cast_in(ballots)
    points: dict[str, Number] = {}
    wanted: dict[str, Number] = {}
    for one in contest.standing:
        others = [other for other in contest.standing if other != one]
        # Who puts neither first gives half a point to both.
        halves = sum(cast + pairs[one, o] - pairs[o, one] for o in others)
        points[one] = Fraction(halves, 2)
        if any(pairs[one, other] for other in others) or (cast and not others):
            wanted[one] = points[one]
    return in_one_step("borda", contest, Tallied(points, wanted, cast, 0), ties)


METHOD = Method(
    id="borda",
    title=Sentence("method_borda"),
    summary=Sentence("method_borda_summary"),
    ballot="ranking",
    unit="points",
    count=count,
    source="Jean-Charles de Borda, Mémoire sur les élections au scrutin (1784)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority_loser",
            "condorcet_loser",
            "monotonicity",
            "participation",
            "unanimity",
        }
    ),
)

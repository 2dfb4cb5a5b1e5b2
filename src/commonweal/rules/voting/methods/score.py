"""Score voting: give each option points; the most points win.

Source: Warren D. Smith, Range voting (2000).
"""

from collections import Counter

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest, Scores
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.places import Tallied, in_one_step
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.voting.whole import bounds_of


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places to the options with the most points.

    An option left without points gets none; of two scores for one option the first
    counts. With the settings `lowest` and `highest`, a ballot with a score outside them
    is spoilt. An option that nobody scored takes no place. The facts give the `cast`
    and `spoilt` ballots, in voters. Raises `Uncountable` for ballots without scores,
    and for bounds that are none.
    """
    bounds = bounds_of(contest)
    points, cast, spoilt = Counter[str](), 0, 0
    scored: set[str] = set()
    for ballot in ballots:
        if not isinstance(ballot.marks, Scores):
            raise Uncountable(Sentence("needs_scores"))
        # Read backwards, so that the first score is the one that stays.
        scores = dict(reversed(ballot.marks.scores))
        cast += ballot.weight
        if all(bounds.hold(score) for score in scores.values()):
            scored |= scores.keys()
            for option, score in scores.items():
                points[option] += score * ballot.weight
        else:
            spoilt += ballot.weight
    counts = {option: points[option] for option in contest.standing}
    wanted = {option: counts[option] for option in contest.standing if option in scored}
    return in_one_step("score", contest, Tallied(counts, wanted, cast, spoilt), ties)


METHOD = Method(
    id="score",
    title=Sentence("method_score"),
    summary=Sentence("method_score_summary"),
    ballot="scores",
    unit="points",
    count=count,
    source="Warren D. Smith, Range voting (2000)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "monotonicity",
            "participation",
            "unanimity",
        }
    ),
    settings=("lowest", "highest"),
)

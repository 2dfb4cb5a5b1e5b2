"""Plurality: mark one; most marks win. With several places, mark up to that many.

Source: Duncan Black, The Theory of Committees and Elections (1958), chapter 9.
"""

from collections import Counter

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Approvals, Ballot, Ballots, Contest, Ranking
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.places import Tallied, in_one_step
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.voting.whole import most_marks


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places to the options that most voters marked.

    A ballot may mark as many options as there are places, or as the setting `marks`
    says; with more it is spoilt. Of a ranking only the first preference is read. An
    option that nobody marked takes no place. The facts give the `cast` and `spoilt`
    ballots, in voters. Raises `Uncountable` for answers and scores, and for
    `marks` that are no number.
    """
    most = most_marks(contest, usual=contest.seats)
    marks, cast, spoilt = Counter[str](), 0, 0
    for ballot in ballots:
        marked = marked_on(contest, ballot)
        cast += ballot.weight
        if len(marked) > most:
            spoilt += ballot.weight
        else:
            for option in marked:
                marks[option] += ballot.weight
    counts = {option: marks[option] for option in contest.standing}
    wanted = {option: number for option, number in counts.items() if number > 0}
    return in_one_step(
        "plurality", contest, Tallied(counts, wanted, cast, spoilt), ties
    )


def marked_on(contest: Contest, ballot: Ballot) -> set[str]:
    """Give what a ballot marks: its ticks, or the first preference that stands."""
    match ballot.marks:
        case Approvals(options):
            return set(options)
        case Ranking(ranks):
            named = (set(rank) - contest.withdrawn for rank in ranks)
            return next((rank for rank in named if rank), set())
        case _:
            raise Uncountable(Sentence("needs_approvals"))


METHOD = Method(
    id="plurality",
    title=Sentence("method_plurality"),
    summary=Sentence("method_plurality_summary"),
    ballot="approvals",
    unit="marks",
    count=count,
    source="Duncan Black, The Theory of Committees and Elections (1958), chapter 9",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "monotonicity",
            "participation",
            "unanimity",
        }
    ),
    settings=("marks",),
)

"""Approval voting: tick everything you can live with; most ticks win.

Source: Brams & Fishburn, Approval Voting (1983).
"""

from collections import Counter

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Approvals, Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.places import Tallied, in_one_step
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.voting.whole import most_marks


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places to the options that most voters ticked.

    Ticking an option twice counts once. With the setting `marks`, a ballot with more
    ticks than that is spoilt. An option that nobody ticked takes no place. The facts
    give the `cast` and `spoilt` ballots, in voters. Raises `Uncountable` for ballots
    that are no ticks, and for `marks` that are no number.
    """
    most = most_marks(contest, usual=len(contest.options))
    ticks, cast, spoilt = Counter[str](), 0, 0
    for ballot in ballots:
        if not isinstance(ballot.marks, Approvals):
            raise Uncountable(Sentence("needs_approvals"))
        ticked = set(ballot.marks.options)
        cast += ballot.weight
        if len(ticked) > most:
            spoilt += ballot.weight
        else:
            for option in ticked:
                ticks[option] += ballot.weight
    counts = {option: ticks[option] for option in contest.standing}
    wanted = {option: number for option, number in counts.items() if number > 0}
    return in_one_step("approval", contest, Tallied(counts, wanted, cast, spoilt), ties)


METHOD = Method(
    id="approval",
    title=Sentence("method_approval"),
    summary=Sentence("method_approval_summary"),
    ballot="approvals",
    unit="ticks",
    count=count,
    source="Steven J. Brams and Peter C. Fishburn, Approval Voting (1983)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "monotonicity",
            "participation",
            "unanimity",
            "support_monotonicity",
        }
    ),
    settings=("marks",),
)

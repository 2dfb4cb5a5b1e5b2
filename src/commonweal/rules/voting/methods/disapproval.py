"""Disapproval voting: mark what you cannot live with; the fewest marks win.

Source: Dan S. Felsenthal, On combining approval with disapproval voting, Behavioral
Science 34 (1989).
"""

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.approved import approved
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.places import Tallied, in_one_step
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places to the options that the fewest voters marked.

    Marking an option twice counts once; a ballot that marks nothing lives with all.
    Without a ballot nobody wins. The facts give the `cast` ballots, in voters; none is
    spoilt. Raises `Uncountable` for ballots that are no marks.
    """
    voters = approved(contest, ballots)
    counts = voters.counts(contest)
    wanted: dict[str, Number] = {one: -marks for one, marks in counts.items()}
    tallied = Tallied(counts, wanted if voters.cast else {}, voters.cast, 0)
    return in_one_step("disapproval", contest, tallied, ties)


METHOD = Method(
    id="disapproval",
    title=Sentence("method_disapproval"),
    summary=Sentence("method_disapproval_summary"),
    ballot="approvals",
    unit="against",
    count=count,
    source="Dan S. Felsenthal, On combining approval with disapproval voting, "
    "Behavioral Science 34 (1989)",
    promises=frozenset({"anonymity", "neutrality", "order_independence"}),
    marks_against=True,
)

"""A motion: yes, no or abstain; there are more yes than no, or there are not.

This only counts. How many must take part, and how many must agree for the motion to be
carried, is for the decision rule to judge. As many yes as no is a tie, and no lot ever
decides a motion: things stay as they are.

Source: Henry M. Robert, Rules of Order (1876), sections 38 and 46.
"""

from collections import Counter

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Answer, Ballots, Contest
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker

ANSWERS = ("yes", "no", "abstain")


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count the answers; the winner is `yes` or `no`, or nobody in a tie.

    The facts give `yes`, `no`, `abstain` and the `cast` ballots, in voters. Raises
    `Uncountable` for ballots that are no answers.
    """
    answers = Counter[str]()
    for ballot in ballots:
        if not isinstance(ballot.marks, Answer) or ballot.marks.answer not in ANSWERS:
            raise Uncountable(Sentence("needs_answers"))
        answers[ballot.marks.answer] += ballot.weight
    counts = {answer: answers[answer] for answer in ANSWERS}
    winners: tuple[str, ...] = ()
    if counts["yes"] != counts["no"]:
        winners = ("yes",) if counts["yes"] > counts["no"] else ("no",)
    level = not winners and counts["yes"] > 0
    facts: dict[str, Fact] = {**counts}
    step = Step(
        Sentence("motion_answers"),
        Sentence("motion_answers_explained", facts),
        counts,
        elected=winners,
    )
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=winners,
        tied=(("yes", "no"),) if level else (),
        tie_break=Sentence("motion_tie_stands", facts) if level else None,
        steps=(step,),
        facts={**counts, "cast": sum(counts.values())},
    )


METHOD = Method(
    id="motion",
    title=Sentence("method_motion"),
    summary=Sentence("method_motion_summary"),
    ballot="answer",
    unit="ballots",
    count=count,
    source="Henry M. Robert, Rules of Order (1876), sections 38 and 46",
    promises=frozenset({"anonymity", "order_independence", "majority", "monotonicity"}),
    most_seats=1,
)

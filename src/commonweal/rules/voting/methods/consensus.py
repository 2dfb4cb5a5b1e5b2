"""Consensus: all say where they stand, and what nothing stands against is adopted.

This weighs one test: enough blocks stop the proposal, as many who object or block have
it talked over first, and only so many may stand aside or have reservations; fewer who
object or block than stop it count among those who stand aside. The settings: `blocks`
(how many stop it, 1 unless something is said), `stand_asides` and `reservations` (how
many are borne): a number, or a share of those who spoke such as `1/4`, or both
(`2 1/4`), of which the larger counts. What comes after a test is in `rules/consensus`.

Sources: N Street Cohousing, Consensus Process (2019), on blocks; Praxis, which bears
two who stand aside and two with reservations unless a group says otherwise.
"""

from collections import Counter
from collections.abc import Mapping

from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.consensus.terms import Consensus
from commonweal.rules.consensus.weighing import Weights, against
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Answer, Ballots, Contest
from commonweal.rules.voting.consensus_limits import USUAL, terms_of
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.ties import TieBreaker

AGREED = "agree"


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Count the positions; the winner is `agree`, or nobody where something stands.

    The facts give how many hold each position and the `cast` ballots, in voters. Raises
    `Uncountable` for ballots that are no positions and limits that are no numbers.
    """
    terms, held = terms_of(contest.settings), Counter[str]()
    for ballot in ballots:
        if not isinstance(ballot.marks, Answer) or ballot.marks.answer not in POSITIONS:
            raise Uncountable(Sentence("needs_positions"))
        held[ballot.marks.answer] += ballot.weight
    counts: dict[str, int] = {position: held[position] for position in POSITIONS}
    why = what_stands(terms, counts)
    winners = () if why else (AGREED,)
    found: dict[str, Fact] = {"agreed": held[AGREED], "spoke": sum(counts.values())}
    taken: dict[str, Fact] = {**counts}
    return Outcome(
        method=METHOD.id,
        seats=1,
        winners=winners,
        steps=(
            Step(
                Sentence("positions_taken"),
                Sentence("positions_taken_explained", taken),
                counts,
            ),
            Step(
                Sentence("positions_weighed"),
                why or Sentence("consensus_found", found),
                counts,
                elected=winners,
            ),
        ),
        facts={**counts, "cast": sum(counts.values())},
    )


def what_stands(terms: Consensus, counts: Mapping[str, int]) -> Sentence | None:
    """Name what keeps one test from being a consensus; silence is none either."""
    spoke = sum(counts.values())
    blocks, objections = counts["block"], counts["object"]
    # One who objects weighs no more than one who blocks. Where they are too few
    # together to stop it, they weigh no less than those who stand aside.
    stops = blocks + objections >= terms.blocks_needed(spoke)
    weights = Weights(
        spoke=spoke,
        blocks=blocks,
        objections=objections if stops else 0,
        stand_asides=counts["stand_aside"] + (0 if stops else blocks + objections),
        reservations=counts["reservations"],
    )
    return against(terms, weights) if spoke else Sentence("nobody_spoke")


METHOD = Method(
    id="consensus",
    title=Sentence("method_consensus"),
    summary=Sentence("method_consensus_summary"),
    ballot="position",
    unit="ballots",
    count=count,
    source="N Street Cohousing, Consensus Process (2019); Praxis, consensus settings",
    promises=frozenset({"anonymity", "order_independence"}),
    settings=tuple(USUAL),
    most_seats=1,
)

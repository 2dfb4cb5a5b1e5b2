"""Sequential proportional approval voting: place by place, who contents voters most.

Mark as many as you like. A ballot counts whole for those it marks until one of them is
in, then half, then a third, and so on; each place goes to whoever has most.

Source: Thorvald N. Thiele, Om Flerfoldsvalg (1895), where it stands for the method that
looks at whole committees; used in Sweden from 1909 to 1921.
"""

from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.approved import approved
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.rounds import committee
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the places one after the other.

    Counts are in ballots at what they are still worth. An option that nobody marked
    takes no place. The facts give the `cast` ballots. Raises `Uncountable` for ballots
    that are no marks.
    """
    voters = approved(contest, ballots)
    table = committee(contest, ties)
    left = voters.wanted(contest)
    while left and table.vacancies > 0:
        worth: dict[str, Number] = dict.fromkeys(left, Fraction(0))
        for marked, times in voters.groups:
            each = Fraction(times, 1 + sum(one in marked for one in table.winners))
            for option in marked & set(left):
                worth[option] += each
        chosen = table.take_best(worth, "pav_round", best=lambda of: max(of.values()))
        if chosen is None:
            break
        left.remove(chosen)
    return table.outcome(METHOD.id, voters.cast)


METHOD = Method(
    id="pav-sequential",
    title=Sentence("method_pav_sequential"),
    summary=Sentence("method_pav_sequential_summary"),
    ballot="approvals",
    unit="worth",
    count=count,
    source="Thorvald N. Thiele, Om Flerfoldsvalg (1895)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "unanimity",
            "support_monotonicity",
            "house_monotonicity",
        }
    ),
)

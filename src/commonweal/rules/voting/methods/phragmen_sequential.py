"""Sequential Phragmén: each place is a load, and no voter should bear too much.

Mark as many as you like. A place weighs one, and those who marked whoever takes it bear
it together, so that all of them bear the same in the end. Each place goes to whoever
can be carried with the smallest load.

Source: Lars Edvard Phragmén, Sur une méthode nouvelle pour réaliser, dans les
élections, la représentation proportionnelle des partis (1894); as in Markus Brill,
Rupert Freeman, Svante Janson & Martin Lackner, Phragmén's voting methods and justified
representation (2017).
"""

from collections.abc import Collection
from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.approved import Approved, approved
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.rounds import Committee, committee
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the places one after the other.

    Counts are loads: what each supporter would bear in all if that option came in next.
    An option that nobody marked takes no place. The facts give the `cast` ballots.
    Raises `Uncountable` for ballots that are no marks.
    """
    voters = approved(contest, ballots)
    table = committee(contest, ties)
    fill_by_load(table, voters, [Fraction(0)] * len(voters.groups))
    return table.outcome(METHOD.id, voters.cast)


def fill_by_load(table: Committee, voters: Approved, borne: list[Fraction]) -> None:
    """Fill the places that are left, where each group of voters bears this much."""
    left = [one for one in voters.wanted(table.contest) if one not in table.winners]
    while left and table.vacancies > 0:
        loads = loads_of(voters, borne, left)
        chosen = table.take_best(
            loads, "phragmen_round", best=lambda of: min(of.values())
        )
        if chosen is None:
            break
        left.remove(chosen)
        for number, (marked, _) in enumerate(voters.groups):
            if chosen in marked:
                borne[number] = Fraction(loads[chosen])


def loads_of(
    voters: Approved, borne: list[Fraction], options: Collection[str]
) -> dict[str, Number]:
    """Give what each supporter would bear with each of these options in."""
    loads: dict[str, Number] = {}
    for option in options:
        bearing = [
            (times, borne[number])
            for number, (marked, times) in enumerate(voters.groups)
            if option in marked
        ]
        together = 1 + sum(times * each for times, each in bearing)
        loads[option] = Fraction(together) / sum(times for times, _ in bearing)
    return loads


METHOD = Method(
    id="phragmen-sequential",
    title=Sentence("method_phragmen_sequential"),
    summary=Sentence("method_phragmen_sequential_summary"),
    ballot="approvals",
    unit="load",
    count=count,
    source="Lars Edvard Phragmén, Sur une méthode nouvelle pour réaliser, dans les "
    "élections, la représentation proportionnelle des partis (1894)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "unanimity",
            "support_monotonicity",
            "house_monotonicity",
            "proportional_justified_representation",
        }
    ),
)

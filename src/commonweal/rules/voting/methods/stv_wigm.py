"""Single transferable vote by the weighted inclusive Gregory method, in fractions.

Rank whom you want. Whoever has more than the quota is elected, and all their ballots
pass on, each at the part of its own worth that was not needed. Nothing is rounded, and
so nothing is lost but ballots without a further choice.

Source: David M. Farrell & Ian McAllister, The 1983 change in surplus vote transfer
procedures for the Australian Senate and its consequences for the single transferable
vote, Australian Journal of Political Science 38 (2003), where the method is proposed.
The quota is the exact one of Hagenbach-Bischoff: ballots divided by places plus one.
"""

from dataclasses import dataclass
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_piles import piles_of
from commonweal.rules.voting.filling import shown
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.piles import Piles, needs_rankings
from commonweal.rules.voting.stv_table import Table, opening
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in votes; they decide exactly and are shown to five decimal places,
    rounded down. The facts are the `quota`, the `valid` papers and those that are
    `blank`. Whoever is level is put to `ties`; where it leaves a tie standing the count
    ends there. Raises `Uncountable` for ballots that are no rankings, and for reserved
    places that cannot be kept.
    """
    needs_rankings(ballots)
    return count_piles(contest, piles_of(contest, ballots), ties)


def count_piles(contest: Contest, piles: Piles, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, stage after stage."""
    table = Count(*opening(contest, ties))
    table.first_stage(piles)
    owing: list[str] = []
    while table.valid:
        owing += table.elect(table.over_quota())
        if table.is_complete:
            break
        if owing:
            owing.remove(table.transfer_highest_surplus(piles, owing))
        elif not table.exclude_lowest(piles):
            return table.outcome(METHOD.id)
    if table.valid:
        table.fill_last_places()
    return table.outcome(METHOD.id)


@dataclass(slots=True)
class Count(Table):
    """Where a count stands. Votes are exact fractions."""

    def first_stage(self, piles: Piles) -> None:
        """Credit every first preference, and find the quota."""
        self.take(piles.sort(1))
        self.quota = Fraction(self.valid, self.contest.seats + 1)
        facts: dict[str, Fact] = {
            "valid": self.valid,
            "seats": self.contest.seats,
            "quota": shown(self.quota),
        }
        explained = Sentence("wigm_quota_explained", facts)
        self.write(Sentence("first_preferences"), explained)

    def over_quota(self) -> list[str]:
        """Give those who continue and have more than the quota."""
        return [option for option in self.continuing if self.votes[option] > self.quota]

    def transfer_highest_surplus(self, piles: Piles, owing: list[str]) -> str:
        """Pass on the highest surplus, each paper at its part of it."""
        option, how = self.whose_surplus(owing)
        had = self.votes[option]
        surplus = had - self.quota
        part = Fraction(surplus) / Fraction(had)
        moved = piles.pass_on(option, self.continuing, lambda value: value * part)
        self.credit(moved)
        self.votes[option] = self.quota
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "surplus": shown(surplus),
            "votes": shown(had),
            "papers": moved.papers,
            "stranded": shown(moved.stranded),
        }
        self.write(
            Sentence("stv_surplus", {"name": self.contest.name(option)}),
            Sentence("wigm_surplus_explained", facts),
            how=how,
            transfers=self.transfers(option, moved.received, surplus),
        )
        return option

    def exclude_lowest(self, piles: Piles) -> bool:
        """Exclude whoever has the fewest votes; say if it was done."""
        option, how = self.lowest()
        if option is None:
            return False
        self.continuing.remove(option)
        had, self.votes[option] = self.votes[option], 0
        moved = piles.pass_on(option, self.continuing, lambda value: value)
        self.credit(moved)
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "votes": shown(had),
            "stranded": shown(moved.stranded),
        }
        self.write(
            Sentence("exclusion_of", {"name": self.contest.name(option)}),
            Sentence("stv_exclusion_explained", facts),
            how=how,
            excluded=(option,),
            transfers=self.transfers(option, moved.received, had),
        )
        return True


METHOD = Method(
    id="stv-wigm",
    title=Sentence("method_stv_wigm"),
    summary=Sentence("method_stv_wigm_summary"),
    ballot="ranking",
    unit="votes",
    count=count,
    source="David M. Farrell and Ian McAllister, The 1983 change in surplus vote "
    "transfer procedures for the Australian Senate, Australian Journal of Political "
    "Science 38 (2003)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "proportionality",
            "later_no_harm",
        }
    ),
    settings=("reserved",),
)

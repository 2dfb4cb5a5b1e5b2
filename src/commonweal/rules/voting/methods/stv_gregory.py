"""Single transferable vote by the inclusive Gregory method, as Australia's Senate.

Rank whom you want. Whoever reaches the quota is elected, and all their ballots pass on
at one worth: what was not needed, divided by the number of ballots, whatever each was
worth before. (So a ballot's worth may rise again; the weighted method mends that.)

Source: Commonwealth Electoral Act 1918 (Australia), section 273, in force since 1983;
numbers in brackets below are its subsections. Left out is the exclusion of several at
once, which changes no result but by the votes lost in rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_piles import piles_of
from commonweal.rules.voting.filling import shown
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.piles import Moved, Piles, needs_rankings
from commonweal.rules.voting.stv_table import Narrowed, Table, opening
from commonweal.rules.voting.ties import TieBreaker


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in whole votes: what a transfer brings an option is rounded down, and
    the rest is lost. The facts are the `quota`, the `valid` papers and those that are
    `blank`. Ties that earlier stages do not part are put to `ties`; where it leaves
    one standing the count ends there. Raises `Uncountable` for ballots that are no
    rankings, and for reserved places that cannot be kept.
    """
    needs_rankings(ballots)
    return count_piles(contest, piles_of(contest, ballots), ties)


def count_piles(contest: Contest, piles: Piles, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, stage after stage."""
    table = Count(*opening(contest, ties))
    table.first_stage(piles)
    owing = table.newly_elected() if table.valid else []
    while table.valid and not table.is_complete:
        if owing:
            table.transfer_surplus(piles, owing[0])
            owing = [level for level in owing if level]
            owing += table.newly_elected()
        else:
            excluded = table.exclude_lowest(piles)
            if excluded is None:
                return table.outcome(METHOD.id)
            owing += excluded
    if table.valid:
        table.fill_last_places()
    return table.outcome(METHOD.id)


@dataclass(slots=True)
class Count(Table):
    """Where a count stands. Votes are whole, papers carry exact fractions of one."""

    def first_stage(self, piles: Piles) -> None:
        """Credit every first preference, and find the quota (8)."""
        self.take(piles.sort(1))
        self.quota = self.valid // (self.contest.seats + 1) + 1
        facts: dict[str, Fact] = {
            "valid": self.valid,
            "seats": self.contest.seats,
            "quota": self.quota,
        }
        self.write(
            Sentence("first_preferences"), Sentence("stv_quota_explained", facts)
        )

    def newly_elected(self) -> list[list[str]]:
        """Elect whoever has the quota; give those who have more, the most first.

        Those who have the same stand together.
        """
        over = [one for one in self.continuing if self.votes[one] >= self.quota]
        elected = self.elect(over)
        owing = [option for option in elected if self.votes[option] > self.quota]
        return [list(level) for _, level in groupby(owing, key=self.votes.__getitem__)]

    def transfer_surplus(self, piles: Piles, level: list[str]) -> None:
        """Pass on one of these equal surpluses: all papers, at one worth (9, 10)."""
        option, how = self.whose_surplus(level)
        level.remove(option)
        had = self.votes[option]
        surplus = had - self.quota
        papers = piles.papers(option)
        worth = Fraction(Fraction(surplus), papers)
        moved = piles.pass_on(option, self.continuing, lambda _: worth)
        received = self._received(moved)
        self.votes[option] = self.quota
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "surplus": surplus,
            "votes": had,
            "papers": papers,
            "lost": surplus - sum(received.values()),
        }
        self.write(
            Sentence("stv_surplus", {"name": self.contest.name(option)}),
            Sentence("gregory_surplus_explained", facts),
            how=how,
            transfers=self.transfers(option, received, surplus),
        )

    def exclude_lowest(self, piles: Piles) -> list[list[str]] | None:
        """Exclude whoever has the fewest, and pass papers on by worth (13, 13A).

        Papers of the highest worth go first; who reaches the quota by them gets none
        of the rest. Gives those who now have a surplus; None where a tie stands.
        """
        option, how = self.lowest()
        if option is None:
            return None
        self.continuing.remove(option)
        had = self.votes[option]
        owing: list[list[str]] = []
        for value in piles.values(option) or [0]:
            moved = piles.pass_on_one_value(option, value, self.continuing)
            left = self.votes[option]
            received = self._received(moved)
            self.votes[option] = max(left - int(value * moved.papers), 0)
            more = bool(piles.values(option))
            if not more:
                self.votes[option] = 0
            facts: dict[str, Fact] = {
                "name": self.contest.name(option),
                "votes": had,
                "papers": moved.papers,
                "worth": shown(value),
            }
            self.write(
                Sentence("exclusion_of", {"name": self.contest.name(option)}),
                Sentence("gregory_exclusion_explained", facts),
                how=how,
                excluded=() if more else (option,),
                transfers=self.transfers(option, received, left - self.votes[option]),
            )
            how = None
            owing += self.newly_elected()
            if self.is_over:
                break
        return owing

    def by_the_rule(self, level: Sequence[str], *, best: bool) -> Narrowed:
        """Part those who are level as they last differed, and then by lot (29)."""
        said = f"tie_last_round_that_differed_{'first' if best else 'last'}"
        return self.by_stages(level, self.history, said, best=best)

    def _received(self, moved: Moved) -> dict[str, Number]:
        """Credit what a transfer brings, disregarding any fraction; give it."""
        received: dict[str, Number] = {
            option: int(value) for option, value in moved.received.items()
        }
        for option, votes in received.items():
            self.votes[option] += votes
        return received


METHOD = Method(
    id="stv-gregory",
    title=Sentence("method_stv_gregory"),
    summary=Sentence("method_stv_gregory_summary"),
    ballot="ranking",
    unit="votes",
    count=count,
    source="Commonwealth Electoral Act 1918 (Australia), section 273",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "later_no_harm",
        }
    ),
    settings=("reserved",),
)

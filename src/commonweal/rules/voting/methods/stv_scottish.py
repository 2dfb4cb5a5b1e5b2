"""Single transferable vote as Scotland counts its councils.

Rank whom you want. Whoever reaches the quota is elected, and what they have beyond it
passes on to their voters' next choices; when nobody has too much, the last is excluded
and their papers pass on whole. So a group that is a third of the voters gets about a
third of the places.

Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1,
rules 45 to 52; numbers in brackets below are its rules. Rule 52(2), as amended in
2021 (SSI 2021/437 for the Order of 2011), leaves open whether the papers of the last
one excluded still move; here they do, as in the published results.

What the Order leaves to the returning officer: a rank left empty is passed over; a
rank that two share ends the ballot there, and a paper without a first preference is
not valid and does not count for the quota.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_piles import piles_of
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.piles import Piles, needs_rankings
from commonweal.rules.voting.stv_table import Narrowed, Table, opening
from commonweal.rules.voting.ties import TieBreaker

# A vote is a hundred thousand units: values have five decimal places [48(3)].
VOTE = 100_000


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in votes, exact to five decimal places. The facts of the outcome are
    the `quota`, the `valid` papers and those that are `blank`. Ties that earlier
    stages do not part [49, 51] are put to `ties`; where it leaves one standing the
    count ends there. Without a valid paper nobody wins. Raises `Uncountable` for
    ballots that are no rankings, and for reserved places that cannot be kept.
    """
    needs_rankings(ballots)
    return count_piles(contest, piles_of(contest, ballots), ties)


def count_piles(contest: Contest, piles: Piles, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, stage after stage."""
    table = Count(*opening(contest, ties), unit=VOTE)
    table.first_stage(piles)
    if table.valid:
        table.return_councillors()
        while not table.is_complete:
            if table.owing:
                table.transfer_highest_surplus(piles)
            elif not table.exclude_lowest(piles):
                break
            table.return_councillors()
        table.fill_last_places()
    return table.outcome(METHOD.id)


@dataclass(slots=True)
class Count(Table):
    """Where a count stands. Votes are in units of a hundred-thousandth."""

    owing: list[str] = field(default_factory=list)

    def first_stage(self, piles: Piles) -> None:
        """Credit every first preference [45] and find the quota [46]."""
        self.take(piles.sort(VOTE))
        self.quota = self.valid // (self.contest.seats + 1) + 1
        facts: dict[str, Fact] = {
            "valid": self.valid,
            "seats": self.contest.seats,
            "quota": self.quota,
        }
        self.write(
            Sentence("first_preferences"), Sentence("stv_quota_explained", facts)
        )

    def return_councillors(self) -> None:
        """Deem elected whoever has the quota, the most votes first [47]."""
        quota = self.quota * VOTE
        elected = self.elect(o for o in self.continuing if self.votes[o] >= quota)
        self.owing += [
            o for o in self.contest.options if o in elected and self.votes[o] > quota
        ]

    def transfer_highest_surplus(self, piles: Piles) -> None:
        """Pass on the highest surplus that is owing [48, 49]."""
        option, how = self.whose_surplus(self.owing)
        self.owing.remove(option)
        credited, surplus = self.votes[option], self.votes[option] - self.quota * VOTE

        def transfer_value(received_at: Number) -> Number:
            return surplus * received_at // credited  # any remainder ignored [48(3)]

        moved = piles.pass_on(option, self.continuing, transfer_value)
        self.credit(moved)
        self.votes[option] = self.quota * VOTE
        lost = surplus - moved.stranded - sum(moved.received.values())
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "surplus": self.shown(surplus),
            "votes": self.shown(credited),
            "papers": moved.papers,
            "stranded": self.shown(moved.stranded),
            "lost": self.shown(lost),
        }
        self.write(
            Sentence("stv_surplus", {"name": self.contest.name(option)}),
            Sentence("stv_surplus_explained", facts),
            how=how,
            transfers=self.transfers(option, moved.received, surplus),
        )

    def exclude_lowest(self, piles: Piles) -> bool:
        """Exclude the one with the fewest votes and pass the papers on [50, 51]."""
        option, how = self.lowest()
        if option is None:
            return False
        self.continuing.remove(option)
        had, self.votes[option] = self.votes[option], 0
        moved = piles.pass_on(option, self.continuing, lambda received_at: received_at)
        self.credit(moved)
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "votes": self.shown(had),
            "stranded": self.shown(moved.stranded),
        }
        self.write(
            Sentence("exclusion_of", {"name": self.contest.name(option)}),
            Sentence("stv_exclusion_explained", facts),
            how=how,
            excluded=(option,),
            transfers=self.transfers(option, moved.received, had),
        )
        return True

    def by_the_rule(self, level: Sequence[str], *, best: bool) -> Narrowed:
        """Part those who are level as they last differed, and then by lot [49, 51]."""
        said = f"tie_last_round_that_differed_{'first' if best else 'last'}"
        return self.by_stages(level, self.history, said, best=best)


METHOD = Method(
    id="stv-scottish",
    title=Sentence("method_stv_scottish"),
    summary=Sentence("method_stv_scottish_summary"),
    ballot="ranking",
    unit="votes",
    count=count,
    source="The Scottish Local Government Elections Order 2007 (SSI 2007/42), "
    "Schedule 1, rules 45-52",
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

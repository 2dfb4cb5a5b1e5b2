"""Instant runoff: rank whom you want; the last drops out until one has a majority.

Each paper counts for the highest preference still in the count, and whoever has more
than half of the papers still in the count wins.

Source: Henry M. Robert, Rules of Order Newly Revised, 10th ed. (2000), "preferential
voting"; as counted for the New South Wales Legislative Assembly (Constitution Act
1902, Seventh Schedule), where preferences are optional. A rank left empty is passed
over, and a rank that two share ends the ballot there, unless the contest's settings
say otherwise, in the ways American cities know (RCTab 2.0; see `marks_read`).
"""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_piles import piles_of
from commonweal.rules.voting.marks_read import SETTINGS, as_read, ranks_on, reading_of
from commonweal.rules.voting.method import Method, Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step, Transfer
from commonweal.rules.voting.piles import (
    Moved,
    Piles,
    ReadablePiles,
    needs_rankings,
)
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.ties import TieBreaker, Ties


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Find who has a majority of the papers that still say something.

    Counts are in voters. The facts give the `valid` papers and those that are `blank`.
    If several are last they are put to `ties`; where it leaves the tie standing, the
    count ends without a winner. With the setting `batch` as `yes`, all who are last
    drop out at once if even together they have fewer than the next one; `first_out`
    names an option (undeclared write-ins, say) that drops out first if it has any.
    Raises `Uncountable` for ballots that are no rankings, for more than one place, and
    for settings it does not know.
    """
    needs_rankings(ballots)
    if contest.seats > 1:
        raise Uncountable(Sentence("needs_one_seat", {"seats": contest.seats}))
    return count_piles(contest, laid_out(contest, ballots), ties)


def laid_out(contest: Contest, ballots: Ballots) -> Piles:
    """Lay the papers on the table, read by the rules for faulty ones."""
    reading = reading_of(contest)
    if reading.is_usual:
        return piles_of(contest, ballots)
    if reading.looks_again:
        return ReadablePiles(contest, as_read(ballots, reading), ranks_on)
    return piles_of(contest, as_read(ballots, reading))


def count_piles(contest: Contest, piles: Piles, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, round after round."""
    table = Count(contest, piles, Ties(contest, ties))
    table.first_round()
    while table.winner is None and table.valid:
        if not table.exclude_last():
            break
    return table.outcome()


@dataclass(slots=True)
class Count:
    """Where a count stands."""

    contest: Contest
    piles: Piles
    ties: Ties
    votes: dict[str, Number] = field(default_factory=dict)
    valid: int = 0
    blank: int = 0
    steps: list[Step] = field(default_factory=list)

    @property
    def winner(self) -> str | None:
        """Whoever has more than half of the papers still in the count, if anybody."""
        papers = sum(self.votes.values())
        return next((o for o, votes in self.votes.items() if 2 * votes > papers), None)

    def first_round(self) -> None:
        """Give every paper to its first preference."""
        dealt = self.piles.sort(1)
        self.votes = {**dict.fromkeys(self.contest.standing, 0), **dealt.received}
        self.blank = dealt.left_behind
        self.valid = dealt.papers - dealt.left_behind
        facts: dict[str, Fact] = {"valid": self.valid, "blank": self.blank}
        self._write(
            Step(
                Sentence("first_preferences"),
                Sentence("irv_first_preferences_explained", facts),
                {},
            )
        )

    def exclude_last(self) -> bool:
        """Drop whoever has the fewest papers and pass these on; say if it was done."""
        going, how = self._going()
        if not going:
            return False
        fewest = sum(self.votes.pop(option) for option in going)
        moved = [
            self.piles.pass_on(option, self.votes.keys(), lambda worth: worth)
            for option in going
        ]
        for one in moved:
            for receiver, papers in one.received.items():
                self.votes[receiver] += papers
        names = tuple(self.contest.name(option) for option in going)
        facts: dict[str, Fact] = {
            "name": names if len(names) > 1 else names[0],
            "votes": fewest,
            "stranded": sum(one.stranded for one in moved),
        }
        several = "irv_batch_explained" if len(going) > 1 else "irv_exclusion_explained"
        explained = Sentence(several, facts)
        if how is not None:
            both: dict[str, Fact] = {"first": how, "then": explained}
            explained = Sentence("sentences_after_each_other", both)
        transfers = zip(going, moved, strict=True)
        self._write(
            Step(
                Sentence("exclusion_of", {"name": facts["name"]}),
                explained,
                {},
                excluded=tuple(going),
                transfers=tuple(t for o, m in transfers for t in self._transfers(o, m)),
            )
        )
        return True

    def _going(self) -> tuple[list[str], Sentence | None]:
        """Give who drops out now, and how a tie was parted; nobody where it stands."""
        first_out = self.contest.settings.get("first_out", "")
        if self.votes.get(first_out):
            return [first_out], None
        in_batches = self.contest.settings.get("batch") == "yes"
        together = self._together() if in_batches else []
        if together:
            return together, None
        fewest = min(self.votes.values())
        level = [option for option, votes in self.votes.items() if votes == fewest]
        option, how = (level[0], None) if len(level) == 1 else self._last_of(level)
        return [] if option is None else [option], how

    def _together(self) -> list[str]:
        """Give the most who even together have fewer than the next one."""
        rising = sorted(self.votes, key=lambda option: self.votes[option])
        total: Number = 0
        most = 0
        for number, (option, above) in enumerate(pairwise(rising), start=1):
            total += self.votes[option]
            most = number if total < self.votes[above] else most
        return [option for option in self.votes if option in rising[:most]]

    def outcome(self) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=METHOD.id,
            seats=1,
            winners=() if self.winner is None else (self.winner,),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={"valid": self.valid, "blank": self.blank},
        )

    def _last_of(self, level: list[str]) -> tuple[str | None, Sentence]:
        rounds = [step.counts for step in self.steps]
        matters = not would_all_go(self.votes, self.votes, level, 1)
        return self.ties.choose(
            level, rounds, best=False, matters=matters, may_stand=matters
        )

    def _transfers(self, origin: str, moved: Moved) -> tuple[Transfer, ...]:
        received = [
            Transfer(origin, option, moved.received[option])
            for option in self.contest.options
            if option in moved.received
        ]
        left = [Transfer(origin, None, moved.stranded)] if moved.stranded else []
        return (*received, *left)

    def _write(self, step: Step) -> None:
        elected = () if self.winner is None else (self.winner,)
        counts = dict.fromkeys(step.excluded, 0) | self.votes
        in_order = {o: counts[o] for o in self.contest.options if o in counts}
        self.steps.append(replace(step, counts=in_order, elected=elected))


METHOD = Method(
    id="irv",
    title=Sentence("method_irv"),
    summary=Sentence("method_irv_summary"),
    ballot="ranking",
    unit="ballots",
    count=count,
    source="Henry M. Robert, Rules of Order Newly Revised, 10th ed. (2000); "
    "Constitution Act 1902 (New South Wales), Seventh Schedule",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "condorcet_loser",
            "mutual_majority",
            "clones",
            "later_no_harm",
        }
    ),
    settings=("batch", "first_out", *SETTINGS),
    most_seats=1,
)

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

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.fast_piles import piles_of
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Number, Outcome, Step, Transfer
from commonweal.rules.voting.piles import Moved, Piles, needs_rankings
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.ties import TieBreaker, Ties, narrowed_by

# A vote is a hundred thousand units: values have five decimal places [48(3)].
VOTE = 100_000


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the contest's seats from rankings.

    Counts are in votes, exact to five decimal places. The facts of the outcome are
    the `quota`, the `valid` papers and those that are `blank`. Ties that earlier
    stages do not part [49, 51] are put to `ties`; where it leaves one standing the
    count ends there. Without a valid paper nobody wins.
    Raises `Uncountable` for ballots that are no rankings.
    """
    needs_rankings(ballots)
    return count_piles(contest, piles_of(contest, ballots), ties)


def count_piles(contest: Contest, piles: Piles, ties: TieBreaker) -> Outcome:
    """Count what lies on the table, stage after stage."""
    table = Count(contest, piles, Ties(contest, ties))
    table.first_stage()
    if table.valid == 0:
        return table.outcome()
    table.return_councillors()
    while not table.is_complete:
        if table.owing:
            table.transfer_highest_surplus()
        elif not table.exclude_lowest():
            break
        table.return_councillors()
    table.fill_last_vacancies()
    return table.outcome()


@dataclass(slots=True)
class Count:
    """Where a count stands. Votes are in units of a hundred-thousandth."""

    contest: Contest
    piles: Piles
    ties: Ties
    votes: dict[str, int] = field(default_factory=dict)
    continuing: list[str] = field(default_factory=list)
    winners: list[str] = field(default_factory=list)
    owing: list[str] = field(default_factory=list)
    quota: int = 0
    valid: int = 0
    blank: int = 0
    steps: list[Step] = field(default_factory=list)
    history: list[dict[str, Number]] = field(default_factory=list)

    @property
    def vacancies(self) -> int:
        return self.contest.seats - len(self.winners)

    @property
    def is_complete(self) -> bool:
        """No vacancy is left, or as many continue as there are vacancies [52]."""
        return self.vacancies <= 0 or len(self.continuing) <= self.vacancies

    def first_stage(self) -> None:
        """Credit every first preference [45] and find the quota [46]."""
        sorted_out = self.piles.sort(VOTE)
        self.continuing = list(self.contest.standing)
        self.votes = dict.fromkeys(self.continuing, 0) | sorted_out.received
        self.blank = sorted_out.left_behind
        self.valid = sorted_out.papers - sorted_out.left_behind
        self.quota = self.valid // (self.contest.seats + 1) + 1
        facts: dict[str, Fact] = {
            "valid": self.valid,
            "seats": self.contest.seats,
            "quota": self.quota,
        }
        self._write(
            Sentence("first_preferences"), Sentence("stv_quota_explained", facts)
        )

    def return_councillors(self) -> None:
        """Deem elected whoever has the quota, the most votes first [47]."""
        over = [o for o in self.continuing if self.votes[o] >= self.quota * VOTE]
        self._elect(over)
        self.owing.extend(o for o in over if self.votes[o] > self.quota * VOTE)

    def transfer_highest_surplus(self) -> None:
        """Pass on the highest surplus that is owing [48, 49]."""
        highest = max(self.votes[option] for option in self.owing)
        level = [option for option in self.owing if self.votes[option] == highest]
        option, how = self._first_of(level)
        assert option is not None, "this tie may not stand"
        self.owing.remove(option)
        self._transfer_surplus(option, how)

    def _transfer_surplus(self, option: str, how: Sentence | None) -> None:
        credited, surplus = self.votes[option], self.votes[option] - self.quota * VOTE

        def transfer_value(received_at: int) -> int:
            return surplus * received_at // credited  # any remainder ignored [48(3)]

        moved = self.piles.pass_on(option, self.continuing, transfer_value)
        self._credit(moved)
        self.votes[option] = self.quota * VOTE
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "surplus": in_votes(surplus),
            "votes": in_votes(credited),
            "papers": moved.papers,
            "stranded": in_votes(moved.stranded),
            "lost": in_votes(surplus - moved.stranded - sum(moved.received.values())),
        }
        self._write(
            Sentence("stv_surplus", {"name": self.contest.name(option)}),
            self._with_tie(Sentence("stv_surplus_explained", facts), how),
            transfers=self._transfers(option, moved, surplus),
        )

    def exclude_lowest(self) -> bool:
        """Exclude the one with the fewest votes and pass the papers on [50, 51]."""
        lowest = min(self.votes[option] for option in self.continuing)
        level = [option for option in self.continuing if self.votes[option] == lowest]
        option, how = self._last_of(level)
        if option is None:
            return False
        self.continuing.remove(option)
        moved = self.piles.pass_on(
            option, self.continuing, lambda received_at: received_at
        )
        self._credit(moved)
        self.votes[option] = 0
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "votes": in_votes(lowest),
            "stranded": in_votes(moved.stranded),
        }
        self._write(
            Sentence("exclusion_of", {"name": self.contest.name(option)}),
            self._with_tie(Sentence("stv_exclusion_explained", facts), how),
            excluded=(option,),
            transfers=self._transfers(option, moved, lowest),
        )
        return True

    def fill_last_vacancies(self) -> None:
        """Elect all who continue where no more of them are left than vacancies [52]."""
        if self.vacancies > 0 and 0 < len(self.continuing) <= self.vacancies:
            facts: dict[str, Fact] = {"vacancies": self.vacancies}
            self._write(
                Sentence("stv_last_places"),
                Sentence("stv_last_places_explained", facts),
            )
            self._elect(list(self.continuing))

    def outcome(self) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=METHOD.id,
            seats=self.contest.seats,
            winners=tuple(self.winners),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={"quota": self.quota, "valid": self.valid, "blank": self.blank},
        )

    def _first_of(self, level: list[str]) -> tuple[str | None, Sentence | None]:
        """Whose surplus goes first: who had more before, then by lot [49]."""
        left = narrowed_by(tuple(level), self.history, best=True)
        if len(left) == 1:
            return left[0], self._by_history(level, left[0], "first")
        return self.ties.choose(left, self.history, best=True, may_stand=False)

    def _last_of(self, level: list[str]) -> tuple[str | None, Sentence | None]:
        """Who is excluded: who had fewer before, then by lot [51]."""
        left = narrowed_by(tuple(level), self.history, best=False)
        if len(left) == 1:
            return left[0], self._by_history(level, left[0], "last")
        matters = not would_all_go(self.votes, self.continuing, left, self.vacancies)
        return self.ties.choose(
            left, self.history, best=False, matters=matters, may_stand=matters
        )

    def _by_history(self, level: list[str], option: str, end: str) -> Sentence | None:
        if len(level) == 1:
            return None
        tied = tuple(self.contest.name(one) for one in level)
        facts: dict[str, Fact] = {"tied": tied, "chosen": self.contest.name(option)}
        return Sentence(f"tie_last_round_that_differed_{end}", facts)

    def _with_tie(self, explanation: Sentence, how: Sentence | None) -> Sentence:
        if how is None:
            return explanation
        facts: dict[str, Fact] = {"first": how, "then": explanation}
        return Sentence("sentences_after_each_other", facts)

    def _credit(self, moved: Moved) -> None:
        for option, value in moved.received.items():
            self.votes[option] += value

    def _transfers(self, origin: str, moved: Moved, gone: int) -> tuple[Transfer, ...]:
        received = [
            Transfer(origin, option, in_votes(moved.received[option]))
            for option in self.contest.options
            if moved.received.get(option)
        ]
        rest = gone - sum(moved.received.values())
        left_the_count = [Transfer(origin, None, in_votes(rest))] if rest else []
        return (*received, *left_the_count)

    def _elect(self, options: Iterable[str]) -> None:
        elected = sorted(options, key=lambda option: -self.votes[option])
        self.winners.extend(elected)
        self.continuing = [one for one in self.continuing if one not in elected]
        self.steps[-1] = replace(self.steps[-1], elected=tuple(elected))

    def _write(
        self,
        title: Sentence,
        explanation: Sentence,
        *,
        excluded: tuple[str, ...] = (),
        transfers: tuple[Transfer, ...] = (),
    ) -> None:
        counts = {option: in_votes(votes) for option, votes in self.votes.items()}
        self.history.append(counts)
        self.steps.append(
            Step(title, explanation, counts, excluded=excluded, transfers=transfers)
        )


def in_votes(units: int) -> Number:
    """Give hundred-thousandths as votes."""
    return Fraction(units, VOTE)


METHOD = Method(
    id="stv-scottish",
    title=Sentence("method_stv_scottish"),
    summary=Sentence("method_stv_scottish_summary"),
    ballot="ranking",
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
)

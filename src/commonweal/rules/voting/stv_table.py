"""What counts by transferable vote have in common: who has what, and who is in or out.

Each method adds what makes it that method: its quota, what a surplus passes on at, and
how an exclusion is done. Votes are exact; steps show them to five decimal places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.filling import SHOWN, Filling, both, shown
from commonweal.rules.voting.outcome import Number, Outcome, Transfer
from commonweal.rules.voting.piles import Moved
from commonweal.rules.voting.reserved import Reserved, reserved_in
from commonweal.rules.voting.ties import (
    Choice,
    Stages,
    TieBreaker,
    Ties,
    narrowed_by,
)

# Who is left of those who were level, and how they were parted, if they were.
type Narrowed = tuple[tuple[str, ...], Sentence | None]


@dataclass(slots=True)
class Table(Filling):
    """Where a count stands. Votes are kept in units, `unit` of which make one."""

    unit: int = 1
    quota: Number = 0
    valid: int = 0
    blank: int = 0
    history: list[dict[str, Number]] = field(default_factory=list)

    def take(self, dealt: Moved) -> None:
        """Take note of the first preferences."""
        self.continuing = list(self.contest.standing)
        self.votes = {**dict.fromkeys(self.continuing, 0), **dealt.received}
        self.blank = dealt.left_behind
        self.valid = dealt.papers - dealt.left_behind

    def credit(self, moved: Moved) -> None:
        """Add what a transfer brought."""
        for option, value in moved.received.items():
            self.votes[option] += value

    def elect(self, options: Iterable[str]) -> list[str]:
        """Elect, the most votes first, whomever reserved places leave room for."""
        placed = self.placed(options)
        self.take_in(placed)
        return [*placed.sure, *placed.parted]

    def stages(self) -> Stages:
        """Give the exact votes at each step so far."""
        return self.history

    def by_the_rule(self, level: Sequence[str], *, best: bool) -> Narrowed:
        """Give whom the rule itself puts first of these, or last; here all of them.

        The charter's tie-break comes after it.
        """
        assert level, "some are level"
        return tuple(level), None

    def by_stages(
        self, level: Sequence[str], stages: Stages, said: str, *, best: bool
    ) -> Narrowed:
        """Part those who are level as they stood at other stages, and say so."""
        left = narrowed_by(tuple(level), stages, best=best)
        if len(left) > 1 or len(level) == 1:
            return left, None
        tied = tuple(self.contest.name(one) for one in level)
        facts: dict[str, Fact] = {"tied": tied, "chosen": self.contest.name(left[0])}
        return left, Sentence(said, facts)

    def best_of(self, level: Sequence[str], *, may_stand: bool = True) -> Choice:
        """Give who of those who are level goes before the others, and why."""
        left, how = self.by_the_rule(level, best=True)
        if how is not None:
            return Choice(left[0], how)
        return self.ties.choose(left, self.history, best=True, may_stand=may_stand)

    def lowest(self) -> tuple[str | None, Sentence | None]:
        """Give who has the fewest votes of all who may drop out, and why no other.

        Gives nobody where a tie is left to stand.
        """
        going = self.free_to_go()
        fewest = min(self.votes[option] for option in going)
        level = [option for option in going if self.votes[option] == fewest]
        left, how = self.by_the_rule(level, best=False)
        option: str | None = left[0]
        if len(left) > 1:
            option, how = self.last_of(left)
        return option, both(self.held_in(level), how)

    def whose_surplus(self, owing: Sequence[str]) -> tuple[str, Sentence | None]:
        """Give who has the highest surplus of these, and how a tie was parted."""
        most = max(self.votes[option] for option in owing)
        level = [option for option in owing if self.votes[option] == most]
        if len(level) == 1:
            return level[0], None
        option, how = self.best_of(level, may_stand=False)
        assert option is not None, "this tie may not stand"
        return option, how

    def fill_last_places(self) -> None:
        """Elect all who continue where no more of them are left than vacancies."""
        if 0 < len(self.continuing) <= self.vacancies:
            facts: dict[str, Fact] = {"vacancies": self.vacancies}
            told = Sentence("stv_last_places_explained", facts)
            self.write(Sentence("stv_last_places"), told)
            self.elect(list(self.continuing))

    def write(
        self,
        title: Sentence,
        explanation: Sentence,
        *,
        how: Sentence | None = None,
        excluded: tuple[str, ...] = (),
        transfers: tuple[Transfer, ...] = (),
    ) -> None:
        """Write a step, and keep the exact votes of it."""
        self.history.append(dict(self.votes))
        Filling.write(
            self, title, explanation, how=how, excluded=excluded, transfers=transfers
        )

    def counts(self) -> dict[str, Number]:
        """Give the votes as a step shows them."""
        return {option: self.shown(votes) for option, votes in self.votes.items()}

    def transfers(
        self, origin: str, received: dict[str, Number], gone: Number
    ) -> tuple[Transfer, ...]:
        """Give what went where of all that left an option."""
        went = [
            Transfer(origin, option, self.shown(received[option]))
            for option in self.contest.options
            if received.get(option)
        ]
        rest = self.shown(gone - sum(received.values()))
        # Fractions lost one by one may come back where papers move together.
        return (*went, *([Transfer(origin, None, rest)] if rest > 0 else []))

    def shown(self, votes: Number) -> Number:
        """Give units as votes, to five decimal places."""
        if isinstance(votes, int) and self.unit != 1:
            return Fraction(votes * SHOWN // self.unit, SHOWN)
        return shown(votes if self.unit == 1 else Fraction(votes, self.unit))

    def outcome(self, method: str) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=method,
            seats=self.contest.seats,
            winners=tuple(self.winners),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={
                "quota": shown(self.quota),
                "valid": self.valid,
                "blank": self.blank,
            },
        )


def opening(contest: Contest, ties: TieBreaker) -> tuple[Contest, Ties, Reserved]:
    """Give what every table begins with. Raises `Uncountable` as `reserved_in` does."""
    return contest, Ties(contest, ties), reserved_in(contest)

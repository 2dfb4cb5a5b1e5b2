"""What counts by transferable vote have in common: who has what, and who is in or out.

Each method adds what makes it that method: its quota, what a surplus passes on at, and
how an exclusion is done. Votes are exact; steps show them to five decimal places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.outcome import Number, Outcome, Step, Transfer
from commonweal.rules.voting.piles import Moved
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.reserved import Reserved, first_not_doomed, reserved_in
from commonweal.rules.voting.ties import Stages, TieBreaker, Ties

SHOWN = 10**5


@dataclass(slots=True)
class Table:
    """Where a count stands. Votes are kept in units, `unit` of which make one."""

    contest: Contest
    ties: Ties
    reserved: Reserved
    unit: int = 1
    votes: dict[str, Number] = field(default_factory=dict)
    continuing: list[str] = field(default_factory=list)
    winners: list[str] = field(default_factory=list)
    quota: Number = 0
    valid: int = 0
    blank: int = 0
    steps: list[Step] = field(default_factory=list)
    history: list[dict[str, Number]] = field(default_factory=list)

    @property
    def vacancies(self) -> int:
        return self.contest.seats - len(self.winners)

    @property
    def is_complete(self) -> bool:
        """No vacancy is left, or as many continue as there are vacancies."""
        return self.vacancies <= 0 or len(self.continuing) <= self.vacancies

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
        ranked = sorted(options, key=lambda option: -self.votes[option])
        elected = first_not_doomed(self.reserved, ranked, self.winners, self.vacancies)
        self.winners += elected
        self.continuing = [one for one in self.continuing if one not in elected]
        told = (*self.steps[-1].elected, *elected)
        self.steps[-1] = replace(self.steps[-1], elected=told)
        return elected

    def free_to_go(self) -> list[str]:
        """Give those reserved places let drop out."""
        return self.reserved.free_to_go(self.continuing, self.winners, self.vacancies)

    def may_all_go(self, going: Sequence[str]) -> bool:
        """Say if all places can still be filled, reserved ones too, without these."""
        return self.reserved.let_go_together(
            going, self.continuing, self.winners, self.vacancies
        )

    def level_at_the_bottom(self) -> tuple[str, ...]:
        """Give those who have the fewest votes of all who may drop out."""
        going = self.free_to_go()
        fewest = min(self.votes[option] for option in going)
        return tuple(option for option in going if self.votes[option] == fewest)

    def last_of(
        self, level: Sequence[str], stages: Stages
    ) -> tuple[str | None, Sentence | None]:
        """Give who of these is excluded, if anybody, and how a tie was parted."""
        if len(level) == 1:
            return level[0], None
        matters = bool(self.reserved.classes) or not would_all_go(
            self.votes, self.continuing, level, self.vacancies
        )
        return self.ties.choose(
            level, stages, best=False, matters=matters, may_stand=matters
        )

    def highest(
        self, options: Sequence[str], stages: Stages
    ) -> tuple[str, Sentence | None]:
        """Give whose surplus goes first, and how a tie was parted."""
        most = max(self.votes[option] for option in options)
        level = [option for option in options if self.votes[option] == most]
        if len(level) == 1:
            return level[0], None
        option, how = self.ties.choose(level, stages, best=True, may_stand=False)
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
        """Write a step: where everybody stands now, and how a tie was parted."""
        if how is not None:
            facts: dict[str, Fact] = {"first": how, "then": explanation}
            explanation = Sentence("sentences_after_each_other", facts)
        self.history.append(dict(self.votes))
        counts = {option: self.shown(votes) for option, votes in self.votes.items()}
        self.steps.append(
            Step(title, explanation, counts, excluded=excluded, transfers=transfers)
        )

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


def shown(votes: Number) -> Number:
    """Give votes to five decimal places, rounded down; whole numbers as they are."""
    if isinstance(votes, int):
        return votes
    return Fraction(votes.numerator * SHOWN // votes.denominator, SHOWN)

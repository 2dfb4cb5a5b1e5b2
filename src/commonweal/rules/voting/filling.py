"""Filling places by transferable vote: who is in, who is out, who has room.

This is what counts that move papers whole and counts that share them out have in
common. Each adds how votes pass on.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.outcome import Number, Step, Transfer
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.reserved import Placed, Reserved, those_with_room
from commonweal.rules.voting.ties import Choice, Stages, Ties, one_after_another

SHOWN = 10**5


@dataclass(slots=True)
class Filling:
    """Where a count stands. With `stands` a tie for a place is left to stand."""

    contest: Contest
    ties: Ties
    reserved: Reserved
    votes: dict[str, Number] = field(default_factory=dict)
    continuing: list[str] = field(default_factory=list)
    winners: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    stands: bool = False

    @property
    def vacancies(self) -> int:
        return self.contest.seats - len(self.winners)

    @property
    def is_over(self) -> bool:
        """No vacancy is left, or a tie for one is left to stand."""
        return self.vacancies <= 0 or self.stands

    @property
    def is_complete(self) -> bool:
        """It is over, or as many continue as there are vacancies."""
        return self.is_over or len(self.continuing) <= self.vacancies

    def stages(self) -> Stages:
        """Give the counts so far, by which a tie-break may part those who are level."""
        return [*(step.counts for step in self.steps), self.counts()]

    def counts(self) -> dict[str, Number]:
        """Give the votes as a step shows them."""
        return {option: shown(votes) for option, votes in self.votes.items()}

    def placed(self, options: Iterable[str], *, edge: Number = 0) -> Placed:
        """Give whom of these reserved places leave room for, the most votes first.

        Who differs by no more than `edge` is level, and `best_of` says who goes first.
        """
        levels: list[list[str]] = []
        for option in sorted(options, key=lambda option: -self.votes[option]):
            if levels and self.votes[levels[-1][-1]] - self.votes[option] <= edge:
                levels[-1].append(option)
            else:
                levels.append([option])
        return those_with_room(
            self.reserved,
            levels,
            won=self.winners,
            free=self.vacancies,
            first_of=self.best_of,
        )

    def take_in(self, placed: Placed) -> None:
        """Elect these. Where those who were level were parted, a step says so."""
        self._elect(placed.sure)
        if placed.told:
            why = Sentence("reserved_room_explained")
            self.write(Sentence("reserved_room"), one_after_another(why, *placed.told))
            self._elect(placed.parted)
        self.stands = placed.stands

    def _elect(self, elected: list[str]) -> None:
        self.winners += elected
        self.continuing = [one for one in self.continuing if one not in elected]
        told = (*self.steps[-1].elected, *elected)
        self.steps[-1] = replace(self.steps[-1], elected=told)

    def best_of(self, level: Sequence[str]) -> Choice:
        """Give who of those who are level goes before the others, and why."""
        return self.ties.choose(level, self.stages(), best=True)

    def last_of(self, level: Sequence[str]) -> Choice:
        """Give who of those who are level drops out before the others, and why."""
        matters = bool(self.reserved.classes) or not would_all_go(
            self.votes, self.continuing, level, self.vacancies
        )
        return self.ties.choose(
            level, self.stages(), best=False, matters=matters, may_stand=matters
        )

    def free_to_go(self) -> list[str]:
        """Give those reserved places let drop out."""
        return self.reserved.free_to_go(self.continuing, self.winners, self.vacancies)

    def may_all_go(self, going: Sequence[str]) -> bool:
        """Say if all places can still be filled, reserved ones too, without these."""
        return self.reserved.let_go_together(
            going, self.continuing, self.winners, self.vacancies
        )

    def held_in(self, going: Collection[str]) -> Sentence | None:
        """Say who stays for a reserved place with no more votes than these."""
        free, most = self.free_to_go(), max(self.votes[option] for option in going)
        names = tuple(
            self.contest.name(one)
            for one in self.continuing
            if one not in free and self.votes[one] <= most
        )
        return Sentence("reserved_held_in", {"names": names}) if names else None

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
            explanation = one_after_another(how, explanation)
        self.steps.append(
            Step(
                title,
                explanation,
                self.counts(),
                excluded=excluded,
                transfers=transfers,
            )
        )


def both(first: Sentence | None, then: Sentence | None) -> Sentence | None:
    """Say two sentences, or the one that there is."""
    if first is None or then is None:
        return first or then
    return one_after_another(first, then)


def shown(votes: Number) -> Number:
    """Give votes to five decimal places, rounded down; whole numbers as they are."""
    if isinstance(votes, int):
        return votes
    return Fraction(votes.numerator * SHOWN // votes.denominator, SHOWN)

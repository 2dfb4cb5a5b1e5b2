"""Filling a committee place by place: the best of each round, and how ties parted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.filling import shown
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.ties import TieBreaker, Ties


@dataclass(slots=True)
class Committee:
    """Who is in so far, and the steps that led there."""

    contest: Contest
    ties: Ties
    winners: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    stages: list[Mapping[str, Number]] = field(default_factory=list)

    @property
    def vacancies(self) -> int:
        return self.contest.seats - len(self.winners)

    def take_best(
        self,
        values: Mapping[str, Number],
        told: str,
        *,
        best: Callable[[Mapping[str, Number]], Number],
    ) -> str | None:
        """Take in the option whose value is best; nobody where a tie is left to stand.

        `told` names the sentences of the step: `<told>` its title, `<told>_explained`.
        """
        edge = best(values)
        level = [option for option in values if values[option] == edge]
        option, how = (level[0], None) if len(level) == 1 else self._one_of(level)
        if option is None:
            return None
        self.winners.append(option)
        facts: dict[str, Fact] = {
            "name": self.contest.name(option),
            "value": shown(values[option]),
            "place": len(self.winners),
        }
        explained = Sentence(f"{told}_explained", facts)
        if how is not None:
            both: dict[str, Fact] = {"first": how, "then": explained}
            explained = Sentence("sentences_after_each_other", both)
        counts = {one: shown(value) for one, value in values.items()}
        self.stages.append(dict(values))
        self.steps.append(
            Step(Sentence(told, facts), explained, counts, elected=(option,))
        )
        return option

    def outcome(self, method: str, cast: int) -> Outcome:
        """Give what was counted."""
        return Outcome(
            method=method,
            seats=self.contest.seats,
            winners=tuple(self.winners),
            tied=self.ties.tied,
            tie_break=self.ties.tie_break,
            steps=tuple(self.steps),
            facts={"cast": cast},
        )

    def _one_of(self, level: list[str]) -> tuple[str | None, Sentence]:
        # Whoever is left out now may come in later, so the tie may change nothing;
        # it is told all the same, because the places that follow may hang on it.
        return self.ties.choose(level, self.stages, best=True)


def committee(contest: Contest, ties: TieBreaker) -> Committee:
    """Begin with nobody in."""
    return Committee(contest, Ties(contest, ties))

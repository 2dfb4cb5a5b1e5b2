"""What happens when the rule itself cannot tell options apart.

The charter names one of four ways, and the count says when it used it:

`status_quo`
    Nobody takes the place and no option is dropped: things stay as they are. A tie
    that changes nothing, or only which surplus is passed on first, goes to the lot.
`lot`
    A lot that everybody can draw again: each option's id is written after the public
    seed and a space, the SHA-256 of that text is taken, and in every tie the option
    with the smaller digest goes before the other. With a shell:
    `printf '%s %s' "$SEED" "$ID" | sha256sum`.
`most_first_preferences`
    Whoever had more at the first step; a lot if that is level too.
`last_round_that_differed`
    Whoever had more at the latest step where they differed; a lot if there is none.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.outcome import Number

type Stages = Sequence[Mapping[str, Number]]

TIE_BREAKS = ("status_quo", "lot", "most_first_preferences", "last_round_that_differed")

WAYS: dict[str, tuple[str, ...]] = {
    "status_quo": (),
    "lot": ("lot",),
    "most_first_preferences": ("most_first_preferences", "lot"),
    "last_round_that_differed": ("last_round_that_differed", "lot"),
    "declared": ("declared", "lot"),
}


class Choice(NamedTuple):
    """The option picked out of a tie, or None where the tie stands; and how."""

    option: str | None
    how: Sentence


@dataclass(frozen=True, slots=True)
class TieBreaker:
    """The way a charter parts options that are level.

    `rule` is one of `TIE_BREAKS`, or `declared` where the ballot file itself carries
    an order drawn beforehand, given as `declared`. `seed` is the public text of a lot.
    """

    rule: str = "lot"
    seed: str = ""
    declared: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        assert self.rule in WAYS, self.rule

    def choose(
        self, contest: Contest, tied: Collection[str], stages: Stages, *, best: bool
    ) -> Choice:
        """Pick the one to be preferred (`best`), or else the one to be passed over.

        `stages` are the counts of the steps so far, first to latest; an option that is
        absent from a step counts as nothing there.
        """
        left = tuple(one for one in contest.options if one in set(tied))
        assert len(left) > 1, "one alone is no tie"
        for way in WAYS[self.rule]:
            left = self._narrowed(way, left, stages, best=best)
            if len(left) == 1:
                break
        else:
            way = "status_quo"
        chosen = left[0] if len(left) == 1 else None
        return Choice(chosen, self._said(contest, way, tied, chosen, best=best))

    def _narrowed(
        self, way: str, left: tuple[str, ...], stages: Stages, *, best: bool
    ) -> tuple[str, ...]:
        if way == "most_first_preferences":
            return narrowed_by(left, stages[:1], best=best)
        if way == "last_round_that_differed":
            return narrowed_by(left, stages, best=best)
        if way == "declared":
            # Whoever is named first is picked, to be preferred or to be excluded: so
            # the programs read this order that brought it into ballot files.
            return (min(left, key=self._by_declaration),)
        in_order = sorted(left, key=self._by_lot)
        return (in_order[0 if best else -1],)

    def _by_lot(self, option: str) -> tuple[str, str]:
        return lot_number(self.seed, option), option

    def _by_declaration(self, option: str) -> int:
        known = option in self.declared
        return self.declared.index(option) if known else len(self.declared)

    def _said(
        self,
        contest: Contest,
        way: str,
        tied: Collection[str],
        chosen: str | None,
        *,
        best: bool,
    ) -> Sentence:
        facts: dict[str, Fact] = {
            "tied": tuple(contest.name(o) for o in contest.options if o in set(tied))
        }
        if chosen is None:
            return Sentence("tie_stands", facts)
        facts["chosen"] = contest.name(chosen)
        if way == "lot":
            way = "lot" if self.seed else "empty_lot"
            facts["seed"] = self.seed
        return Sentence(f"tie_{way}_{'first' if best else 'last'}", facts)


def lot_number(seed: str, option: str) -> str:
    """Give an option's number in the lot, as 64 hexadecimal digits; small is good.

    It is the SHA-256 of the seed, a space and the option's id, in UTF-8.
    """
    return sha256(f"{seed} {option}".encode()).hexdigest()


def narrowed_by(
    tied: tuple[str, ...], stages: Stages, *, best: bool
) -> tuple[str, ...]:
    """Keep those who stood best (or worst) at the latest step where they differed.

    Those still level are compared at the steps before that one, in turn. More than one
    is left only if they were level at every step.
    """
    pick: Callable[[Collection[Number]], Number] = max if best else min
    for counts in reversed(stages):
        edge = pick([counts.get(one, 0) for one in tied])
        tied = tuple(one for one in tied if counts.get(one, 0) == edge)
        if len(tied) == 1:
            break
    return tied


@dataclass(slots=True)
class Ties:
    """The ties a count has met so far, as its outcome will report them."""

    contest: Contest
    breaker: TieBreaker
    groups: list[tuple[str, ...]] = field(default_factory=list)
    said: list[Sentence] = field(default_factory=list)

    def choose(
        self,
        tied: Collection[str],
        stages: Stages,
        *,
        best: bool,
        matters: bool = True,
        may_stand: bool = True,
    ) -> Choice:
        """Pick one out of a tie, and note it if it may change who wins.

        A tie that may not stand, because the count must go on, goes to the lot where
        the charter would leave it.
        """
        breaker = self.breaker
        if breaker.rule == "status_quo" and not may_stand:
            breaker = TieBreaker("lot", breaker.seed)
        choice = breaker.choose(self.contest, tied, stages, best=best)
        if matters:
            self._note(tied)
            self.said.append(choice.how)
        return choice

    def part(self, tied: Collection[str], free: int, stages: Stages) -> list[str]:
        """Choose as many as there are free places out of more that are level."""
        self._note(tied)
        chosen: list[str] = []
        left = list(tied)
        while len(chosen) < free:
            choice = self.breaker.choose(self.contest, left, stages, best=True)
            self.said.append(choice.how)
            if choice.option is None:
                break
            chosen.append(choice.option)
            left.remove(choice.option)
        return chosen

    def _note(self, tied: Collection[str]) -> None:
        there = set(tied)
        self.groups.append(tuple(one for one in self.contest.options if one in there))

    @property
    def tied(self) -> tuple[tuple[str, ...], ...]:
        """Every group that was level where it mattered, in the order met."""
        return tuple(self.groups)

    @property
    def tie_break(self) -> Sentence | None:
        """How the ties were parted, in one sentence or several; None without ties."""
        return one_after_another(*self.said) if self.said else None


def one_after_another(first: Sentence, *rest: Sentence) -> Sentence:
    """Say several sentences as one."""
    whole = first
    for sentence in rest:
        facts: dict[str, Fact] = {"first": whole, "then": sentence}
        whole = Sentence("sentences_after_each_other", facts)
    return whole

"""What voters wrote, before any method reads it.

Raw marks are kept, because whether a repeated name, a shared rank or a skipped rank
spoils a ballot is for the method to say, not for whoever reads the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from commonweal.rules.sentence import Sentence


class Approvals(NamedTuple):
    """The options a voter marked, alike in weight."""

    options: tuple[str, ...]


class Ranking(NamedTuple):
    """Ranks as marked, best first: each rank names no, one or several options."""

    ranks: tuple[tuple[str, ...], ...]


class Scores(NamedTuple):
    """A whole number for each option the voter scored."""

    scores: tuple[tuple[str, int], ...]


class Answer(NamedTuple):
    """A motion's `yes`, `no` or `abstain`, or a position in a test of consensus."""

    answer: str


type Marks = Approvals | Ranking | Scores | Answer


class Ballot(NamedTuple):
    """What a ballot says, and how many voters (or what whole weight) said just that."""

    marks: Marks
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Contest:
    """What is to be counted: the options by id, their names, the places to fill.

    `costs` and `budget` are whole units of the smallest coin and are there only where
    money is shared out. `settings` are the method's own, as named in its module.
    `notes` say what whoever read it let pass, for people to judge.
    """

    options: tuple[str, ...]
    seats: int = 1
    names: Mapping[str, str] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    costs: Mapping[str, int] = field(default_factory=dict)
    budget: int | None = None
    title: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Sentence, ...] = ()

    def name(self, option: str) -> str:
        """Give what people call an option; its id where it has no other name."""
        return self.names.get(option, option)

    @property
    def standing(self) -> tuple[str, ...]:
        """The options that may still win: all but those withdrawn, in their order."""
        return tuple(one for one in self.options if one not in self.withdrawn)


type Ballots = Sequence[Ballot]

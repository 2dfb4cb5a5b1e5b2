"""What a method of counting is: a name, a source, a promise and a count.

To add one: a module in `methods/`, a line in the table there, and a worked example.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from commonweal.rules.malformed import Malformed
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.voting.units import Unit

type BallotForm = Literal[
    "answer", "position", "approvals", "ranking", "scores", "cumulative", "knapsack"
]

# Settings that name options of one contest; a rule for many cannot know them.
NAMING_OPTIONS = frozenset({"caps", "first_out", "reserved", "status_quo"})

type Count = Callable[[Contest, Ballots, TieBreaker], Outcome]


@dataclass(frozen=True, slots=True)
class Method:
    """A way of counting, as charters and commands name it.

    `ballot` is the form of ballot it is made for, and `takes` the others that a charter
    may have it count. `unit` is what its counts count, and
    `units` what those of single steps do, by the title's id. `source` is where it was
    published.
    `promises` are the laws it keeps on all ballots, by the names under which they are
    tested. `settings` are the names it reads from the contest's settings. With
    `marks_against`, who marks an option speaks against it. What `takes_long` counts a
    city for minutes.
    """

    id: str
    title: Sentence
    summary: Sentence
    ballot: BallotForm
    unit: Unit
    count: Count
    source: str
    promises: frozenset[str] = frozenset()
    settings: tuple[str, ...] = ()
    most_seats: int | None = None
    marks_against: bool = False
    units: Mapping[str, Unit] = field(default_factory=dict)
    takes_long: bool = False
    takes: tuple[BallotForm, ...] = ()

    def unit_of(self, title: str) -> Unit:
        """Say what the counts of a step are, by the id of its title."""
        return self.units.get(title, self.unit)


class Uncountable(Malformed):
    """Raised where a method cannot count what it is given; carries the sentence."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(reason.id)
        self.reason = reason

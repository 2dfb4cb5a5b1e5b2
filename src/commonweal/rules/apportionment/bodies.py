"""What is shared out: so many seats, among bodies of so many members (or votes)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.ties import TieBreaker, Ties


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies by name, each with its exact weight: members, votes, people.

    `settings` are the method's own, as named in its module.
    """

    weights: Mapping[str, Fraction]
    settings: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        assert all(weight >= 0 for weight in self.weights.values())

    @property
    def total(self) -> Fraction:
        """Give the weight of all together."""
        return sum(self.weights.values(), Fraction(0))


@dataclass(frozen=True, slots=True)
class Shares:
    """How many seats each body gets, and how that came about.

    `tied` holds each group of bodies that the rule itself could not tell apart and
    `open_seats` how many of the last seats each group was to have: any choice of so
    many out of the group keeps the rule. `tie_break` says how one was picked.
    """

    method: str
    seats: Mapping[str, int]
    tied: tuple[tuple[str, ...], ...] = ()
    open_seats: tuple[int, ...] = ()
    tie_break: Sentence | None = None
    steps: tuple[Step, ...] = ()


def check(bodies: Bodies, seats: int) -> None:
    """Refuse what cannot be shared out: no seats, or nobody to have them."""
    if seats < 1:
        raise Uncountable(Sentence("apportion_no_seats", {"seats": seats}))
    if bodies.total == 0:
        raise Uncountable(Sentence("apportion_no_weight"))


def parted(
    bodies: Bodies, level: list[str], free: int, ties: TieBreaker
) -> tuple[list[str], Sentence | None]:
    """Give who of those that are level gets one of the last free seats, and how.

    Larger bodies are compared by what they weigh where the charter asks for the most
    first preferences. A tie may stand: then the seats stay empty.
    """
    contest = Contest(tuple(sorted(bodies.weights)))
    met = Ties(contest, ties)
    return met.part(level, free, [dict(bodies.weights)]), met.tie_break

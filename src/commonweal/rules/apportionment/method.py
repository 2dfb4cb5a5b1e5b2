"""What a way of sharing out seats is: a name, a source, promises and a function."""

from collections.abc import Callable
from dataclasses import dataclass

from commonweal.rules.apportionment.bodies import Bodies, Shares
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ties import TieBreaker

type Share = Callable[[Bodies, int | None, TieBreaker], Shares]


@dataclass(frozen=True, slots=True)
class Sharing:
    """A way of sharing out seats, as charters and commands name it.

    `promises` are the laws it keeps for all bodies, by the names under which they are
    tested. `sizes_itself` says that the number of seats follows from the bodies.
    `also` are other names it goes by.
    """

    id: str
    title: Sentence
    summary: Sentence
    share: Share
    source: str
    promises: frozenset[str] = frozenset()
    settings: tuple[str, ...] = ()
    sizes_itself: bool = False
    also: tuple[str, ...] = ()

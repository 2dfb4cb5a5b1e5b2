"""Who speaks for which group in a spokes council, and what its tables talked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from commonweal.rules.assemblies.events_spokes import (
    Speaking,
    SpokeNamed,
    SpokesBack,
    TablesConsulted,
)

MOST_GROUPS = 200


@dataclass(frozen=True, slots=True)
class Spokes:
    """The spoke of each group by its number, and the matters that were consulted on.

    `consulting` is the matter that the tables talk about just now.
    """

    of: Mapping[int, str] = field(default_factory=dict)
    consulting: str = ""
    consulted: frozenset[str] = frozenset()

    def group_of(self, somebody: str) -> int | None:
        """Say for which group somebody speaks, if for any."""
        return next((one for one, of in self.of.items() if of == somebody), None)

    @property
    def speaking(self) -> frozenset[str]:
        """Give those who speak for a group."""
        return frozenset(self.of.values())


def spoken(now: Spokes, event: Speaking) -> Spokes:
    """Give the spokes after something that may be done."""
    match event:
        case SpokeNamed():
            return replace(now, of={**now.of, event.group: event.of})
        case TablesConsulted():
            consulted = now.consulted | {event.item}
            return replace(now, consulting=event.item, consulted=consulted)
        case SpokesBack():
            return replace(now, consulting="")

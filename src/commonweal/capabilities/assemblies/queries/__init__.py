"""Reading assemblies: which there are, where one stands, what is to be minuted."""

from commonweal.capabilities.assemblies.queries.acts import may_now
from commonweal.capabilities.assemblies.queries.held import assemblies_compared
from commonweal.capabilities.assemblies.queries.listing import (
    assemblies_of,
    assembly_in,
    deeds_done,
    to_come,
)
from commonweal.capabilities.assemblies.queries.minutes import minutes_of
from commonweal.capabilities.assemblies.queries.rooms import (
    DEEDS,
    Held,
    as_of,
    event_of,
    held,
)

__all__ = [
    "DEEDS",
    "Held",
    "as_of",
    "assemblies_compared",
    "assemblies_of",
    "assembly_in",
    "deeds_done",
    "event_of",
    "held",
    "may_now",
    "minutes_of",
    "to_come",
]

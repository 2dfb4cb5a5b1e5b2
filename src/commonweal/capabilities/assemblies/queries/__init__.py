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
from commonweal.capabilities.assemblies.queries.needs import (
    AssemblyNeed,
    needs_after,
)
from commonweal.capabilities.assemblies.queries.rooms import (
    DEEDS,
    Held,
    as_of,
    event_of,
    held,
)
from commonweal.capabilities.assemblies.queries.written import (
    Kept,
    MinutesLine,
    draft_of,
    kept,
    may_minute_now,
    written,
)

__all__ = [
    "DEEDS",
    "AssemblyNeed",
    "Held",
    "Kept",
    "MinutesLine",
    "as_of",
    "assemblies_compared",
    "assemblies_of",
    "assembly_in",
    "deeds_done",
    "draft_of",
    "event_of",
    "held",
    "kept",
    "may_minute_now",
    "may_now",
    "minutes_of",
    "needs_after",
    "to_come",
    "written",
]

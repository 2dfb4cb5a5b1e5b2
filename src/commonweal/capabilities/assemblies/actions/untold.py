"""Writing lines of what people said themselves, once it is over and in no order."""

from collections.abc import Iterable
from datetime import datetime

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.held import sealed_assembly
from commonweal.foundation.journal import actions as journal
from commonweal.rules.canonical import Json

TOOK_PART = "took_part_in_assembly"


def tell(assembly: Assembly, said: Iterable[AssemblyDeed], *, at: datetime) -> None:
    """Write down who took part, all at one time, in the order of rows that say nothing.

    The caller holds the institution's lock.
    """
    for row in said:
        facts: dict[str, Json] = {"number": assembly.number}
        facts |= sealed_assembly(assembly, row)
        journal.record(TOOK_PART, about=assembly, by=row.done_by, at=at, facts=facts)

"""What an earlier assembly made of a matter that was taken on, kept on the agenda.

It stands there from the call on, so that it goes along wherever the assembly is held,
and nobody has to read the earlier one to know where the talk stood.
"""

from datetime import datetime

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.rules.canonical import Json
from commonweal.rules.consensus.state import Before

TALKED = "talked"


def written(before: Before) -> dict[str, Json]:
    """Write what was made of a matter as the agenda keeps it."""
    ends = before.talks_end_at
    return {
        "rounds": before.rounds,
        "meetings": before.meetings,
        "ends_at": ends.isoformat() if ends else "",
        "blocked_by": sorted(before.stayed_away),
    }


def talked_before(row: Assembly) -> dict[str, Before]:
    """Read what was made of each matter before, by its id on this agenda."""
    found = {}
    for one in row.agenda:
        told = one.get(TALKED)
        if told:
            ends = told["ends_at"]
            found[one["id"]] = Before(
                told["rounds"],
                told["meetings"],
                datetime.fromisoformat(ends) if ends else None,
                frozenset(told["blocked_by"]),
            )
    return found

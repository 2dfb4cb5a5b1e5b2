"""A matter as a file, from which a stranger works out again where it stands."""

from datetime import UTC, datetime
from typing import Any

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.rules.confederation.plain import case_to_plain

FORMAT = "commonweal-matter-1"
# What bears on where a matter stands. Nobody is named in these.
BEARING = ("raised", "composed", "withdrew", "answered", "stayed_out", "mandated")


def matter_file(read: Read) -> dict[str, Any]:
    """Give the pact of its day, and every deed that bears on where it stands."""
    return {
        "format": FORMAT,
        "institution": str(read.matter.institution_id),
        "matter": read.matter.number,
        "title": read.matter.title,
        "text": read.matter.text,
        "case": case_to_plain(read.case),
        "deeds": [_plain(one) for one in read.of(*BEARING)],
    }


def _plain(row: ConfederalDeed) -> dict[str, Any]:
    return {
        "number": row.number,
        "deed": row.deed,
        "body": str(row.body) if row.body else None,
        "words": row.words,
        "facts": row.facts,
        "decision": str(row.decision) if row.decision else None,
        "at": _moment(row.done_at),
    }


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()

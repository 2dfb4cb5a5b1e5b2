"""A matter as a file, from which a stranger works out again where it stands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from commonweal.capabilities.confederation.queries.deeds import plain_deed
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.pictures import names_of_bodies
from commonweal.foundation.language import say
from commonweal.rules.confederation.filed import FORMAT
from commonweal.rules.confederation.plain import case_to_plain

# What bears on where a matter stands, and what bodies told their delegates.
BEARING = ("raised", "composed", "withdrew", "answered", "stayed_out", "mandated")


def matter_file(read: Read, *, at: datetime) -> dict[str, Any]:
    """Give the pact of its day, and every deed that bears on where it stands."""
    return {
        "format": FORMAT,
        "institution": str(read.matter.institution_id),
        "matter": read.matter.number,
        "title": read.matter.title,
        "text": read.matter.text,
        "change": read.matter.change,
        "case": case_to_plain(read.case),
        "names": _names(read, at=at),
        "deeds": [plain_deed(one) for one in read.of(*BEARING)],
    }


def _names(read: Read, *, at: datetime) -> dict[str, str]:
    """Name every body that the file tells of."""
    asked = read.now.union.bodies if read.now.union else ()
    ids = {UUID(one.id) for one in asked} | {one.body for one in read.deeds if one.body}
    names = names_of_bodies(ids, at=at)
    return {str(body): say(name) for body, (name, _address) in names.items()}

"""A matter as a file, from which a stranger works out again where it stands."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed
from commonweal.capabilities.confederation.queries.deeds import plain_deed
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.naming import Called, Reader
from commonweal.capabilities.confederation.queries.told_congress import (
    bodies_seated,
    congresses,
)
from commonweal.capabilities.confederation.queries.veils import (
    hidden_in,
    veiled,
    veils_in,
)
from commonweal.foundation.language import say
from commonweal.rules.canonical import Json
from commonweal.rules.confederation.answers import one_number
from commonweal.rules.confederation.filed import FORMAT
from commonweal.rules.confederation.plain import (
    case_to_plain,
    counts_from_plain,
    counts_to_plain,
    union_from_plain,
)

# What bears on where a matter stands, and what bodies told their delegates.
BEARING = (
    *("raised", "composed", "withdrew", "answered", "stayed_out", "went"),
    *("mandated", "discharged", "found_breach"),
)


def matter_file(read: Read, reader: Reader) -> dict[str, Any]:
    """Give the pact of its day, and every deed that bears on where it stands.

    Who may not be named to this reader is another id in all of the file, so that it is
    worked out all the same. Of words that are hidden it says so; where a matter stands
    goes by their digests.
    """
    called = reader.called(_bodies(read))
    veils = veils_in(read.matter.institution, at=reader.at)
    hidden = hidden_in(read, veils, inside=reader.is_inside)
    read = veiled(read, hidden)
    return {
        "format": FORMAT,
        "institution": str(read.matter.institution_id),
        "matter": read.matter.number,
        "title": read.matter.title,
        "text": read.matter.text,
        "digest": read.first,
        "hidden": _hidden(read, hidden),
        "change": read.matter.change,
        "case": case_to_plain(read.case),
        "names": {str(one.id): say(one.name) for one in called.values()},
        "deeds": _deeds(read, reader, called),
        "congresses": congresses(read, called),
    }


def _hidden(read: Read, hidden: Collection[UUID]) -> list[Json]:
    """Say which words are hidden, by the numbers of deeds; 0 are the matter’s own."""
    its_own = [0] if read.matter.pk in hidden else []
    return [*its_own, *(one.number for one in read.of(*BEARING) if one.pk in hidden)]


def _bodies(read: Read) -> set[UUID]:
    """Give every body that the file tells of, those below a confederation too."""
    found = {row.body for row in read.deeds if row.body} | bodies_seated(read)
    for row in read.of("composed"):
        found |= _ids(row.facts["union"])
    return found


def _ids(union: Mapping[str, Any]) -> set[UUID]:
    below = (_ids(one) for one in union.get("bodies", ()))
    return {UUID(union["id"])}.union(*below)


def _deeds(
    read: Read, reader: Reader, called: Mapping[UUID, Called]
) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    asked: dict[str, int] = {}
    for row in read.of(*BEARING):
        deed = plain_deed(row)
        if row.deed == "composed":
            bases = union_from_plain(row.facts["union"]).bases
            asked = {name: base.members for name, base in bases.items()}
            union = _under_their_names(row.facts["union"], called)
            deed["facts"] = {**row.facts, "union": union}
        elif row.deed == "answered" and not reader.is_inside:
            deed["facts"] = _told_once(row, asked)
        told.append(_under_its_name(deed, called[row.body]) if row.body else deed)
    return told


def _told_once(row: ConfederalDeed, asked: Mapping[str, int]) -> dict[str, Json]:
    """Give an answer with one number of how many there are in a base, not two."""
    counts = one_number(
        counts_from_plain(row.facts["counts"]), asked.get(str(row.body))
    )
    return {**row.facts, "counts": counts_to_plain(counts)}


def _under_its_name(deed: dict[str, Any], called: Called) -> dict[str, Any]:
    """Name whose deed it is; of who is not named, nothing that would be found again."""
    if called.is_named:
        return deed
    facts = deed["facts"]
    if "minutes" in facts:
        facts = {**facts, "minutes": ""}
    return {**deed, "body": str(called.id), "decision": None, "facts": facts}


def _under_their_names(
    union: Mapping[str, Any], called: Mapping[UUID, Called]
) -> dict[str, Any]:
    below = [_under_their_names(one, called) for one in union.get("bodies", ())]
    ours = {**union, "id": str(called[UUID(union["id"])].id)}
    return {**ours, "bodies": below} if "bodies" in union else ours

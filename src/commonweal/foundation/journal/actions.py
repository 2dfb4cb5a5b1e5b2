"""Noting what was done: one line a deed, in the deed's own transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet, UUIDField

from commonweal.foundation.journal.models import Line, LineWords
from commonweal.foundation.prepared import Given, Keeping, Prepared
from commonweal.foundation.rows import Identified, new_salt
from commonweal.rules import journal_chain as chain
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import Refused, refused

ROWS_AT_ONCE = 500
# The line after which a journal takes no other: what ended does nothing any more.
ENDS_IT = "dissolved"
LINE = Keeping(Line)


def record(
    deed: str,
    *,
    about: Model,
    by: Identified | None,
    at: datetime,
    words: Mapping[str, str] | None = None,
    facts: Mapping[str, Json] | None = None,
) -> Line:
    """Note a deed in the journal of the institution that `about` is, or belongs to.

    The caller holds the institution's lock, so lines do not race. `facts` are ids and
    numbers and stay for ever. `words` lie beside the line; those of a line about a
    member are erased when that member leaves.
    """
    return record_each(deed, [About(about, words or {}, facts or {})], by=by, at=at)[0]


@dataclass(frozen=True, slots=True)
class About:
    """What a line is about, with its words and its facts."""

    row: Model
    words: Mapping[str, str]
    facts: Mapping[str, Json]


def record_each(
    deed: str, things: Sequence[About], *, by: Identified | None, at: datetime
) -> list[Line]:
    """Note a deed that was done to several things of one institution, a line each.

    All lines are written at once, since two thousand one by one would keep everybody
    else waiting. The caller holds the institution's lock. Raises `Refused` where the
    institution has ended.
    """
    first = things[0].row
    institution: UUID = getattr(first, "institution_id", first.pk)
    number, seal, last = _last_line(institution)
    if last == ENDS_IT:
        raise Refused(refused("institution_dissolved"))
    rows: list[Line] = []
    beside: list[LineWords] = []
    for place, about in enumerate(things, start=number + 1):
        salt = new_salt()
        line = chain.Line(
            institution=str(institution),
            number=place,
            at=at,
            deed=deed,
            by=str(by.id) if by else "",
            about_kind=about.row._meta.model_name or "",
            about=str(about.row.pk),
            facts=_facts(about),
            words_digest=chain.digest_of_words(salt, about.words)
            if about.words
            else "",
            previous=seal,
        )
        row = LINE.new({"institution_id": institution} | _columns(line))
        rows.append(row)
        beside.extend(_words_beside(row, about.words, salt))
        seal = row.hash
    _write_down(rows, beside)
    return rows


def _write_down(rows: list[Line], beside: list[LineWords]) -> None:
    if len(rows) == 1:
        LINE.keep(rows[0])
    else:
        Line.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
    if beside:
        LineWords.objects.bulk_create(beside, batch_size=ROWS_AT_ONCE)


def _facts(about: About) -> dict[str, Json]:
    # The names of the words stay, so that a line with erased words can be read.
    return {**about.facts, **({"said": sorted(about.words)} if about.words else {})}


def _words_beside(
    row: Line, words: Mapping[str, str], salt: bytes
) -> Iterator[LineWords]:
    if words:
        yield LineWords(
            line=row,
            institution_id=row.institution_id,
            salt=salt,
            words=dict(words),
            of_member=row.about_id if row.about_kind == "member" else None,
        )


def _columns(line: chain.Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "at": line.at,
        "deed": line.deed,
        "by": UUID(line.by) if line.by else None,
        "about_kind": line.about_kind,
        "about_id": UUID(line.about),
        "facts": line.facts,
        "words_digest": line.words_digest,
        "previous": line.previous,
        "hash": chain.line_hash(line),
    }


def erase_words(institution: Identified, *, of_member: UUID) -> None:
    """Erase every word about a member, with its salt. The chain still verifies."""
    LineWords.objects.filter(
        institution_id=institution.id, of_member=of_member
    ).delete()


def _last_line(institution: UUID) -> tuple[int, str, str]:
    """Give number, hash and deed of the last line, or what stands before the first."""
    found = _newest_line.first({"institution": institution})
    return found or (0, chain.NOTHING_BEFORE, "")


@Prepared
def _newest_line() -> QuerySet[Line, tuple[int, str, str]]:
    lines = Line.objects.filter(institution_id=Given("institution", UUIDField()))
    return lines.order_by("-number").values_list("number", "hash", "deed")[:1]

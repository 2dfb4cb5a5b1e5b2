"""Noting what was done: one line a deed, in the deed's own transaction."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet, UUIDField

from commonweal.foundation.journal.models import Line, LineWords
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.rows import Identified
from commonweal.rules import journal_chain as chain
from commonweal.rules.canonical import Json

SALT_LENGTH = 16


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
    institution: UUID = getattr(about, "institution_id", about.pk)
    number, seal = _last_line(institution)
    salt = secrets.token_bytes(SALT_LENGTH)
    line = chain.Line(
        institution=str(institution),
        number=number + 1,
        at=at,
        deed=deed,
        by=str(by.id) if by else "",
        about_kind=about._meta.model_name or "",
        about=str(about.pk),
        # The names of the words stay, so that a line with erased words can be read.
        facts={**(facts or {}), **({"said": sorted(words)} if words else {})},
        words_digest=chain.digest_of_words(salt, words) if words else "",
        previous=seal,
    )
    row = Line.objects.create(institution_id=institution, **_columns(line))
    if words:
        _keep_beside(row, words, salt)
    return row


def _keep_beside(row: Line, words: Mapping[str, str], salt: bytes) -> None:
    LineWords.objects.create(
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


def _last_line(institution: UUID) -> tuple[int, str]:
    """Give number and hash of the last line, or what stands before the first."""
    found = _newest_line.first({"institution": institution})
    return found or (0, chain.NOTHING_BEFORE)


@Prepared
def _newest_line() -> QuerySet[Line, tuple[int, str]]:
    lines = Line.objects.filter(institution_id=Given("institution", UUIDField()))
    return lines.order_by("-number").values_list("number", "hash")[:1]

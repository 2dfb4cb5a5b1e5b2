"""What happened in an institution, in order, and whether the journal still holds."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import BigIntegerField, Max, UUIDField
from django.utils.module_loading import import_string

from commonweal.foundation.journal import placing
from commonweal.foundation.journal.models import Line, LineWords
from commonweal.foundation.journal.seals import HELD, NOTICE
from commonweal.foundation.nodes.queries.inventory import table_words
from commonweal.foundation.prepared import Given, Prepared
from commonweal.foundation.rows import Identified
from commonweal.rules import journal_chain as chain
from commonweal.rules.canonical import Json
from commonweal.rules.malformed import UNREADABLE
from commonweal.rules.sentence import Fact, Sentence

# What comparing can stumble over in tables that somebody changed by hand.
CHANGED_BY_HAND = (*UNREADABLE, ObjectDoesNotExist)

AFTER_ALL = 2**31 - 1


def lines(
    institution: Identified, *, before: int | None = None, limit: int = 50
) -> tuple[Line, ...]:
    """Give a page of lines with their words, the newest first, in one query."""
    end = AFTER_ALL if before is None else min(before, AFTER_ALL)
    return tuple(_page(limit).rows({"institution": institution.id, "before": end}))


@cache
def _page(limit: int) -> Prepared[Line]:
    return Prepared(
        lambda: (
            Line.objects.filter(
                institution_id=Given("institution", UUIDField()),
                number__lt=Given("before", BigIntegerField()),
            )
            .select_related("words")
            .order_by("-number")[:limit]
        )
    )


def head(institution: Identified) -> tuple[int, str]:
    """Give number and hash of the last line: what members write down to check later."""
    last = Line.objects.filter(institution_id=institution.id).order_by("-number")
    return last.values_list("number", "hash").first() or (0, chain.NOTHING_BEFORE)


def newest_moment() -> datetime | None:
    """Give the latest moment at which anything was done on this node."""
    found: datetime | None = Line.objects.aggregate(newest=Max("at"))["newest"]
    return found


def verify(
    institution: Identified, *, known: Mapping[int, str] | None = None
) -> tuple[Sentence, ...]:
    """Say what is wrong with the journal; nothing, if nobody tampered with it.

    `known` are hashes by line number that somebody wrote down.
    """
    return chain.verify(kept_lines(institution), known=known)


class Compared(NamedTuple):
    """Where tables contradict a journal, and what could not be compared."""

    problems: tuple[Sentence, ...]
    notices: tuple[Sentence, ...]


def compared(institution: Identified) -> tuple[Sentence, ...]:
    """Say where the tables contradict the journal: what was changed behind its back."""
    return comparison(institution).problems


def comparison(institution: Identified) -> Compared:
    """Hold the tables against the journal: what differs, and what nobody can say."""
    found = list(comparing(institution))
    return Compared(
        problems=tuple(one for one in found if one.id != NOTICE),
        notices=tuple(one for one in found if one.id == NOTICE),
    )


def comparing(institution: Identified) -> Iterator[Sentence]:
    """Say what differs as it is found, for whom it is enough that something does."""
    for name in settings.COMPARISONS:
        yield from _read(import_string(name), institution)


def _read(
    compare: Callable[[Identified], Iterable[Sentence]], institution: Identified
) -> Iterator[Sentence]:
    """Give what a comparison finds; where it stumbles over what is kept, say so."""
    try:
        yield from compare(institution)
    except CHANGED_BY_HAND:
        yield Sentence("journal_unreadable")


def words_compared(institution: Identified) -> Iterator[Sentence]:
    """Say which words beside lines are gone, or would go at the wrong time.

    Words about a member go when they leave, and no others do.
    """
    lines = Line.objects.filter(institution_id=institution.id)
    left = set(lines.filter(deed="left").values_list("about_id", flat=True))
    telling = lines.exclude(words_digest="").select_related("words")
    for line in telling.order_by("number").iterator(chunk_size=2000):
        words = words_of(line)
        member = line.about_id if line.about_kind == "member" else None
        if words is None and (member is None or member not in left):
            yield Sentence("journal_words_gone", {"number": line.number})
        elif words is not None and (
            words.of_member != member or words.institution_id != line.institution_id
        ):
            yield Sentence("journal_words_changed", {"number": line.number})


def places_compared(institution: Identified) -> Iterator[Sentence]:
    """Say which tables have a row that stands here and is not of here, or the reverse.

    What is of no institution at all is told of with the first of this server.
    """
    found = {
        place.table._meta.label_lower
        for place in placing.places()
        if placing.astray(place, institution.id)
    }
    for label in sorted(found):
        yield Sentence("journal_row_astray", {"table": table_words(label)})
    if _is_first(institution):
        for table in placing.of_no_institution():
            label = table._meta.label_lower
            yield Sentence("journal_row_of_nobody", {"table": table_words(label)})


def _is_first(institution: Identified) -> bool:
    first = Line.objects.filter(number=1).order_by("at", "institution_id")
    return first.values_list("institution_id", flat=True).first() == institution.id


def export(
    institution: Identified, *, with_words: bool, hidden: Collection[UUID] = ()
) -> dict[str, Json]:
    """Give the whole journal as plain data, for anybody to verify elsewhere.

    Of the things in `hidden` the words are left out; the chain verifies without them.
    """
    kept = kept_lines(institution, with_words=with_words, hidden=hidden)
    return {
        "format": chain.EXPORT_FORMAT,
        "institution": str(institution.id),
        "lines": [chain.kept_plain(line) for line in kept],
    }


def kept_lines(
    institution: Identified, *, with_words: bool = True, hidden: Collection[UUID] = ()
) -> Iterator[chain.Kept]:
    """Read every line from the first, a few thousand at a time."""
    rows = Line.objects.filter(institution_id=institution.id).order_by("number")
    if with_words:
        rows = rows.select_related("words")
    for row in rows.iterator(chunk_size=2000):
        told = with_words and row.about_id not in hidden
        yield _kept(row, words_of(row) if told else None)


def _kept(row: Line, words: LineWords | None) -> chain.Kept:
    line = chain.Line(
        institution=str(row.institution_id),
        number=row.number,
        at=row.at,
        deed=row.deed,
        by=str(row.by or ""),
        about_kind=row.about_kind,
        about=str(row.about_id or ""),
        facts=row.facts,
        words_digest=row.words_digest,
        previous=row.previous,
    )
    if words is None:
        return chain.Kept(line, row.hash)
    return chain.Kept(line, row.hash, bytes(words.salt), words.words)


def words_of(line: Line) -> LineWords | None:
    """Give the words beside a line, unless it has none or they were erased."""
    return getattr(line, "words", None)


def deed_sentence(
    line: Line,
    names: Mapping[UUID, str],
    *,
    hidden: Collection[UUID] = (),
    with_words: bool = True,
) -> Sentence:
    """Say a line. `names` are those of the members it mentions, by id.

    Facts are those of the line, its words, `by` and, for a line about a member,
    `member`; what was erased is said to have been. `hidden` are the things whose words
    are hidden now; without words none of them are told.
    """
    kept = words_of(line)
    is_hidden = line.about_id in hidden or not with_words
    words: Mapping[str, str] = kept.words if kept and not is_hidden else {}
    is_of_member = line.about_kind == "member"
    why = "words_hidden" if is_hidden else "words_erased"
    gone = Sentence("member_who_left" if is_of_member else why)
    said = {key: words.get(key) or gone for key in line.facts.get("said", [])}
    people = {"by": _name(line.by, names)}
    if is_of_member:
        people["member"] = _name(line.about_id, names)
    facts = {
        key: _fact(value)
        for key, value in line.facts.items()
        if key not in {"said", HELD}
    }
    return Sentence(f"journal.{line.deed}", {**facts, **said, **people})


def members_named(some: tuple[Line, ...]) -> set[UUID]:
    """Give the ids of the members that these lines mention."""
    actors = {line.by for line in some if line.by}
    return actors | {
        line.about_id for line in some if line.about_kind == "member" and line.about_id
    }


def _name(member: UUID | None, names: Mapping[UUID, str]) -> Fact:
    if member is None:
        return Sentence("the_institution")
    return names.get(member) or Sentence("member_who_left")


def _fact(value: object) -> Fact:
    if isinstance(value, list):
        return tuple(_fact(one) for one in value)
    if isinstance(value, dict) and set(value) == {"moment"}:
        return datetime.fromisoformat(str(value["moment"]))
    return value if isinstance(value, int) else str(value)

"""What the journal says of an institution, held against the tables.

Which person a membership is of stands there as a salted digest. A line that an earlier
version wrote without a seal, an end or that digest is held against nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
    OfficeHolding,
    Statement,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.queries import words_of
from commonweal.rules.canonical import canonical
from commonweal.rules.sentence import Sentence
from commonweal.rules.sortition.lot import drawn, seed_of
from commonweal.rules.voting.roll import leaf

WRITTEN_BY = ("founded", "amended_charter")
CAME = ("put_on_list", "joined")
CONFIRMED = "confirmed_member"
CHANGED = "changed_class"
NAMED = (*CAME, "renamed")
FILLED = ("filled_office", "drew_office")
STATED = ("brought_statement", "adopted_statement")

type _Held = tuple[str, UUID, UUID | None, datetime]


def charters_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say which versions of the charter are not those that were written about."""
    lines = Line.objects.filter(institution_id=institution.id, deed__in=WRITTEN_BY)
    sealed = {row.about_id: row.facts.get("seal") for row in lines}
    versions = CharterVersion.objects.filter(institution=institution)
    return tuple(
        Sentence("journal_charter_differs", {"number": version.number})
        for version in versions.order_by("number")
        if sealed.get(version.pk) != sha256(version.text.encode()).hexdigest()
    )


def belonging_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say where members, offices and statements contradict the journal."""
    return (*_members(institution), *_offices(institution), *_statements(institution))


def seal_of_statement(title: str, text: str, decided_on: date) -> str:
    """Give the digest of a statement that stands in the journal."""
    told = [title, text, decided_on.isoformat()]
    return sha256(canonical(told)).hexdigest()


def _members(institution: Institution) -> Iterator[Sentence]:
    told = _told_of_members(institution)
    kept = Member.objects.filter(institution=institution).in_bulk()
    for id_, lines in told.items():
        first = lines[0].number
        if id_ not in kept:
            yield Sentence("journal_member_gone", {"number": first})
        elif not _is_as_told(kept[id_], lines):
            yield Sentence("journal_member_differs", {"number": first})
    for _ in kept.keys() - told.keys():
        yield Sentence("journal_member_unannounced")


def _told_of_members(institution: Institution) -> dict[UUID, list[Line]]:
    rows = Line.objects.filter(
        institution_id=institution.id,
        about_kind="member",
        deed__in=(*NAMED, CONFIRMED, CHANGED, "came_back", "left"),
    )
    told: dict[UUID, list[Line]] = {}
    for line in rows.select_related("words").order_by("number").iterator(2000):
        if line.about_id is not None:
            told.setdefault(line.about_id, []).append(line)
    return told


def _is_as_told(member: Member, lines: list[Line]) -> bool:
    came = [line for line in lines if line.deed in CAME]
    taken_up = next((line.at for line in lines if line.deed == "joined"), None)
    left = next((line.at for line in lines if line.deed == "left"), None)
    name = [kept.words.get("name") for line in lines if (kept := words_of(line))]
    classed = [line for line in lines if line.deed in (*CAME, CHANGED)]
    changed = [line for line in lines if line.deed == CHANGED]
    return (
        bool(came)
        and member.joined_at == came[0].at
        and member.taken_up_at == taken_up
        and member.left_at == left
        and member.member_class == classed[-1].facts.get("member_class")
        and member.class_since == (changed[-1].at if changed else None)
        and member.confirmers_needed == came[-1].facts.get("confirmers", 0)
        and member.confirmed_at == _confirmed(lines)
        and (left is not None or _is_theirs(member, lines))
        and (member.name == "" if left else member.name in name[-1:])
    )


def _is_theirs(member: Member, lines: list[Line]) -> bool:
    """Say whether a place belongs to whom it was last given to."""
    told = [line.facts["person"] for line in lines if "person" in line.facts]
    if not told:
        return True
    return bool(told[-1] == leaf(bytes(member.salt), str(member.person_id)))


def _confirmed(lines: list[Line]) -> datetime | None:
    """Say when enough knew this member: so many said so, or all decided about them."""
    return next((line.at for line in lines if _is_enough(line)), None)


def _is_enough(line: Line) -> bool:
    if line.deed == CHANGED:
        return bool(line.facts["confirmed"])
    return line.deed == CONFIRMED and line.facts["count"] == line.facts["needed"]


def _offices(institution: Institution) -> Iterator[Sentence]:
    rows = Line.objects.filter(institution_id=institution.id).order_by("number")
    left = dict(rows.filter(deed="left").values_list("about_id", "at"))
    fillings = list(rows.filter(deed__in=FILLED))
    told = {
        _held(line, UUID(holder)): line
        for line in fillings
        for holder in line.facts["holders"]
    }
    kept = {
        (row.office, row.holder_id, row.decision_id, row.from_at): row.until_at
        for row in OfficeHolding.objects.filter(institution=institution)
    }
    for held, line in told.items():
        until = _until(held, line, fillings, left)
        # A term that was over as it began was never kept.
        if until is not None and kept.get(held, line.at) != until:
            yield Sentence("journal_office_differs", {"number": line.number})
    for _ in kept.keys() - told.keys():
        yield Sentence("journal_office_unannounced")


def _held(line: Line, holder: UUID) -> _Held:
    decision = line.facts.get("decision")
    return (line.facts["office"], holder, decision and UUID(decision), line.at)


def _until(
    held: _Held, line: Line, fillings: list[Line], left: dict[UUID | None, datetime]
) -> datetime | None:
    """Give the end of a term: its own, the next filling, or when the holder left."""
    office, holder, _decision, _at = held
    if "until" not in line.facts:
        return None
    ends = [datetime.fromisoformat(line.facts["until"]["moment"])]
    if holder in left:
        ends.append(max(left[holder], line.at))
    ends += [
        each.at
        for each in fillings
        # A draw only fills what is empty, and ends nobody's term.
        if each.deed == "filled_office"
        and each.number > line.number
        and each.facts["office"] == office
    ]
    return min(ends)


def _statements(institution: Institution) -> Iterator[Sentence]:
    lines = Line.objects.filter(institution_id=institution.id, deed__in=STATED)
    told = {line.about_id: line for line in lines}
    kept = Statement.objects.filter(institution=institution).in_bulk()
    for id_, line in told.items():
        there = kept.get(id_) if id_ else None
        if there is None:
            yield Sentence("journal_statement_gone", {"number": line.number})
        elif line.facts.get("seal", _seal_of(there)) != _seal_of(there):
            yield Sentence("journal_statement_differs", {"number": line.number})
    for _ in kept.keys() - told.keys():
        yield Sentence("journal_statement_unannounced")


def _seal_of(statement: Statement) -> str:
    return seal_of_statement(statement.title, statement.text, statement.decided_on)


def draws_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say which draws for an office do not come out again as they were written down."""
    lines = Line.objects.filter(institution=institution, deed="drew_office")
    return tuple(
        Sentence("journal_draw_differs", {"number": line.number})
        for line in lines.order_by("number")
        if not _comes_out_again(line.facts)
    )


def _comes_out_again(facts: Mapping[str, Any]) -> bool:
    office, places = str(facts["office"]), int(facts["count"])
    seed = seed_of(roll=facts["roll"], before=facts["before"], office=office)
    again = drawn(facts["pool"], places=places, seed=seed)
    return bool(seed == facts["seed"] and list(again) == facts["holders"])

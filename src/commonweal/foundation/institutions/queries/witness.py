"""What the journal says of who belongs and who holds what, held against the tables.

Which person a membership is of stands there as a salted digest. A line that an earlier
version wrote without a seal, an end or that digest is held against nothing.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from commonweal.foundation.institutions.access import KNEW_AGAIN
from commonweal.foundation.institutions.models import (
    Confirmation,
    Institution,
    Member,
    OfficeHolding,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.journal.queries import words_of
from commonweal.rules.sentence import Sentence
from commonweal.rules.sortition.lot import seed_of
from commonweal.rules.sortition.offices import drawn_by
from commonweal.rules.voting.roll import leaf

CAME = ("put_on_list", "joined")
CONFIRMED = "confirmed_member"
CHANGED = "changed_class"
BACK = "came_back"
NAMED = (*CAME, "renamed")
FILLED = ("filled_office", "drew_office")

type _Held = tuple[str, UUID, UUID | None, datetime]


def belonging_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say where members, who vouched for them, and offices contradict the journal."""
    return (
        *_members(institution),
        *_confirmations(institution),
        *_offices(institution),
        *_origin(institution),
    )


def _origin(institution: Institution) -> Iterator[Sentence]:
    """Compare from whose charter it was founded, where the first line tells."""
    first = Line.objects.filter(institution_id=institution.pk, deed="founded").first()
    told = first.facts.get("grown_from") if first is not None else None
    kept = institution.grown_from
    if first is not None and told != (str(kept) if kept else None):
        yield Sentence("journal_origin_differs", {"number": first.number})


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
        deed__in=(*NAMED, CONFIRMED, CHANGED, BACK, KNEW_AGAIN, "left"),
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
        and member.first_class == (changed[0].facts["former_class"] if changed else "")
        and member.confirmers_needed == came[-1].facts.get("confirmers", 0)
        and member.confirmed_at == _confirmed(lines)
        and (member.back_at, member.known_again_at) == _again(lines)
        and (_is_nobodys(member) if left else _is_theirs(member, lines))
        and (member.name == "" if left else member.name in name[-1:])
    )


def _is_theirs(member: Member, lines: list[Line]) -> bool:
    """Say whether a place belongs to whom it was last given to."""
    told = [line.facts["person"] for line in lines if "person" in line.facts]
    if not told:
        # Nobody has taken it up, or did before lines told who.
        came = any(line.deed == "joined" for line in lines)
        return came or _is_nobodys(member)
    return bool(told[-1] == leaf(bytes(member.salt), str(member.person_id)))


def _is_nobodys(member: Member) -> bool:
    return member.person_id is None and not bytes(member.salt)


def _confirmed(lines: list[Line]) -> datetime | None:
    """Say when enough knew this member: so many said so, or all decided about them."""
    return next((line.at for line in lines if _is_enough(line)), None)


def _is_enough(line: Line) -> bool:
    if line.deed == CHANGED:
        return bool(line.facts["confirmed"])
    return line.deed == CONFIRMED and line.facts["count"] == line.facts["needed"]


def _again(lines: list[Line]) -> tuple[datetime | None, datetime | None]:
    """Say when a place was last given back, and when enough others knew who has it."""
    # Lines of before did not say that anybody has to.
    back = [one for one in lines if one.deed == BACK and "anew" in one.facts][-1:]
    if not back:
        return None, None
    [last] = back
    if not last.facts["anew"]:
        return last.at, last.at
    since = (one for one in lines if one.number > last.number)
    enough = (
        one.at
        for one in since
        if one.deed == KNEW_AGAIN and one.facts["count"] == one.facts["needed"]
    )
    return last.at, next(enough, None)


def _confirmations(institution: Institution) -> Iterator[Sentence]:
    """Say where a word that somebody is known is not there, or nobody gave it."""
    lines = Line.objects.filter(institution=institution, deed=CONFIRMED)
    told = {(line.about_id, line.by, line.at): line.number for line in lines}
    gone = Member.objects.filter(institution=institution, left_at__isnull=False)
    left = set(gone.values_list("pk", flat=True))
    rows = Confirmation.objects.filter(institution=institution)
    kept = {(row.member_id, row.said_by_id, row.said_at) for row in rows}
    for said, number in told.items():
        # What was said of somebody goes with them.
        if (said in kept) == (said[0] in left):
            yield Sentence("journal_confirmation_differs", {"number": number})
    for _ in kept - told.keys():
        yield Sentence("journal_confirmation_unannounced")


def _offices(institution: Institution) -> Iterator[Sentence]:
    rows = Line.objects.filter(institution_id=institution.id).order_by("number")
    left = dict(rows.filter(deed="left").values_list("about_id", "at"))
    fillings = list(rows.filter(deed__in=FILLED))
    told = {
        _held(line, UUID(holder)): line
        for line in fillings
        for holder in line.facts["holders"]
    }
    terms = [
        ((row.office, row.holder_id, row.decision_id, row.from_at), row.until_at)
        for row in OfficeHolding.objects.filter(institution=institution)
    ]
    kept = dict(terms)
    for held, line in told.items():
        until = _until(held, line, fillings, left)
        # A term that was over as it began was never kept.
        if until is not None and kept.get(held, line.at) != until:
            yield Sentence("journal_office_differs", {"number": line.number})
    for _ in range(len(terms) - len(kept.keys() & told.keys())):
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


def draws_compared(institution: Institution) -> tuple[Sentence, ...]:
    """Say which draws for an office do not come out again as they were written down."""
    lines = Line.objects.filter(institution=institution, deed="drew_office")
    return tuple(
        Sentence("journal_draw_differs", {"number": line.number})
        for line in lines.order_by("number")
        if not _comes_out_again(line.facts)
    )


def _comes_out_again(facts: Mapping[str, Any]) -> bool:
    office = str(facts["office"])
    seed = seed_of(roll=facts["roll"], before=facts["before"], office=office)
    again = drawn_by(facts)
    return bool(seed == facts["seed"] and list(again) == facts["holders"])

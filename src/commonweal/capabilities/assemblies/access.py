"""Who may call an assembly, be in it, and do what in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import compare_digest
from uuid import UUID

from django.db.models import Q

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed, Task
from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation.codes import normal
from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.models import (
    Institution,
    Member,
    OfficeHolding,
)
from commonweal.foundation.threads.access import is_new
from commonweal.rules.assemblies.deed_names import is_named
from commonweal.rules.assemblies.forms import FORMS, Form
from commonweal.rules.assemblies.minutes import ACTS, OF_THE_ROOM, Draft, Standing
from commonweal.rules.charters.charter import Charter
from commonweal.rules.days import days_later
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# To come at a time: called by members, and apart from these by holders of an office.
MOST_TO_COME = 5
MOST_TO_COME_OF_OFFICES = 5
# All were written to about it twice, so for a while it takes up the place it had.
CALLED_OFF_COUNTS = timedelta(days=7)
FARTHEST = timedelta(days=90)
FARTHEST_OF_OFFICES = timedelta(days=180)
MOST_MATTERS = 30
# After so many days minutes go to the members by themselves, as they are.
MINUTES_DAYS = 7
MOST_ASKED_OF_ONE = 5
# What somebody must have a right to when these are done about them.
RIGHTS = {"come_in": "attend", "ask": "speak", "call": "speak"}


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter for the agenda, with its minutes; of a proposal, its number.

    What the room decides by a show of hands is announced as such. What an earlier
    assembly left says which one, and which matter it was there.
    """

    title: str
    minutes: int
    proposal: int | None = None
    decides: bool = False
    taken_from: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """What an assembly is called for."""

    title: str
    place: str
    opens_at: datetime
    matters: tuple[Matter, ...]
    form: Form = "assembly"


def may_call(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Let whoever holds the charter's office call it, or whoever may propose.

    All members are written to at once, so nobody calls whom members do not know yet,
    or whose words still wait for somebody to let them through, in an office or not.
    """
    if member is None:
        return refused("members_only")
    return first_refusal(
        _may_by_right(member, charter, at=at),
        ALLOWED if member.counts(at) else refused("caller_not_known_yet"),
        refused("caller_is_new") if is_new(member, charter, at=at) else ALLOWED,
    )


def may_call_now(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Say before anything is typed whether somebody may call one at this time."""
    may = may_call(member, charter, at=at)
    if may and member is not None:
        return may_another_come(member, charter, at=at)
    return may


def _may_by_right(member: Member, charter: Charter, *, at: datetime) -> Verdict:
    office = charter.office(charter.assemblies.callers)
    if office is None:
        return access.has_right(member, charter, "propose", at=at)
    is_theirs = offices.holds(member, office.id, at=at)
    return ALLOWED if is_theirs else refused("office_calls", office=office.name)


def offices_that_stop(charter: Charter) -> tuple[str, ...]:
    """Name the offices whose holders may call off what others called.

    It is theirs who may call, and theirs who look after what is said: members elected
    both, and everybody reads who did it and why.
    """
    named = (charter.assemblies.callers, charter.moderation.office)
    return tuple(dict.fromkeys(one for one in named if one))


def who_may_stop(
    institution: UUID, charter: Charter, *, at: datetime
) -> frozenset[UUID]:
    """Give the members who hold an office that may call off what others called."""
    named = offices_that_stop(charter)
    if not named:
        return frozenset()
    found = offices.in_office(institution, *named, at=at)
    return frozenset(found.values_list("holder_id", flat=True))


def may_be_called(
    calling: Calling, charter: Charter, *, by: Member, at: datetime
) -> Verdict:
    """Ask for a title, a place, a matter, and the notice that the charter lays down.

    Members plan a season ahead, and half a year where members gave them an office.
    """
    is_officer = by.pk in who_may_stop(by.institution_id, charter, at=at)
    farthest = FARTHEST_OF_OFFICES if is_officer else FARTHEST
    notice = charter.assemblies.notice_days
    soonest = days_later(at, notice, charter.time_zone)
    decides = any(one.decides for one in calling.matters)
    is_only_work = calling.form == "working_meeting"
    return first_refusal(
        _unless(calling.form in FORMS, "form_unknown"),
        _unless(not (decides and is_only_work), "working_meeting_decides_nothing"),
        _unless(calling.title, "assembly_needs_title"),
        _unless(calling.place, "assembly_needs_place"),
        _unless(calling.matters, "agenda_is_empty"),
        ALLOWED
        if len(calling.matters) <= MOST_MATTERS
        else refused("too_many_matters", most=MOST_MATTERS),
        ALLOWED
        if calling.opens_at >= soonest
        else refused("call_too_late", soonest=soonest),
        ALLOWED
        if calling.opens_at <= max(soonest, at + farthest)
        else refused("call_too_far", days=farthest.days),
    )


def may_be_on_agenda(institution: Institution, calling: Calling) -> Verdict:
    """Ask that each proposal on the agenda is there for the members to read."""
    named = {one.proposal for one in calling.matters if one.proposal is not None}
    put = Proposal.objects.filter(institution=institution, put_at__isnull=False)
    there = put.filter(number__in=named).count()
    return ALLOWED if there == len(named) else refused("matter_without_proposal")


def may_another_come(by: Member, charter: Charter, *, at: datetime) -> Verdict:
    """Refuse to write to everybody about more assemblies than anybody plans for.

    A member has one to come at a time, so that a few cannot fill all the places; what
    holders of an office call is counted apart. What was called off counts on for some
    days: else whoever calls and calls off again could write to everybody without end.
    Where somebody else called it off, it takes up no place of other members.
    """
    days = CALLED_OFF_COUNTS.days
    rows = _counted(by.institution, at=at)
    officers = who_may_stop(by.institution_id, charter, at=at)
    if by.pk not in officers and any(row.called_by_id == by.pk for row, _ in rows):
        return refused("enough_to_come_of_you", days=days)
    if by.pk in officers:
        # Theirs count on whoever called them off: two could call and stop by turns.
        most = MOST_TO_COME_OF_OFFICES
        taken = len(_called_in_office([row for row, _ in rows], charter))
    else:
        most, kept = MOST_TO_COME, [row for row, was_stopped in rows if not was_stopped]
        taken = len(kept) - len(_called_in_office(kept, charter))
    if taken >= most:
        return refused("enough_assemblies_to_come", most=most, days=days)
    return ALLOWED


def _counted(institution: Institution, *, at: datetime) -> list[tuple[Assembly, bool]]:
    """Give what takes up a place, and whether another than its caller called it off."""
    off = AssemblyDeed.objects.filter(
        institution=institution, deed="call_off", done_at__lte=at
    )
    long_off = off.filter(done_at__lte=at - CALLED_OFF_COUNTS)
    lately_off = off.filter(done_at__gt=at - CALLED_OFF_COUNTS)
    by_whom = dict(lately_off.values_list("assembly", "done_by"))
    rows = Assembly.objects.filter(
        Q(opens_at__gt=at) | Q(pk__in=by_whom), institution=institution
    ).exclude(pk__in=long_off.values("assembly"))
    return [
        (row, by_whom.get(row.pk, row.called_by_id) != row.called_by_id) for row in rows
    ]


def _called_in_office(rows: list[Assembly], charter: Charter) -> list[Assembly]:
    """Pick those whose caller held an office that may stop others when they called."""
    held = OfficeHolding.objects.filter(
        institution__in={row.institution_id for row in rows},
        office__in=offices_that_stop(charter),
        holder__in={row.called_by_id for row in rows if row.called_by_id},
    )
    terms = [(one.holder_id, one.from_at, one.until_at) for one in held]
    return [
        row
        for row in rows
        if any(
            who == row.called_by_id and start <= row.called_at < end
            for who, start, end in terms
        )
    ]


def is_known(deed: str, what: str) -> Verdict:
    """Refuse what no assembly knows: a program may send anything."""
    return ALLOWED if is_named(deed, what) else refused("deed_unknown")


def is_known_on_minutes(deed: str) -> Verdict:
    """Refuse what nobody does with minutes, and what only an assembly does."""
    known = deed in ACTS and deed not in OF_THE_ROOM
    return ALLOWED if known else refused("deed_unknown")


def may_propose_words(by: Member, *, at: datetime) -> Verdict:
    """Ask that members know who writes beside minutes, which all of them read."""
    return ALLOWED if by.counts(at) else refused("proposer_not_known_yet")


def is_known_of_task(said: str, known: frozenset[str]) -> Verdict:
    """Refuse what nobody says of a task, or not there."""
    return ALLOWED if said in known else refused("deed_unknown")


def may_be_asked(of: Member, charter: Charter, *, by: Member, at: datetime) -> Verdict:
    """Ask that whoever is to do something belongs, and has not been asked too often."""
    waiting = Task.objects.filter(
        institution=of.institution_id, asked_of=of, deeds__isnull=True
    ).exclude(asked_by=of)
    return first_refusal(
        access.has_right(of, charter, "attend", at=at),
        ALLOWED
        if of == by or waiting.count() < MOST_ASKED_OF_ONE
        else refused("asked_enough_of_them", most=MOST_ASKED_OF_ONE),
    )


def may_note_after(draft: Draft, now: Standing, *, by: Member) -> Verdict:
    """Let those who write the minutes note a task until these are approved."""
    if draft.closed_at is None:
        return refused("assembly_not_open")
    if now.approved_at is not None:
        return refused("minutes_are_approved")
    is_theirs = str(by.pk) in draft.writers
    return ALLOWED if is_theirs else refused("only_writers_note_tasks")


def may_take_part(
    by: Member, deed: str, about: Member | None, charter: Charter, *, at: datetime
) -> Verdict:
    """Ask whether who does it may be there, and whether whom it is about may do it."""
    right = RIGHTS.get(deed)
    return first_refusal(
        access.has_right(by, charter, "attend", at=at),
        access.has_right(about, charter, right, at=at)
        if right and about is not None
        else ALLOWED,
    )


def may_come_in(
    assembly: Assembly, *, by: Member, about: Member | None, code: str
) -> Verdict:
    """Let in by themselves whoever types the code that is shown in the room."""
    if by != about or compare_digest(normal(code).encode(), assembly.code.encode()):
        return ALLOWED
    return refused("code_of_room_wrong" if code else "code_of_room_missing")


def _unless(is_there: object, why: str) -> Verdict:
    return ALLOWED if is_there else refused(why)

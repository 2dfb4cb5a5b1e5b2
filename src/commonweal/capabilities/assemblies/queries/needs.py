"""What of assemblies needs a person, over all their institutions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import (
    Assembly,
    MinutesDeed,
    Task,
)
from commonweal.capabilities.assemblies.queries.disputes import to_check
from commonweal.capabilities.assemblies.queries.later import still_to_say
from commonweal.capabilities.assemblies.queries.minutes import drafted
from commonweal.capabilities.assemblies.queries.offered import due_in_rooms
from commonweal.capabilities.assemblies.queries.rooms import held
from commonweal.capabilities.assemblies.queries.tasks import day_at, taken
from commonweal.capabilities.assemblies.queries.veils import veiled_rows
from commonweal.capabilities.assemblies.queries.written import draft_of
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.assemblies.minutes import AFTER_ALL
from commonweal.rules.assemblies.tasks import is_near
from commonweal.rules.charters.charter import rule_for
from commonweal.rules.sentence import Sentence

# Minutes that nobody approves do not stand there for ever.
READ_WITHIN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class AssemblyNeed:
    """One act that waits for a member after an assembly."""

    kind: str
    membership: Membership
    title: str
    due_at: datetime | None
    # The number of the assembly whose minutes it is about; of a task, nothing.
    assembly: int | None = None
    # The matter that is to be spoken to, where there is one.
    item: str = ""

    @property
    def act(self) -> Sentence:
        """What to do, as it stands on the button."""
        return Sentence(f"need.{self.kind}")

    @property
    def if_nothing(self) -> Sentence:
        """What comes of it if they do nothing."""
        return Sentence(f"need.{self.kind}.nothing")


def needs_after(
    memberships: Sequence[Membership], *, at: datetime
) -> tuple[AssemblyNeed, ...]:
    """List the minutes that wait for somebody to send them out, or to read them."""
    by_institution = {
        one.institution.pk: one
        for one in memberships
        if has_right(one.member, one.charter, "attend", at=at)
    }
    needs = (
        *_to_send(by_institution, at),
        *_to_read(by_institution, at),
        *_to_say(by_institution, at),
        *_to_check(by_institution, at),
        *_set_aside(by_institution, at),
        *_to_do(by_institution, at),
        *_to_look_at(by_institution.values(), at),
    )
    return tuple(sorted(needs, key=lambda one: (one.due_at or at, one.title)))


def _to_send(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find minutes that are not out yet, for those who can put them right."""
    waiting = Assembly.objects.filter(
        institution__in=memberships, minutes_due_at__gt=at
    ).select_related("institution")
    for row in veiled_rows(waiting, at=at):
        membership = memberships[row.institution_id]
        now = held(row, at=at)
        draft = draft_of(now, drafted(now))
        if draft.closed_at and str(membership.member.pk) in draft.writers:
            due = row.minutes_due_at
            need = AssemblyNeed("send_minutes", membership, row.title, due, row.number)
            yield need


def _to_read(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find minutes that are out, for members who said nothing of them yet."""
    mine = [one.member.pk for one in memberships.values()]
    said = MinutesDeed.objects.filter(done_by__in=mine).values("assembly")
    unread = _out(memberships, at).exclude(pk__in=said)
    for row in veiled_rows(unread, at=at):
        membership = memberships[row.institution_id]
        yield AssemblyNeed("read_minutes", membership, row.title, None, row.number)


def _to_check(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find what came back from a laptop, for those it puts down as there."""
    for membership, row in to_check(memberships, at=at):
        [shown] = veiled_rows([row], at=at)
        yield AssemblyNeed("check_laptop", membership, shown.title, None, row.number)


def _to_say(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find what assemblies found, for members who were away and can still speak."""
    for membership, there, one in still_to_say(tuple(memberships.values()), at=at):
        due, number = one.talk.now.until, there.row.number
        title = there.row.title
        yield AssemblyNeed("say_later", membership, title, due, number, one.item)


def _set_aside(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find minutes for which a member's words were set aside, until they answer."""
    mine = [one.member.pk for one in memberships.values()]
    open_ = [row.pk for row in _not_approved(memberships)]
    done = MinutesDeed.objects.filter(assembly__in=open_, done_at__lte=at)
    theirs = done.filter(deed="propose", done_by__in=mine)
    proposed = set(theirs.values_list("assembly", "number"))
    if not proposed:
        return
    said = done.filter(deed__in=AFTER_ALL).values_list("assembly", "answers")
    aside = done.filter(deed="set_aside", done_at__gt=at - READ_WITHIN)
    waits = (set(aside.values_list("assembly", "answers")) & proposed) - set(said)
    rows = Assembly.objects.filter(pk__in={assembly for assembly, _ in waits})
    found = rows.select_related("institution").order_by("opens_at", "id")
    for row in veiled_rows(found, at=at):
        membership = memberships[row.institution_id]
        yield AssemblyNeed("read_set_aside", membership, row.title, None, row.number)


def _not_approved(institutions: Iterable[UUID]) -> QuerySet[Assembly]:
    """Give the assemblies whose minutes were worked on and can still be."""
    here = MinutesDeed.objects.filter(institution__in=list(institutions))
    approved = here.filter(deed="approve").values("assembly")
    worked_on = here.filter(deed="set_aside").values("assembly")
    return Assembly.objects.filter(pk__in=worked_on).exclude(pk__in=approved)


def _to_do(memberships: dict[UUID, Membership], at: datetime) -> Iterator[AssemblyNeed]:
    """Find what somebody is asked to do, and what they took on once its day is near."""
    mine = [one.member.pk for one in memberships.values()]
    rows = Task.objects.filter(asked_of__in=mine, asked_at__lte=at)
    for one in taken(rows.select_related("institution").order_by("number"), at=at):
        membership = memberships[one.row.institution_id]
        zone = membership.charter.time_zone
        if one.now.stage == "asked":
            yield AssemblyNeed("take_task", membership, one.words, None)
        elif is_near(one.now, today=day_at(zone, at=at)):
            due = datetime.combine(one.now.due_on, time.max, ZoneInfo(zone))
            yield AssemblyNeed("do_task", membership, one.words, due)


def _to_look_at(
    memberships: Iterable[Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find what rooms decided and is to be looked at again; it waits for anybody."""
    for membership in memberships:
        if not rule_for(membership.charter, None).review_after_days:
            continue
        for one in due_in_rooms(membership.institution, at=at):
            yield AssemblyNeed("look_again", membership, one.shown, None, one.assembly)


def _out(institutions: Iterable[UUID], at: datetime) -> QuerySet[Assembly]:
    here = MinutesDeed.objects.filter(institution__in=list(institutions))
    out = here.filter(
        deed="send_out", done_at__gt=at - READ_WITHIN, done_at__lte=at
    ).values("assembly")
    approved = here.filter(deed="approve").values("assembly")
    found = Assembly.objects.filter(pk__in=out).exclude(pk__in=approved)
    return found.select_related("institution").order_by("opens_at", "id")

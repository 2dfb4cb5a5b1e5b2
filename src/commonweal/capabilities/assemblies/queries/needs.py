"""What of assemblies needs a person, over all their institutions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import (
    Assembly,
    MinutesDeed,
)
from commonweal.capabilities.assemblies.queries.minutes import drafted
from commonweal.capabilities.assemblies.queries.rooms import held
from commonweal.capabilities.assemblies.queries.written import draft_of
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.sentence import Sentence

# Minutes that nobody approves do not stand there for ever.
READ_WITHIN = timedelta(days=60)
ENDED = ("approve",)


@dataclass(frozen=True, slots=True)
class AssemblyNeed:
    """One act that waits for a member after an assembly."""

    kind: str
    membership: Membership
    assembly: Assembly
    due_at: datetime | None

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
    needs = (*_to_send(by_institution, at), *_to_read(by_institution, at))
    return tuple(sorted(needs, key=lambda one: (one.due_at or at, one.assembly.pk)))


def _to_send(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find minutes that are not out yet, for those who can put them right."""
    waiting = Assembly.objects.filter(
        institution__in=memberships, minutes_due_at__gt=at
    ).select_related("institution")
    for row in waiting:
        membership = memberships[row.institution_id]
        now = held(row, at=at)
        if str(membership.member.pk) in draft_of(now, drafted(now)).writers:
            due = row.minutes_due_at
            yield AssemblyNeed("send_minutes", membership, row, due)


def _to_read(
    memberships: dict[UUID, Membership], at: datetime
) -> Iterator[AssemblyNeed]:
    """Find minutes that are out, for members who said nothing of them yet."""
    mine = [one.member.pk for one in memberships.values()]
    for row in _out(memberships, at).exclude(
        pk__in=MinutesDeed.objects.filter(done_by__in=mine).values("assembly")
    ):
        membership = memberships[row.institution_id]
        yield AssemblyNeed("read_minutes", membership, row, None)


def _out(institutions: Iterable[UUID], at: datetime) -> QuerySet[Assembly]:
    here = MinutesDeed.objects.filter(institution__in=list(institutions))
    out = here.filter(
        deed="send_out", done_at__gt=at - READ_WITHIN, done_at__lte=at
    ).values("assembly")
    ended = here.filter(deed__in=ENDED).values("assembly")
    found = Assembly.objects.filter(pk__in=out).exclude(pk__in=ended)
    return found.select_related("institution").order_by("opens_at", "id")

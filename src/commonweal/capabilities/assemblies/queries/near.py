"""Which assemblies a person is to know of: to come, begun, or called off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.sentence import Sentence

type Nearness = Literal["open", "today", "later", "off"]

# One that nobody closed does not go on for ever, nor does one that never began.
GOES_ON = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Near:
    """An assembly that is near: open now, today, later, or called off before it was."""

    membership: Membership
    assembly: Assembly
    how: Nearness

    @property
    def where(self) -> Sentence:
        """Say where it is, and whether it goes on."""
        return Sentence(f"need.assembly_{self.how}", {"place": self.assembly.place})


def near(memberships: Sequence[Membership], *, at: datetime) -> tuple[Near, ...]:
    """Give what is open or today, then of each institution the next that is to come.

    One that was called off stays until the time it was called for, as whoever does not
    look again would come in vain.
    """
    mine = {
        one.institution.pk: one
        for one in memberships
        if has_right(one.member, one.charter, "attend", at=at)
    }
    rows = Assembly.objects.filter(
        institution__in=mine, called_at__lte=at, opens_at__gt=at - GOES_ON
    ).order_by("opens_at", "id")
    done = _done(rows, at)
    found: list[Near] = []
    told = set()
    for row in rows:
        membership = mine[row.institution_id]
        how = _how_near(row, done.get(row.pk, set()), membership, at=at)
        if how is None or (how == "later" and row.institution_id in told):
            continue
        if how != "off":
            told.add(row.institution_id)
        found.append(Near(membership, row, how))
    return tuple(sorted(found, key=lambda one: one.how != "open"))


def _done(rows: QuerySet[Assembly], at: datetime) -> dict[UUID, set[str]]:
    deeds = AssemblyDeed.objects.filter(
        assembly__in=rows, deed__in=("open", "close", "call_off"), done_at__lte=at
    )
    done: dict[UUID, set[str]] = {}
    for assembly, deed in deeds.values_list("assembly", "deed"):
        done.setdefault(assembly, set()).add(deed)
    return done


def _how_near(
    row: Assembly, done: set[str], membership: Membership, *, at: datetime
) -> Nearness | None:
    zone = ZoneInfo(membership.charter.time_zone)
    is_over = "close" in done or ("call_off" in done and row.opens_at <= at)
    if is_over:
        return None
    if done:
        return "off" if "call_off" in done else "open"
    is_today = row.opens_at.astimezone(zone).date() <= at.astimezone(zone).date()
    return "today" if is_today else "later"

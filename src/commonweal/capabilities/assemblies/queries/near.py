"""Which assemblies a person is to know of: to come, begun, or called off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.listing import counted
from commonweal.capabilities.assemblies.queries.veils import veiled_rows
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.assemblies.ending import (
    ENDS_AFTER,
    OPENS_WITHIN,
    has_ended,
    has_lapsed,
)
from commonweal.rules.sentence import Sentence

type Nearness = Literal["open", "today", "later", "off"]

# One that was opened at the last moment and closed by nobody goes on until then.
GOES_ON = OPENS_WITHIN + ENDS_AFTER


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
    for row in veiled_rows(rows.select_related("institution"), at=at):
        membership = mine[row.institution_id]
        how = _how_near(row, done.get(row.pk, {}), membership, at=at)
        if how is None or (how == "later" and row.institution_id in told):
            continue
        if how != "off":
            told.add(row.institution_id)
        found.append(Near(membership, row, how))
    return tuple(sorted(found, key=lambda one: one.how != "open"))


def _done(rows: QuerySet[Assembly], at: datetime) -> dict[UUID, dict[str, datetime]]:
    deeds = counted(
        AssemblyDeed.objects.filter(
            assembly__in=rows, deed__in=("open", "close", "call_off"), done_at__lte=at
        )
    )
    done: dict[UUID, dict[str, datetime]] = {}
    for assembly, deed, done_at in deeds.values_list("assembly", "deed", "done_at"):
        done.setdefault(assembly, {})[deed] = done_at
    return done


def _how_near(
    row: Assembly, done: Mapping[str, datetime], membership: Membership, *, at: datetime
) -> Nearness | None:
    if "call_off" in done:
        return "off" if at < row.opens_at else None
    if "open" in done:
        is_over = "close" in done or has_ended(done["open"], at=at)
        return None if is_over else "open"
    if has_lapsed(row.opens_at, at=at):
        return None
    zone = ZoneInfo(membership.charter.time_zone)
    is_today = row.opens_at.astimezone(zone).date() <= at.astimezone(zone).date()
    return "today" if is_today else "later"

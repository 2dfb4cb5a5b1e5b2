"""What falls due with assemblies."""

from datetime import datetime

from django.db.models import (
    DateTimeField,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
)

from commonweal.capabilities.assemblies.actions import (
    forget_boxes_due,
    give_up_due,
    send_out_due,
)
from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    CheckOut,
    RoomMark,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.prepared import Given
from commonweal.foundation.waiting import waits_for
from commonweal.rules.assemblies.ending import ENDS_AFTER


def _due(here: OuterRef, at: datetime | Given) -> QuerySet[Assembly]:
    due = Assembly.objects.filter(institution_id=here, minutes_due_at__lte=at)
    return due.filter(institution__dissolved_at=None)


@waits_for(_due)
def send_out_minutes(at: datetime, institution: Institution | None = None) -> bool:
    """Send out the minutes that nobody sent in time; say whether there were any."""
    if institution is not None:
        return send_out_due(institution, at=at)
    due = Assembly.objects.filter(minutes_due_at__lte=at).order_by()
    due = due.filter(institution__dissolved_at=None)
    ids = list(due.values_list("institution_id", flat=True).distinct())
    there = Institution.objects.filter(pk__in=ids)
    done = [send_out_due(one, at=at) for one in there]
    return any(done)


def _too_late(here: OuterRef, at: datetime | Given) -> QuerySet[CheckOut]:
    waiting = CheckOut.objects.filter(institution_id=here, ended_at=None)
    waiting = waiting.filter(institution__dissolved_at=None)
    return waiting.filter(is_here=False, until_at__lte=at)


@waits_for(_too_late)
def give_up_laptops(at: datetime, institution: Institution | None = None) -> bool:
    """Wait no longer for laptops whose time is up; say whether there were any."""
    if institution is not None:
        return give_up_due(institution, at=at)
    late = CheckOut.objects.filter(ended_at=None, is_here=False, until_at__lte=at)
    late = late.filter(institution__dissolved_at=None)
    ids = list(late.order_by().values_list("institution_id", flat=True).distinct())
    there = Institution.objects.filter(pk__in=ids)
    done = [give_up_due(one, at=at) for one in there]
    return any(done)


def _boxes(here: OuterRef, at: datetime | Given) -> QuerySet[RoomMark]:
    ends = ExpressionWrapper(F("done_at") + ENDS_AFTER, output_field=DateTimeField())
    opened = AssemblyDeed.objects.filter(deed="open").annotate(ends=ends)
    opened = opened.filter(ends__lte=at)
    left = RoomMark.objects.filter(institution_id=here)
    return left.filter(began__assembly__in=opened.values("assembly"))


@waits_for(_boxes)
def forget_boxes(at: datetime, institution: Institution | None = None) -> bool:
    """Empty boxes of secret votes that nobody ended; say whether there were any."""
    if institution is not None:
        return forget_boxes_due(institution, at=at)
    ids = RoomMark.objects.order_by().values_list("institution_id", flat=True)
    there = Institution.objects.filter(pk__in=list(ids.distinct()))
    done = [forget_boxes_due(one, at=at) for one in there]
    return any(done)

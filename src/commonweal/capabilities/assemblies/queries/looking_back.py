"""What of earlier assemblies is before one: minutes to approve."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    Assembly,
    MinutesDeed,
)
from commonweal.capabilities.assemblies.queries.away import may_touch_minutes
from commonweal.capabilities.assemblies.queries.listing import MINUTES_OF, over
from commonweal.capabilities.assemblies.queries.rooms import Held, held
from commonweal.capabilities.assemblies.queries.tasks import tasks_of
from commonweal.capabilities.assemblies.queries.written import Kept, kept
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.assemblies import approving
from commonweal.rules.assemblies import minutes as rules
from commonweal.rules.assemblies.forms import Form
from commonweal.rules.assemblies.minutes import Act, Written
from commonweal.rules.verdict import ALLOWED, Verdict

MOST_MINUTES = 5
MINUTES_TAKE = 5
TASKS_ITEM = "tasks"
TASKS_TAKE = 10
NUMBER = re.compile(r"[0-9]{1,6}")
# How the room answers a correction, as the minutes it is about know it.
ANSWERS: dict[str, Act] = {"take_in": "room_took", "leave_out": "room_left"}


def standing_matters(
    institution: Institution, *, at: datetime
) -> Iterator[dict[str, Any]]:
    """Give what comes by itself: minutes to approve, and tasks to ask after.

    Minutes come once they are with the members, who read in the call that they are
    approved.
    """
    done = ApprovedMinutes.objects.filter(institution=institution)
    out = MinutesDeed.objects.filter(
        institution=institution, deed="send_out", done_at__lte=at
    )
    found = over(institution, at=at).filter(pk__in=out.values("assembly"))
    found = found.exclude(pk__in=done.values("assembly"))
    for row in found.order_by("opens_at", "number")[:MOST_MINUTES]:
        yield {
            "id": f"minutes-{row.number}",
            "title": row.title,
            "minutes": MINUTES_TAKE,
            "decides": True,
            MINUTES_OF: row.number,
        }
    if tasks_of(institution, at=at):
        yield {"id": TASKS_ITEM, "title": "", "minutes": TASKS_TAKE, "tasks": True}


def standing_for(
    form: Form, institution: Institution, *, at: datetime
) -> list[dict[str, Any]]:
    """Give what comes by itself in a meeting of this form.

    Where nothing is decided, no minutes are approved.
    """
    found = standing_matters(institution, at=at)
    decides = form != "working_meeting"
    return [one for one in found if decides or MINUTES_OF not in one]


def minutes_before(now: Held, item: str) -> Kept | None:
    """Read the minutes that a matter is about, if it is about any."""
    numbers = (one.get(MINUTES_OF) for one in now.row.agenda if one["id"] == item)
    number = next(numbers, None)
    if number is None:
        return None
    here = now.row.institution
    row = Assembly.objects.get(institution=here, number=number)
    row.institution = here
    return kept(held(row, at=now.at, veils=now.veils))


def turned_at(now: Held) -> datetime:
    """Say since when an assembly is at the matter at hand."""
    return now.now.agenda.since or now.at


def may_approve(now: Held, minutes: Kept) -> Verdict:
    """Ask of minutes before an assembly whether it can approve them now."""
    before = approving.Before(
        called_at=now.row.called_at,
        since=turned_at(now),
        there=now.quorum.there,
        members=len(now.room.roll),
        came=len(minutes.text.present),
    )
    return approving.may_be_approved(minutes.now, before)


def may_settle(now: Held, deed: str, *, by: Member, item: str, what: str) -> Verdict:
    """Ask of minutes before an assembly whether they can be approved, or answered."""
    is_answer = deed in ANSWERS
    if not is_answer and deed not in {"agree", "decide"}:
        return ALLOWED
    minutes = minutes_before(now, item)
    if minutes is None:
        return ALLOWED
    if not (may := may_touch_minutes(minutes.held.row, at=now.at)):
        return may
    if not is_answer:
        return may_approve(now, minutes)
    answers = int(what) if NUMBER.fullmatch(what) else 0
    asked = Written(
        minutes.deeds + 1, ANSWERS[deed], str(by.pk), now.at, answers=answers
    )
    return rules.may_minute(minutes.draft, minutes.now, asked)

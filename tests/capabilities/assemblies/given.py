"""Given an assembly that was called: through the actions alone."""

from datetime import datetime, timedelta

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import Deed, call_assembly, take_part
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import OpenedLetter, opened_letter
from tests.builders import day

MATTERS = (Matter("The hall", 20), Matter("The rent", 30))


def a_calling(*, opens_at: datetime, matters: tuple[Matter, ...] = MATTERS) -> Calling:
    return Calling("The rent and the hall", "Church hall", opens_at, matters)


def an_assembly(by: Member, *, at: datetime | None = None, days: int = 7) -> Assembly:
    called = at or day(1)
    calling = a_calling(opens_at=called + timedelta(days=days))
    return call_assembly(by.institution, calling, by=by, at=called)


def did(
    row: Assembly, name: str, by: Member, *, minute: int = 0, **more: object
) -> Assembly:
    """Let somebody do something so many minutes after it was called for."""
    deed = Deed(name, **more)  # type: ignore[arg-type]
    return take_part(row, deed, by=by, at=row.opens_at + timedelta(minutes=minute))


def an_open_assembly(
    by: Member, *others: Member, called: datetime | None = None
) -> Assembly:
    """Give one that was opened, with all of them in the room."""
    row = an_assembly(by, at=called)
    did(row, "come_in", by)
    for one in others:
        did(row, "come_in", by, about=one)
    did(row, "hand_on", by, about=by, what="minute_taker")
    return did(row, "open", by)


def now(row: Assembly, *, minute: int = 600) -> queries.Held:
    """Read where it stands later that evening."""
    row.refresh_from_db()
    return queries.held(row, at=row.opens_at + timedelta(minutes=minute))


def letters() -> list[OpenedLetter]:
    """Give the letters that wait."""
    return [opened_letter(one) for one in OutgoingMail.objects.exclude(sealed=None)]


def lines(institution: Institution, deed: str) -> list[Line]:
    """Give the lines of the journal about one deed."""
    return list(Line.objects.filter(institution=institution, deed=deed))

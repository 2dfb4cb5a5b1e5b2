"""An assembly as an entry for people's own calendars.

Source: RFC 5545, Internet Calendaring and Scheduling (iCalendar), sections 3.1 (lines
of at most 75 octets) and 3.3.11 (text).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in the calendar: an id of its own, when, what, where, and a link."""

    id: str
    written_at: datetime
    begins_at: datetime
    ends_at: datetime
    title: str
    place: str
    url: str
    is_off: bool = False


def calendar(*entries: Entry) -> str:
    """Write entries as an iCalendar file, their times in UTC, its lines folded.

    Written again, one takes the place of what the calendar had under the same id; what
    is called off is struck out there.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Commonweal//Assemblies//EN",
        *(line for entry in entries for line in _event(entry)),
        "END:VCALENDAR",
    )
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{entry.id}",
        f"DTSTAMP:{_moment(entry.written_at)}",
        f"DTSTART:{_moment(entry.begins_at)}",
        f"DTEND:{_moment(entry.ends_at)}",
        f"SUMMARY:{_text(entry.title)}",
        f"LOCATION:{_text(entry.place)}",
        f"URL:{entry.url}",
        f"SEQUENCE:{int(entry.is_off)}",
        f"STATUS:{'CANCELLED' if entry.is_off else 'CONFIRMED'}",
        "END:VEVENT",
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Cut a line between letters; what goes on begins with a space, which counts."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part

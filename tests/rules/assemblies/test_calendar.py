"""An assembly as calendars read it: folded lines, escaped texts, and struck out."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import EIGHT

from commonweal.rules.assemblies.calendar import LONGEST_LINE, Entry, calendar


def an_entry(title="The rent", place="Church hall", *, is_off=False):
    return Entry(
        id="a",
        written_at=EIGHT - timedelta(days=7),
        begins_at=EIGHT,
        ends_at=EIGHT + timedelta(hours=1),
        title=title,
        place=place,
        url="https://example.org/i/river/assemblies/1/",
        is_off=is_off,
    )


def test_an_entry_says_when_what_and_where():
    lines = calendar(an_entry("Rent; heating, and\nmore", "C:\\hall")).split("\r\n")

    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART:20260312T200000Z" in lines
    assert "DTEND:20260312T210000Z" in lines
    assert "SUMMARY:Rent\\; heating\\, and\\nmore" in lines
    assert "LOCATION:C:\\\\hall" in lines
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_what_is_called_off_takes_the_place_of_what_was_called():
    lines = calendar(an_entry(is_off=True)).split("\r\n")

    assert "STATUS:CANCELLED" in lines
    assert "SEQUENCE:1" in lines
    assert "UID:a" in lines


@pytest.mark.parametrize(
    ("letter", "octets"), [("a", [75, 75, 60]), ("é", [74, 75, 75, 75, 75, 39])]
)
def test_lines_are_as_long_as_they_may_be(letter, octets):
    lines = calendar(an_entry(letter * 200)).split("\r\n")

    start = next(n for n, line in enumerate(lines) if line.startswith("SUMMARY:"))
    folded = lines[start : start + len(octets)]
    assert [len(line.encode()) for line in folded] == octets
    assert lines[start + len(octets)].startswith("LOCATION:")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=300))
def test_no_line_is_too_long_and_no_letter_is_lost(title):
    text = calendar(an_entry(title))

    lines = text.split("\r\n")
    assert all(len(line.encode()) <= LONGEST_LINE for line in lines)
    told = text.replace("\r\n ", "")
    escaped = title.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}\r\n" in told

"""A row comes back from its line as it was, whatever kept it."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.backups.rows import line_of, row_of

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])
PLAIN = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
VALUES = (
    PLAIN
    | st.uuids()
    | st.binary()
    | st.datetimes(timezones=ZONES)
    | st.dates()
    | st.times()
    | st.timedeltas()
    | st.decimals(allow_nan=False)
    | st.floats(allow_nan=False)
    | st.lists(JSON, max_size=3)
    | st.dictionaries(st.text(max_size=5), JSON, max_size=3)
)


@given(st.lists(VALUES, max_size=6))
def test_a_row_comes_back_as_it_was(row):
    line = line_of(row)

    assert b"\n" not in line
    assert row_of(line) == tuple(row)


def test_each_kind_of_value_comes_back_as_its_kind():
    row = [
        UUID(int=7), datetime(2026, 1, 5, 19, tzinfo=UTC), date(2026, 1, 5), time(7),
        timedelta(days=1), b"salt", 0.1, Decimal("1.10"), {"u": "not an id"}, True,
    ]  # fmt: skip

    back = row_of(line_of(row))

    assert back == tuple(row)
    assert [type(one) for one in back] == [type(one) for one in row]


def test_what_a_database_hands_over_as_a_view_is_bytes():
    assert row_of(line_of([memoryview(b"salt")])) == (b"salt",)


@pytest.mark.parametrize("value", [object(), datetime.fromisoformat("2026-01-05")])
def test_what_has_no_word_is_refused(value):
    with pytest.raises(TypeError):
        line_of([value])


def test_a_line_that_is_no_row_is_refused():
    with pytest.raises(ValueError):
        row_of(b'{"u": "00"}')

"""A row of any table as one line of text, the same from every database.

What JSON has no word for is written as a table with one key that says what it is, so
a line can be read back without knowing the table it came from, or which program kept
it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

type Value = object


def line_of(row: Sequence[Value]) -> bytes:
    """Write a row's values as one line of UTF-8, without its end.

    Takes nothing, truth, whole numbers, floats, text, bytes, UUIDs, decimals, days,
    aware moments, times, spans of time, and lists and tables of JSON. Raises
    `TypeError` for anything else.
    """
    return json.dumps(
        [_plain(value) for value in row],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    ).encode("utf-8", "surrogatepass")


def row_of(line: bytes) -> tuple[Value, ...]:
    """Read a line back into a row's values; raises `ValueError` for what is none."""
    told = json.loads(line.decode("utf-8", "surrogatepass"))
    if not isinstance(told, list):
        raise ValueError("a row is a list")
    return tuple(_value(one) for one in told)


def _plain(value: Value) -> object:
    if value is None or isinstance(value, bool | int | str):
        return value
    for kind, (name, write) in WRITERS.items():
        if isinstance(value, kind):
            return {name: write(value)}
    raise TypeError(f"a row has no word for {type(value).__name__}")


def _value(told: object) -> Value:
    if not isinstance(told, Mapping):
        return told
    [(name, text)] = told.items()
    return READERS[name](text)


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise TypeError("a moment without a time zone")
    return value.astimezone(UTC).isoformat()


def _microseconds(value: timedelta) -> int:
    return value // timedelta(microseconds=1)


# A datetime is a date to Python, so it stands before it.
WRITERS: Mapping[type, tuple[str, Callable[..., object]]] = {
    UUID: ("u", lambda value: value.hex),
    datetime: ("t", _moment),
    date: ("d", date.isoformat),
    time: ("c", time.isoformat),
    timedelta: ("s", _microseconds),
    bytes: ("b", bytes.hex),
    memoryview: ("b", lambda value: bytes(value).hex()),
    float: ("f", float.hex),
    Decimal: ("n", str),
    dict: ("j", lambda value: value),
    list: ("j", lambda value: value),
}
READERS: Mapping[str, Callable[..., Value]] = {
    "u": UUID,
    "t": datetime.fromisoformat,
    "d": date.fromisoformat,
    "c": time.fromisoformat,
    "s": lambda count: timedelta(microseconds=count),
    "b": bytes.fromhex,
    "f": float.fromhex,
    "n": Decimal,
    "j": lambda value: value,
}

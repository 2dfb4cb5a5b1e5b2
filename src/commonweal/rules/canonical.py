"""One way to write a value as bytes, so that two people who hash it get the same.

JSON with sorted keys and no spaces, in UTF-8; whole numbers only, because a number
with a point is written differently by different programs.

Source: RFC 8785, JSON Canonicalization Scheme, without its floating-point numbers;
whole numbers of any size are written in full.
"""

from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring

type Json = str | int | bool | Sequence[Json] | Mapping[str, Json] | None


_NAMED = {None: "null", True: "true", False: "false"}


def canonical(value: Json) -> bytes:
    """Write a value the one way there is.

    Takes text, whole numbers, true and false, nothing, lists and tables with text as
    keys. Raises `TypeError` for anything else, floats above all, and
    `UnicodeEncodeError` for text that is not text (half of a surrogate pair).
    """
    return _written(value).encode("utf-8")


def _written(value: Json) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None or isinstance(value, bool):
        return _NAMED[value]
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, Mapping):
        parts = [
            f"{encode_basestring(key)}:{_written(value[key])}"
            for key in _in_order(value)
        ]
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_written, value)) + "]"
    raise TypeError(f"no canonical way to write {type(value).__name__}")


def _in_order(keys: Iterable[str]) -> list[str]:
    """Order keys as RFC 8785 does, by their UTF-16 code units."""
    named = list(keys)
    if not all(isinstance(key, str) for key in named):
        raise TypeError("a key is a text")
    # Nearly all are plain letters, which stand in the same order as they are.
    if all(map(str.isascii, named)):
        return sorted(named)
    return sorted(named, key=lambda key: key.encode("utf-16-be"))

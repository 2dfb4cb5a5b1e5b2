"""One way to write a value as bytes, so that two people who hash it get the same.

JSON with sorted keys and no spaces, in UTF-8; whole numbers only, because a number
with a point is written differently by different programs.

Source: RFC 8785, JSON Canonicalization Scheme, without its floating-point numbers;
whole numbers of any size are written in full.
"""

import json
from collections.abc import Mapping, Sequence

type Json = str | int | bool | Sequence[Json] | Mapping[str, Json] | None


def canonical(value: Json) -> bytes:
    """Write a value the one way there is.

    Takes text, whole numbers, true and false, nothing, lists and tables with text as
    keys. Raises `TypeError` for anything else, floats above all, and
    `UnicodeEncodeError` for text that is not text (half of a surrogate pair).
    """
    return _written(value).encode("utf-8")


def _written(value: Json) -> str:
    if value is None or isinstance(value, str | bool | int):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        keys = sorted(value, key=_utf_16)
        parts = (
            f"{json.dumps(k, ensure_ascii=False)}:{_written(value[k])}" for k in keys
        )
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_written, value)) + "]"
    raise TypeError(f"no canonical way to write {type(value).__name__}")


def _utf_16(key: str) -> bytes:
    """Order keys as RFC 8785 does, by their UTF-16 code units."""
    if not isinstance(key, str):
        raise TypeError("a key is a text")
    return key.encode("utf-16-be")

"""What a line of the journal seals of a row, column by column, so that it is held.

A line tells what was done; beside that it can hold a digest of each thing that was
fixed by it: a rule, a day on which a vote closes, a verdict. Whoever changes one of
them later contradicts the line, and the digests say which it was. Where few values are
possible and not everybody may know which it is, the digest takes a salt that lies with
the value: once both are erased, the digest says nothing.
"""

from collections.abc import Mapping
from hashlib import sha256

from commonweal.rules.canonical import Json, canonical

DOMAIN = b"commonweal column seal 1\n"
# 160 bits: nobody finds a second value for a digest that is given.
DIGITS = 40


def column_seal(name: str, value: Json, *, salt: bytes = b"") -> str:
    """Digest one column: 40 hexadecimal digits (SHA-256, cut off).

    The name goes in too, so that two columns that hold the same have different seals.
    Raises `TypeError` for what has no canonical form, such as a fraction as a float.
    """
    length = len(salt).to_bytes(4, "big")
    whole = sha256(DOMAIN + length + salt + canonical([name, value])).hexdigest()
    return whole[:DIGITS]


def differing(told: Mapping[str, Json], now: Mapping[str, str]) -> tuple[str, ...]:
    """Name the columns that are not as they were sealed, in their order.

    A column that was not sealed is held against nothing: it may have come later.
    """
    return tuple(name for name in told if now.get(name) != told[name])

"""Codes that open a door once: made here, and kept only as a keyed digest.

A printed code is read aloud and typed by hand: twelve letters of Crockford's base 32
(60 bits) in groups of four, and a mistyped O, I or L is understood. A code in a link
has 26 of the same letters (130 bits).

Source: Douglas Crockford, Base 32 (crockford.com/base32).
"""

import secrets

from django.utils.crypto import salted_hmac

from commonweal.rules.secrecy.spoken import LETTERS as LETTERS

PRINTED_LENGTH = 12
LINK_LENGTH = 26
LONGEST_TYPED = 100
_UNDERSTOOD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def printed_code() -> str:
    """Make a code for paper."""
    return _code(PRINTED_LENGTH)


def link_code() -> str:
    """Make a code for a link."""
    return _code(LINK_LENGTH)


def grouped(code: str) -> str:
    """Set a code in groups of four, as it is printed."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def digest(purpose: str, typed: str) -> str:
    """Give what is kept of a code. Needs this node's key, and takes equally long."""
    return salted_hmac(
        f"commonweal.code.{purpose}", normal(typed), algorithm="sha256"
    ).hexdigest()


def normal(typed: str) -> str:
    """Read a code as it was meant: case, spaces, dashes and look-alikes aside."""
    letters = typed[:LONGEST_TYPED].upper().translate(_UNDERSTOOD)
    return "".join(letter for letter in letters if letter in LETTERS)


def _code(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))

"""A key of 32 bytes as letters that are read aloud, typed by hand and checked.

Source: Douglas Crockford, Base 32 (crockford.com/base32); the four letters of check are
ours, from BLAKE2b (RFC 7693).
"""

from hashlib import blake2b

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY_BYTES = 32
LETTERS_OF_KEY = 52
LETTERS_OF_CHECK = 4


def spoken(key: bytes) -> str:
    """Write a key as 56 letters, of which the last four tell a slip of the pen."""
    assert len(key) == KEY_BYTES, "a key has 32 bytes"
    number = int.from_bytes(key)
    letters = "".join(
        LETTERS[number >> 5 * place & 31] for place in reversed(range(LETTERS_OF_KEY))
    )
    return letters + _check(letters)


def heard(letters: str) -> bytes | None:
    """Read a key from its letters; nothing comes of what was mistyped or cut short."""
    body, check = letters[:LETTERS_OF_KEY], letters[LETTERS_OF_KEY:]
    if len(body) != LETTERS_OF_KEY or not set(body) <= set(LETTERS):
        return None
    number = 0
    for letter in body:
        number = number << 5 | LETTERS.index(letter)
    if number >= 1 << 8 * KEY_BYTES or check != _check(body):
        return None
    return number.to_bytes(KEY_BYTES)


def _check(letters: str) -> str:
    """Give four letters by which a slip is found, but for one in a million."""
    number = int.from_bytes(blake2b(letters.encode(), digest_size=4).digest())
    return "".join(
        LETTERS[number >> 5 * place & 31] for place in range(LETTERS_OF_CHECK)
    )

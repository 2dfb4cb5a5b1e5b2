"""What is carried by hand from one machine to another: signed by one, for the other.

A file holds the words in the one way there is to write them, signed by whoever wrote
them, packed, and locked for whoever may open them. So nobody on the way reads it or
changes a letter, and nobody else can have written it. One key pair serves both ends:
it signs as it is, and locks in the form that is derived from it.

Source: Ed25519 (RFC 8032); libsodium's sealed boxes, with the key of a signer turned
into one for X25519 (crypto_sign_ed25519_pk_to_curve25519); JSON as in `canonical`.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Container, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from commonweal.rules.canonical import Json, canonical
from commonweal.rules.secrecy.boxes import boxed, unboxed

DOMAIN = b"commonweal carried file 1\n"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
OUTSIDE = 1_000
# What each part of written words begins with, or stands behind.
PARTS = (b"{", b"[", b",")
UNREADABLE = (
    *(ValueError, KeyError, TypeError, RecursionError),
    *(zlib.error, CryptoError),
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large the words of a file are at the most, and in how many parts.

    Few bytes unpack to many, and many small parts fill the memory long before their
    bytes do: what has more of either is not read.
    """

    bytes: int
    parts: int


# More than an institution of thousands, with all that goes along.
WIDE = Bounds(32_000_000, 3_000_000)


@dataclass(frozen=True, slots=True)
class Carried:
    """What came: the words, whose they are, and the number they are known by."""

    told: Mapping[str, Any]
    by: bytes
    digest: str


def public_of(seed: bytes) -> bytes:
    """Give the half of a key that may be known."""
    return bytes(SigningKey(seed).verify_key)


def is_key(public: bytes) -> bool:
    """Say whether these bytes are a key that something can be locked for."""
    try:
        VerifyKey(public).to_curve25519_public_key()
    except (CryptoError, ValueError, TypeError, RuntimeError):
        return False
    return True


def packed(
    told: Mapping[str, Json], *, format_: str, seed: bytes, for_: bytes, once: bytes
) -> bytes:
    """Sign words with the key of `seed`, and lock them for whoever has `for_`'s half.

    `once` is 32 random bytes. The number of the file is `digest_of(told)`.
    """
    words = canonical(told)
    signing = SigningKey(seed)
    signature = signing.sign(DOMAIN + format_.encode() + b"\n" + words).signature
    inside = bytes(signing.verify_key) + signature + zlib.compress(words, 9)
    public = bytes(VerifyKey(for_).to_curve25519_public_key())
    box = boxed(inside, public=public, used_once=once)
    return canonical({"format": format_, "sealed": b64encode(box).decode("ascii")})


def unpacked(
    file: bytes,
    *,
    format_: str,
    seed: bytes,
    by: Container[bytes] | None = None,
    bounds: Bounds = WIDE,
) -> Carried | None:
    """Open a file and give what it says, if whoever wrote it signed just that.

    Nothing comes of a file of another sort, for somebody else, cut short or changed.
    Where `by` names keys, one of another is not even unpacked; and what it says is
    looked at only once the signature is known to be right.
    """
    try:
        inside = _unlocked(file, format_, seed, bounds)
        if inside is None or (by is not None and inside[:KEY_BYTES] not in by):
            return None
        return _read(inside, format_, bounds)
    except UNREADABLE:
        return None


def signer_of(
    file: bytes, *, format_: str, seed: bytes, bounds: Bounds = WIDE
) -> bytes | None:
    """Say by whose key a file claims to be signed, without unpacking it.

    None where it is of another sort or for somebody else. Whether the signature is
    right is not asked: this is to refuse what comes of others before any work.
    """
    try:
        inside = _unlocked(file, format_, seed, bounds)
    except UNREADABLE:
        return None
    return inside[:KEY_BYTES] if inside else None


def digest_of(told: Mapping[str, Json]) -> str:
    """Give the number that words are known by, wherever they are written."""
    return sha256(DOMAIN + canonical(told)).hexdigest()


def _opening(seed: bytes) -> bytes:
    return bytes(SigningKey(seed).to_curve25519_private_key())


def _unlocked(file: bytes, format_: str, seed: bytes, bounds: Bounds) -> bytes | None:
    # Locked and in base 64, what is packed takes less than twice its bytes.
    if len(file) > 2 * bounds.bytes + OUTSIDE:
        return None
    outer = json.loads(file)
    if outer["format"] != format_:
        return None
    box = b64decode(outer["sealed"], validate=True)
    return unboxed(box, secret=bytes(_opening(seed)))


def _read(inside: bytes, format_: str, bounds: Bounds) -> Carried | None:
    by, rest = inside[:KEY_BYTES], inside[KEY_BYTES:]
    signature, packed_ = rest[:SIGNATURE_BYTES], rest[SIGNATURE_BYTES:]
    unpacking = zlib.decompressobj()
    words = unpacking.decompress(packed_, bounds.bytes)
    if not unpacking.eof or unpacking.unused_data:
        return None
    VerifyKey(by).verify(DOMAIN + format_.encode() + b"\n" + words, signature)
    if sum(map(words.count, PARTS)) > bounds.parts:
        return None
    told = json.loads(words)
    # Written in any other way than the one, it could be read in two.
    if not isinstance(told, dict) or canonical(told) != words:
        return None
    return Carried(told, by, digest_of(told))

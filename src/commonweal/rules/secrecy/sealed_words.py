"""Words that one key opens, tied to what they are about.

XChaCha20-Poly1305 hides the words and shows any change to them; what they are about is
bound in, so that a sealed value moved to another row does not open there. Words are
padded to whole blocks of 64 bytes, because a length tells something too.

Source: Nir & Langley, RFC 8439, with the longer nonce of Arciszewski,
draft-irtf-cfrg-xchacha-03; padding as in ISO/IEC 7816-4.
"""

import hmac

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.secret import Aead

KEY_BYTES = Aead.KEY_SIZE
NONCE_BYTES = Aead.NONCE_SIZE
BLOCK_BYTES = 64
FORM = b"\x01"


def sealed(
    words: bytes, *, key: bytes, key_name: str, about: str, nonce: bytes
) -> bytes:
    """Seal words with a key of 32 bytes and a nonce of 24 that is never used again.

    What comes back names the key, so that whoever has it knows which to take; the name
    is bound in as well. It is one byte for the form, one for the length of the name,
    the name, the nonce, and the hidden words with their proof.
    """
    head = _head(key_name)
    padded = sodium_pad(words, BLOCK_BYTES)
    hidden = Aead(key).encrypt(padded, head + about.encode(), nonce)
    return head + bytes(hidden)


def key_named(value: bytes) -> str:
    """Say which key opens a sealed value; an empty name for what is no such value."""
    length = value[1] if value[:1] == FORM and len(value) > 1 else 0
    return value[2 : 2 + length].decode("ascii", "replace")


def opened(value: bytes, *, key: bytes, about: str) -> bytes | None:
    """Open a sealed value; nothing comes back by another key, or about another thing.

    A value that was cut short or changed in any bit gives nothing either.
    """
    head = _head(key_named(value))
    try:
        padded = Aead(key).decrypt(value[len(head) :], head + about.encode())
    except (CryptoError, ValueError):
        return None
    return sodium_unpad(bytes(padded), BLOCK_BYTES)


def keyed_digest(key: bytes, purpose: str, text: str) -> str:
    """Give a digest by which equal texts are found, and which only the key can make.

    A plain digest of a mail address or a telephone number is undone by trying them
    all; this one is not, without the key. Two purposes give two digests.

    Source: Krawczyk, Bellare & Canetti, RFC 2104, with SHA-256.
    """
    return hmac.digest(key, f"{purpose}\0{text}".encode(), "sha256").hex()


def _head(key_name: str) -> bytes:
    name = key_name.encode("ascii", "replace")
    assert len(name) < 256, "the name of a key is short"
    return FORM + bytes([len(name)]) + name

"""Boxes that anybody can lock for somebody, and only they unlock.

A box is locked to the public half of a key pair, by a pair that is used once and thrown
away, so that not even whoever locked it can open it again.

Source: libsodium's sealed boxes (crypto_box_seal): X25519 (RFC 7748) and
XSalsa20-Poly1305, the nonce a BLAKE2b digest of both public keys.
"""

import hmac

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.public import Box, PrivateKey, PublicKey, SealedBox

KEY_BYTES = PrivateKey.SIZE
NONCE_BYTES = Box.NONCE_SIZE
# What a box adds to what is in it: a public key and a proof of 16 bytes.
BOX_BYTES = PublicKey.SIZE + 16


def secret_half(code: str, salt: bytes) -> bytes:
    """Give the secret half of a key pair from a code on paper, by HMAC-SHA256.

    The code is random and has 130 bits, so no slow function need stand before it; the
    salt, different for each holder, gives two who were to have one code two keys.
    """
    return hmac.digest(salt, b"commonweal.trustee\0" + code.encode(), "sha256")


def public_half(secret: bytes) -> bytes:
    """Give the half of a key pair that may be known."""
    return bytes(PrivateKey(secret).public_key)


def boxed(words: bytes, *, public: bytes, used_once: bytes) -> bytes:
    """Lock words for whoever has the secret half; `used_once` is 32 random bytes."""
    mine, theirs = PrivateKey(used_once), PublicKey(public)
    both = bytes(mine.public_key) + public
    nonce = blake2b(both, digest_size=NONCE_BYTES, encoder=RawEncoder)
    return bytes(mine.public_key) + Box(mine, theirs).encrypt(words, nonce).ciphertext


def unboxed(box: bytes, *, secret: bytes) -> bytes | None:
    """Unlock a box; nothing comes of another key, or of a box that was changed."""
    try:
        return bytes(SealedBox(PrivateKey(secret)).decrypt(box))
    except (CryptoError, ValueError, TypeError):
        return None

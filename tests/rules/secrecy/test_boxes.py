"""Boxes: locked for one, by libsodium's own form."""

from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey, SealedBox

from commonweal.rules.secrecy.boxes import (
    KEY_BYTES,
    boxed,
    public_half,
    secret_half,
    unboxed,
)

seeds = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)


@given(st.binary(max_size=100), seeds, seeds)
def test_whoever_has_the_secret_half_and_nobody_else_unlocks(words, secret, used_once):
    box = boxed(words, public=public_half(secret), used_once=used_once)

    assert unboxed(box, secret=secret) == words
    assert SealedBox(PrivateKey(secret)).decrypt(box) == words
    other = bytes([secret[0] ^ 8]) + secret[1:]
    assert unboxed(box, secret=other) is None
    assert unboxed(box[:-1], secret=secret) is None
    assert unboxed(b"", secret=secret) is None


@given(st.binary(max_size=100), seeds)
def test_a_box_of_libsodium_is_unlocked(words, secret):
    box = SealedBox(PrivateKey(secret).public_key).encrypt(words)

    assert unboxed(box, secret=secret) == words


def test_a_code_gives_each_holder_a_key_of_their_own():
    mine = secret_half("ABCD", b"Asha")

    assert mine == secret_half("ABCD", b"Asha")
    assert mine != secret_half("ABCD", b"Ben")
    assert mine != secret_half("ABCE", b"Asha")
    assert len(mine) == KEY_BYTES

"""Sealed words: opened by their key alone, for what they are about, and untouched."""

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.secrecy.sealed_words import (
    BLOCK_BYTES,
    key_named,
    keyed_digest,
    opened,
    sealed,
)

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
NONCE = b"n" * 24

words = st.binary(max_size=300)


def a_sealed(said: bytes, *, about: str = "person 1") -> bytes:
    return sealed(said, key=KEY, key_name="people/1", about=about, nonce=NONCE)


@given(words, st.text(max_size=40))
def test_what_was_sealed_comes_back(said, about):
    assert opened(a_sealed(said, about=about), key=KEY, about=about) == said


@given(words)
def test_nobody_opens_it_by_another_key_or_about_another_thing(said):
    value = a_sealed(said)

    assert opened(value, key=OTHER_KEY, about="person 1") is None
    assert opened(value, key=KEY, about="person 2") is None


@given(st.binary(max_size=80), st.data())
def test_a_change_of_any_bit_is_found(said, data):
    value = bytearray(a_sealed(said))
    bit = data.draw(st.integers(0, 8 * len(value) - 1))

    value[bit // 8] ^= 1 << bit % 8

    assert opened(bytes(value), key=KEY, about="person 1") is None


@given(st.data())
def test_a_value_cut_short_gives_nothing(data):
    value = a_sealed(b"asha@example.org")

    short = value[: data.draw(st.integers(0, len(value) - 1))]

    assert opened(short, key=KEY, about="person 1") is None


def test_a_value_says_which_key_opens_it():
    assert key_named(a_sealed(b"")) == "people/1"
    assert key_named(b"") == ""
    assert key_named(b"\x02\x03abc") == ""


@given(st.binary(max_size=BLOCK_BYTES - 1), st.binary(max_size=BLOCK_BYTES - 1))
def test_the_length_of_short_words_is_not_told(one, other):
    assert len(a_sealed(one)) == len(a_sealed(other))


def test_equal_texts_have_equal_digests_for_one_purpose_and_key():
    digest = keyed_digest(KEY, "mail", "asha@example.org")

    assert digest == keyed_digest(KEY, "mail", "asha@example.org")
    assert digest != keyed_digest(KEY, "phone", "asha@example.org")
    assert digest != keyed_digest(OTHER_KEY, "mail", "asha@example.org")
    assert len(digest) == 64

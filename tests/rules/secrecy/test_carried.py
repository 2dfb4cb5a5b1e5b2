"""What is carried by hand: read by one, written by one, and not a letter changed."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from commonweal.rules.canonical import canonical
from commonweal.rules.secrecy import carried
from commonweal.rules.secrecy.carried import (
    DOMAIN,
    Bounds,
    digest_of,
    is_key,
    packed,
    public_of,
    signer_of,
    unpacked,
)

NODE, LAPTOP, OTHER = bytes(range(32)), bytes(range(1, 33)), bytes(range(2, 34))
FORMAT = "a-file-1"
TOLD = {"what": "an evening", "deeds": [1, 2, 3], "who": {"is": None}}


def a_file(told=TOLD, *, format_=FORMAT, seed=NODE, for_=LAPTOP):
    once = bytes(range(3, 35))
    return packed(told, format_=format_, seed=seed, for_=public_of(for_), once=once)


def box(inside: bytes) -> bytes:
    """Lock anything for the laptop, as whoever knows its code can."""
    public = bytes(VerifyKey(public_of(LAPTOP)).to_curve25519_public_key())
    sealed = SealedBox(PublicKey(public)).encrypt(inside)
    words = carried.b64encode(sealed).decode()
    return canonical({"format": FORMAT, "sealed": words})


def signed(words: bytes) -> bytes:
    signing = SigningKey(NODE)
    message = DOMAIN + FORMAT.encode() + b"\n" + words
    return bytes(signing.verify_key) + signing.sign(message).signature


def opened(file: bytes, *, format_=FORMAT, seed=LAPTOP, **more):
    return unpacked(file, format_=format_, seed=seed, **more)


def test_it_says_there_what_was_written_here():
    came = opened(a_file())

    assert came is not None
    assert came.told == TOLD
    assert came.by == public_of(NODE)
    assert came.digest == digest_of(TOLD)


def test_nobody_else_opens_it_and_it_is_of_one_sort():
    assert opened(a_file(), seed=OTHER) is None
    assert opened(a_file(), format_="another-1") is None


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_makes_it_no_file(place, change):
    file = bytearray(a_file())
    file[place % len(file)] ^= change

    came = opened(bytes(file))

    # What base 64 leaves over at its end says nothing.
    assert came is None or came.told == TOLD


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"[]",
        b"null",
        b'{"format":"a-file-1"}',
        b'{"format":"a-file-1","sealed":"%%%"}',
        b'{"format":"a-file-1","sealed":5}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_no_file_is_none(file):
    assert opened(file) is None


@pytest.mark.parametrize(
    "inside",
    [
        b"",
        b"x" * 95,
        signed(b"{}"),
        signed(b"{}") + zlib.compress(b"{}")[:-1],
        signed(b"{}") + zlib.compress(b"{}") + b"x",
        signed(b"{}") + b"x",
        signed(b"[]") + zlib.compress(b"[]"),
        signed(b"{") + zlib.compress(b"{"),
        # Signed, and written in another way than the one there is.
        signed(b'{"a": 1}') + zlib.compress(b'{"a": 1}'),
        signed(b'{"a":1,"a":1}') + zlib.compress(b'{"a":1,"a":1}'),
        signed(b'{"a":1.5}') + zlib.compress(b'{"a":1.5}'),
        signed(b"{}") + zlib.compress(b'{"a":1}'),
    ],
)
def test_what_is_locked_rightly_and_is_no_such_words_is_none(inside):
    assert opened(box(inside)) is None


def test_a_file_that_fills_the_memory_is_none():
    narrow = Bounds(100, 1_000)

    assert opened(a_file({"what": "x" * 50}), bounds=narrow) is not None
    assert opened(a_file({"what": "x" * 200}), bounds=narrow) is None


def test_a_file_of_many_small_parts_is_none():
    few = Bounds(1_000, 12)

    assert opened(a_file({"what": [[]] * 5}), bounds=few) is not None
    assert opened(a_file({"what": [[]] * 7}), bounds=few) is None
    assert opened(a_file({"what": [{}] * 7}), bounds=few) is None
    assert opened(a_file({"what": [0] * 13}), bounds=few) is None


def test_a_file_of_another_key_is_not_unpacked(monkeypatch):
    file = a_file()
    ours, others = {public_of(NODE)}, {public_of(OTHER)}

    assert opened(file, by=ours) is not None
    monkeypatch.setattr(carried.zlib, "decompressobj", None)
    assert opened(file, by=others) is None
    assert opened(file, by=set()) is None


def test_a_signature_that_is_wrong_is_known_before_anything_is_read(monkeypatch):
    bomb = b'{"a":[' + b",".join([b"{}"] * 1_000) + b"]}"
    inside = public_of(NODE) + bytes(64) + zlib.compress(bomb)
    file = box(inside)
    read = []
    monkeypatch.setattr(carried, "canonical", read.append)

    assert opened(file, by={public_of(NODE)}) is None
    assert read == []


def test_whose_key_it_claims_is_known_without_unpacking(monkeypatch):
    monkeypatch.setattr(carried.zlib, "decompressobj", None)

    def told(file, **more):
        return signer_of(file, format_=FORMAT, seed=LAPTOP, **more)

    assert told(a_file()) == public_of(NODE)
    assert told(a_file(seed=OTHER)) == public_of(OTHER)
    assert told(a_file(for_=OTHER)) is None
    assert told(a_file(format_="another-1")) is None
    assert told(b"[]") is None
    assert told(a_file() + b" " * 2_000, bounds=Bounds(20, 20)) is None


def test_what_is_written_is_plain_on_the_outside():
    outer = json.loads(a_file())

    assert outer.keys() == {"format", "sealed"}
    assert b"evening" not in a_file()


def test_a_key_is_one_that_something_can_be_locked_for():
    assert is_key(public_of(NODE))
    assert not is_key(b"\x00" * 32)
    assert not is_key(b"\x01" + b"\x00" * 31)
    assert not is_key(b"short")

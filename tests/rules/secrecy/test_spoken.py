"""A key as letters: read back whole, and a slip is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.secrecy.spoken import LETTERS, heard, spoken

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_key_is_heard_as_it_was_spoken(key):
    letters = spoken(key)

    assert len(letters) == 56
    assert heard(letters) == key


@given(KEYS, st.integers(0, 55), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_found(key, place, letter):
    letters = spoken(key)
    mistyped = letters[:place] + letter + letters[place + 1 :]

    assert mistyped == letters or heard(mistyped) != key


@pytest.mark.parametrize("letters", ["", "0" * 55, "?" * 56, "Z" * 56, "0" * 56])
def test_what_is_no_key_is_none(letters):
    assert heard(letters) is None

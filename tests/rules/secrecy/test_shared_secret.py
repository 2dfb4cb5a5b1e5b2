"""Shared secrets: by law and by the example everybody knows."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.secrecy.shared_secret import (
    PRIME,
    Share,
    false_shares,
    secret_from,
    share_bytes,
    share_digest,
    share_from,
    shares_of,
)

below = st.integers(0, PRIME - 1)
keys = st.integers(0, 2**256 - 1)


@st.composite
def dealt(draw):
    """Give a secret with its threshold and its shares."""
    threshold = draw(st.integers(1, 5))
    count = draw(st.integers(threshold, 7))
    secret = draw(keys)
    coefficients = draw(st.lists(below, min_size=threshold - 1, max_size=threshold - 1))
    return secret, threshold, shares_of(secret, count=count, coefficients=coefficients)


def test_the_worked_example():
    """The example of Wikipedia's article on the scheme: 1234 among six, three open."""
    shares = shares_of(1234, count=6, coefficients=[166, 94], prime=1613)

    assert [share.height for share in shares] == [1494, 329, 965, 176, 1188, 775]
    chosen = [shares[1], shares[3], shares[4]]
    assert secret_from(chosen, prime=1613) == 1234


@given(dealt(), st.data())
def test_any_of_them_reach_the_secret_if_they_are_enough(case, data):
    secret, threshold, shares = case

    chosen = data.draw(
        st.lists(st.sampled_from(shares), min_size=threshold, unique=True)
    )

    assert secret_from(chosen) == secret


def test_one_fewer_fit_every_secret_equally_well():
    """For a small prime, count the curves through two points: one for each secret."""
    prime = 11
    seen = [Share(1, 4), Share(3, 7)]

    fitting = [
        secret
        for secret in range(prime)
        for first in range(prime)
        for second in range(prime)
        if set(seen)
        <= set(shares_of(secret, count=3, coefficients=[first, second], prime=prime))
    ]

    assert sorted(fitting) == list(range(prime))


@given(dealt(), st.data())
def test_a_false_share_is_named_and_the_true_ones_still_open(case, data):
    secret, threshold, shares = case
    digests = {share.number: share_digest(share) for share in shares}
    liar = data.draw(st.sampled_from(shares))
    lie = Share(liar.number, data.draw(below.filter(lambda one: one != liar.height)))
    given_in = [lie if share == liar else share for share in shares]

    named = false_shares(given_in, digests)

    assert named == (liar.number,)
    true = [share for share in given_in if share.number not in named]
    assert len(true) < threshold or secret_from(true) == secret


def test_a_share_that_was_never_dealt_is_false():
    assert false_shares([Share(9, 1)], {}) == (9,)


def test_every_group_of_enough_agrees():
    shares = shares_of(2**256 - 1, count=5, coefficients=[3, PRIME - 1])

    assert {secret_from(three) for three in combinations(shares, 3)} == {2**256 - 1}


@given(st.integers(1, 255), below)
def test_a_share_is_written_and_read(number, height):
    share = Share(number, height)

    assert share_from(share_bytes(share)) == share


@pytest.mark.parametrize("written", [b"", b"\x01", bytes(67), b"\x01" * 68])
def test_what_is_no_share_is_read_as_none(written):
    assert share_from(written) is None

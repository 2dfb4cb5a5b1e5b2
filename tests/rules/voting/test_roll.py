import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.voting.roll import in_roll, leaf, roll_hash

SALTS = st.binary(min_size=16, max_size=16)
MEMBERS = st.dictionaries(st.text(min_size=1), SALTS, min_size=1, max_size=8)


@given(MEMBERS, st.randoms())
def test_the_order_of_the_roll_says_nothing(members, shuffle):
    leaves = [leaf(salt, member) for member, salt in members.items()]
    shuffled = list(leaves)
    shuffle.shuffle(shuffled)

    assert roll_hash(shuffled) == roll_hash(leaves)


@given(MEMBERS, MEMBERS)
def test_another_roll_has_another_seal(one, other):
    first = {leaf(salt, member) for member, salt in one.items()}
    second = {leaf(salt, member) for member, salt in other.items()}

    assert (roll_hash(first) == roll_hash(second)) == (first == second)


@given(MEMBERS, SALTS)
def test_a_member_can_see_that_they_are_on_the_roll(members, other_salt):
    leaves = [leaf(salt, member) for member, salt in members.items()]
    seal = roll_hash(leaves)
    member, salt = next(iter(members.items()))

    assert in_roll(leaves, seal, salt=salt, member_id=member)
    assert not in_roll(leaves, "0" * 64, salt=salt, member_id=member)
    if other_salt != salt:
        assert not in_roll(leaves, seal, salt=other_salt, member_id=member)


@given(st.binary(max_size=4), st.text(max_size=4), st.binary(max_size=4), st.text())
def test_no_two_pairs_of_salt_and_member_run_together(salt, member, other, another):
    same = (salt, member) == (other, another)

    assert (leaf(salt, member) == leaf(other, another)) == same


def test_a_member_listed_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        roll_hash([leaf(b"s", "a"), leaf(b"s", "a")])


def test_leaf_and_seal_can_be_computed_by_hand():
    salt = bytes(range(16))
    one = hashlib.sha256(
        b"commonweal roll leaf 1\n" + b"\0\0\0\x10" + salt + b"asha"
    ).hexdigest()
    seal = hashlib.sha256(
        b"commonweal roll 1\n" + b"\0" * 7 + b"\x01" + bytes.fromhex(one)
    ).hexdigest()

    assert leaf(salt, "asha") == one
    assert roll_hash([one]) == seal

"""Seals of columns: the same for the same, another for anything else."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.journal_seals import DIGITS, DOMAIN, column_seal, differing

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(max_size=3), inside, max_size=3)
    ),
    max_leaves=5,
)


@given(VALUES)
def test_the_same_value_has_the_same_seal(value):
    seal = column_seal("rule", value)

    assert seal == column_seal("rule", value)
    assert len(seal) == DIGITS


@given(st.integers(), st.integers())
def test_another_value_or_name_or_salt_has_another(one, other):
    assert (column_seal("seats", one) == column_seal("seats", other)) == (one == other)
    assert column_seal("seats", one) != column_seal("budget", one)
    assert column_seal("seats", one) != column_seal("seats", one, salt=b"x")


def test_salt_and_value_do_not_run_together():
    assert column_seal("a", "", salt=b"") != column_seal("a", "", salt=b"\0\0\0\0")


def test_a_seal_is_made_as_anybody_can_make_it():
    hashed = DOMAIN + b"\x00\x00\x00\x02" + b"no" + b'["seats",3]'

    seal = column_seal("seats", 3, salt=b"no")

    assert seal == sha256(hashed).hexdigest()[:40]


def test_what_has_no_canonical_form_is_refused():
    with pytest.raises(TypeError):
        column_seal("seats", 1.5)  # type: ignore[arg-type]


def test_only_what_was_sealed_is_held():
    told = {"seats": "a", "budget": "b", "gone": "c"}
    now = {"seats": "a", "budget": "x", "came_later": "d"}

    assert differing(told, now) == ("budget", "gone")

"""Two members count as two people only if nobody could be both of them."""

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.belonging.independence import (
    Origin,
    are_independent,
    depends_on,
)

FEW = st.sampled_from(["a", "b", "c", ""])
KNOWN = st.frozensets(st.sampled_from("abcd"))
ORIGINS = st.builds(Origin, st.sampled_from("abc"), FEW, FEW, KNOWN)
FOUNDER = Origin("asha")
TO_DAN = frozenset({"dan"})


def test_who_came_by_one_link_could_be_one_person():
    ben, chidi = Origin("ben", "link", "asha"), Origin("chidi", "link", "asha")

    assert not are_independent(ben, chidi)


def test_who_came_by_one_link_and_are_both_known_to_others_are_two():
    ben = Origin("ben", "link", "asha", TO_DAN)
    chidi = Origin("chidi", "link", "asha", TO_DAN)

    assert are_independent(ben, chidi)
    assert not are_independent(ben, Origin("emre", "link", "asha"))


def test_the_word_of_one_for_the_other_does_not_make_them_two():
    ben = Origin("ben", "link", "asha", frozenset({"chidi"}))
    chidi = Origin("chidi", "link", "asha", TO_DAN)

    assert not are_independent(ben, chidi)


def test_who_invited_somebody_adds_nothing_to_their_word_unless_others_know_them():
    assert not are_independent(FOUNDER, Origin("ben", "link", "asha"))
    own_word = Origin("ben", "link", "asha", frozenset({"asha"}))
    assert not are_independent(FOUNDER, own_word)
    assert are_independent(FOUNDER, Origin("ben", "link", "asha", TO_DAN))


def test_who_came_by_a_place_of_their_own_depends_on_nobody():
    assert are_independent(Origin("ben"), Origin("chidi"))
    assert are_independent(FOUNDER, Origin("ben"))


@given(ORIGINS, ORIGINS)
def test_it_does_not_matter_who_is_named_first(one, other):
    assert are_independent(one, other) == are_independent(other, one)


@given(ORIGINS)
def test_nobody_adds_to_their_own_word(one):
    assert not are_independent(one, one)


@given(ORIGINS, st.lists(ORIGINS))
def test_the_first_on_whom_a_word_depends_is_named(newest, before):
    found = depends_on(newest, before)

    dependent = [one for one in before if not are_independent(newest, one)]
    assert found == (dependent[0] if dependent else None)

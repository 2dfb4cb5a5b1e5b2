from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.difference import difference

WORDS = st.lists(st.sampled_from(["we", "pay ", "rent.", "\n", " ", "ten", "a"])).map(
    "".join
)


@given(WORDS, WORDS)
def test_both_texts_can_be_put_together_from_the_pieces(old, new):
    pieces = difference(old, new)

    assert "".join(text for op, text in pieces if op != "new") == old
    assert "".join(text for op, text in pieces if op != "gone") == new


@given(WORDS, WORDS)
def test_no_piece_is_empty_and_neighbours_differ(old, new):
    pieces = difference(old, new)

    assert all(text for _, text in pieces)
    following = [(one.op, two.op) for one, two in pairwise(pieces)]
    assert all(one != two for one, two in following)
    assert ("new", "gone") not in following


@given(st.text())
def test_a_text_does_not_differ_from_itself(text):
    assert [op for op, _ in difference(text, text)] == ["same"] * bool(text)


def test_a_changed_word_is_shown_in_its_place():
    old = "Released after ten days.\nSigned."
    new = "Released after fourteen days.\nSigned."

    pieces = difference(old, new)

    assert pieces == (
        ("same", "Released after "),
        ("gone", "ten "),
        ("new", "fourteen "),
        ("same", "days.\nSigned."),
    )


def test_a_little_word_between_two_changes_is_part_of_them():
    pieces = difference("the cat is in the house", "the cat was in a house")

    assert [op for op, _ in pieces] == ["same", "gone", "new", "same"]


@pytest.mark.parametrize(
    ("old", "new", "ops"),
    [
        ("a cat the dog", "a bat the dug", ["same", "gone", "new"]),
        ("a cat then dog", "a bat then dug", ["same", "gone", "new"] * 2),
        ("cat in ", "in house", ["gone", "new"]),
        ("cat is", "dog is", ["gone", "new", "same"]),
    ],
)
def test_a_word_of_three_letters_is_a_little_one_between_changes_alone(old, new, ops):
    assert [op for op, _ in difference(old, new)] == ops


def test_a_word_that_comes_again_and_again_is_compared_all_the_same():
    song = "na " * 300

    pieces = difference(f"sing {song}", f"hum {song}")

    assert pieces == (("gone", "sing "), ("new", "hum "), ("same", song))


def test_long_texts_that_have_little_in_common_are_shown_without_delay():
    old = "\n".join(f"w{number % 50}" for number in range(20_000))
    new = "\n".join(f"w{number * 7 % 50}" for number in range(20_000))
    begun = perf_counter()

    pieces = difference(old, new)

    assert [op for op, _ in pieces] == ["gone", "new"]
    assert perf_counter() - begun < 2

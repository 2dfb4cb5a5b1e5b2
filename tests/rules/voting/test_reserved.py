"""At least so many places go to a class, by every method of transferable vote."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    LOT,
    OPTIONS,
    a_contest,
    ranked,
    strict_rankings,
)

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.reserved import Reserved
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

TRANSFERABLE = [name for name in METHODS if name.startswith("stv-")]
# Without reserved places Ada and Ben, who have the quota at once, take both.
BALLOTS = [ranked("ada", 9), ranked("ben", 8), ranked("col ada", 4), ranked("dot", 2)]


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_a_reserved_place_goes_to_the_best_of_its_class(method):
    contest = a_contest("ada ben col dot", 2, reserved="1 of col, dot")

    outcome = METHODS[method].count(contest, BALLOTS, LOT)

    assert METHODS[method].count(a_contest("ada ben col dot", 2), BALLOTS, LOT)
    assert set(outcome.winners) == {"ada", "col"}


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_every_class_gets_the_places_reserved_for_it(method):
    @settings(max_examples=60, deadline=None)
    @given(
        st.lists(strict_rankings(), min_size=1, max_size=8),
        st.integers(2, 4),
        st.integers(0, 2),
        st.integers(0, 2),
    )
    def kept(ballots, seats, first, second):
        assume(first + second <= seats)
        assume(any(ballot.marks.ranks for ballot in ballots))
        reserved = f"{first} of ada, ben; {second} of col, dot"
        contest = Contest(OPTIONS, seats, settings={"reserved": reserved})

        won = set(METHODS[method].count(contest, ballots, LOT).winners)

        assert len(won) == seats
        assert len(won & {"ada", "ben"}) >= first
        assert len(won & {"col", "dot"}) >= second

    kept()


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_the_weak_of_a_class_do_not_all_drop_out_together(method):
    contest = a_contest("ada ben eve col dot", 2, reserved="1 of col, dot")
    ballots = [
        ranked("ada", 9),
        ranked("ben", 9),
        ranked("eve", 8),
        ranked("col"),
        ranked("dot"),
    ]

    outcome = METHODS[method].count(contest, ballots, LOT)

    assert len(outcome.winners) == 2
    assert len({"ada", "ben"} & set(outcome.winners)) == 1
    assert len({"col", "dot"} & set(outcome.winners)) == 1


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_all_places_are_filled_though_many_of_a_class_are_weak(method):
    names = "abcdefg"
    few = st.lists(st.tuples(st.permutations(names), st.integers(0, 3)), max_size=6)
    votes = st.lists(st.sampled_from((0, 1, 1, 2, 8, 9)), min_size=7, max_size=7)

    @settings(max_examples=150, deadline=None)
    @given(votes, few, st.integers(2, 5), st.integers(1, 3), st.integers(0, 2))
    def kept(firsts, more, seats, first, second):
        assume(first + second <= seats)
        piles = [ranked(*pair) for pair in zip(names, firsts, strict=True) if pair[1]]
        piles += [ranked(" ".join(order[: 1 + n])) for order, n in more]
        assume(piles)
        classes = f"{first} of a, b, c; {second} of d, e"
        contest = a_contest(" ".join(names), seats, reserved=classes)

        won = set(METHODS[method].count(contest, piles, LOT).winners)

        assert len(won) == seats
        assert len(won & set("abc")) >= first
        assert len(won & set("de")) >= second

    kept()


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_places_reserved_for_who_wins_anyway_change_nothing(method):
    contest = a_contest("ada ben col dot", 2, reserved="1 of ada, col")

    outcome = METHODS[method].count(contest, BALLOTS, LOT)

    assert set(outcome.winners) == {"ada", "ben"}


@pytest.mark.parametrize(
    ("reserved", "complaint"),
    [
        ("two of ada", "reserves no places"),
        ("2 of ada, zoe", "“zoe” stands among those"),
        ("1 of ada; 1 of ada, ben", "somebody is in two of them"),
        ("2 of ada, ben; 1 of col", "3 places are reserved, and only 2"),
        ("2 of ada", "2 places are reserved for a class of 1"),
    ],
)
def test_places_that_cannot_be_reserved_are_refused_in_words(reserved, complaint):
    contest = a_contest("ada ben col", 2, reserved=reserved)

    for method in TRANSFERABLE:
        with pytest.raises(Uncountable) as refusal:
            METHODS[method].count(contest, BALLOTS[:1], LOT)

        assert complaint in render(refusal.value.reason, SENTENCES)


def test_a_name_that_several_have_reserves_no_place():
    names = {"1": "Ada", "2": "Ben", "3": "Ada"}
    contest = Contest(("1", "2", "3"), 2, names, settings={"reserved": "1 of Ada"})

    with pytest.raises(Uncountable) as refusal:
        METHODS["stv-scottish"].count(contest, [ranked("1", 9)], LOT)

    assert render(refusal.value.reason, SENTENCES) == (
        "“Ada” stands among those places are reserved for, and several candidates have "
        "that name. Write the number each has in the file instead."
    )


def test_a_class_may_be_written_by_names_and_by_ids():
    names = {"ada": "Ada Lovelace", "col": "Col Rees"}
    contest = Contest(
        ("ada", "ben", "col", "dot"),
        2,
        names=names,
        settings={"reserved": "1 of Col Rees, dot"},
    )

    outcome = METHODS["stv-scottish"].count(contest, BALLOTS, LOT)

    assert set(outcome.winners) == {"ada", "col"}


KEPT = Reserved(((1, frozenset("ab")), (1, frozenset("cd"))))


def test_once_only_reserved_places_are_left_all_others_drop_out():
    assert KEPT.doomed("acx", "b", 1) == {"a", "x"}
    assert KEPT.doomed("acx", "b", 2) == set()
    assert KEPT.doomed("acx", "bd", 1) == set()


@pytest.mark.parametrize(
    ("going", "continuing", "won", "free", "may"),
    [
        ("b", "bcx", "a", 2, True),
        ("b", "bcx", "a", 3, False),
        ("b", "bcx", "", 1, False),
        ("x", "acx", "", 2, True),
        ("c", "acx", "", 2, False),
        ("ac", "acx", "bd", 1, True),
    ],
)
def test_those_who_go_together_leave_enough_for_all_places_and_classes(
    going, continuing, won, free, may
):
    assert KEPT.let_go_together(going, continuing, won, free) is may

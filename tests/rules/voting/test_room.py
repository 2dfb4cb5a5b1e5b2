"""Where reserved places leave room for only some of those who have enough votes."""

from dataclasses import replace
from itertools import chain, combinations

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
from tests.rules.voting.promises.equality import renamed

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.reserved import Reserved
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TieBreaker, lot_number
from commonweal.rules.wording import render

TRANSFERABLE = [name for name in METHODS if name.startswith("stv-")]
TWO_LEVEL = [ranked("ada", 9), ranked("ben", 9), ranked("col", 1)]
STANDS = TieBreaker("status_quo", LOT.seed)
GROUPS = (
    "",
    "1 of ada, ben",
    "1 of ada; 1 of ben, col",
    "1 of dot; 1 of ada, ben, col",
    "2 of ada, ben, col",
)


def told(step: Step) -> str:
    """Say all of a step."""
    return f"{render(step.title, SENTENCES)}: {render(step.explanation, SENTENCES)}"


@pytest.mark.parametrize("method", TRANSFERABLE)
@pytest.mark.parametrize("order", ["ada ben col", "ben ada col", "col ben ada"])
@pytest.mark.parametrize("seed", ["seed of the tests", "x", "y", "z"])
def test_a_lot_says_who_of_those_who_are_level_takes_the_one_place_left(
    method, order, seed
):
    first = min("ada", "ben", key=lambda one: lot_number(seed, one))

    contest = a_contest(order, 2, reserved="1 of col")
    outcome = METHODS[method].count(contest, TWO_LEVEL, TieBreaker("lot", seed))

    assert outcome.winners == (first, "col")
    assert [set(group) for group in outcome.tied] == [{"ada", "ben"}]
    assert outcome.tie_break.id == "tie_lot_first"
    assert outcome.steps[0].elected == ()
    assert outcome.steps[1].elected == (first,)
    assert f"puts {first} first." in told(outcome.steps[1])
    assert told(outcome.steps[1]).startswith(
        "No room for all: Because places are reserved, there is no room for all who "
        "have enough votes. "
    )


@pytest.mark.parametrize("method", TRANSFERABLE)
@pytest.mark.parametrize("order", ["ada ben col", "ben ada col"])
def test_a_tie_for_the_one_place_left_may_be_left_to_stand(method, order):
    contest = a_contest(order, 2, reserved="1 of col")

    outcome = METHODS[method].count(contest, TWO_LEVEL, STANDS)

    assert outcome.winners == ()
    assert [set(group) for group in outcome.tied] == [{"ada", "ben"}]
    assert outcome.tie_break.id == "tie_stands"
    assert len(outcome.steps) == 2
    assert "and the tie is left to stand." in told(outcome.steps[1])


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_whoever_has_more_goes_first_and_nothing_is_tied(method):
    ballots = [ranked("ben", 10), *TWO_LEVEL[::2], ranked("dot")]
    contest = a_contest("ada ben dot col", 2, reserved="1 of col")

    outcome = METHODS[method].count(contest, ballots, STANDS)

    assert outcome.winners == ("ben", "col")
    assert outcome.tied == ()
    assert "reserved_room" not in {step.title.id for step in outcome.steps}


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_of_a_class_one_takes_the_reserved_place_and_the_others_compete(method):
    # One place is for everybody, one for Col or Dot; all three have enough.
    ballots = [*(ranked(name, 9) for name in ("ada", "col", "dot")), ranked("eve")]
    contest = a_contest("ada col dot eve", 3, reserved="1 of col, dot; 1 of eve")
    in_order = sorted(["ada", "col", "dot"], key=lambda o: lot_number(LOT.seed, o))

    outcome = METHODS[method].count(contest, ballots, LOT)

    assert set(outcome.winners) == {*in_order[:2], "eve"}
    assert set(outcome.tied[0]) == {"ada", "col", "dot"}


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_those_who_compete_for_different_reserved_places_are_parted_apart(method):
    names = "ada ben col dot"
    ballots = [ranked(name, 9) for name in names.split()]
    classes = "1 of ada, ben; 1 of col, dot; 2 of eve, fay"
    contest = a_contest(f"{names} eve fay", 4, reserved=classes)

    outcome = METHODS[method].count(contest, [*ballots, ranked("eve fay", 2)], LOT)

    pairs = (("ada", "ben"), ("col", "dot"))
    first = [min(pair, key=lambda o: lot_number(LOT.seed, o)) for pair in pairs]
    assert outcome.tied[:2] == pairs
    assert outcome.steps[1].elected == tuple(first)
    assert set(outcome.winners) == {*first, "eve", "fay"}


@pytest.mark.parametrize(
    ("method", "how"),
    [
        ("stv-scottish", "tie_last_round_that_differed_first"),
        ("stv-gregory", "tie_last_round_that_differed_first"),
        ("stv-ers97", "ers97_earliest_point_first"),
    ],
)
def test_what_the_rule_says_of_those_who_are_level_goes_before_the_lot(method, how):
    # Eve's papers bring both to ten, more than the quota; Ada had eight before.
    ballots = [
        ranked("ada", 8),
        ranked("ben", 7),
        ranked("eve ada", 2),
        ranked("eve ben", 3),
        ranked("col", 5),
    ]
    contest = a_contest("ben ada col eve", 2, reserved="1 of col")

    outcome = METHODS[method].count(contest, ballots, STANDS)

    _, parted = outcome.steps[2].explanation.facts.values()
    assert outcome.winners == ("ada", "col")
    assert outcome.tied == ()
    assert outcome.steps[2].title.id == "reserved_room"
    assert parted.id == how
    assert parted.facts == {"tied": ("ben", "ada"), "chosen": "ada"}


@pytest.mark.parametrize("method", TRANSFERABLE)
@pytest.mark.parametrize("tie_break", ["lot", "status_quo", "most_first_preferences"])
def test_the_order_of_the_list_changes_nothing(method, tie_break):
    ties = TieBreaker(tie_break, LOT.seed)

    @settings(max_examples=80, deadline=None)
    @given(
        st.lists(strict_rankings(), min_size=1, max_size=5),
        st.integers(2, 3),
        st.sampled_from(GROUPS),
        st.permutations(OPTIONS),
    )
    def kept(ballots, seats, reserved, order):
        contest = Contest(OPTIONS, seats, settings={"reserved": reserved})

        one = METHODS[method].count(contest, ballots, ties)
        other = METHODS[method].count(replace(contest, options=order), ballots, ties)

        assert set(one.winners) == set(other.winners)
        assert as_sets(one.tied) == as_sets(other.tied)
        assert [
            (dict(step.counts), set(step.elected), set(step.excluded))
            for step in one.steps
        ] == [
            (dict(step.counts), set(step.elected), set(step.excluded))
            for step in other.steps
        ]

    kept()


@pytest.mark.parametrize("method", TRANSFERABLE)
def test_what_options_are_called_changes_nothing(method):
    # An order for ties is a lot that goes along with the new names.
    @settings(max_examples=80, deadline=None)
    @given(
        st.lists(strict_rankings(), min_size=1, max_size=5),
        st.integers(2, 3),
        st.sampled_from(GROUPS),
        st.permutations(OPTIONS),
        st.permutations(OPTIONS),
    )
    def kept(ballots, seats, reserved, names, declared):
        new = dict(zip(OPTIONS, names, strict=True))
        renamed_too = "".join(new.get(word, word) for word in words_of(reserved))
        contest = Contest(OPTIONS, seats, settings={"reserved": reserved})
        with_new = replace(contest, settings={"reserved": renamed_too})
        drawn = tuple(new[one] for one in declared)

        one = METHODS[method].count(
            contest, ballots, TieBreaker("declared", declared=tuple(declared))
        )
        other = METHODS[method].count(
            with_new,
            [renamed(ballot, new) for ballot in ballots],
            TieBreaker("declared", declared=drawn),
        )

        assert {new[option] for option in one.winners} == set(other.winners)

    kept()


def as_sets(groups):
    return [frozenset(group) for group in groups]


def words_of(reserved):
    """Part a text into words and what stands between them."""
    word = ""
    for letter in reserved:
        if letter.isalpha():
            word += letter
            continue
        yield from (word, letter)
        word = ""
    yield word


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from("ABCDEFGH"), unique=True, max_size=6),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 3),
    st.sets(st.sampled_from("ABCXY"), max_size=2),
)
def test_there_is_room_for_just_those_whom_the_slow_way_finds(
    level, first, second, more, won
):
    assume(not set(level) & won)
    classes = ((first, frozenset("ABC")), (second, frozenset("DEY")))
    lacking = [(max(n - len(of & won), 0), of) for n, of in classes]
    free = sum(n for n, _ in lacking) + more
    room = Reserved(classes).room_for(level, won, free)

    fitting = [
        set(some)
        for some in chain.from_iterable(
            combinations(level, n) for n in range(len(level) + 1)
        )
        if sum(max(n - len(of & set(some)), 0) for n, of in lacking) <= free - len(some)
    ]
    most = max(len(some) for some in fitting)
    largest = [some for some in fitting if len(some) == most]
    sure = set.intersection(*largest)
    open_to = set.union(*largest) - sure

    assert set(room.sure) == sure
    assert set(room.competing) <= open_to
    assert bool(room.competing) == bool(open_to)
    assert room.sure == [one for one in level if one in sure]

"""Mandates and what is said are kept as plain data; what is none is refused."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.confederation.congress import NO, PUT, YES, mandate
from tests.rules.confederation.valley import on, refusal

from commonweal.rules.confederation.instructions import Must, instructed, within
from commonweal.rules.confederation.mandates import (
    STANCES,
    Amount,
    Changed,
    Conditional,
    Fixed,
    NegotiateThenRatify,
    Order,
    Range,
    Ranked,
    ReportOnly,
    Shared,
    Split,
    UrgentOnly,
    When,
    Whole,
    runs_out,
)
from commonweal.rules.confederation.plain import (
    SORTS,
    mandate_from_plain,
    mandate_to_plain,
    saying_from_plain,
    saying_to_plain,
)
from commonweal.rules.malformed import MALFORMED

stances = st.sampled_from(STANCES)
digests = st.frozensets(st.text("abc", min_size=1, max_size=3), max_size=2)
numbers = st.none() | st.fractions(0, 100, max_denominator=100)
whens = st.builds(When, stances, digests, digests, st.text(max_size=5))
changes = st.builds(Changed, stances, st.text("abc"), st.text(max_size=5))
terms = st.one_of(
    st.builds(Fixed, stances),
    st.builds(
        Conditional,
        st.lists(whens, max_size=2).map(tuple),
        stances,
        st.none() | stances,
        st.lists(changes, max_size=2).map(tuple),
    ),
    st.lists(st.text(min_size=1), min_size=1, unique=True).map(tuple).map(Ranked),
    st.tuples(numbers, numbers)
    .map(lambda ends: ends if None in ends else tuple(sorted(ends)))
    .map(lambda ends: Range(*ends)),
    st.builds(Split, st.integers(1, 9), st.integers(0, 9), st.integers(0, 9)),
    st.just(NegotiateThenRatify()),
    st.just(ReportOnly()),
    st.builds(UrgentOnly, st.none() | stances, st.none() | st.integers(1, 99)),
)


@given(terms)
def test_a_mandate_is_read_back_as_it_was_written(given_):
    plain = mandate_to_plain(given_)

    assert mandate_from_plain(plain) == given_
    assert plain["sort"] in SORTS


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"sort": "wild"},
        {"sort": "fixed", "stance": "maybe"},
        {"sort": "conditional", "whens": [{}], "otherwise": "no", "if_changed": None},
        {"sort": "conditional", "whens": [], "otherwise": "no", "if_changed": "maybe"},
        {"sort": "ranked", "ranking": []},
        {"sort": "ranked", "ranking": ["a", "a"]},
        {"sort": "ranked", "ranking": "ab"},
        {"sort": "ranked", "ranking": [1]},
        {"sort": "ranked", "ranking": ["a", 1]},
        {"sort": "range", "least": "5", "most": "2"},
        {"sort": "range", "least": "1e999999999", "most": None},
        {"sort": "range", "least": "1/0", "most": None},
        {"sort": "split", "yes": 0, "no": 0, "abstain": 0},
        {"sort": "split", "yes": -1, "no": 2, "abstain": 0},
        {"sort": "urgent", "stance": "yes", "hours": 0},
        "fixed",
        None,
    ],
)
def test_what_is_no_mandate_is_not_read(plain):
    with pytest.raises(MALFORMED):
        mandate_from_plain(plain)


@pytest.mark.parametrize(
    "saying",
    [
        Whole("abstain"),
        Shared(Fraction(3, 5), Fraction(2, 5)),
        Order(("a", "b")),
        Amount(Fraction(7, 2)),
    ],
)
def test_what_was_said_is_read_back(saying):
    assert saying_from_plain(saying_to_plain(saying)) == saying


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"stance": "maybe"},
        {"yes": "1", "no": "1", "abstain": "0"},
        {"yes": "2", "no": "-1", "abstain": "0"},
        {"yes": "1e9", "no": "0", "abstain": "0"},
        {"ranking": "ab"},
        {"number": "none"},
    ],
)
def test_what_says_nothing_is_not_read(plain):
    with pytest.raises(MALFORMED):
        saying_from_plain(plain)


# ---- words that were foreseen, and hours that run out


def test_words_that_were_foreseen_have_their_own_answer():
    told = mandate(
        Conditional((), "yes", None, (Changed("no", "newer"), Changed("yes", "last")))
    )

    assert instructed(told, PUT) == Must(YES)
    assert instructed(told, replace(PUT, text="newer")) == Must(NO)
    assert instructed(told, replace(PUT, text="last")) == Must(YES)
    assert refusal(instructed(told, replace(PUT, text="else"))) == "mandate_other_text"


def test_foreseen_words_with_two_answers_are_no_mandate():
    both = (Changed("no", "newer"), Changed("yes", "newer"))

    found = instructed(
        mandate(Conditional((), "yes", "no", both)), replace(PUT, text="newer")
    )

    assert refusal(found) == "mandate_conditions_contradict"


def test_a_side_is_no_order_also_where_words_were_foreseen():
    newer = replace(PUT, text="newer", options=("a", "b"))

    found = instructed(mandate(Conditional((), "yes", "no")), newer)

    assert refusal(found) == "mandate_of_other_sort"


def test_whoever_is_free_answers_what_is_asked():
    free, ways = mandate(NegotiateThenRatify()), replace(PUT, options=("a", "b"))

    assert within(free, ways, Order(("b",)))
    assert refusal(within(free, ways, YES)) == "says_other_sort"
    assert refusal(within(free, ways, Order(("c",)))) == "says_other_sort"
    assert refusal(within(free, PUT, Order(("b",)))) == "says_other_sort"


def test_what_is_urgent_runs_out_so_many_hours_after_it_was_given():
    given_at = on(5)

    assert runs_out(UrgentOnly("yes", 36), given_at=given_at) == (
        given_at + timedelta(hours=36)
    )
    assert runs_out(UrgentOnly("yes"), given_at=given_at) is None
    assert runs_out(Fixed("yes"), given_at=given_at) is None

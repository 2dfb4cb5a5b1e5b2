"""Every group has its share of those drawn, and all the same chance."""

from collections import Counter
from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.sortition.in_shares import drawn_in_shares, wanted_of

sizes = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 9), min_size=1)


def people(of: dict[str, int]) -> dict[str, str]:
    return {f"{group}{n}": group for group, size in of.items() for n in range(size)}


@given(sizes, st.integers(0, 36), st.text(max_size=8))
def test_every_group_gets_its_share_rounded_up_or_down(of, places, seed):
    pool = people(of)
    places = min(places, len(pool))

    found = drawn_in_shares(pool, held={}, places=places, seed=seed)

    assert len(set(found)) == len(found) == places
    counts = Counter(pool[one] for one in found)
    for group, size in of.items():
        share = Fraction(places * size, len(pool))
        assert floor(share) <= counts[group] <= ceil(share)


@given(sizes, sizes, st.integers(0, 36), st.text(max_size=8))
def test_empty_places_are_filled_whoever_holds_the_others(of, held, places, seed):
    pool = people(of)
    places = min(places, len(pool))

    found = drawn_in_shares(pool, held=held, places=places, seed=seed)

    assert len(set(found)) == places
    wanted = wanted_of(pool, held=held, places=places)
    assert sum(wanted.values()) == places
    assert all(0 <= wanted[group] <= size for group, size in of.items())


def test_where_there_is_a_place_for_each_nothing_is_drawn():
    pool = people({"b": 3, "a": 4})

    assert drawn_in_shares(pool, held={}, places=7, seed="x") == tuple(sorted(pool))


def test_everybody_has_the_same_chance():
    pool = people({"a": 1, "b": 3, "c": 6})
    times = Counter(
        one
        for turn in range(4000)
        for one in drawn_in_shares(pool, held={}, places=4, seed=str(turn))
    )

    assert all(abs(times[one] - 1600) < 150 for one in pool)


def test_whom_too_many_hold_already_gets_nothing_more():
    pool = people({"a": 4, "b": 4})

    assert wanted_of(pool, held={"a": 5}, places=2) == {"a": 0, "b": 2}
    found = drawn_in_shares(pool, held={"a": 5}, places=2, seed="x")
    assert {pool[one] for one in found} == {"b"}


def test_what_one_holds_too_much_is_missed_by_the_others_alike():
    pool = people({"a": 1, "b": 6, "c": 6})

    wanted = wanted_of(pool, held={"a": 5}, places=4)

    assert wanted == {"a": 0, "b": 2, "c": 2}


def test_where_no_place_is_empty_nobody_is_wanted():
    assert wanted_of(people({"a": 2}), held={}, places=0) == {"a": 0}


def test_all_are_drawn_where_there_are_too_few_and_the_order_of_the_list_is_nothing():
    pool = people({"a": 2, "b": 1})

    assert drawn_in_shares(pool, held={}, places=5, seed="x") == ("a0", "a1", "b0")
    turned = dict(reversed(pool.items()))
    assert drawn_in_shares(pool, held={}, places=2, seed="x") == drawn_in_shares(
        turned, held={}, places=2, seed="x"
    )

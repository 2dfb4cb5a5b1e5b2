"""Everybody has the same chance where quotas are loose enough for the comb."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.sortition.pools import drawable, unhurried

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.equal import equally
from commonweal.rules.sortition.pool import Pool, Quota


def a_pool(women, men, *quotas):
    people = {f"w{n:02}": ("woman",) for n in range(women)}
    people |= {f"m{n:02}": ("man",) for n in range(men)}
    return Pool(people, ("sex",), tuple(Quota("sex", *quota) for quota in quotas))


@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
def test_without_bounds_all_have_exactly_the_same_chance(women, men, size):
    size = min(size, women + men)

    lottery = equally(a_pool(women, men), size)

    assert lottery is not None
    chances = set(lottery.chances(a_pool(women, men)).values())
    assert chances == {Fraction(size, women + men)}
    assert all(len(panel) == size for panel in lottery.panels)
    # The comb is laid once at each place of the line.
    assert sum(lottery.weights) == women + men


def test_the_comb_seats_kinds_as_evenly_as_whole_numbers_allow():
    # 10 women and 5 men, a panel of 6: always 4 women and 2 men.
    fits = equally(a_pool(10, 5, ("woman", 4, 4), ("man", 2, 2)), 6)
    misses = equally(a_pool(10, 5, ("woman", 3, 3), ("man", 3, 3)), 6)

    assert fits is not None
    assert misses is None


@unhurried
@given(drawable())
def test_where_it_is_to_be_had_nothing_else_is_drawn_from(drawn):
    pool, size = drawn[:2]
    equal = equally(pool, size)

    done = draw(pool, size, method="leximin", seed="a seed")

    if equal is not None:
        assert done.lottery == equal
        assert set(done.chances.values()) == {Fraction(size, len(pool.values))}
        assert all(_keeps(pool, panel) for panel in done.lottery.panels)


def _keeps(pool, panel):
    counts = tuple(sum(one in panel for one in people) for people in pool.types)
    return pool.missed(counts) is None

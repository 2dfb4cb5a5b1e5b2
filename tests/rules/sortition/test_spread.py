"""Shares become whole weights by largest remainders, and weights become panels."""

import pytest
from tests.rules.sortition.pools import a_pool

from commonweal.rules.sortition.spread import TOTAL, rounded, spread


@pytest.mark.parametrize(
    ("shares", "weights"),
    [
        ([1.0], [TOTAL]),
        ([0.5, 0.5], [TOTAL // 2, TOTAL // 2]),
        ([1.0, 1.0, 1.0], [333_333_334, 333_333_333, 333_333_333]),
        ([1.0, 2.0], [333_333_333, 666_666_667]),
        ([2.0, 2.0, 3.0], [285_714_286, 285_714_286, 428_571_428]),
        ([1.0, 1.0, 0.0, -1e-9], [500_000_000, 500_000_000, 0, 0]),
    ],
)
def test_the_largest_remainders_are_rounded_up(shares, weights):
    assert rounded(shares) == weights


def test_a_column_becomes_panels_in_which_those_alike_take_turns():
    pool = a_pool({"Asha": "x", "Ben": "x", "Chidi": "x", "Dolores": "y"})

    lottery = spread(pool, [(2, 1)], [1.0])

    # Two of three sit, so each is missing on a third of the road.
    assert sum(lottery.weights) == TOTAL
    assert len(lottery.panels) == 3
    assert all("Dolores" in panel and len(panel) == 3 for panel in lottery.panels)
    assert set(lottery.weights) <= {333_333_333, 333_333_334}


def test_a_panel_that_several_columns_make_has_all_their_weight():
    pool = a_pool({"Asha": "x", "Ben": "y"})

    lottery = spread(pool, [(1, 0), (0, 1), (1, 0)], [0.25, 0.5, 0.25])

    assert lottery.panels == (("Asha",), ("Ben",))
    assert lottery.weights == (TOTAL // 2, TOTAL // 2)


def test_the_shortest_road_is_parted_like_any_other():
    pool = a_pool(dict.fromkeys(("Asha", "Ben", "Chidi", "Dolores", "Emre"), "x"))

    lottery = spread(pool, [(3,), (3,)], [1 - 1e-9, 1e-9])

    assert sum(lottery.weights) == TOTAL
    assert all(len(panel) == 3 for panel in lottery.panels)

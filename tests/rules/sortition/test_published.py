"""Pools with published results come out at least as fair as published."""

import pytest

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.table import read_pool, read_quotas


def read(folder, pool, quotas):
    asked = read_quotas((folder / quotas).read_text(encoding="utf-8"))
    return read_pool((folder / pool).read_text(encoding="utf-8"), asked)


def test_everybody_has_one_chance_in_ten_as_in_nature(shared_data):
    folder = shared_data / "elections" / "sortition" / "example_small_20"
    pool = read(folder, "respondents.csv", "categories.csv")

    done = draw(pool, 20, method="leximin", seed="a seed")

    assert {round(float(chance), 6) for chance in done.chances.values()} == {0.1}


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "size", "place", "chance"),
    [
        # The smallest of all, and the 88th smallest, that a commercial solver found.
        ("pool_150_24", 24, 0, 0.04597),
        ("pool_150_24", 24, 87, 0.12545),
        ("fixture_150_22", 22, 0, 0.09090),
        ("pool_825_75", 75, 0, 0.031715),
    ],
)
def test_chances_are_no_worse_than_a_commercial_solver_found(
    shared_data, name, size, place, chance
):
    folder = shared_data / "elections" / "sortition" / name
    pool = read(folder, "candidates.csv", "features.csv")

    done = draw(pool, size, method="leximin", seed="a seed")

    assert sorted(done.chances.values())[place] >= chance

"""Leximin chances are those that the slow way finds: one at a time, over all panels."""

import highspy
import numpy as np
from hypothesis import given
from tests.rules.sortition.pools import a_pool, drawable, unhurried

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.pool import Pool

# Solvers are exact to about so much, and we ask one many times.
CLOSE = 1e-6


@unhurried
@given(drawable())
def test_nobodys_chance_could_be_larger_but_at_the_cost_of_who_has_less(drawn):
    pool, size, panels = drawn

    done = draw(pool, size, method="leximin", seed="a seed")

    for people, chance in zip(pool.types, fairest(pool, panels), strict=True):
        assert abs(float(done.chances[people[0]]) - chance) < 20 * CLOSE


def test_who_is_held_down_by_different_quotas_has_different_chances():
    # One of three, one of four and one of five; and whoever is left, two of seven.
    kinds = "x" * 3 + "y" * 4 + "z" * 5 + "w" * 7
    people = {f"p{n:02}": kind for n, kind in enumerate(kinds)}
    quotas = [("a", kind, 1, 1) for kind in "xyz"] + [("a", "w", 2, 2)]

    done = draw(a_pool(people, *quotas), 5, method="leximin", seed="a seed")

    for kind, chance in (("x", 1 / 3), ("y", 1 / 4), ("z", 1 / 5), ("w", 2 / 7)):
        first = next(one for one, own in people.items() if own == kind)
        assert abs(float(done.chances[first]) - chance) < CLOSE


def test_a_draw_says_nothing_on_the_terminal(capfd):
    people = dict.fromkeys(("Asha", "Ben", "Chidi"), "x") | {"Dolores": "y"}

    draw(
        a_pool(people, ("a", "y", 1, 1), ("a", "x", 1, 1)),
        2,
        method="leximin",
        seed="s",
    )

    assert capfd.readouterr() == ("", "")


def fairest(pool: Pool, panels: list[tuple[str, ...]]) -> list[float]:
    """Give the leximin chance of each type of people."""
    seats = np.array(
        [
            [len(set(people) & set(panel)) / len(people) for panel in panels]
            for people in pool.types
        ]
    )
    held: dict[int, float] = {}
    while len(held) < len(seats):
        free = [place for place in range(len(seats)) if place not in held]
        floors = {place: chance - CLOSE / 100 for place, chance in held.items()}
        lowest = largest(seats, free, floors)
        rest = floors | dict.fromkeys(free, lowest - CLOSE / 100)
        for place in free:
            if largest(seats, [place], rest) < lowest + CLOSE:
                held[place] = lowest
    return [held[place] for place in range(len(seats))]


def largest(
    seats: np.ndarray, smallest_of: list[int], floors: dict[int, float]
) -> float:
    """Make the smallest chance of some as large as can be, with floors for others."""
    panels = seats.shape[1]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    for column in range(panels + 1):
        solver.addVar(0.0, 1.0)
        solver.changeColCost(column, float(column == panels))
    every = np.arange(panels + 1, dtype=np.int32)
    for place in smallest_of:
        solver.addRow(0.0, 1.0, panels + 1, every, np.array([*seats[place], -1.0]))
    for place, floor in floors.items():
        solver.addRow(floor, 1.0, panels, every[:-1], seats[place])
    solver.addRow(1.0, 1.0, panels, every[:-1], np.ones(panels))
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(solver.getSolution().col_value[-1])

"""A good choice for a knapsack, proposed by a solver (HiGHS) as pure arithmetic.

What it answers is a proposal: it is added up in whole numbers before it is used.
"""

from collections.abc import Sequence
from typing import Protocol

import highspy
import numpy as np

from commonweal.rules.sortition.solver import INFINITE, WHOLE, a_solver, solved


class Weighed(Protocol):
    """What has a cost and a worth."""

    @property
    def cost(self) -> int:
        """What choosing it costs."""

    @property
    def worth(self) -> int:
        """What choosing it is worth."""


def proposed(items: Sequence[Weighed], budget: int) -> list[bool]:
    """Say which items a solver would choose. One thread and one seed: always alike."""
    if not items:
        return []
    solver = a_solver()
    dearest = max(item.worth for item in items)
    for place, item in enumerate(items):
        solver.addVar(0.0, 1.0)
        solver.changeColIntegrality(place, WHOLE)
        solver.changeColCost(place, _part(item.worth, dearest))
    costs = np.array([_part(item.cost, budget) for item in items])
    places = np.arange(len(items), dtype=np.int32)
    solver.addRow(-INFINITE, 1e6, len(items), places, costs)
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    if not solved(solver):
        return [False] * len(items)
    return [value > 0.5 for value in solver.getSolution().col_value]


def _part(amount: int, whole: int) -> float:
    """Give an amount in millionths of a whole, as a float."""
    return amount * 10**9 // whole / 1e3

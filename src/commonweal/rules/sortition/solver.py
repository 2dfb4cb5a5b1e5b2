"""Whole-number programs about panels, handed to a solver as pure arithmetic (HiGHS).

What it answers is a proposal: every panel is checked exactly against the quotas before
it is used, and chances are counted from whole numbers afterwards. One thread and a set
seed make it answer the same every time.
"""

from collections.abc import Sequence

import highspy
import numpy as np

from commonweal.rules.sortition.pool import Counts, Pool

WHOLE = highspy.HighsVarType.kInteger
INFINITE = highspy.kHighsInf
# Panels are small programs, solved hundreds of times: what prepares for large ones
# takes longer than it saves. Measured on pools of 150 people, it is half of the time.
SMALL_PROGRAMS = (
    ("presolve", "off"),
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_detect_symmetry", False),
)


class _Silent(highspy.Highs):
    """A solver that does not introduce itself on the terminal either."""

    def enableCallbacks(self) -> None:  # noqa: N802 -- its own name for it
        """Fall silent before the first thing that would be printed."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def a_solver() -> highspy.Highs:
    """Give a silent solver that answers alike on every machine."""
    solver = _Silent()  # type: ignore[no-untyped-call]
    for option, value in (
        ("threads", 1),
        ("random_seed", 1),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 1e-9),
    ):
        solver.setOptionValue(option, value)
    return solver


def solved(solver: highspy.Highs) -> bool:
    """Run the solver; say whether it found the best answer."""
    solver.run()
    return bool(solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)


class PanelFinder:
    """Finds the panel that is worth most, where each person of a type has a worth."""

    def __init__(self, pool: Pool, size: int) -> None:
        self.pool, self.size = pool, size
        self.solver = a_solver()
        for option, value in SMALL_PROGRAMS:
            self.solver.setOptionValue(option, value)
        self.types = range(len(pool.sizes))
        for most in pool.sizes:
            self.solver.addVar(0.0, float(min(most, size)))
        for place in self.types:
            self.solver.changeColIntegrality(place, WHOLE)
        self._row(self.types, size, size)
        for quota, having in zip(pool.quotas, pool.having, strict=True):
            self._row(having, quota.least, quota.most)
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)

    def _row(self, types: Sequence[int], least: int, most: int) -> None:
        places = np.array(types, dtype=np.int32)
        self.solver.addRow(
            float(least), float(most), len(types), places, np.ones(len(types))
        )

    def best(self, worth: Sequence[float]) -> tuple[Counts, float] | None:
        """Give the panel worth most, and its worth; None where there is no panel."""
        places = np.arange(len(worth), dtype=np.int32)
        self.solver.changeColsCost(len(worth), places, np.array(worth, dtype=float))
        if not solved(self.solver):
            return None
        found = self.solver.getSolution().col_value
        counts = tuple(round(number) for number in found)
        assert sum(counts) == self.size, "the solver's panel has another size"
        assert self.pool.missed(counts) is None, "the solver's panel misses a quota"
        assert all(0 <= n <= m for n, m in zip(counts, self.pool.sizes, strict=True))
        return counts, float(np.dot(counts, worth))

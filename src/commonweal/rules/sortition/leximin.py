"""The fairest chances that quotas allow: leximin, and its first step, maximin.

Maximin makes the smallest chance as large as can be. Leximin goes on: among all ways of
doing that it makes the next smallest as large as can be, and so on up.

Source: Flanigan, Gölz, Gupta, Hennig & Procaccia, Fair algorithms for selecting
citizens' assemblies (Nature 596, 2021). Here columns are counts over types of people
(see `pool`), which gives the same chances with far fewer panels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import highspy
import numpy as np

from commonweal.rules.sortition.pool import Counts, Pool
from commonweal.rules.sortition.solver import INFINITE, PanelFinder, a_solver, solved

CLOSE = 1e-7
HELD = 1e-6


@dataclass(slots=True)
class Chances:
    """Panels (as counts over types) and the share of the lottery each has."""

    panels: list[Counts]
    shares: list[float]


def leximin(pool: Pool, finder: PanelFinder, first: list[Counts]) -> Chances:
    """Give the shares whose sorted chances are largest in the leximin order.

    `first` are panels that seat every type that can be seated at all.
    """
    master = _Master(pool, first)
    floors = master.shut_out()
    while len(floors) < len(pool.sizes):
        lowest, duals = _raised(master, finder)
        # Whoever a better solution would have to take from is held at this chance.
        held = [t for t, dual in enumerate(duals) if dual > HELD and t not in floors]
        if not held:
            free = [t for t in range(len(pool.sizes)) if t not in floors]
            held = [max(free, key=lambda t: duals[t])]
        for one in held:
            floors[one] = lowest
            master.hold(one, lowest)
    return master.chances()


def maximin(pool: Pool, finder: PanelFinder, first: list[Counts]) -> Chances:
    """Give shares whose smallest chance is as large as it can be.

    `first` are panels that seat every type that can be seated at all.
    """
    master = _Master(pool, first)
    master.shut_out()
    _raised(master, finder)
    return master.chances()


def _raised(master: "_Master", finder: PanelFinder) -> tuple[float, Sequence[float]]:
    """Add panels until the smallest chance not yet held cannot be raised.

    Gives that chance, and how much each type holds it down.
    """
    while True:
        lowest, duals, worth = master.solve()
        weights = [dual / size for dual, size in zip(duals, master.sizes, strict=True)]
        found = finder.best(weights)
        assert found is not None, "feasibility was checked before"
        panel, value = found
        if value <= worth + CLOSE or panel in master.known:
            return lowest, duals
        master.add(panel)


@dataclass(slots=True)
class _Master:
    """The lottery over the panels found so far, as a linear program.

    Row `t` says that the chance of type `t`, less the smallest chance unless it is
    held, is at least its floor; the last row that all shares add up to 1. Column 0 is
    the smallest chance.
    """

    pool: Pool
    first: list[Counts]
    panels: list[Counts] = field(default_factory=list)
    known: set[Counts] = field(default_factory=set)
    solver: highspy.Highs = field(default_factory=a_solver)

    def __post_init__(self) -> None:
        rows = len(self.sizes)
        none = np.array([], dtype=np.int32), np.array([], dtype=float)
        for _ in range(rows):
            self.solver.addRow(0.0, INFINITE, 0, *none)
        self.solver.addRow(1.0, 1.0, 0, *none)
        places = np.arange(rows, dtype=np.int32)
        self.solver.addCol(1.0, 0.0, 1.0, rows, places, np.full(rows, -1.0))
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        for panel in self.first:
            self.add(panel)

    @property
    def sizes(self) -> Counts:
        return self.pool.sizes

    def add(self, panel: Counts) -> None:
        """Add a panel that may be drawn."""
        if panel in self.known:
            return
        self.known.add(panel)
        self.panels.append(panel)
        rows = [t for t, number in enumerate(panel) if number]
        values = [panel[t] / self.sizes[t] for t in rows]
        self.solver.addCol(
            0.0,
            0.0,
            INFINITE,
            len(rows) + 1,
            np.array([*rows, len(self.sizes)], dtype=np.int32),
            np.array([*values, 1.0]),
        )

    def shut_out(self) -> dict[int, float]:
        """Hold those whom no panel can seat at no chance, and name them."""
        seated = {t for panel in self.panels for t, seats in enumerate(panel) if seats}
        out = [t for t in range(len(self.sizes)) if t not in seated]
        for one in out:
            self.hold(one, 0.0)
        return dict.fromkeys(out, 0.0)

    def hold(self, type_: int, chance: float) -> None:
        """Hold a type at a chance, so that only others are raised from now on."""
        self.solver.changeCoeff(type_, 0, 0.0)
        # A hair of slack keeps the program solvable in floating point.
        self.solver.changeRowBounds(type_, chance - 1e-9, INFINITE)

    def solve(self) -> tuple[float, list[float], float]:
        """Give the smallest chance, the duals of the types, and what a panel costs."""
        assert solved(self.solver), "a lottery over feasible panels exists"
        solution = self.solver.getSolution()
        duals = [max(0.0, -dual) for dual in solution.row_dual[:-1]]
        return solution.col_value[0], duals, solution.row_dual[-1]

    def chances(self) -> Chances:
        """Give the panels in use with their shares."""
        assert solved(self.solver)
        shares = self.solver.getSolution().col_value[1:]
        used = [
            (panel, share)
            for panel, share in zip(self.panels, shares, strict=True)
            if share > 0
        ]
        return Chances([panel for panel, _ in used], [share for _, share in used])

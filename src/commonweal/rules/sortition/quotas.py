"""Can the quotas be met at all? If not: which are in the way, and what would do.

Said first in plain numbers, where one quota alone asks for too much; then by a solver
that looks for the smallest change, counted in people, with which a panel can be drawn.
"""

from dataclasses import replace

import numpy as np

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.sortition.pool import Pool, Quota
from commonweal.rules.sortition.solver import WHOLE, PanelFinder, solved
from commonweal.rules.voting.method import Uncountable


def require_feasible(pool: Pool, size: int) -> PanelFinder:
    """Give a finder of panels, once it is sure that there is one.

    Raises `Uncountable` with the smallest change of the quotas that would do.
    """
    require_people(pool, size)
    _require_sums(pool, size)
    finder = PanelFinder(pool, size)
    if finder.best([0.0] * len(pool.sizes)) is None:
        changed = smallest_change(pool, size)
        told = tuple(
            _said(before, after)
            for before, after in zip(pool.quotas, changed, strict=True)
            if before != after
        )
        raise Uncountable(Sentence("draw_infeasible", {"changes": told}))
    return finder


def require_people(pool: Pool, size: int) -> None:
    """Refuse a panel of nobody, or of more than there are."""
    facts: dict[str, Fact] = {"size": size, "pool": len(pool.values)}
    if size < 1:
        raise Uncountable(Sentence("draw_no_size", facts))
    if size > len(pool.values):
        raise Uncountable(Sentence("draw_pool_too_small", facts))


def _require_sums(pool: Pool, size: int) -> None:
    """Refuse a category whose quotas cannot add up to the panel."""
    for category in pool.categories:
        of = [quota for quota in pool.quotas if quota.category == category]
        least, most = sum(q.least for q in of), sum(q.most for q in of)
        facts: dict[str, Fact] = {"category": category, "size": size}
        if least > size:
            facts["sum"] = least
            raise Uncountable(Sentence("draw_minima_above", facts))
        if most < size:
            facts["sum"] = most
            raise Uncountable(Sentence("draw_maxima_below", facts))


def smallest_change(pool: Pool, size: int) -> tuple[Quota, ...]:
    """Give quotas that can be met and differ from these by as few people as can be.

    A least number is only lowered and a most number only raised.
    """
    free = replace(
        pool, quotas=tuple(q._replace(least=0, most=size) for q in pool.quotas)
    )
    finder = PanelFinder(free, size)
    solver, types = finder.solver, len(pool.sizes)
    for quota, having in zip(pool.quotas, pool.having, strict=True):
        # One column for how many are missing, one for how many are too many.
        for _ in range(2):
            solver.addVar(0.0, float(size))
            column = solver.getNumCol() - 1
            solver.changeColIntegrality(column, WHOLE)
            solver.changeColCost(column, -1.0)
        places = np.array([*having, column - 1, column], dtype=np.int32)
        signs = np.array([1.0] * len(having) + [1.0, -1.0])
        solver.addRow(float(quota.least), float(quota.most), len(places), places, signs)
    assert solver.getNumCol() == types + 2 * len(pool.quotas)
    assert solved(solver), "without quotas there is a panel"
    found = [round(number) for number in solver.getSolution().col_value[:types]]
    assert sum(found) == size
    return tuple(
        quota._replace(least=min(quota.least, there), most=max(quota.most, there))
        for quota, having in zip(pool.quotas, pool.having, strict=True)
        for there in [sum(found[t] for t in having)]
    )


def _said(before: Quota, after: Quota) -> Sentence:
    facts: dict[str, Fact] = {"category": before.category, "value": before.value}
    if after.least < before.least:
        facts |= {"before": before.least, "after": after.least}
        return Sentence("draw_lower_least", facts)
    facts |= {"before": before.most, "after": after.most}
    return Sentence("draw_raise_most", facts)

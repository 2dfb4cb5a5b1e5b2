"""Measure every bar of the counting: one table, from elections to panels.

`python -m benchmarks [PYTHON]` makes or reads the elections, budgets and pools, counts
them by ours and by other people's programs in one run, and prints what was measured,
the bar, and whether it holds; it ends with status 1 if one is missed. PYTHON is one
that has sortition-algorithms with gurobipy, for leximin, if not that of
`requirements-peers.lock`. It takes the better part of an hour; each part can be run
alone: `benchmarks.stv`, `benchmarks.budgets`, `benchmarks.sortition`,
`benchmarks.parts`.
"""

import sys
from itertools import chain

from benchmarks import budgets, parts, sortition, stv
from benchmarks.rows import told


def main() -> int:
    """Measure all of it, one after the other."""
    peer = sys.argv[1] if len(sys.argv) > 1 else ""
    return told(chain(stv.rows(), budgets.rows(), sortition.rows(peer), parts.rows()))


if __name__ == "__main__":
    raise SystemExit(main())

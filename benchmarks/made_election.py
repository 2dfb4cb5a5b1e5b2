"""Make a city's election by transferable vote, the same every time, as a BLT file.

Four blocs of voters rank fourteen candidates by Plackett and Luce's model and stop
somewhere; equal ballots may be written together or one by one.
"""

from pathlib import Path

import numpy as np

CANDIDATES, SEATS, BLOCS = 14, 5, 4


def make(path: Path, voters: int, together: bool) -> None:
    """Write an election of so many voters to `path`."""
    rng = np.random.default_rng(20261122)
    strength = rng.gamma(0.6, size=(BLOCS, CANDIDATES)) + 0.02
    bloc = rng.integers(BLOCS, size=voters)
    # Sorting by exponential waiting times draws from Plackett and Luce's model.
    waits = rng.exponential(size=(voters, CANDIDATES)) / strength[bloc]
    orders = np.argsort(waits, axis=1) + 1
    lengths = rng.integers(1, CANDIDATES + 1, size=voters)
    orders[np.arange(CANDIDATES) >= lengths[:, None]] = 0
    rows, times = orders, np.ones(voters, dtype=int)
    if together:
        rows, times = np.unique(orders, axis=0, return_counts=True)
    with path.open("w") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for row, number in zip(rows.tolist(), times.tolist(), strict=True):
            marks = [str(mark) for mark in row if mark]
            file.write(" ".join([str(number), *marks, "0"]) + "\n")
        names = "".join(f'"Candidate {i}"\n' for i in range(1, CANDIDATES + 1))
        file.write(f'0\n{names}"A city of {voters} voters"\n')

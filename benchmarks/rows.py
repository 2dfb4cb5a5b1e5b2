"""A row of a table of bars: what was measured, what it has to be, whether it is."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One bar."""

    work: str
    measured: str
    bar: str
    holds: bool


def told(rows: Iterable[Row]) -> int:
    """Print the rows as they come; give the status that says whether all hold."""
    print(f"{'work':58} {'measured':34} {'bar':22}")
    missed = 0
    for row in rows:
        verdict = "holds" if row.holds else "MISSED"
        print(f"{row.work:58} {row.measured:34} {row.bar:22} {verdict}", flush=True)
        missed += not row.holds
    print("Every bar holds." if not missed else f"Bars missed: {missed}.")
    return int(missed > 0)


def at_least(work: str, ratio: float, bar: float, more: str = "") -> Row:
    """Judge how many times quicker ours is."""
    return Row(
        work, f"{ratio:.1f} times{more}", f"at least {bar:g} times", ratio >= bar
    )


def at_most(work: str, found: float, bar: float, unit: str, more: str = "") -> Row:
    """Judge what should not be more than it is."""
    return Row(
        work, f"{found:.4g} {unit}{more}", f"at most {bar:g} {unit}", found <= bar
    )

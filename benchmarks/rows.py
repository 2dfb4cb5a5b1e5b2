"""A row of a table of bars: what was measured, what it has to be, whether it is."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One bar; `holds` is None where it could not be measured."""

    work: str
    measured: str
    bar: str
    holds: bool | None


def told(rows: Iterable[Row]) -> int:
    """Print the rows as they come; give the status that says whether all hold."""
    print(f"{'work':58} {'measured':34} {'bar':22}")
    said = {True: "holds", False: "MISSED", None: "skipped"}
    times = dict.fromkeys(said, 0)
    for row in rows:
        verdict = said[row.holds]
        print(f"{row.work:58} {row.measured:34} {row.bar:22} {verdict}", flush=True)
        times[row.holds] += 1
    missed, skipped = times[False], times[None]
    print("Every bar holds." if not missed else f"Bars missed: {missed}.")
    if skipped:
        print(f"Skipped, because something is not on this machine: {skipped}.")
    return int(missed > 0)


def skipped(work: str, why: str) -> Row:
    """Say what could not be measured here."""
    return Row(work, why, "", None)


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

"""The page of a confederation of 1,200 bodies: `python -m benchmarks.together`.

Looked at by somebody in one of the bodies, beside the least that Django can do for it:
a view that reads the same rows of how bodies came, and lists fifty of them. Gives 1 if
a bar is missed.
"""

import sys
import tempfile

from benchmarks.pages import OURS, THEIRS, looked, ran, told, undisturbed

BODIES, ROUNDS = 1_200, 3
MOST_MS, MOST_QUERIES = 300, 15
BARE = "/bare/"


def main() -> int:
    """Measure, print, and say whether it holds."""
    with tempfile.TemporaryDirectory(prefix="commonweal-together-") as folder:
        made = ran(folder, OURS, "benchmarks.confederated", str(BODIES))
        rounds = [
            (
                looked(folder, OURS, made["token"], [made["path"]]),
                looked(folder, THEIRS, made["token"], [BARE]),
            )
            for _ in range(ROUNDS)
        ]
    [ours], [bare] = (undisturbed(some) for some in zip(*rounds, strict=True))
    holds = ours["cpu_ms"] <= MOST_MS and ours["queries"] <= MOST_QUERIES
    print(f"{'holds ' if holds else 'MISSED'} {ours['cpu_ms'] / bare['cpu_ms']:.1f} x")
    for page in (ours, bare):
        print(f"  {page['path']:30} {told(page)}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())

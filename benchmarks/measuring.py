"""Measure other processes: the CPU they took, and the middle of several runs."""

import json
import os
import resource
import subprocess
from collections.abc import Sequence
from statistics import median
from typing import Any

from benchmarks.environment import ROOT


def measured(words: Sequence[str]) -> dict[str, Any]:
    """Run one process; give what it says of itself as JSON, and all the CPU it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(
        words,
        check=True,
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    whole = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    said: dict[str, Any] = json.loads(ran.stdout)
    return said | {"whole": whole}


def middle(runs: Sequence[dict[str, Any]], what: str) -> float:
    """Give the median of one figure."""
    return median(run[what] for run in runs)

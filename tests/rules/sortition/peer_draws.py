"""Find the chances of small pools by sortition-algorithms; run by the peers' Python.

Reads lines of JSON, each a pool with quotas and the size of a panel; writes for each
the chances of everybody by maximin and by leximin, from the smallest up, or the kind
of error it ends with. Leximin there needs Gurobi, whose licence without a fee is
enough for pools so small.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from sortition_algorithms.adapters import CSVStringDataSource, SelectionData
from sortition_algorithms.committee_generation.leximin import (
    find_distribution_leximin,
)
from sortition_algorithms.committee_generation.maximin import (
    find_distribution_maximin,
)
from sortition_algorithms.settings import Settings

FINDERS: dict[str, Callable[..., Any]] = {
    "maximin": find_distribution_maximin,
    "leximin": find_distribution_leximin,
}


def chances(find: Callable[..., Any], asked: dict[str, Any]) -> list[float] | str:
    """Give everybody's chance, from the smallest up."""
    source = SelectionData(CSVStringDataSource(asked["quotas"], asked["pool"]))
    settings = Settings(id_column="id", columns_to_keep=[])
    try:
        features, _ = source.load_features(asked["size"])
        people, _ = source.load_people(settings, features)
        panels, shares, _ = find(features, people, asked["size"], [])
    except Exception as error:
        return type(error).__name__
    found = dict.fromkeys(people, 0.0)
    for panel, share in zip(panels, shares, strict=True):
        for person in panel:
            found[person] += share
    return sorted(found.values())


def main() -> None:
    """Answer every pool that comes in."""
    # Solvers introduce themselves on standard output, which is for the answers.
    answers = os.dup(1)
    os.dup2(2, 1)
    for line in sys.stdin:
        asked = json.loads(line)
        told = {name: chances(find, asked) for name, find in FINDERS.items()}
        os.write(answers, f"{json.dumps(told)}\n".encode())


if __name__ == "__main__":
    main()

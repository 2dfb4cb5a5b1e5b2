"""Published apportionments beside what ours gives from the same numbers, as a page."""

import tomllib
from pathlib import Path
from typing import Any

from tests.rules.apportionment.bodies import LOT, weighing

from commonweal.rules.apportionment.methods import METHODS

EXAMPLES = Path(__file__).parent / "examples" / "published.toml"
OPENING = """\
# Published apportionments, shared out again

Written by `tests/rules/apportionment/test_reproduction.py` from
`tests/rules/apportionment/examples/published.toml`, which holds the weights and the
published seats: of assemblies as they were seated, and of examples in the literature.

| what was published | bodies | seats | by | as published |
| --- | ---: | ---: | --- | --- |
"""
CLOSING = """
In 2020 New York would have kept its 27th seat with 89 people more, and not with 88:
that too comes out.

## Not reproduced, and why

Nothing. What is not listed here was not at hand with its exact numbers.
"""


def published() -> list[dict[str, Any]]:
    """Give every published result."""
    return tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))["example"]


def seats_of(example: dict[str, Any], method: str, **more: int) -> dict[str, int]:
    """Share out the seats of an example, with some bodies larger by so many."""
    weights = {n: w + more.get(n, 0) for n, w in example["weights"].items()}
    shares = METHODS[method].share(weighing(**weights), example["seats"], LOT)
    return dict(shares.seats)


def page() -> str:
    """Write the page."""
    rows = []
    for one in published():
        for method, seats in one["shares"].items():
            same = "yes" if seats_of(one, method) == seats else "no"
            rows.append(
                f"| {one['source']} | {len(one['weights'])} | {one['seats']} "
                f"| [`{method}`](apportionment/{method}.md) | {same} |\n"
            )
    return OPENING + "".join(rows) + CLOSING

"""Bodies drawn by chance, and their seats by ours and by the package `apportionment`.

Where they share out otherwise, the kind of difference must be explained here. The page
of the reference is written from this.
"""

import json
import random
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from tests.rules.apportionment.bodies import LOT

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.apportionment.methods import METHODS

SAME = "the same"
LEVEL = "gives others, and bodies are level"
OTHER = "gives others"


class Kind(NamedTuple):
    """A kind of difference: by which method, and how."""

    method: str
    how: str


FIRST = (
    "Bodies are level for the last seats. Theirs gives them to the first in the list "
    "and does not say so; ours reports it and draws a lot."
)
WHY = {
    Kind(method, LEVEL): FIRST
    for method in ("adams", "d-hondt", "hare", "huntington-hill", "sainte-lague")
}

OPENING = """\
# Our seats against another program's

Written by `tests/rules/apportionment/test_differential.py` (with `bin/test --long`),
which draws {number} councils by chance, always the same, and shares out their seats by
ours and by the package apportionment as `requirements-peers.lock` pins it. Every kind
of difference has its reason here; a new kind fails the test. (Of more than about 52
bodies without names it ends with an IndexError; none drawn here has so many.)

| method | shared out | the same | differs | how | why |
| --- | ---: | ---: | ---: | --- | --- |
"""


def drawn(number: int) -> Iterator[dict[str, Any]]:
    """Draw weights and seats, the same ones every time."""
    chance = random.Random("commonweal")
    for _ in range(number):
        yield {
            "weights": [chance.randint(1, 99) for _ in range(chance.randint(2, 8))],
            "seats": chance.randint(8, 60),
        }


def compared(python: Path, number: int) -> Counter[Kind]:
    """Share out all seats by ours and theirs; count each kind."""
    asked = list(drawn(number))
    done = subprocess.run(
        [python, "-W", "ignore", Path(__file__).with_name("peer_apportionment.py")],
        input="\n".join(map(json.dumps, asked)),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    met = Counter[Kind]()
    for one, line in zip(asked, done.stdout.splitlines(), strict=True):
        weights = dict(enumerate(map(Fraction, one["weights"])))
        bodies = Bodies({f"{place:02}": n for place, n in weights.items()})
        for method, theirs in json.loads(line).items():
            shares = METHODS[method].share(bodies, one["seats"], LOT)
            ours = list(shares.seats.values())
            met[Kind(method, kind_of(ours, theirs, tied=bool(shares.tied)))] += 1
    return met


def kind_of(ours: Sequence[int], theirs: Sequence[int] | str, *, tied: bool) -> str:
    """Name how seats differ from ours."""
    if isinstance(theirs, str):
        return f"ends with {theirs}"
    if list(ours) == list(theirs):
        return SAME
    return LEVEL if tied else OTHER


def page(met: Counter[Kind], number: int) -> str:
    """Write the page on all kinds of difference."""
    rows = []
    for method in sorted({kind.method for kind in met}):
        of = {kind.how: n for kind, n in met.items() if kind.method == method}
        same, total = of.pop(SAME, 0), sum(of.values())
        told = [
            f"| `{method}` | {same + total} | {same} | {n} | {how} "
            f"| {WHY.get(Kind(method, how), '?')} |\n"
            for how, n in sorted(of.items())
        ]
        rows += told or [f"| `{method}` | {same} | {same} | 0 | | |\n"]
    return OPENING.format(number=number) + "".join(rows)

"""Small pools drawn by chance, and everybody's chance by ours and by the peer.

Where the chances are others, the kind of difference must be explained here. The page of
the reference is written from this.
"""

import csv
import io
import json
import random
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.pool import Pool, Quota

# Theirs are floats from a solver that stops early: 0.665 was seen for two thirds.
NEAR = 1e-4
SAME = "the same"
OTHERS = "the same smallest chance, others above it"
FAIRER = "ours is fairer"
BEHIND = "ours is less fair"


class Kind(NamedTuple):
    """A kind of difference: by which method, and how."""

    method: str
    how: str


WHY = {
    Kind("maximin", OTHERS): "Maximin asks for nothing but the smallest chance, and "
    "what a solver finds above it is any of many.",
    Kind("leximin", FAIRER): "Theirs ends with weights that come near the chances it "
    "found, to a hundredth or so; ours come out to a millionth. Where quotas shut "
    "people out it may stop early besides, at a third where two fifths can be had.",
}

OPENING = """\
# Our draws against another program's

Written by `tests/rules/sortition/test_differential.py` (with `bin/test --long`), which
draws {pools} small pools with quotas by chance, always the same, and finds everybody's
chance by ours and by sortition-algorithms as `requirements-peers.lock` pins it. (Its
leximin asks a commercial solver, whose licence without a fee is enough for pools so
small.) Chances are the same if none differs by more than {near}, from the smallest up.
Every kind of difference has its reason here; a new kind fails the test, and so does a
chance of ours that is less fair.

| method | drawn | the same | differs | how | why |
| --- | ---: | ---: | ---: | --- | --- |
"""


def drawn(number: int) -> Iterator[tuple[Pool, int]]:
    """Draw pools of which one panel at least keeps the quotas, always the same."""
    chance = random.Random("commonweal")
    for _ in range(number):
        people = {
            f"p{i}": (chance.choice("xy"), chance.choice("uvw"))
            for i in range(chance.randint(5, 12))
        }
        size = chance.randint(2, len(people) - 2)
        model = chance.sample(sorted(people), size)
        quotas = []
        for place, (category, values) in enumerate((("a", "xy"), ("b", "uvw"))):
            for value in values:
                there = sum(people[one][place] == value for one in model)
                slack = chance.randint(0, 1)
                least = max(0, there - slack)
                quotas.append(Quota(category, value, least, there + slack))
        yield Pool(people, ("a", "b"), tuple(quotas)), size


def asked(pool: Pool, size: int) -> dict[str, Any]:
    """Give a pool as the peer reads it."""
    quotas = [(q.category, q.value, q.least, q.most) for q in pool.quotas]
    people = [(name, *values) for name, values in pool.values.items()]
    return {
        "quotas": _table(("feature", "value", "min", "max"), quotas),
        "pool": _table(("id", "a", "b"), people),
        "size": size,
    }


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return text.getvalue()


def compared(python: Path, number: int) -> Counter[Kind]:
    """Find the chances of all pools by ours and theirs; count each kind."""
    pools = list(drawn(number))
    done = subprocess.run(
        [python, "-W", "ignore", Path(__file__).with_name("peer_draws.py")],
        input="\n".join(json.dumps(asked(*one)) for one in pools),
        capture_output=True,
        text=True,
        check=True,
        timeout=1_800,
    )
    met = Counter[Kind]()
    for (pool, size), line in zip(pools, done.stdout.splitlines(), strict=True):
        for method, theirs in json.loads(line).items():
            chances = draw(pool, size, method=method, seed="seed").chances.values()
            ours = [float(one) for one in sorted(chances)]
            met[Kind(method, kind_of(method, ours, theirs))] += 1
    return met


def kind_of(method: str, ours: Sequence[float], theirs: Sequence[float] | str) -> str:
    """Name how chances differ from ours, both from the smallest up."""
    if isinstance(theirs, str):
        return f"ends with {theirs}"
    for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        if abs(one - other) > NEAR:
            if method == "maximin" and place:
                return OTHERS
            return FAIRER if one > other else BEHIND
    return SAME


def page(met: Counter[Kind], pools: int) -> str:
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
    return OPENING.format(pools=pools, near=NEAR) + "".join(rows)

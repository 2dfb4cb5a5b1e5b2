"""Published draws beside ours from the same pools, as a page."""

from collections.abc import Sequence
from fractions import Fraction
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from commonweal.rules.sortition.draw import draw
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.sortition.table import read_pool, read_quotas

NATURE = "Flanigan et al. (2021), reference output"
PEER = "sortition-algorithms 0.12.15 with a commercial solver"
MAXIMIN = "sortition-algorithms 0.12.15, maximin"


class Published(NamedTuple):
    """A pool, and how large somebody's chance was published to be, by place from 0."""

    folder: str
    pool: str
    quotas: str
    size: int
    place: int
    chance: str
    by: str


POOLS = (
    Published(
        "example_small_20", "respondents.csv", "categories.csv", 20, 0, "0.1", NATURE
    ),
    Published(
        "fixture_150_22", "candidates.csv", "features.csv", 22, 0, "0.09090", PEER
    ),
    Published("pool_150_24", "candidates.csv", "features.csv", 24, 0, "0.04597", PEER),
    Published("pool_150_24", "candidates.csv", "features.csv", 24, 87, "0.12545", PEER),
    Published(
        "pool_825_75", "candidates.csv", "features.csv", 75, 0, "0.031715", MAXIMIN
    ),
)
OPENING = """\
# Published draws, drawn again

Written by `tests/rules/sortition/test_reproduction.py` (the larger pools with
`bin/test --long`) from the pools at hand. A draw itself hangs on its seed; what can be
reproduced is how large everybody's chance is by leximin. Compared is the chance at one
place, from the smallest up: the smallest of all, and one at which the two differ.

| pool | people | panel | place | published | ours | by |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
"""
CLOSING = """
Nothing of ours is below what was published. Of `example_small_20` the spread is
published too: a Gini coefficient of {gini}, a geometric mean of {mean}; ours are the
same.

## Not reproduced, and why

| pool | smallest chance published | why |
| --- | ---: | --- |
"""
PRIVATE = (
    "The authors publish how large chances were, and not the pool: the people in it "
    "are real."
)
NOT_HERE = "A made-up pool that is not at hand."


def chances_of(folder: Path, one: Published) -> Sequence[Fraction]:
    """Find everybody's chance, from the smallest up."""
    place = folder / one.folder
    quotas = read_quotas((place / one.quotas).read_text(encoding="utf-8"))
    pool: Pool = read_pool((place / one.pool).read_text(encoding="utf-8"), quotas)
    return sorted(
        draw(pool, one.size, method="leximin", seed="a seed").chances.values()
    )


def gini(chances: Sequence[Fraction]) -> float:
    """Give the Gini coefficient of chances, by its definition over all pairs."""
    pairs = sum(abs(one - other) for one in chances for other in chances)
    return float(pairs / (2 * len(chances) * sum(chances)))


def geometric_mean(chances: Sequence[Fraction]) -> float:
    """Give the geometric mean of chances above nought."""
    return exp(sum(log(one) for one in chances) / len(chances))


def statistics(folder: Path) -> dict[str, dict[str, str]]:
    """Read what was published of each pool in Nature, by its name."""
    told = {}
    for path in sorted((folder / "nature2021_reference").glob("*_statistics.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        pairs = (line.partition(":") for line in lines)
        name = path.stem.removesuffix("_statistics")
        told[name] = {key: value.strip() for key, _, value in pairs}
    return told


def page(folder: Path) -> str:
    """Write the page; the larger pools take a minute."""
    rows = [_row(folder, one) for one in POOLS]
    told = statistics(folder)
    small = told.pop("example_small_20")
    here = {one.folder for one in POOLS}
    spread = {
        "gini": small["gini coefficient of LEXIMIN"],
        "mean": small["geometric mean of LEXIMIN"],
    }
    private = [
        f"| {name} | {one['LEXIMIN minimum probability (exact)']} "
        f"| {NOT_HERE if name.startswith('example') else PRIVATE} |\n"
        for name, one in told.items()
        if name not in here
    ]
    return OPENING + "".join(rows) + CLOSING.format(**spread) + "".join(private)


def _row(folder: Path, one: Published) -> str:
    chances = chances_of(folder, one)
    ours = f"{float(chances[one.place]):.4f}"
    return (
        f"| {one.folder} | {len(chances)} | {one.size} | {one.place + 1} "
        f"| {float(one.chance):.4f} | {ours} | {one.by} |\n"
    )

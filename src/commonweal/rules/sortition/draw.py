"""Draw a panel: make the lottery the method asks for, and pick by the seed.

`uniform` gives everybody the same chance and knows no quotas. `quotas` takes panels
that keep the quotas as they come and promises nothing about chances. `maximin` makes
the smallest chance as large as can be, `leximin` all of them, from the smallest up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.sortition.equal import equally
from commonweal.rules.sortition.leximin import Chances, leximin, maximin
from commonweal.rules.sortition.lottery import Lottery, Panel
from commonweal.rules.sortition.pool import Counts, Pool
from commonweal.rules.sortition.quotas import require_feasible, require_people
from commonweal.rules.sortition.solver import PanelFinder
from commonweal.rules.sortition.spread import spread
from commonweal.rules.voting.method import Uncountable

METHODS = ("leximin", "maximin", "quotas", "uniform")
# Those for which nothing is fairer than the same chance for everybody.
FAIREST = ("leximin", "maximin")
# How many panels `quotas` finds, beside those that give everybody some chance.
AS_THEY_COME = 100

type Make = Callable[[Pool, PanelFinder, list[Counts]], Chances]


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw with all that is published about it."""

    method: str
    lottery: Lottery
    panel: Panel
    picked: int
    chances: dict[str, Fraction]

    @property
    def shut_out(self) -> tuple[str, ...]:
        """Give those whom no panel of the lottery seats."""
        return tuple(one for one, chance in self.chances.items() if not chance)

    @property
    def smallest(self) -> Fraction:
        """Give the smallest chance anybody has."""
        return min(self.chances.values())


def draw(pool: Pool, size: int, *, method: str, seed: str) -> Draw:
    """Draw a panel of `size` people.

    All but `uniform` make their lottery from the pool and the quotas alone, so it can
    be published before the seed is known. Raises `Uncountable` where no panel keeps
    the quotas, with the smallest change that would do.
    """
    if method == "uniform":
        require_people(pool, size)
        lottery = uniform(pool, size, seed)
    elif method in LOTTERIES:
        finder = require_feasible(pool, size)
        equal = equally(pool, size) if method in FAIREST else None
        lottery = equal or _made(method, pool, finder)
    else:
        facts: dict[str, Fact] = {"method": method, "known": METHODS}
        raise Uncountable(Sentence("draw_method_unknown", facts))
    picked = lottery.picked(seed)
    return Draw(method, lottery, lottery.panels[picked], picked, lottery.chances(pool))


def _made(method: str, pool: Pool, finder: PanelFinder) -> Lottery:
    """Let the method find panels and their shares, and say who sits in them."""
    chances = LOTTERIES[method](pool, finder, _covering(pool, finder))
    return spread(pool, chances.panels, chances.shares)


def uniform(pool: Pool, size: int, seed: str) -> Lottery:
    """Order the pool by the lot and let a window of the panel's size go round it.

    Every order is as likely as any other, so every panel is; and everybody is in as
    many windows as anybody.
    """
    order = sorted(
        pool.values, key=lambda one: sha256(f"{seed} {one}".encode()).digest()
    )
    twice = order + order
    panels = dict.fromkeys(
        tuple(sorted(twice[start : start + size])) for start in range(len(order))
    )
    return Lottery(tuple(panels), (1,) * len(panels))


def _as_they_come(pool: Pool, finder: PanelFinder, first: list[Counts]) -> Chances:
    """Find panels by giving each type a number out of a hat; all are equally likely."""
    panels = list(first)
    for turn in range(AS_THEY_COME):
        worth = [_number(turn, people[0]) for people in pool.types]
        best = finder.best(worth)
        assert best is not None, "feasibility was checked before"
        panels.append(best[0])
    return Chances(panels, [1.0] * len(panels))


def _covering(pool: Pool, finder: PanelFinder) -> list[Counts]:
    """Find panels that together seat every type that can be seated at all."""
    panels: list[Counts] = []
    seen: set[int] = set()
    for type_ in range(len(pool.types)):
        if type_ in seen:
            continue
        worth = [0.0 if t in seen else 1e-3 for t in range(len(pool.types))]
        worth[type_] = 1.0
        best = finder.best(worth)
        assert best is not None, "feasibility was checked before"
        panels.append(best[0])
        seen |= {t for t, seats in enumerate(best[0]) if seats}
    return panels


def _number(turn: int, person: str) -> float:
    digest = sha256(f"panel {turn} {person}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48


LOTTERIES: dict[str, Make] = {
    "leximin": leximin,
    "maximin": maximin,
    "quotas": _as_they_come,
}

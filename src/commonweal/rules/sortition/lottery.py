"""A draw as it is published: every panel that may come out, and the pick.

Each panel has a whole-number weight, so chances are exact and anybody can add them up.
The seed is a public text that nobody could foretell when the pool closed. The pick:
take the SHA-256 of the seed (in UTF-8) as a number, divide it by the weight of all
panels, and go down the list with what remains: each panel takes its weight away, and
the first that cannot be taken away in full is drawn. With a shell:
`printf '%s' "$SEED" | sha256sum`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import accumulate

from commonweal.rules.sentence import Fact
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Panel = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lottery:
    """The panels that may be drawn, each with its weight above 0."""

    panels: tuple[Panel, ...]
    weights: tuple[int, ...]

    def __post_init__(self) -> None:
        assert len(self.panels) == len(self.weights) > 0
        assert all(weight > 0 for weight in self.weights)

    @property
    def total(self) -> int:
        """Give the weight of all panels together."""
        return sum(self.weights)

    def chances(self, pool: Pool) -> dict[str, Fraction]:
        """Give everybody's chance to be drawn, exactly."""
        weight = dict.fromkeys(pool.values, 0)
        for panel, part in zip(self.panels, self.weights, strict=True):
            for person in panel:
                weight[person] += part
        total = self.total
        return {person: Fraction(part, total) for person, part in weight.items()}

    def picked(self, seed: str) -> int:
        """Give the number of the panel drawn, the first one being 0."""
        rest = int.from_bytes(sha256(seed.encode()).digest()) % self.total
        ends = list(accumulate(self.weights))
        return bisect_right(ends, rest)


def checked(
    lottery: Lottery,
    pool: Pool,
    *,
    size: int,
    seed: str,
    panel: Sequence[str],
    quotas: bool = True,
) -> Verdict:
    """Allow a published draw if every panel keeps the quotas and the pick is right.

    Nothing is solved again: a stranger needs no solver. Whether the chances are as
    fair as can be is not checked here, only that they are what is published. Without
    `quotas` (a uniform draw) only sizes are held against the panels.
    """
    for number, people in enumerate(lottery.panels, start=1):
        verdict = _fits(pool, people, size, number, quotas=quotas)
        if not verdict:
            return verdict
    picked = lottery.panels[lottery.picked(seed)]
    if sorted(picked) != sorted(panel):
        return refused("draw_wrong_pick", picked=lottery.picked(seed) + 1)
    return ALLOWED


def _fits(
    pool: Pool, people: Panel, size: int, number: int, *, quotas: bool
) -> Verdict:
    strangers = sorted(set(people) - set(pool.values))
    if strangers:
        return refused("draw_stranger", number=number, person=strangers[0])
    if len(people) != size or len(set(people)) != size:
        return refused(
            "draw_wrong_size", number=number, found=len(set(people)), size=size
        )
    there = set(people)
    counts = tuple(sum(p in there for p in alike) for alike in pool.types)
    missed = pool.missed(counts) if quotas else None
    if missed is None:
        return ALLOWED
    facts: dict[str, Fact] = {
        "number": number,
        "category": missed.category,
        "value": missed.value,
    }
    return refused("draw_quota_missed", **facts)

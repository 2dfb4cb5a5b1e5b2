"""Who comes next when somebody drawn says no, so that the quotas still hold."""

from collections.abc import Sequence
from hashlib import sha256

from commonweal.rules.sortition.pool import Pool


def replacements(
    pool: Pool, panel: Sequence[str], *, seed: str, most: int
) -> dict[str, tuple[str, ...]]:
    """Give for each person drawn up to `most` others who could sit in their place.

    With any of them the panel keeps every quota it kept before. People of the same
    type come first, then others; among equals the lot decides: who has the smaller
    SHA-256 of the seed, a space, the word “replacement”, a space and their id.
    """
    chosen = set(panel)
    waiting = sorted(set(pool.values) - chosen, key=lambda one: _lot(seed, one))
    type_of = {person: t for t, people in enumerate(pool.types) for person in people}
    counts = [0] * len(pool.types)
    for person in panel:
        counts[type_of[person]] += 1
    strict = pool.missed(tuple(counts)) is None
    fitting: dict[tuple[int, int], bool] = {}

    def fits(leaves: int, comes: int) -> bool:
        if (leaves, comes) not in fitting:
            after = counts.copy()
            after[leaves] -= 1
            after[comes] += 1
            fitting[leaves, comes] = not strict or pool.missed(tuple(after)) is None
        return fitting[leaves, comes]

    lists = {}
    for person in panel:
        own = type_of[person]
        alike = [one for one in waiting if type_of[one] == own]
        others = [
            one for one in waiting if type_of[one] != own and fits(own, type_of[one])
        ]
        lists[person] = tuple([*alike, *others][:most])
    return lists


def _lot(seed: str, person: str) -> bytes:
    return sha256(f"{seed} replacement {person}".encode()).digest()

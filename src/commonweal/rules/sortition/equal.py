"""Equal chances for everybody, where quotas are loose enough to allow them.

Everybody in a line, those who are alike beside each other; a comb with as many teeth as
the panel has seats, evenly apart, is laid over it at each of its places. Everybody is
under a tooth at just as many places as anybody else. The chances of a panel add up to
its seats, so nobody's smallest chance can be larger than that: where all these panels
keep the quotas, maximin and leximin are found, exactly and without a solver.

Source: Madow & Madow, On the theory of systematic sampling (1944).
"""

from collections import Counter
from hashlib import sha256

from commonweal.rules.sortition.lottery import Lottery, Panel
from commonweal.rules.sortition.pool import Pool


def equally(pool: Pool, size: int) -> Lottery | None:
    """Give a lottery in which all have the chance `size` / people, if the comb does.

    None where a panel of it misses a quota; another lottery may still be as fair. Takes
    a panel of at least one and at most all of the people.
    """
    line = [
        (person, t) for t, people in enumerate(pool.types) for person in _mixed(people)
    ]
    assert 0 < size <= len(line), "the panel is of some of the people"
    found: Counter[Panel] = Counter()
    for start in range(len(line)):
        seated = [line[(start + tooth * len(line)) // size] for tooth in range(size)]
        counts = Counter(t for _, t in seated)
        if pool.missed(tuple(counts[t] for t in range(len(pool.types)))) is not None:
            return None
        found[tuple(sorted(person for person, _ in seated))] += 1
    panels = sorted(found)
    return Lottery(tuple(panels), tuple(found[panel] for panel in panels))


def _mixed(people: tuple[str, ...]) -> list[str]:
    # Neighbours never sit together, and who is whose neighbour says nothing.
    return sorted(people, key=lambda person: sha256(person.encode()).digest())

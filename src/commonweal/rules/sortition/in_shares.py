"""Drawing so that every group has its share of the places, with nobody's chance lost.

Whoever can be drawn stands in a line, those of a group beside each other in an order
of the lot; each takes up as much of the line as their chance, and a comb whose teeth
are one place apart is laid over it where the lot says. Whoever is under a tooth is
drawn. So a group with a share of two and a half places gets two or three of them, and
where nobody holds a place yet all have exactly the same chance.

Source: Madow, On the theory of systematic sampling II (1949), with unequal chances.
"""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256

from commonweal.rules.sortition.lot import drawn

# The comb is laid at one of so many places between two teeth.
STEPS = 2**64


def drawn_in_shares(
    groups: Mapping[str, str], *, held: Mapping[str, int], places: int, seed: str
) -> tuple[str, ...]:
    """Give the ids drawn for so many places, in the order of the line.

    `groups` names the group of each id that can be drawn, `held` how many of each hold
    a place already. Everybody is drawn where there are no more people than places.
    """
    assert places >= 0
    if places >= len(groups):
        return tuple(sorted(groups))
    wanted = wanted_of(groups, held=held, places=places)
    tooth = Fraction(int.from_bytes(sha256(seed.encode()).digest()[:8]), STEPS)
    found: list[str] = []
    end = Fraction(0)
    for one, chance in _line(groups, wanted, seed):
        assert chance <= 1, "nobody is drawn twice"
        end += chance
        if end > tooth:
            found.append(one)
            tooth += 1
    assert len(found) == places
    return tuple(found)


def wanted_of(
    groups: Mapping[str, str], *, held: Mapping[str, int], places: int
) -> dict[str, Fraction]:
    """Say how many of the empty places each group is to have, exactly.

    What it is short of its share of all places. Where another group holds more than its
    share, all that are short are so by the same part of what they lack. No group is to
    have more than it has people: a share of the places is no larger than one of all.
    """
    there = Counter(groups.values())
    everybody = there + Counter(held)
    seats = places + sum(held.values())
    assert places <= len(groups), "there are people for every place"
    short = {
        group: max(
            Fraction(seats * everybody[group], everybody.total()) - held.get(group, 0),
            Fraction(0),
        )
        for group in sorted(there)
    }
    scale = Fraction(places, sum(short.values()) or 1)
    return {group: part * scale for group, part in short.items()}


def _line(
    groups: Mapping[str, str], wanted: Mapping[str, Fraction], seed: str
) -> list[tuple[str, Fraction]]:
    """Line everybody up with their chance: group by group, in each by the lot."""
    sizes = Counter(groups.values())
    line = []
    for group in sorted(sizes):
        people = [one for one, of in groups.items() if of == group]
        chance = wanted[group] / sizes[group]
        in_order = drawn(people, places=len(people), seed=seed)
        line += [(one, chance) for one in in_order]
    return line

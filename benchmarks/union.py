"""A union as large as there are, by the rules alone: `python -m benchmarks.union`.

A matter over 150 bodies, and a year of 52 matters in a union of 80,000 members, 1,200
branches and four levels, are worked out from what branches answered in numbers. Beside
them stands what it takes to read those numbers once and add them up, which nothing can
go below. Gives 1 if a bar is missed.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from benchmarks.rows import Row, at_most, told

from commonweal.rules.confederation.answers import Answer, Counts
from commonweal.rules.confederation.bodies import Base, Union
from commonweal.rules.confederation.deeds import Composed, Deed, Raised
from commonweal.rules.confederation.filed import FORMAT, read_file
from commonweal.rules.confederation.matter import matter
from commonweal.rules.confederation.plain import (
    body_to_plain,
    case_to_plain,
    counts_to_plain,
)
from commonweal.rules.confederation.state import Case, Matter
from commonweal.rules.confederation.terms import Pact, Raising, Ratifying
from commonweal.rules.plain import verdict_to_plain
from commonweal.rules.verdict import ALLOWED

MOST_MS, MOST_YEAR_S = 10, 10
LOOKS, MATTERS, BODIES = 30, 52, 150
REGIONS, TOWNS, BRANCHES, MEMBERS = 12, 10, 10, 80_000
START = datetime(2026, 1, 1, 12, tzinfo=UTC)
TERMS = Ratifying(window_days=10, answering=Fraction(1, 3))
CASE = Case(
    Pact(raising=Raising(notice_days=10), ratifying=TERMS),
    "dues",
    frozenset({"dues"}),
    "Europe/Madrid",
)


def main() -> int:
    """Measure both and say whether they hold."""
    return told(rows())


def rows() -> Iterator[Row]:
    """Give each measure with its bar."""
    chance = random.Random(1)
    flat = Union("flat", TERMS, tuple(bases(chance, BODIES, 6_000)))
    deeds = lived_through(chance, flat)
    ours = quickest(lambda: stands(deeds))
    limit = quickest(lambda: added_up(deeds))
    more = f" ({ours / limit:.0f} times adding up, {limit * 1000:.2f} ms)"
    yield at_most("a matter over 150 bodies", ours * 1000, MOST_MS, "ms", more)
    file = as_file(flat, deeds)
    whole = quickest(lambda: stands(read_file(file).deeds))
    yield at_most("… read from its file as well", whole * 1000, MOST_MS, "ms")
    union = in_levels(chance)
    year = [lived_through(chance, union) for _ in range(MATTERS)]
    began = time.process_time()
    ends = [stands(one).stage for one in year]
    took = time.process_time() - began
    limit = quickest(lambda: [added_up(one) for one in year])
    more = f" ({took / limit:.0f} times adding up; {ends.count('ratified')} ratified)"
    work = f"a year of {MATTERS} matters, {len(union.bases)} branches, four levels"
    yield at_most(work, took, MOST_YEAR_S, "s", more)


def bases(chance: random.Random, number: int, members: int) -> Iterator[Base]:
    """Give so many bases, as unequal as there are."""
    marks = sorted(chance.sample(range(1, members), number - 1))
    for place, (low, high) in enumerate(
        zip([0, *marks], [*marks, members], strict=True)
    ):
        yield Base(f"b{place}", high - low)


def in_levels(chance: random.Random) -> Union:
    """Give the union: branches in towns, towns in regions, regions in the union."""
    level: list[Base] | list[Union] = list(
        bases(chance, REGIONS * TOWNS * BRANCHES, MEMBERS)
    )
    for name, size in (("t", BRANCHES), ("r", TOWNS), ("union", REGIONS)):
        level = [
            Union(f"{name}{start}", TERMS, tuple(level[start : start + size]))
            for start in range(0, len(level), size)
        ]
    [union] = level
    assert isinstance(union, Union)
    return union


def lived_through(chance: random.Random, union: Union) -> list[Deed]:
    """Give what happened with a matter: some bases answer, and some twice."""
    mood = chance.choice((4, 5, 6, 7))
    asked = START + timedelta(days=12)
    deeds: list[Deed] = [
        Raised("b0", START),
        Composed("words", ALLOWED, union, asked),
    ]
    for base in union.bases.values():
        for again in range(chance.choice((0, 1, 1, 1, 2))):
            present = chance.randint(0, base.members)
            yes = sum(chance.randint(1, 10) <= mood for _ in range(present))
            counts = Counts(yes, present - yes, 0, present, base.members)
            says = "yes" if yes > present - yes else "no"
            at = asked + timedelta(days=1 + again)
            deeds.append(Answer(base.id, "words", says, counts, at))
    return deeds


def stands(deeds: object) -> Matter:
    """Work out where it stands once all days are over."""
    assert isinstance(deeds, list | tuple)
    return matter(CASE, deeds, at=START + timedelta(days=100))


def added_up(deeds: list[Deed]) -> tuple[int, int]:
    """Add up what was answered last, and look at nothing else."""
    last = {one.body: one.counts for one in deeds if isinstance(one, Answer)}
    return (
        sum(one.yes for one in last.values()),
        sum(one.no for one in last.values()),
    )


def quickest(work: object) -> float:
    """Give the CPU of the quickest of many runs, in seconds."""
    assert callable(work)
    times = []
    for _ in range(LOOKS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def as_file(union: Union, deeds: list[Deed]) -> dict[str, object]:
    """Write a matter as it is published."""
    return {
        "format": FORMAT,
        "title": "Dues",
        "case": case_to_plain(CASE),
        "names": {},
        "deeds": [plain(union, one) for one in deeds],
    }


def plain(union: Union, deed: Deed) -> dict[str, object]:
    """Write one deed as it is published."""
    row: dict[str, object] = {"words": "", "at": deed.at.isoformat()}
    match deed:
        case Raised(by=body):
            return row | {"deed": "raised", "body": body, "facts": {}}
        case Answer():
            facts = {
                "text": deed.text,
                "says": deed.says,
                "counts": counts_to_plain(deed.counts),
                "method": "motion",
                "minutes": "",
                "is_sealed": False,
            }
            return row | {"deed": "answered", "body": deed.body, "facts": facts}
        case _:
            facts = {
                "text": "words",
                "verdict": verdict_to_plain(ALLOWED),
                "union": body_to_plain(union),
                "is_urgent": False,
            }
            return row | {"deed": "composed", "body": None, "facts": facts}


if __name__ == "__main__":
    sys.exit(main())

"""Pools for tests: a few by hand, and all kinds of them by chance."""

from itertools import combinations

from hypothesis import settings
from hypothesis import strategies as st

from commonweal.rules.sortition.lottery import Panel
from commonweal.rules.sortition.pool import Pool, Quota

unhurried = settings(deadline=None, max_examples=30)


def a_pool(people: dict[str, str], *quotas: tuple[str, str, int, int]) -> Pool:
    """Give a pool of people by name, with a letter for each category `a`, `b` …"""
    categories = tuple("abc"[: len(next(iter(people.values())))])
    values = {name: tuple(letters) for name, letters in people.items()}
    return Pool(values, categories, tuple(Quota(*quota) for quota in quotas))


def women_and_men(least: int = 1, most: int = 1) -> Pool:
    """Give two women and four men, of whom so many are to be women."""
    people = {"Asha": "w", "Dolores": "w"}
    people |= dict.fromkeys(("Ben", "Chidi", "Emre", "Finn"), "m")
    return a_pool(people, ("a", "w", least, most), ("a", "m", 0, 6))


@st.composite
def drawable(draw: st.DrawFn) -> tuple[Pool, int, list[Panel]]:
    """Give a small pool, a size, and all panels that keep its quotas: one at least."""
    number = draw(st.integers(3, 8))
    letters = st.tuples(st.sampled_from("xy"), st.sampled_from("uvw"))
    people = {f"p{i}": draw(letters) for i in range(number)}
    size = draw(st.integers(1, number - 1))
    model = draw(st.permutations(sorted(people)))[:size]
    quotas = []
    for place, category in enumerate("ab"):
        for value in "xy" if category == "a" else "uvw":
            there = sum(people[one][place] == value for one in model)
            slack = draw(st.integers(0, 2))
            quotas.append(Quota(category, value, max(0, there - slack), there + slack))
    pool = Pool(people, ("a", "b"), tuple(quotas))
    return pool, size, every_panel(pool, size)


def every_panel(pool: Pool, size: int) -> list[Panel]:
    """Find all panels that keep the quotas, the slow, obvious way."""
    place = {category: i for i, category in enumerate(pool.categories)}
    return [
        people
        for people in combinations(sorted(pool.values), size)
        if all(
            q.least
            <= sum(pool.values[one][place[q.category]] == q.value for one in people)
            <= q.most
            for q in pool.quotas
        )
    ]

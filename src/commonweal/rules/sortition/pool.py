"""Who may be drawn, what the panel must look like, and who is like whom.

People with the same values in everything the quotas name are exchangeable: no rule can
tell them apart, so their chances are the same. They are one *type*, and a panel is
thought of as so many of each type until the very end.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

type Counts = tuple[int, ...]


class Quota(NamedTuple):
    """At least `least` and at most `most` of the panel have this value."""

    category: str
    value: str
    least: int
    most: int


@dataclass(frozen=True)
class Pool:
    """The people by id, with a value for each category, and the quotas of a panel.

    `values[person]` holds one value for each of `categories`, in that order.
    """

    values: Mapping[str, tuple[str, ...]]
    categories: tuple[str, ...]
    quotas: tuple[Quota, ...]

    def __post_init__(self) -> None:
        assert all(len(v) == len(self.categories) for v in self.values.values())
        assert {quota.category for quota in self.quotas} <= set(self.categories)

    @cached_property
    def types(self) -> tuple[tuple[str, ...], ...]:
        """Give people of each type, in alphabetical order; so are the types."""
        alike: dict[tuple[str, ...], list[str]] = {}
        for person in sorted(self.values):
            alike.setdefault(self.values[person], []).append(person)
        return tuple(tuple(alike[values]) for values in sorted(alike))

    @cached_property
    def sizes(self) -> Counts:
        """Give how many people there are of each type."""
        return tuple(len(people) for people in self.types)

    @cached_property
    def having(self) -> tuple[tuple[int, ...], ...]:
        """Give for each quota the numbers of the types it counts."""
        place = {category: i for i, category in enumerate(self.categories)}
        values = [self.values[people[0]] for people in self.types]
        return tuple(
            tuple(t for t, v in enumerate(values) if v[place[q.category]] == q.value)
            for q in self.quotas
        )

    def missed(self, counts: Counts) -> Quota | None:
        """Give the first quota that a panel with so many of each type misses."""
        for quota, types in zip(self.quotas, self.having, strict=True):
            if not quota.least <= sum(counts[t] for t in types) <= quota.most:
                return quota
        return None

"""Who belongs to whom: bodies, and the confederations they make, to any depth.

A body is a base, whose members are people, or a union, whose members are bodies. A base
may belong to several unions; asked about one matter it is asked once and counts once. A
union never belongs to itself, by however long a way round.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from commonweal.rules.confederation.terms import Ratifying
from commonweal.rules.verdict import ALLOWED, Verdict, refused

type Body = Base | Union


@dataclass(frozen=True)
class Base:
    """A body of people: how many members may vote there, each counted at one base only.

    `one_with` are other bases that were asked beside it and are one body with it since.
    """

    id: str
    members: int
    one_with: tuple["Base", ...] = ()

    def __post_init__(self) -> None:
        assert self.members >= 0, "members are counted up"

    @cached_property
    def bases(self) -> Mapping[str, "Base"]:
        """Give the bases that were asked and are this one, by their ids."""
        return {self.id: self, **{one.id: one for one in self.one_with}}


@dataclass(frozen=True)
class Union:
    """A body of bodies, and the terms by which it says yes."""

    id: str
    terms: Ratifying
    bodies: tuple[Body, ...]

    def __post_init__(self) -> None:
        ids = [body.id for body in self.bodies]
        assert len(set(ids)) == len(ids), "a body belongs once"

    @cached_property
    def bases(self) -> Mapping[str, Base]:
        """Give every base below, each once, by its id."""
        found: dict[str, Base] = {}
        for body in self.bodies:
            found |= body.bases
        return found

    @property
    def members(self) -> int:
        """Count all people below, each once."""
        return sum(base.members for base in self.bases.values())


def may_belong(
    belongs: Mapping[str, Collection[str]], body: str, *, to: str
) -> Verdict:
    """Let a body into a confederation that is not itself, and not below it already.

    `belongs` names for each body those it belongs to. Refuses with
    `body_of_itself`, `body_belongs_already` or `body_circle`, which names the way
    round.
    """
    if body == to:
        return refused("body_of_itself")
    if to in belongs.get(body, ()):
        return refused("body_belongs_already")
    way = _way(belongs, to, until=body)
    if way is not None:
        return refused("body_circle", way=tuple(way))
    return ALLOWED


def _way(
    belongs: Mapping[str, Collection[str]], start: str, *, until: str
) -> list[str] | None:
    """Give a shortest way up from `start` to `until`, if there is one."""
    reached = {start}
    ways = [[start]]
    while ways:
        way = ways.pop(0)
        if way[-1] == until:
            return way
        for above in sorted(belongs.get(way[-1], ())):
            if above not in reached:
                reached.add(above)
                ways.append([*way, above])
    return None


def counted_at(
    belongs: Mapping[str, Collection[str]], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Say at which base each person counts: where they chose, else where they joined.

    `belongs` names for each person the bases they are a member of, in the order in
    which they joined, first before later; `chosen` the base that a person wants to be
    counted at. A choice of somewhere they do not belong is nothing.
    """
    return {
        person: chosen[person] if chosen.get(person) in bases else next(iter(bases))
        for person, bases in belongs.items()
        if bases
    }

"""How long people of each group have spoken, told only where nobody stands out.

A group is told from `least_group` people who spoke on; smaller ones are told together
with those who said nothing of themselves, and where these are too few the smallest of
the other groups is put with them. Minutes are whole, since everybody in the room heard
how long each person spoke and could otherwise look for the sum that fits. It is told
once, when the assembly is over: from two tables, one before and one after somebody
spoke, everybody could tell which group grew.

Source: suppression of small cells with a second cell, so that no difference tells it
(Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001).
"""

from collections import defaultdict
from dataclasses import dataclass

from commonweal.rules.assemblies.state import Assembly
from commonweal.rules.assemblies.terms import Assemblies


@dataclass(frozen=True, slots=True)
class Shared:
    """How many of a group spoke, and for how many minutes; no group is all others."""

    group: str
    people: int
    minutes: int


def speaking_time(terms: Assemblies, now: Assembly) -> tuple[Shared, ...]:
    """Tell speaking time by group, every line of at least `least_group` people.

    Nothing at all is told before the assembly is closed, or where fewer than that have
    spoken. The line of the others comes last and has no name.
    """
    if now.stage != "closed":
        return ()
    floor, at = now.floor, now.closed_at
    assert at, "what is closed was closed at some instant"
    seconds: dict[str, int] = defaultdict(int)
    for turn in floor.turns:
        seconds[turn.of] += turn.seconds(at)
    groups: dict[str, list[str]] = defaultdict(list)
    for of in seconds:
        groups[floor.groups.get(of, "")].append(of)
    told = _large_enough(groups, terms.least_group)
    return tuple(
        Shared(group, len(people), sum(seconds[of] for of in people) // 60)
        for group, people in told
    )


def _large_enough(
    groups: dict[str, list[str]], least: int
) -> list[tuple[str, list[str]]]:
    """Put small groups with the others until every line has `least` people or more."""
    named = {group: people for group, people in groups.items() if group}
    large = sorted(
        ((group, people) for group, people in named.items() if len(people) >= least),
        key=lambda one: (-len(one[1]), one[0]),
    )
    told = {group for group, _ in large}
    others = [
        of for group, people in groups.items() if group not in told for of in people
    ]
    while others and len(others) < least and large:
        others += large.pop()[1]
    return [*large, ("", others)] if len(others) >= least else large

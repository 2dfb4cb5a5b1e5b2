"""Categories and districts with a budget of their own, as a part of the whole.

What is bought for a group of projects costs no more than the group's own budget, nor
all together more than the whole. A project that no longer fits into the budget of a
group it belongs to is out, and the count goes on with the others. A project may belong
to several groups, as to a category and a district.

A contest says it in its setting `caps`: `Parks: 200000 of 17, 23; North: 50000 of 23`.

Sources: Jain, Sornat, Talmon & Zehavi, "Participatory Budgeting with Project Groups"
(IJCAI 2021), for the groups and their budgets; Masařík, Pierczyński & Skowron, "A
Generalised Theory of Proportionality in Collective Decision Making" (EC 2024), for
equal shares and Phragmén's rule where not all that can be paid may be chosen.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from commonweal.rules.budgeting.money import amount, coins_per_unit, in_units
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import exact_text

SETTING = "caps"
ABLE = ("greedy", "equal-shares", "equal-shares-utilitarian", "phragmen")
_GROUP = re.compile(
    r"\s*+([^:]{1,200}):\s*+(\d{1,30}(?:\.\d{1,10})?)\s++of\s++(\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Group:
    """Projects with a budget of their own, in whole coins."""

    name: str
    most: int
    projects: frozenset[str]


@dataclass(slots=True)
class Caps:
    """The groups of a contest, and what each has left."""

    contest: Contest
    groups: tuple[Group, ...]
    left: dict[str, int]

    def tight_for(self, *projects: str) -> Group | None:
        """Give the first group that cannot pay all it has of these; None if all can."""
        for group in self.groups:
            costs = (self.contest.costs[p] for p in projects if p in group.projects)
            if sum(costs) > self.left[group.name]:
                return group
        return None

    def spend(self, project: str) -> None:
        """Take the cost of a project from its groups."""
        for group in self.groups:
            if project in group.projects:
                self.left[group.name] -= self.contest.costs[project]

    def shut_out(self, waiting: Iterable[str]) -> list[str]:
        """Give those of the projects waiting that no longer fit their groups."""
        return [one for one in waiting if self.groups and self.tight_for(one)]

    def facts_about(self, project: str) -> dict[str, Fact]:
        """Tell of a project that is shut out, and of the group it does not fit."""
        group = self.tight_for(project)
        assert group is not None, "only what does not fit is told of"
        return {
            "project": self.contest.name(project),
            "cost": amount(self.contest, self.contest.costs[project]),
            "group": group.name,
            "left_there": amount(self.contest, self.left[group.name]),
        }

    def as_text(self) -> str:
        """Write down the groups with what they have left, as a contest sets them."""
        return "; ".join(
            f"{group.name}: {exact_text(in_units(self.contest, self.left[group.name]))}"
            f" of {', '.join(sorted(group.projects))}"
            for group in self.groups
            if group.projects
        )


def caps_in(contest: Contest) -> Caps:
    """Read what groups of projects have a budget of their own.

    Raises `Uncountable` for what cannot be read, an amount finer than a coin, a group
    named twice, and projects that are not there.
    """
    said = contest.settings.get(SETTING, "").strip()
    groups = tuple(_read(contest, part) for part in said.split(";") if part.strip())
    names = [group.name for group in groups]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise Uncountable(Sentence("caps_group_twice", {"group": twice}))
    return Caps(contest, groups, {group.name: group.most for group in groups})


def no_caps(contest: Contest) -> None:
    """Refuse budgets of groups where the rule does not say what becomes of them."""
    if contest.settings.get(SETTING, "").strip():
        raise Uncountable(Sentence("caps_not_defined", {"able": ABLE}))


def _read(contest: Contest, part: str) -> Group:
    found = _GROUP.fullmatch(part)
    if found is None:
        raise Uncountable(Sentence("caps_unreadable", {"found": part.strip()[:60]}))
    coins = Fraction(found[2]) * coins_per_unit(contest)
    if coins.denominator != 1:
        facts: dict[str, Fact] = {"found": found[2], "coin": in_units(contest, 1)}
        raise Uncountable(Sentence("caps_too_fine", facts))
    known = {contest.name(option): option for option in contest.options}
    known |= {option: option for option in contest.options}
    named = [one.strip() for one in found[3].split(",") if one.strip()]
    unknown = next((one for one in named if one not in known), None)
    if unknown is not None:
        raise Uncountable(Sentence("caps_project_unknown", {"project": unknown[:60]}))
    projects = frozenset(known[one] for one in named)
    return Group(found[1].strip(), int(coins), projects)

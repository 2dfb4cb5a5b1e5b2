"""Small budgets drawn by chance, counted by ours and by pabutools.

Where they say something else, the kind of difference must be explained here: theirs is
wrong, ours is, or the rule is another. The page of the reference is written from this.
"""

import json
import os
import random
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.rules.budgeting.budgets import LOT, a_budget, approving

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ballots import Ballot, Contest

PROJECTS = ("bath", "creche", "garden", "library", "stage", "trees")
SAME, PICKED, OTHER = "the same", "funds others, and projects are level", "funds others"


class Kind(NamedTuple):
    """A kind of difference: by which rule, and how."""

    rule: str
    how: str


LEVEL = (
    "Projects are level and not all can be paid. Theirs takes the first by name and "
    "does not say so; ours reports it and draws a lot."
)
WHY = {
    Kind("equal-shares", PICKED): LEVEL,
    Kind("equal-shares cardinality", PICKED): LEVEL,
    Kind("equal-shares-add-one", PICKED): LEVEL,
    Kind("greedy", PICKED): LEVEL,
    Kind("knapsack", PICKED): LEVEL,
    Kind("phragmen", PICKED): LEVEL,
}

OPENING = """\
# Our budgets against another program's

Written by `tests/rules/budgeting/test_differential.py` (with `bin/test --long`), which
draws {budgets} small budgets by chance, always the same, and counts each by ours and by
pabutools as `requirements-peers.lock` pins it. Every kind of difference has its reason
here; a new kind fails the test.

| rule | counted | the same | differs | how | why |
| --- | ---: | ---: | ---: | --- | --- |
"""

type Drawn = dict[str, Any]


def drawn(number: int) -> Iterator[Drawn]:
    """Draw budgets with approvals, the same ones every time."""
    chance = random.Random("commonweal")
    for _ in range(number):
        projects = PROJECTS[: chance.randint(3, 6)]
        ballots = [
            [
                sorted(chance.sample(projects, chance.randint(1, 3))),
                chance.randint(1, 6),
            ]
            for _ in range(chance.randint(3, 8))
        ]
        # What nobody backs is funded there while the money lasts, and never here.
        backed = sorted({project for marks, _ in ballots for project in marks})
        costs = {project: chance.randint(2, 30) for project in backed}
        budget = chance.randint(max(costs.values()), sum(costs.values()))
        yield {"costs": costs, "budget": budget, "ballots": ballots}


def ours_of(budget: Drawn, rule: str) -> tuple[Contest, list[Ballot]]:
    """Give a budget as ours reads it."""
    satisfaction = (
        {"satisfaction": "cardinality"} if rule.endswith("cardinality") else {}
    )
    contest = a_budget(budget["budget"], budget["costs"], **satisfaction)
    return contest, [approving(times, *marks) for marks, times in budget["ballots"]]


def compared(python: Path, number: int) -> Counter[Kind]:
    """Count all budgets by ours and theirs; give how often each kind was met."""
    budgets = list(drawn(number))
    done = subprocess.run(
        [python, "-W", "ignore", Path(__file__).with_name("peer_budgets.py")],
        input="\n".join(map(json.dumps, budgets)),
        capture_output=True,
        text=True,
        check=True,
        timeout=1_800,
        # Of several best choices theirs takes another with every order of its sets.
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    met = Counter[Kind]()
    for budget, line in zip(budgets, done.stdout.splitlines(), strict=True):
        for rule, theirs in json.loads(line).items():
            outcome = METHODS[rule.split()[0]].count(*ours_of(budget, rule), LOT)
            how = kind_of(sorted(outcome.winners), bool(outcome.tied), theirs)
            met[Kind(rule, how)] += 1
    return met


def kind_of(winners: list[str], tied: bool, theirs: list[str] | str) -> str:
    """Name how an answer differs from ours."""
    if isinstance(theirs, str):
        return f"ends with {theirs}"
    if theirs == winners:
        return SAME
    return PICKED if tied else OTHER


def page(met: Counter[Kind], budgets: int) -> str:
    """Write the page on all kinds of difference."""
    rows = []
    for rule in sorted({kind.rule for kind in met}):
        of = {kind.how: n for kind, n in met.items() if kind.rule == rule}
        same, total = of.pop(SAME, 0), sum(of.values())
        told = [
            f"| `{rule}` | {same + total} | {same} | {n} | {how} "
            f"| {WHY.get(Kind(rule, how), '?')} |\n"
            for how, n in sorted(of.items())
        ]
        rows += told or [f"| `{rule}` | {same} | {same} | 0 | | |\n"]
    return OPENING.format(budgets=budgets) + "".join(rows)

"""Count small budgets by pabutools; run by the peers' Python.

Reads lines of JSON, each a budget with its ballots; writes for each a line with what
every rule funds, or the kind of error it ends with.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

import pabutools.fractions
from pabutools.election import (
    ApprovalBallot,
    ApprovalProfile,
    Cardinality_Sat,
    Cost_Sat,
    Instance,
    Project,
)
from pabutools.rules import (
    greedy_utilitarian_welfare,
    max_additive_utilitarian_welfare,
    method_of_equal_shares,
    sequential_phragmen,
)

pabutools.fractions.FRACTION = "gmpy2"

type Drawn = dict[str, Any]
type Count = Callable[[Instance, ApprovalProfile], Any]


def equal_shares(satisfaction: type, **more: Any) -> Count:
    """Count by equal shares."""
    return lambda budget, ballots: method_of_equal_shares(
        budget, ballots, sat_class=satisfaction, **more
    )


def greedy(budget: Instance, ballots: ApprovalProfile) -> Any:
    """Fund by most votes: the satisfaction of cost, divided by the cost."""
    return greedy_utilitarian_welfare(budget, ballots, sat_class=Cost_Sat)


def knapsack(budget: Instance, ballots: ApprovalProfile) -> Any:
    """Fund the choice with the largest sum of votes."""
    return max_additive_utilitarian_welfare(budget, ballots, sat_class=Cardinality_Sat)


COUNTS: dict[str, Count] = {
    "equal-shares": equal_shares(Cost_Sat),
    "equal-shares cardinality": equal_shares(Cardinality_Sat),
    "equal-shares-add-one": equal_shares(Cost_Sat, voter_budget_increment=1),
    "greedy": greedy,
    "phragmen": lambda budget, ballots: sequential_phragmen(budget, ballots),
    "knapsack": knapsack,
}


def counted(drawn: Drawn) -> dict[str, list[str] | str]:
    """Count one budget by every rule."""
    projects = {name: Project(name, cost) for name, cost in drawn["costs"].items()}
    budget = Instance(projects.values(), budget_limit=drawn["budget"])
    ballots = ApprovalProfile(
        [
            ApprovalBallot(projects[name] for name in marks)
            for marks, times in drawn["ballots"]
            for _ in range(times)
        ],
        instance=budget,
    )
    found: dict[str, list[str] | str] = {}
    for rule, count in COUNTS.items():
        try:
            found[rule] = sorted(project.name for project in count(budget, ballots))
        except Exception as error:
            found[rule] = type(error).__name__
    return found


for line in sys.stdin:
    print(json.dumps(counted(json.loads(line))), flush=True)

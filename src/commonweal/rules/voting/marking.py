"""How a ballot on a shared budget is filled in, and how far its marks may go.

Four forms, those of Pabulib: `approvals` ticks any number of projects; `cumulative`
hands out points, as many together as the rule says; `ranking` puts projects in order,
each next rank worth one point less; `knapsack` ticks projects that together cost no
more than there is.

Source: Stolicki, Szufa & Talmon, Pabulib: A Participatory Budgeting Library (2020), on
vote types; Goel, Krishnaswamy, Sakshuwong & Aitamurto, Knapsack Voting for
Participatory Budgeting (2019).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, number

type BudgetForm = Literal["approvals", "cumulative", "ranking", "knapsack"]

BUDGET_FORMS: tuple[BudgetForm, ...] = get_args(BudgetForm.__value__)
# Ballots that say more of a project than that one is for it.
WEIGHING: frozenset[str] = frozenset({"cumulative", "ranking"})
USUAL_POINTS, MOST_TO_HAND_OUT, MOST_RANKS = 10, 1_000, 200


@dataclass(frozen=True, slots=True)
class Marking:
    """How people fill in a ballot by which money is shared out.

    `points` are there to hand out on a `cumulative` ballot. A `ranking` names at most
    so many projects as `ranks` says, or all of them where it says nought.
    """

    form: BudgetForm = field(
        default="approvals",
        metadata=choice(N_("How a ballot on money is filled in"), BUDGET_FORMS),
    )
    points: int = field(
        default=USUAL_POINTS,
        metadata=number(
            N_("Points to hand out on a ballot"), least=1, most=MOST_TO_HAND_OUT
        ),
    )
    ranks: int = field(
        default=0,
        metadata=number(
            N_("How many projects a ballot ranks at most (0: all)"), most=MOST_RANKS
        ),
    )


@dataclass(frozen=True, slots=True)
class Room:
    """How far the marks on one ballot may go, where money is shared out.

    `points` together; ranks from 1 to `ranks`, each for one project; `costs` of what
    is ticked within `budget`.
    """

    points: int = 0
    ranks: int = 0
    budget: int = 0
    costs: Mapping[str, int] = field(default_factory=dict)

    def cost_of(self, ticked: list[str]) -> int:
        """Give what these projects cost together."""
        return sum(self.costs.get(one, 0) for one in ticked)


def room_for(marking: Marking, *, costs: Mapping[str, int], budget: int) -> Room:
    """Say how far a ballot on these projects may go."""
    return Room(
        points=marking.points,
        ranks=min(marking.ranks or len(costs), len(costs)),
        budget=budget,
        costs=costs,
    )

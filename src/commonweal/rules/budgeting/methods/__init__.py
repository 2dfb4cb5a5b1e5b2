"""The ways to share out a budget, by the ids that charters and commands use."""

from dataclasses import replace

from commonweal.rules.budgeting.methods import (
    greedy,
    knapsack,
    phragmen,
)
from commonweal.rules.budgeting.methods.equal_shares import completed, fast
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import BallotForm, Count, Method

ANY_COIN = frozenset({"anonymity", "neutrality", "within_budget"})
EVERY_METHOD = ANY_COIN | {"coin_independence"}
IN_COINS = ("max_length", "coins_per_unit", "currency")
# Every way reads ticks alike, whether or not they had to fit into the budget; these
# also read how much more one is for one project than for another.
WITH_POINTS: tuple[BallotForm, ...] = ("cumulative", "ranking", "knapsack")
COMPLETIONS = "Peters & Skowron, Method of Equal Shares (equalshares.net), completions"

# The kin of equal shares are alike in all but the count and what it promises.
EQUAL_SHARES = Method(
    id="equal-shares",
    title=Sentence("equal_shares_title"),
    summary=Sentence("equal_shares_summary"),
    ballot="approvals",
    unit="backers",
    units={"budget_title_equal_shares_bought": "full"},
    count=fast.count,
    source="Peters, Pierczyński & Skowron, Proportional Participatory Budgeting "
    "with Additive Utilities (NeurIPS 2021)",
    promises=EVERY_METHOD | {"priceability"},
    settings=("satisfaction", "caps", *IN_COINS),
    takes=WITH_POINTS,
)


def completion(name: str, count: Count, *details: str) -> Method:
    """Describe a way to go on after equal shares, with details of its own."""
    word = f"equal_shares_{name}"
    return replace(
        EQUAL_SHARES,
        id=f"equal-shares-{name.replace('_', '-')}",
        title=Sentence(f"{word}_title"),
        summary=Sentence(f"{word}_summary"),
        count=count,
        source=COMPLETIONS,
        promises=ANY_COIN,
        settings=("satisfaction", *details, *IN_COINS),
    )


METHODS: dict[str, Method] = {
    "greedy": Method(
        id="greedy",
        title=Sentence("greedy_title"),
        summary=Sentence("greedy_summary"),
        ballot="approvals",
        unit="backers",
        count=greedy.count,
        source="Faliszewski et al., Participatory Budgeting (IJCAI 2023), section 3",
        promises=EVERY_METHOD,
        settings=(
            "rule",
            "min_project_score_threshold",
            "caps",
            *IN_COINS,
        ),
        takes=WITH_POINTS,
    ),
    "equal-shares": EQUAL_SHARES,
    "equal-shares-add-one": completion("add_one", completed.add_one, "step", "then"),
    "equal-shares-jump": replace(
        completion("jump", completed.jump, "then"),
        takes_long=True,
        source=f"{COMPLETIONS}; Kraiczy, Robinson & Elkind, Streamlining Equal Shares "
        "(2025), for raising the budget to where something changes",
    ),
    "equal-shares-utilitarian": replace(
        completion("utilitarian", completed.utilitarian, "caps"), promises=EVERY_METHOD
    ),
    "knapsack": Method(
        id="knapsack",
        title=Sentence("knapsack_title"),
        summary=Sentence("knapsack_summary"),
        ballot="approvals",
        unit="backers",
        count=knapsack.count,
        source="Talmon & Faliszewski, A Framework for Approval-Based Budgeting Methods "
        "(AAAI 2019); Goel, Krishnaswamy, Sakshuwong & Aitamurto, Knapsack Voting for "
        "Participatory Budgeting (2019)",
        promises=EVERY_METHOD,
        settings=("satisfaction", *IN_COINS),
        takes=WITH_POINTS,
    ),
    "phragmen": Method(
        id="phragmen",
        title=Sentence("phragmen_budget_title"),
        summary=Sentence("phragmen_budget_summary"),
        ballot="approvals",
        unit="backers",
        units={"budget_title_phragmen_bought": "money"},
        count=phragmen.count,
        source="Los, Christoff & Grossi, Proportional Budget Allocations: Towards a "
        "Systematization (IJCAI 2022)",
        promises=EVERY_METHOD,
        settings=("caps", "coins_per_unit", "currency"),
        takes=("knapsack",),
    ),
}


def default_method(contest: Contest) -> str:
    """Give the id of the method a city's own rule names, or greedy if it names none.

    `equalshares/add1` names equal shares with one unit more at a time for what is left
    over; its other kin are counted by equal shares alone.
    """
    rule = contest.settings.get("rule", "").lower().replace("_", "-")
    said = rule.replace("-", "")
    if said in {"equalshares/add1", "equalsharesadd1"}:
        return "equal-shares-add-one"
    return (
        "equal-shares" if said.startswith("equalshares") or rule == "mes" else "greedy"
    )

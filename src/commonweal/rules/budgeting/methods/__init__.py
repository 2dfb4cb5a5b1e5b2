"""The ways to share out a budget, by the ids that charters and commands use."""

from commonweal.rules.budgeting.methods import (
    equal_shares_completed,
    equal_shares_fast,
    greedy,
    knapsack,
    phragmen,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Method

ANY_COIN = frozenset({"anonymity", "neutrality", "within_budget"})
EVERY_METHOD = ANY_COIN | {"coin_independence"}
IN_COINS = ("max_length", "coins_per_unit", "currency")
COMPLETIONS = "Peters & Skowron, Method of Equal Shares (equalshares.net), completions"

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
            "max_length",
            "coins_per_unit",
            "currency",
        ),
    ),
    "equal-shares": Method(
        id="equal-shares",
        title=Sentence("equal_shares_title"),
        summary=Sentence("equal_shares_summary"),
        ballot="approvals",
        unit="backers",
        units={"budget_title_equal_shares_bought": "full"},
        count=equal_shares_fast.count,
        source="Peters, Pierczyński & Skowron, Proportional Participatory Budgeting "
        "with Additive Utilities (NeurIPS 2021)",
        promises=EVERY_METHOD | {"priceability"},
        settings=("satisfaction", *IN_COINS),
    ),
    "equal-shares-add-one": Method(
        id="equal-shares-add-one",
        title=Sentence("equal_shares_add_one_title"),
        summary=Sentence("equal_shares_add_one_summary"),
        ballot="approvals",
        unit="backers",
        units={"budget_title_equal_shares_bought": "full"},
        count=equal_shares_completed.add_one,
        source=COMPLETIONS,
        promises=ANY_COIN,
        settings=("satisfaction", "step", "then", *IN_COINS),
    ),
    "equal-shares-jump": Method(
        id="equal-shares-jump",
        title=Sentence("equal_shares_jump_title"),
        summary=Sentence("equal_shares_jump_summary"),
        ballot="approvals",
        unit="backers",
        units={"budget_title_equal_shares_bought": "full"},
        count=equal_shares_completed.jump,
        takes_long=True,
        source=f"{COMPLETIONS}; Kraiczy, Robinson & Elkind, Streamlining Equal Shares "
        "(2025), for raising the budget to where something changes",
        promises=ANY_COIN,
        settings=("satisfaction", "then", *IN_COINS),
    ),
    "equal-shares-utilitarian": Method(
        id="equal-shares-utilitarian",
        title=Sentence("equal_shares_utilitarian_title"),
        summary=Sentence("equal_shares_utilitarian_summary"),
        ballot="approvals",
        unit="backers",
        units={"budget_title_equal_shares_bought": "full"},
        count=equal_shares_completed.utilitarian,
        source=COMPLETIONS,
        promises=EVERY_METHOD,
        settings=("satisfaction", *IN_COINS),
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
        settings=("coins_per_unit", "currency"),
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

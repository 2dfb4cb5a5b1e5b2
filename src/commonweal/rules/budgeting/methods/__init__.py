"""The ways to share out a budget, by the ids that charters and commands use."""

from commonweal.rules.budgeting.methods import equal_shares_fast, greedy, phragmen
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Method

EVERY_METHOD = frozenset(
    {"anonymity", "neutrality", "within_budget", "coin_independence"}
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
        settings=("max_length", "coins_per_unit", "currency"),
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

    `equalshares/add1` and its kin name equal shares with a way of spending what is
    left over; here they are counted by equal shares alone.
    """
    rule = contest.settings.get("rule", "").lower().replace("_", "-")
    equal = rule.replace("-", "").startswith("equalshares")
    return "equal-shares" if equal or rule == "mes" else "greedy"

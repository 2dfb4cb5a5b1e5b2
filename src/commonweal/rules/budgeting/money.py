"""Money as people read it, and what a budget must be to be shared out."""

from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number


def in_units(contest: Contest, coins: Number) -> Number:
    """Give an amount of coins in the contest's unit, exactly."""
    coins_per_unit = int(contest.settings.get("coins_per_unit", "1"))
    if coins_per_unit == 1 and isinstance(coins, int):
        return coins
    exact = Fraction(coins) / coins_per_unit
    return int(exact) if exact.denominator == 1 else exact


def amount(contest: Contest, coins: Number) -> Fact:
    """Say an amount in the contest's unit, to the hundredth, with its currency."""
    exact = in_units(contest, coins)
    said: Fact = exact
    if not isinstance(exact, int):
        rounded = Fraction(round(exact * 100), 100)
        said = int(rounded) if rounded.denominator == 1 else rounded
    currency = contest.settings.get("currency", "")
    if not currency:
        return said
    return Sentence("budget_amount", {"amount": said, "currency": currency})


def number_of(things: str, number: int) -> Sentence:
    """Say a number of voters, projects, votes or points, as one or as many."""
    return Sentence(f"budget_{things}", {"number": number})


def choice_of(contest: Contest, detail: str, known: tuple[str, ...]) -> str:
    """Give the detail of counting a contest sets, or the first known if it sets none.

    Raises `Uncountable` for one that is not known.
    """
    found = contest.settings.get(detail, "").strip().lower() or known[0]
    if found not in known:
        facts: dict[str, Fact] = {"detail": detail, "found": found, "known": known}
        raise Uncountable(Sentence("budget_detail_unknown", facts))
    return found


def budget_of(contest: Contest) -> int:
    """Give the budget, once it is sure that the contest can be counted.

    Raises `Uncountable` without a budget above 0, and for a project whose cost is not
    known or not above 0: what costs nothing needs no share of the money.
    """
    if contest.budget is None or contest.budget <= 0:
        raise Uncountable(Sentence("budget_missing"))
    for project in contest.standing:
        if contest.costs.get(project, 0) <= 0:
            raise Uncountable(
                Sentence("budget_cost_missing", {"project": contest.name(project)})
            )
    return contest.budget

"""Money as people read it, and what a budget must be to be shared out."""

import re
from fractions import Fraction

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number

NUMBER = re.compile(r"\d{1,30}(\.\d{1,10})?", re.ASCII)


def in_units(contest: Contest, coins: Number) -> Number:
    """Give an amount of coins in the contest's unit, exactly."""
    in_a_unit = int(contest.settings.get("coins_per_unit", "1"))
    if in_a_unit == 1 and isinstance(coins, int):
        return coins
    exact = Fraction(coins) / in_a_unit
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


def number_set(contest: Contest, detail: str) -> Fraction | None:
    """Give a detail of counting that is a number of at least 0; None if it is not set.

    Raises `Uncountable` for one that is none.
    """
    said = contest.settings.get(detail, "").strip()
    if not said:
        return None
    if not NUMBER.fullmatch(said):
        facts: dict[str, Fact] = {"detail": detail, "found": said[:40]}
        raise Uncountable(Sentence("budget_detail_no_number", facts))
    return Fraction(said)


def coins_per_unit(contest: Contest) -> int:
    """Give how many coins make the contest's unit; raises `Uncountable` for none."""
    coins = number_set(contest, "coins_per_unit")
    if coins is not None and (coins < 1 or coins.denominator != 1):
        facts: dict[str, Fact] = {"found": contest.settings["coins_per_unit"]}
        raise Uncountable(Sentence("budget_coins", facts))
    return 1 if coins is None else int(coins)


def budget_of(contest: Contest) -> int:
    """Give the budget, once it is sure that the contest can be counted.

    Raises `Uncountable` without a budget above 0, for a project whose cost is not known
    or not above 0, as what costs nothing needs no share of the money, and for coins of
    which no number makes a unit.
    """
    coins_per_unit(contest)
    if contest.budget is None or contest.budget <= 0:
        raise Uncountable(Sentence("budget_missing"))
    for project in contest.standing:
        if contest.costs.get(project, 0) <= 0:
            raise Uncountable(
                Sentence("budget_cost_missing", {"project": contest.name(project)})
            )
    return contest.budget

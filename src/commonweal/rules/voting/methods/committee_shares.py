"""The method of equal shares for a committee: every voter pays the same for its places.

Mark as many as you like. Every voter has the same money, all of it together as much as
the places cost. Whoever takes a place is paid for by those who marked them, in equal
parts as far as they have it; who can be had for the smallest part comes first. Places
that nobody can pay for any more are filled by sequential Phragmén, where the money left
counts as borne in advance.

Source: Dominik Peters & Piotr Skowron, Proportionality and the limits of welfarism
(2020), there called Rule X, and section 3.3 for the places left over.
"""

from fractions import Fraction

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.approved import Approved, approved
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.methods.phragmen_sequential import fill_by_load
from commonweal.rules.voting.outcome import Number, Outcome
from commonweal.rules.voting.rounds import committee
from commonweal.rules.voting.ties import TieBreaker

PRICE = Fraction(1)


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Fill the places one after the other.

    A place costs one. Counts are the largest part anybody would pay for that option; of
    the rounds by Phragmén, loads. An option that nobody marked takes no place. The
    facts give the `cast` ballots. Raises `Uncountable` for ballots that are no marks.
    """
    voters = approved(contest, ballots)
    table = committee(contest, ties)
    money = [Fraction(contest.seats, max(voters.cast, 1))] * len(voters.groups)
    left = voters.wanted(contest)
    # When all places are paid for, so much has been paid that nothing is affordable.
    while parts := affordable(voters, money, left):
        chosen = table.take_best(
            parts, "shares_round", best=lambda of: min(of.values())
        )
        if chosen is None:
            return table.outcome(METHOD.id, voters.cast)
        left.remove(chosen)
        pay(voters, money, chosen, Fraction(parts[chosen]))
    fill_by_load(table, voters, [-each for each in money])
    return table.outcome(METHOD.id, voters.cast)


def affordable(
    voters: Approved, money: list[Fraction], options: list[str]
) -> dict[str, Number]:
    """Give the largest part anybody would pay for each option that can be paid for."""
    parts: dict[str, Number] = {}
    for option in options:
        purses = sorted(
            (money[number], times)
            for number, (marked, times) in enumerate(voters.groups)
            if option in marked
        )
        if sum(each * times for each, times in purses) >= PRICE:
            parts[option] = largest_part(purses)
    return parts


def largest_part(purses: list[tuple[Fraction, int]]) -> Fraction:
    """Give the part with which all together pay the price, none above what they have.

    `purses` are what a voter has and how many have that, the poorest first.
    """
    owed, payers = PRICE, sum(times for _, times in purses)
    for each, times in purses:
        if each * payers < owed:
            owed -= each * times
            payers -= times
    return owed / payers


def pay(voters: Approved, money: list[Fraction], chosen: str, part: Fraction) -> None:
    """Let those who marked an option pay their part, or all they have."""
    for number, (marked, _) in enumerate(voters.groups):
        if chosen in marked:
            money[number] -= min(money[number], part)


METHOD = Method(
    id="committee-shares",
    title=Sentence("method_committee_shares"),
    summary=Sentence("method_committee_shares_summary"),
    ballot="approvals",
    unit="part",
    units={"phragmen_round": "load"},
    count=count,
    source="Dominik Peters and Piotr Skowron, Proportionality and the limits of "
    "welfarism (2020)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "unanimity",
            "support_monotonicity",
            "extended_justified_representation",
        }
    ),
)

"""What people are shown of a count in pairs: each option against each other."""

from collections.abc import Mapping
from itertools import combinations

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.outcome import Step
from commonweal.rules.voting.pairs import Pairs


def pair_steps(contest: Contest, pairs: Pairs) -> tuple[Step, ...]:
    """Show every pair: how many prefer the one and how many the other."""
    return tuple(
        Step(
            Sentence("schulze_pair", names := named(contest, a, b)),
            Sentence(f"schulze_pair_{result(pairs, a, b)}", names),
            {a: pairs[a, b], b: pairs[b, a]},
        )
        for a, b in combinations(contest.standing, 2)
    )


def result(pairs: Pairs, one: str, other: str) -> str:
    """Name how a pair ended."""
    if pairs[one, other] == pairs[other, one]:
        return "level"
    return "first_wins" if pairs[one, other] > pairs[other, one] else "second_wins"


def named(contest: Contest, one: str, other: str) -> Mapping[str, Fact]:
    """Give the names of a pair."""
    return {"first": contest.name(one), "second": contest.name(other)}

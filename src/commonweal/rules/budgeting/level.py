"""Which project goes first where the votes cannot tell several apart.

The charter's way of breaking ties decides. Where it is a lot and no public seed was
drawn, the cheapest goes first, because it leaves most to the others; an unseeded lot is
only for those that cost the same.
"""

from collections.abc import Collection

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.ties import Stages, Ties


def first_of(ties: Ties, level: Collection[str], stages: Stages) -> str | None:
    """Part projects that are level where it matters, and note it with the ties.

    Gives the project that goes first, or None if the tie stands. `stages` are the
    counts of the steps so far.
    """
    contest, breaker = ties.contest, ties.breaker
    least = min(contest.costs[project] for project in level)
    cheapest = [project for project in level if contest.costs[project] == least]
    unseeded = breaker.rule == "lot" and not breaker.seed
    if not unseeded or len(cheapest) == len(level):
        return ties.choose(level, stages, best=True).option
    said = _cheapest(contest, level, cheapest)
    first: str | None = cheapest[0]
    if len(cheapest) > 1:
        choice = breaker.choose(contest, cheapest, stages, best=True)
        first = choice.option
        facts: dict[str, Fact] = {"first": said, "then": choice.how}
        said = Sentence("budget_tie_in_turn", facts)
    ties.groups.append(tuple(p for p in contest.options if p in set(level)))
    ties.said.append(said)
    return first


def _cheapest(
    contest: Contest, level: Collection[str], cheapest: list[str]
) -> Sentence:
    facts: dict[str, Fact] = {
        "tied": tuple(contest.name(p) for p in contest.options if p in set(level)),
        "cheapest": tuple(contest.name(p) for p in cheapest),
    }
    return Sentence("budget_tie_cheapest", facts)

"""Schulze: every option against every other; the strongest chains of wins decide.

Rank the options; whom you leave out you put last. If one option beats every other in
pairs, it wins. Where A beats B, B beats C and C beats A, the weakest link of the
strongest chain from each to each says who stands above whom.

Source: Markus Schulze, A new monotonic, clone-independent, reversal symmetric, and
Condorcet-consistent single-winner election method, Social Choice and Welfare 36
(2011), with winning votes as the strength of a link.
"""

from collections.abc import Collection

import numpy as np

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.method import Method
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.pair_steps import pair_steps
from commonweal.rules.voting.pairs import (
    LARGEST,
    Pairs,
    cast_in,
    first_preferences,
    paired,
    preferences,
)
from commonweal.rules.voting.piles import needs_rankings
from commonweal.rules.voting.ties import TieBreaker, Ties
from commonweal.rules.voting.units import OF_PAIRS


def count(contest: Contest, ballots: Ballots, ties: TieBreaker) -> Outcome:
    """Give the places in the order of the strongest chains.

    Several places go to those nobody above them is left to fill; that is no
    proportional result. The counts of the last step say for each option how many
    others do not stand above it; the facts give the `cast` ballots, in voters. Raises
    `Uncountable` for ballots that are no rankings.
    """
    needs_rankings(ballots)
    pairs = preferences(contest, ballots)
    paths = strongest_paths(contest.standing, defeats(pairs))
    met = Ties(contest, ties)
    cast = cast_in(ballots)
    winners: list[str] = []
    while cast and len(winners) < contest.seats:
        left = [option for option in contest.standing if option not in winners]
        top = [one for one in left if not any(above(paths, o, one) for o in left)]
        free = contest.seats - len(winners)
        chosen = top
        if len(top) > free:
            chosen = met.part(top, free, (first_preferences(contest, ballots),))
        if not chosen:
            break
        winners += chosen
    return Outcome(
        method=METHOD.id,
        seats=contest.seats,
        winners=tuple(winners),
        tied=met.tied,
        tie_break=met.tie_break,
        steps=(*pair_steps(contest, pairs), path_step(contest, paths, winners)),
        facts={"cast": cast},
    )


def strongest_paths(options: Collection[str], links: Pairs) -> Pairs:
    """Give the strength of the strongest chain from each option to each other.

    A chain is as strong as its weakest link. Every option in turn is offered as a
    step in between, for all pairs at once.
    """
    order = tuple(options)
    strengths = [[links.get((one, other), 0) for other in order] for one in order]
    largest = max((max(row) for row in strengths), default=0)
    paths = np.array(strengths, dtype=np.int64 if largest <= LARGEST else object)
    for middle in range(len(order)):
        by_way = np.minimum(paths[:, middle, None], paths[None, middle, :])
        paths = np.maximum(paths, by_way)
    return paired(order, paths)


def defeats(pairs: Pairs) -> Pairs:
    """Keep the winner's votes of each pair; a loser, or a tie, links nothing."""
    return {(a, b): n if n > pairs[b, a] else 0 for (a, b), n in pairs.items()}


def above(paths: Pairs, one: str, other: str) -> bool:
    """Say if the chain from one to the other is stronger than the one back."""
    return one != other and paths[one, other] > paths[other, one]


def path_step(contest: Contest, paths: Pairs, winners: list[str]) -> Step:
    """Show for each option how many others do not stand above it, and who won."""
    standing = contest.standing
    counts = {
        one: sum(not above(paths, other, one) for other in standing if other != one)
        for one in standing
    }
    facts: dict[str, Fact] = {"others": max(len(standing) - 1, 0)}
    return Step(
        Sentence("schulze_chains"),
        Sentence("schulze_chains_explained", facts),
        counts,
        elected=tuple(winners),
    )


METHOD = Method(
    id="schulze",
    title=Sentence("method_schulze"),
    summary=Sentence("method_schulze_summary"),
    ballot="ranking",
    unit="unbeaten",
    units=OF_PAIRS,
    count=count,
    source="Markus Schulze, A new monotonic, clone-independent, reversal symmetric, "
    "and Condorcet-consistent single-winner election method (2011)",
    promises=frozenset(
        {
            "anonymity",
            "neutrality",
            "order_independence",
            "majority",
            "majority_loser",
            "mutual_majority",
            "condorcet_winner",
            "condorcet_loser",
            "smith",
            "clones",
            "monotonicity",
            "unanimity",
        }
    ),
)

"""What methods may promise, each as a law over all elections.

A promise takes a method's count and an election drawn by chance, and asserts. A new
method that names a promise is held to it without a new line of test code. Nothing here
is shared with the counts themselves: everything is found the slow, obvious way.
"""

from collections.abc import Callable
from typing import Any

from tests.rules.voting.promises import (
    committees,
    equality,
    majorities,
    pairwise,
    voting,
)
from tests.rules.voting.promises.drawn import Election, election_for

from commonweal.rules.voting.method import Method

__all__ = ["PROMISES", "Election", "election_for"]

type Promise = Callable[[Method, Election, Any], None]

PROMISES: dict[str, Promise] = {
    promise.__name__: promise
    for promise in (
        equality.anonymity,
        equality.order_independence,
        equality.neutrality,
        majorities.majority,
        majorities.majority_loser,
        majorities.mutual_majority,
        majorities.proportionality,
        pairwise.condorcet_winner,
        pairwise.condorcet_loser,
        pairwise.smith,
        pairwise.clones,
        voting.monotonicity,
        voting.participation,
        voting.unanimity,
        voting.later_no_harm,
        committees.extended_justified_representation,
        committees.proportional_justified_representation,
        committees.house_monotonicity,
        committees.support_monotonicity,
    )
}

"""Who goes first among level projects: whoever the lot draws, as anybody can check."""

from hashlib import sha256

import pytest
from tests.rules.budgeting.budgets import a_budget, approving

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker

count = METHODS["greedy"].count
SEEDS = [f"seed {number}" for number in range(12)]


def drawn_first(seed: str, *projects: str) -> str:
    """Draw a lot as the rule of ties says: the smallest digest goes first."""
    return min(projects, key=lambda one: sha256(f"{seed} {one}".encode()).hexdigest())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_lot_with_a_seed_is_drawn_among_all_that_are_level(seed):
    costs = {"bath": 30, "garden": 40, "stage": 50}

    outcome = count(
        a_budget(50, costs), [approving(2, *costs)], TieBreaker("lot", seed)
    )

    assert outcome.winners[0] == drawn_first(seed, *costs)


@pytest.mark.parametrize("number", range(6))
def test_a_lot_without_a_seed_is_drawn_among_the_cheapest(number):
    costs = {f"bath {number}": 30, f"garden {number}": 30, f"stage {number}": 50}
    cheapest = list(costs)[:2]

    outcome = count(a_budget(50, costs), [approving(2, *costs)], TieBreaker())

    assert outcome.winners == (drawn_first("", *cheapest),)

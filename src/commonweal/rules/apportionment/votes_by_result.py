"""How a body's votes in a council follow what its own members said.

A delegation that votes as one block hides everybody who was outvoted at home. With
fractional votes, the votes of a body are divided as its members' ballots were.
"""

from collections.abc import Mapping
from fractions import Fraction


def divided(votes: int, result: Mapping[str, int]) -> dict[str, Fraction]:
    """Divide a body's votes among the answers in proportion to its own result.

    `result` says how many members gave which answer. Gives exact fractions that add up
    to `votes`; where nobody answered, nothing is given to anybody.
    """
    assert votes >= 0
    assert all(number >= 0 for number in result.values())
    cast = sum(result.values())
    if not cast:
        return dict.fromkeys(result, Fraction(0))
    return {answer: Fraction(votes * n, cast) for answer, n in result.items()}


def added_up(
    votes: Mapping[str, int], results: Mapping[str, Mapping[str, int]]
) -> dict[str, Fraction]:
    """Add up the divided votes of all bodies, by answer."""
    total: dict[str, Fraction] = {}
    for body, result in results.items():
        for answer, part in divided(votes[body], result).items():
            total[answer] = total.get(answer, Fraction(0)) + part
    return total

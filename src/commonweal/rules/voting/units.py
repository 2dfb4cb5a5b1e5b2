"""What the numbers of a count are: ballots, points, wins in pairs, parts of a place.

A number without its unit misleads: a load is no vote, and the smallest one wins. Each
method says what its counts are, and which of its steps count something else.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, get_args

from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.voting.marking import WEIGHING

type Unit = Literal[
    "above",
    "against",
    "backers",
    "ballots",
    "full",
    "grade",
    "load",
    "marks",
    "money",
    "part",
    "points",
    "ticks",
    "unbeaten",
    "voters",
    "votes",
    "worst",
    "worth",
]
UNITS: tuple[Unit, ...] = get_args(Unit.__value__)

# Counted out of how many other options there are; out of nothing; all else out of
# the ballots, or who cast them.
OUT_OF_OTHERS: frozenset[Unit] = frozenset({"above", "unbeaten"})
WITHOUT_BASE: frozenset[Unit] = frozenset({"grade", "load", "money", "part"})
# Where the facts of an outcome say how many ballots there were.
BALLOTS_COUNTED = ("valid", "cast", "voters")

# Steps that several methods share and that count something of their own.
OF_PAIRS: Mapping[str, Unit] = {"schulze_pair": "voters"}


# What is counted in backers where each gives one point, and in points where they give
# several.
_OF_BACKERS: frozenset[Unit] = frozenset({"backers", "full"})


def on_ballots(unit: Unit, form: str) -> Unit:
    """Give the unit of a count on ballots that say more of an option than yes."""
    return "points" if form in WEIGHING and unit in _OF_BACKERS else unit


def base_of(unit: Unit, facts: Mapping[str, int | Fraction], options: int) -> int:
    """Say out of how many a count in this unit is; nought where it has no base."""
    if unit in WITHOUT_BASE:
        return 0
    if unit in OUT_OF_OTHERS:
        return options - 1
    return next((int(facts[name]) for name in BALLOTS_COUNTED if name in facts), 0)


def in_words(unit: Unit, what: str, **facts: Fact) -> Sentence:
    """Name a unit: its `title`, the `head` of its column, or `each` count in it."""
    return Sentence(f"unit_{unit}_{what}", facts)

"""Names written out by hand on each ballot, of which some may be misspelt.

Whoever is named becomes an option; so a slip of the pen makes one that nobody meant.
Nothing is put right here: what may be a slip is told, with the line where it stands.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

from commonweal.rules.lookalikes import shapes
from commonweal.rules.sentence import Fact, Sentence

# On so many ballots, whoever is named but once or twice is told.
MANY_BALLOTS = 20
FEW = 2
# Names are compared in pairs only where there are no more than these.
MOST_NAMES = 300
# Letters a name must have for one, or for two, of them to be a slip.
FOR_ONE, FOR_TWO = 4, 8
# A name this many times rarer than another like it may be a slip of it.
RARER = 3


class Named(NamedTuple):
    """On how many ballots a name stands, and the line where it stands first."""

    ballots: int
    line: int


def doubtful(names: Mapping[str, Named], cast: int) -> tuple[Sentence, ...]:
    """Say which names may be misspelt: like another one, or hardly ever written."""
    alike: list[Sentence] = []
    told: set[str] = set()
    if len(names) <= MOST_NAMES:
        seen = {name: shapes(name) for name in names}
        for pair in combinations(names, 2):
            rare, usual = sorted(pair, key=lambda name: names[name].ballots)
            if seen[rare] & seen[usual] or _may_be_meant(rare, usual, names):
                alike.append(_said(rare, usual, names))
                told.add(rare)
    seldom = [
        name
        for name, (ballots, _) in names.items()
        if ballots <= FEW and name not in told
    ]
    if cast < MANY_BALLOTS or not seldom:
        return tuple(alike)
    shown = tuple(f"{name} ({names[name].line})" for name in seldom)
    facts: dict[str, Fact] = {"names": shown, "cast": cast, "number": len(seldom)}
    return (*alike, Sentence("odd_seldom_named", facts))


def _may_be_meant(rare: str, usual: str, names: Mapping[str, Named]) -> bool:
    """Say if the rarer of two names may be the other one, misspelt."""
    if RARER * names[rare].ballots > names[usual].ballots:
        return False
    letters = min(len(rare), len(usual))
    slips = (letters >= FOR_ONE) + (letters >= FOR_TWO)
    one, other = _without_digits(rare), _without_digits(usual)
    # Those that differ in a number alone, as “Project 1” and “Project 2”, are two.
    return one != other and slips_between(one, other, most=slips) <= slips


def slips_between(one: str, other: str, *, most: int) -> int:
    """Count the letters left out, put in or changed; more than `most` is all the same.

    Source: Wagner & Fischer, The string-to-string correction problem (1974).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one.casefold(), start=1):
        before, row = row, [place]
        for column, its in enumerate(other.casefold(), start=1):
            changed = before[column - 1] + (letter != its)
            row.append(min(changed, before[column] + 1, row[-1] + 1))
        if min(row) > most:
            return most + 1
    return row[-1]


def _without_digits(name: str) -> str:
    return "".join(letter for letter in name if not letter.isdigit())


def _said(rare: str, usual: str, names: Mapping[str, Named]) -> Sentence:
    facts: dict[str, Fact] = {
        "name": rare,
        "ballots": names[rare].ballots,
        "line": names[rare].line,
        "other": usual,
        "others": names[usual].ballots,
    }
    return Sentence("odd_spelt_alike", facts)

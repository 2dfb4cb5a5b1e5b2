"""A tally in parts: count here and there, put together, and the same comes out.

What every count needs of the ballots is which different ones there are and how many
voters cast each. Those tables can be made of any part of the ballots and added up in
any order; so each is held in one order of its own, whoever made it from whatever.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballots import Ballot, Ballots, Marks, Ranking
from commonweal.rules.voting.grouped import GroupedRankings, Places, Whole, small

type Keys = NDArray[np.uint64]

BITS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Different ballots, each with how many voters cast it.

    Rankings that name one option at each rank are numbers: `keys` has a row for each,
    with several marks in a number (see `Packing`), in rising order, and `weights` how
    many voters. All others are in `others`.
    """

    options: tuple[str, ...]
    keys: Keys
    weights: Whole
    others: Counter[Marks]


def part_of(options: tuple[str, ...], ballots: Ballots) -> Part:
    """Tally some of the ballots of a contest between these options."""
    others: Counter[Marks] = Counter()
    if not isinstance(ballots, GroupedRankings) or ballots.options != options:
        ballots, others = _sorted_out(options, ballots)
    keys, weights = _added_up(packed(ballots), ballots.weights)
    return Part(options, keys, weights, others)


def put_together(parts: Iterable[Part]) -> Part:
    """Add up the tallies of several parts, at least one; their order is the same."""
    first, *rest = parts
    assert all(part.options == first.options for part in rest), "of one contest"
    if not rest:
        return first
    wide = max(part.keys.shape[1] for part in (first, *rest))
    keys = np.concatenate([_widened(part.keys, wide) for part in (first, *rest)])
    weights = np.concatenate([part.weights for part in (first, *rest)])
    others = sum((part.others for part in rest), first.others)
    return Part(first.options, *_added_up(keys, weights), others)


def ballots_of(part: Part) -> Ballots:
    """Give the ballots of a part, in an order that only depends on what they say."""
    rankings = unpacked(part.options, part.keys, part.weights)
    if not part.others:
        return rankings
    others = (Ballot(marks, times) for marks, times in part.others.items())
    return (*rankings, *sorted(others, key=repr))


class Packing(NamedTuple):
    """How marks are packed: each a digit of a number with so many digits.

    The first mark is the highest digit, and a nought ends a ranking, so that numbers
    rise as rankings do in the order of a dictionary.
    """

    base: int
    digits: int


def packing(options: tuple[str, ...]) -> Packing:
    """Give as many digits as fit into 64 bits."""
    base = len(options) + 1
    digits = 1
    while base ** (digits + 1) <= 2**BITS:
        digits += 1
    return Packing(base, digits)


def packed(ballots: GroupedRankings) -> Keys:
    """Pack each ranking into a row of numbers, as many as the longest one takes."""
    base, digits = packing(ballots.options)
    fingers = ballots.starts.copy()
    words: list[NDArray[np.uint64]] = []
    while not words or ballots.marks.take(fingers).any():
        word = np.zeros(len(ballots), dtype=np.uint64)
        for _ in range(digits):
            marks = ballots.marks.take(fingers)
            word *= np.uint64(base)
            word += marks
            # Whoever is at the nought that ends the ballot stays there.
            fingers += marks != 0
        words.append(word)
    return np.stack(words, axis=1)


def unpacked(options: tuple[str, ...], keys: Keys, weights: Whole) -> GroupedRankings:
    """Give the rankings that these rows of numbers stand for."""
    base, digits = packing(options)
    columns: list[Places] = []
    for word in keys.T:
        left = word.copy()
        of_word = []
        for _ in range(digits):
            left, marks = np.divmod(left, np.uint64(base))
            of_word.append(small(marks.astype(np.int64), options))
        columns += reversed(of_word)
    table = np.stack([*columns, np.zeros_like(columns[0])], axis=1)
    lengths = np.count_nonzero(table, axis=1)
    kept = np.arange(table.shape[1]) <= lengths[:, np.newaxis]
    ends = np.cumsum(lengths + 1)
    return GroupedRankings(options, table[kept], ends - lengths - 1, weights)


def _sorted_out(
    options: tuple[str, ...], ballots: Ballots
) -> tuple[GroupedRankings, Counter[Marks]]:
    """Part rankings that name one option at each rank from all other ballots."""
    place = {option: i for i, option in enumerate(options, start=1)}
    others: Counter[Marks] = Counter()
    marks: list[int] = []
    starts, weights = [], []
    for ballot in ballots:
        said = ballot.marks
        if isinstance(said, Ranking) and all(len(rank) == 1 for rank in said.ranks):
            starts.append(len(marks))
            weights.append(ballot.weight)
            marks += [*(place[option] for (option,) in said.ranks), 0]
        else:
            others[said] += ballot.weight
    strict = GroupedRankings(
        options,
        small(np.array(marks, dtype=np.int64), options),
        np.array(starts, dtype=np.int64),
        np.array(weights, dtype=np.int64),
    )
    return strict, others


def _widened(keys: Keys, wide: int) -> Keys:
    return np.pad(keys, ((0, 0), (0, wide - keys.shape[1])))


def _added_up(keys: Keys, weights: Whole) -> tuple[Keys, Whole]:
    """Put rows in rising order, equal ones together with all their voters."""
    if not len(keys):
        return keys, weights
    # The last of these is what is sorted by first; one alone is sorted sooner.
    order = np.lexsort(keys.T[::-1]) if keys.shape[1] > 1 else np.argsort(keys[:, 0])
    keys, weights = keys.take(order, axis=0), weights.take(order)
    begins = np.ones(len(keys), dtype=np.bool_)
    np.any(keys[1:] != keys[:-1], axis=1, out=begins[1:])
    firsts = np.flatnonzero(begins)
    return keys.take(firsts, axis=0), np.add.reduceat(weights, firsts)

"""A city's rankings held compactly: flat arrays instead of an object for every ballot.

To every reader it is an ordinary sequence of ballots; the counts that need speed read
the arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from commonweal.rules.voting.ballot_rows import BallotRows
from commonweal.rules.voting.ballots import Ballot, Ranking

type Places = NDArray[np.uint8] | NDArray[np.uint16]
type Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class GroupedRankings(BallotRows):
    """Rankings in strict order, each with the whole number of voters who cast it.

    `marks` holds one ballot after the other: the places of its options in `options`,
    counted from one, best first, and then a nought. Ballot `i` begins at
    `marks[starts[i]]` and was cast by `weights[i]` voters.
    """

    options: tuple[str, ...]
    marks: Places
    starts: Whole
    weights: Whole

    def __len__(self) -> int:
        return len(self.weights)

    def ballot(self, row: int) -> Ballot:
        """Make the ballot in this row."""
        begin = int(self.starts[row])
        later = row + 1 < len(self)
        end = int(self.starts[row + 1]) if later else len(self.marks)
        ranks = tuple(
            (self.options[place - 1],) for place in self.marks[begin : end - 1]
        )
        return Ballot(Ranking(ranks), int(self.weights[row]))


def grouped(options: tuple[str, ...], ballots: Sequence[Ballot]) -> GroupedRankings:
    """Hold rankings compactly, as far as each goes in strict order.

    A rank nobody is named at is passed over; from a rank that several options share
    the ballot says nothing more that a strict order could hold. Takes only rankings
    of `options`.
    """
    place = {option: i for i, option in enumerate(options, start=1)}
    marks: list[int] = []
    starts: list[int] = []
    for ballot in ballots:
        starts.append(len(marks))
        marks.extend(place[option] for option in strict_order(ballot))
        marks.append(0)
    return GroupedRankings(
        options,
        small(np.array(marks, dtype=np.int64), options),
        np.array(starts, dtype=np.int64),
        np.array([ballot.weight for ballot in ballots], dtype=np.int64),
    )


def small(marks: Whole, options: tuple[str, ...]) -> Places:
    """Hold the places of options in the smallest kind of number that fits them."""
    return marks.astype(np.uint8) if len(options) < 256 else marks.astype(np.uint16)


def strict_order(ballot: Ballot) -> tuple[str, ...]:
    """Give the options in the order marked, up to the first rank that two share."""
    assert isinstance(ballot.marks, Ranking)
    order: list[str] = []
    for rank in ballot.marks.ranks:
        if len(set(rank)) > 1:
            break
        order.extend(rank[:1])
    return tuple(order)

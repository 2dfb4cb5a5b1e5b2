"""Ballots kept as arrays, that still read one by one as ballots do."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import overload

from commonweal.rules.voting.ballots import Ballot


class BallotRows(Sequence[Ballot]):
    """A sequence of ballots that makes each one only when it is asked for."""

    __slots__ = ()

    @abstractmethod
    def ballot(self, row: int) -> Ballot:
        """Make the ballot in this row, counted from nought."""

    @overload
    def __getitem__(self, at: int) -> Ballot: ...
    @overload
    def __getitem__(self, at: slice) -> list[Ballot]: ...
    def __getitem__(self, at: int | slice) -> Ballot | list[Ballot]:
        if isinstance(at, slice):
            return [self.ballot(row) for row in range(*at.indices(len(self)))]
        return self.ballot(range(len(self))[at])

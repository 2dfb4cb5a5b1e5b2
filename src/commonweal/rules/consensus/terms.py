"""The terms of a test of consensus: how much doubt it bears, and what then.

Every number is the members' own. The defaults are those of a consensus collective: a
block stops, whoever blocks says why and comes to talk, the others may rule nearly all
together that a block does not hold, and in the end there is a vote.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal, get_args

type Validity = Literal["none", "others", "panel"]
VALIDITIES: tuple[Validity, ...] = get_args(Validity.__value__)


@dataclass(frozen=True, slots=True)
class Consensus:
    """How a test of consensus runs, in days, heads and exact shares.

    A limit in heads and one in shares of those who took a position hold together: the
    larger of the two counts. `validity` says who may rule that a block does not hold:
    nobody, such a share of those who do not block, or more than half of a panel. With
    a `fallback` of nought there is no vote in the end, and what is blocked stays so.
    """

    test_days: int = 7
    blocks_to_stop: int = 1
    blocks_share: Fraction = Fraction(0)
    stand_asides_most: int = 2
    stand_asides_share: Fraction = Fraction(1, 4)
    reservations_most: int = 2
    reservations_share: Fraction = Fraction(1, 2)
    needs_principle: bool = True
    needs_meeting: bool = True
    validity: Validity = "others"
    validity_share: Fraction = Fraction(9, 10)
    absentee_days: int = 14
    meetings: int = 6
    resolution_days: int = 90
    lapses_if_away: bool = True
    rounds: int = 3
    fallback: Fraction = Fraction(9, 10)
    fallback_days: int = 7
    trial_days: int = 90

    def blocks_needed(self, spoke: int) -> int:
        """Say how many blocks stop a proposal on which so many took a position."""
        return max(self.blocks_to_stop, ceil(self.blocks_share * spoke))

    def stand_asides_borne(self, spoke: int) -> int:
        """Say how many may stand aside, of so many who took a position."""
        return max(self.stand_asides_most, floor(self.stand_asides_share * spoke))

    def reservations_borne(self, spoke: int) -> int:
        """Say how many may have reservations, of so many who took a position."""
        return max(self.reservations_most, floor(self.reservations_share * spoke))

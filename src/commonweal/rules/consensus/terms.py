"""What a charter says about consensus: how much doubt it bears, and what then.

Every number is the members' own. The defaults are those of a consensus collective: a
block stops, whoever blocks says why and comes to talk, the others may rule nearly all
together that a block does not hold, and in the end there is a vote.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, days, flag, number, share

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

    test_days: int = field(
        default=7, metadata=days(N_("Days to say where one stands"), least=1)
    )
    blocks_to_stop: int = field(
        default=1, metadata=number(N_("Blocks that stop a proposal"), least=1)
    )
    blocks_share: Fraction = field(
        default=Fraction(0),
        metadata=share(N_("Share of those who spoke whose blocks stop it")),
    )
    stand_asides_most: int = field(
        default=2, metadata=number(N_("How many may stand aside"))
    )
    stand_asides_share: Fraction = field(
        default=Fraction(1, 4), metadata=share(N_("Share that may stand aside"))
    )
    reservations_most: int = field(
        default=2, metadata=number(N_("How many may have reservations"))
    )
    reservations_share: Fraction = field(
        default=Fraction(1, 2), metadata=share(N_("Share that may have reservations"))
    )
    needs_principle: bool = field(
        default=True,
        metadata=flag(N_("Whoever blocks names the principle or the harm")),
    )
    needs_meeting: bool = field(
        default=True, metadata=flag(N_("Whoever blocks says that they will meet"))
    )
    validity: Validity = field(
        default="others",
        metadata=choice(N_("Who rules that a block does not hold"), VALIDITIES),
    )
    validity_share: Fraction = field(
        default=Fraction(9, 10),
        metadata=share(N_("Share of the others who rule that together")),
    )
    absentee_days: int = field(
        default=14, metadata=days(N_("Days in which those who were away can speak"))
    )
    meetings: int = field(
        default=6, metadata=number(N_("Meetings about what stands against it"))
    )
    resolution_days: int = field(
        default=90, metadata=days(N_("Days for these meetings, all together"), least=1)
    )
    lapses_if_away: bool = field(
        default=True,
        metadata=flag(N_("A block no longer counts if whoever made it stays away")),
    )
    rounds: int = field(
        default=3, metadata=number(N_("How often new words can be tested"), least=1)
    )
    fallback: Fraction = field(
        default=Fraction(9, 10),
        metadata=share(N_("Share of yes among yes and no in the last vote")),
    )
    fallback_days: int = field(
        default=7, metadata=days(N_("Days for the last vote"), least=1)
    )
    trial_days: int = field(
        default=90, metadata=days(N_("Days until it is looked at again"))
    )

    def blocks_needed(self, spoke: int) -> int:
        """Say how many blocks stop a proposal on which so many took a position."""
        return max(self.blocks_to_stop, ceil(self.blocks_share * spoke))

    def stand_asides_borne(self, spoke: int) -> int:
        """Say how many may stand aside, of so many who took a position."""
        return max(self.stand_asides_most, floor(self.stand_asides_share * spoke))

    def reservations_borne(self, spoke: int) -> int:
        """Say how many may have reservations, of so many who took a position."""
        return max(self.reservations_most, floor(self.reservations_share * spoke))

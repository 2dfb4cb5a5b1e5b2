"""How one sort of decision is made: who is asked, how many must take part and agree.

A charter names its rules; each proposal is decided by one of them. Everything that
bears on the result stands here as a whole number, an exact fraction or a name, so
that a member can read the rule before voting and a stranger can apply it afterwards.

Source for the kinds of quorum and the named base of a threshold: Robert's Rules of
Order Newly Revised (quorum; basis for determining a voting result).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, get_args

from commonweal.rules.sentence import LocalText

type QuorumKind = Literal[
    "none",
    "fixed",
    "share_of_roll",
    "share_of_active_roll",
    "ballots_cast",
    "positive_votes",
]
type Base = Literal["yes_and_no", "cast", "roll", "active_roll"]
type BallotKind = Literal["open", "secret"]
type TieBreak = Literal[
    "status_quo", "lot", "most_first_preferences", "last_round_that_differed"
]

QUORUM_KINDS: tuple[QuorumKind, ...] = get_args(QuorumKind.__value__)
BASES: tuple[Base, ...] = get_args(Base.__value__)
BALLOT_KINDS: tuple[BallotKind, ...] = get_args(BallotKind.__value__)
TIE_BREAKS: tuple[TieBreak, ...] = get_args(TieBreak.__value__)
MOTION = "motion"


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must take part.

    A share is of the roll, or of its active members, rounded up, and never less than
    `at_least`. `fixed` and `ballots_cast` ask for `at_least` ballots of any sort, and
    `positive_votes` for that many that say yes. Where nobody meets, a member takes
    part by casting a ballot; abstaining is taking part.
    """

    kind: QuorumKind = "none"
    share: Fraction = Fraction(0)
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many must agree, counted out of `base`.

    `yes_and_no` leaves abstentions out, `cast` counts them, `roll` counts everybody
    who may vote. With `strict` the share must be passed, otherwise it must be reached.
    """

    base: Base = "yes_and_no"
    share: Fraction = Fraction(1, 2)
    strict: bool = True
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Support:
    """How many supporters admit a proposal: a share of the roll, never above it."""

    share: Fraction = Fraction(0)
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class SecondCall:
    """Another vote on the same text when too few took part, with its own quorum."""

    after_days: int
    voting_days: int
    quorum: Quorum = Quorum()


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """A named way to decide. Days end at the same time of day at the institution."""

    id: str
    title: LocalText
    method: str
    franchise: str
    ballot: BallotKind = "open"
    quorum: Quorum = Quorum()
    threshold: Threshold = Threshold()
    support: Support = Support()
    support_days: int = 30
    deliberation_days: int = 7
    notice_days: int = 2
    voting_days: int = 7
    in_force_after_days: int = 0
    review_after_days: int = 0
    tie_break: TieBreak = "status_quo"
    second_call: SecondCall | None = None
    settings: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_motion(self) -> bool:
        """Say whether the question is answered yes, no or abstain."""
        return self.method == MOTION


def supporters_needed(rule: DecisionRule, *, roll: int) -> int:
    """Say how many members must support a proposal before it is admitted.

    `roll` is how many could support it. The share is rounded up; the number is never
    above a majority of the roll, so that neither a small institution nor one with
    silent members is locked by its own charter.
    """
    assert roll >= 0
    wanted = max(share_rounded_up(rule.support.share, roll), rule.support.at_least)
    return min(wanted, roll // 2 + 1, roll)


def needed_for(quorum: Quorum, *, electorate: int, active: int) -> int:
    """Say how many members make this quorum, given the roll and its active members."""
    if quorum.kind == "none":
        return 0
    if quorum.kind == "share_of_roll":
        return max(share_rounded_up(quorum.share, electorate), quorum.at_least)
    if quorum.kind == "share_of_active_roll":
        return max(share_rounded_up(quorum.share, active), quorum.at_least)
    return quorum.at_least


def share_rounded_up(share: Fraction, whole: int) -> int:
    """Give the smallest whole number that is at least this share of `whole`."""
    return -((-share.numerator * whole) // share.denominator)

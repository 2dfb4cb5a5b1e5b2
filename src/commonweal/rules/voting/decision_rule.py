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

from commonweal.rules.sentence import N_, NP_, LocalText
from commonweal.rules.setting import (
    by_name,
    choice,
    days,
    flag,
    number,
    part,
    said,
    share,
    text,
)
from commonweal.rules.voting.bearings import Bearings
from commonweal.rules.voting.kept_places import KeptPlaces
from commonweal.rules.voting.marking import Marking

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
MOTION, CONSENSUS = "motion", "consensus"
# Of fewer ballots than these, whoever knows some could work out the others.
FLOOR, LEAST_FLOOR, MOST_FLOOR = 5, 3, 100


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many must take part.

    A share is of the roll, or of its active members, rounded up, and never less than
    `at_least`. `fixed` and `ballots_cast` ask for `at_least` ballots of any sort, and
    `positive_votes` for that many that say yes. Where nobody meets, a member takes
    part by casting a ballot; abstaining is taking part.
    """

    kind: QuorumKind = field(
        default="none", metadata=choice(N_("How many must vote"), QUORUM_KINDS)
    )
    share: Fraction = field(
        default=Fraction(0), metadata=share(N_("Share that must vote"))
    )
    at_least: int = field(
        default=0, metadata=number(N_("Number that must vote at least"))
    )


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many must agree, counted out of `base`.

    `yes_and_no` leaves abstentions out, `cast` counts them, `roll` counts everybody
    who may vote. With `strict` the share must be passed, otherwise it must be reached.
    """

    base: Base = field(
        default="yes_and_no", metadata=choice(N_("Agreement is counted out of"), BASES)
    )
    share: Fraction = field(
        default=Fraction(1, 2), metadata=share(N_("Share that must agree"))
    )
    strict: bool = field(default=True, metadata=flag(N_("More than that share")))
    at_least: int = field(
        default=0, metadata=number(N_("Number that must agree at least"))
    )


@dataclass(frozen=True, slots=True)
class Support:
    """How many supporters admit a proposal: a share of the roll, never above it."""

    share: Fraction = field(
        default=Fraction(0),
        metadata=share(N_("Share of members whose support is needed")),
    )
    at_least: int = field(
        default=0, metadata=number(N_("Number of supporters needed at least"))
    )


@dataclass(frozen=True, slots=True)
class SecondCall:
    """Another vote on the same text when too few took part, with its own quorum."""

    after_days: int = field(default=7, metadata=days(N_("Days until it opens")))
    voting_days: int = field(default=7, metadata=days(N_("Days to vote"), least=1))
    quorum: Quorum = field(default=Quorum(), metadata=part(Quorum))


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """A named way to decide. Days end at the same time of day at the institution.

    `floor` is for secret ballots: of fewer than so many no more is told than how many
    there were and what was decided.

    Its settings stand in the order in which a proposal meets them, and are printed so.
    """

    id: str
    title: LocalText = field(metadata=said(plain=False))
    franchise: str = field(metadata=choice(N_("Who votes"), among="franchises"))
    method: str = field(
        default=MOTION, metadata=text(N_("Way of counting"), plain=False)
    )
    kept_places: KeptPlaces = field(default=KeptPlaces(), metadata=part(KeptPlaces))
    marking: Marking = field(default=Marking(), metadata=part(Marking))
    bearings: Bearings = field(default=Bearings(), metadata=part(Bearings))
    ballot: BallotKind = field(
        default="open", metadata=choice(N_("Ballots"), BALLOT_KINDS)
    )
    floor: int = field(
        default=FLOOR,
        metadata=number(
            N_("Secret ballots: how many there must be before the count is shown"),
            least=LEAST_FLOOR,
        ),
    )
    support: Support = field(default=Support(), metadata=part(Support))
    support_days: int = field(default=30, metadata=days(N_("Days to find support")))
    deliberation_days: int = field(
        default=7,
        metadata=days(
            N_("Days to discuss"),
            says=NP_(
                "Then we discuss it for {days} day. If the words change, its "
                "supporters must confirm.",
                "Then we discuss it for {days} days. If the words change, its "
                "supporters must confirm.",
                by="days",
            ),
            says_not=N_(
                "No days are set aside to discuss it. If the words change, its "
                "supporters must confirm."
            ),
        ),
    )
    notice_days: int = field(
        default=2,
        metadata=days(
            N_("Days to read the fixed text"),
            says=NP_(
                "Then the text is fixed, and everybody has {days} day to read it.",
                "Then the text is fixed, and everybody has {days} days to read it.",
                by="days",
            ),
            says_not=N_("Then the text is fixed, and the vote opens at once."),
        ),
    )
    voting_days: int = field(
        default=7,
        metadata=days(
            N_("Days to vote"),
            least=1,
            says=NP_(
                "The vote lasts {days} day.", "The vote lasts {days} days.", by="days"
            ),
        ),
    )
    quorum: Quorum = field(default=Quorum(), metadata=part(Quorum))
    threshold: Threshold = field(default=Threshold(), metadata=part(Threshold))
    tie_break: TieBreak = field(
        default="status_quo", metadata=choice(N_("In a tie"), TIE_BREAKS)
    )
    second_call: SecondCall | None = field(
        default=None, metadata=part(SecondCall, N_("Second call"))
    )
    in_force_after_days: int = field(
        default=0,
        metadata=days(
            N_("Days from the vote to being in force"),
            says=NP_(
                "What is decided is in force {days} day after voting ends.",
                "What is decided is in force {days} days after voting ends.",
                by="days",
            ),
            says_not=N_("What is decided is in force as soon as voting ends."),
        ),
    )
    review_after_days: int = field(
        default=0,
        metadata=days(
            N_("Days in force until a review (0: none)"),
            says=NP_(
                "It holds until it is changed; after {days} day we look at it again.",
                "It holds until it is changed; after {days} days we look at it again.",
                by="days",
            ),
            says_not=N_("It holds until it is changed."),
        ),
    )
    settings: Mapping[str, str] = field(
        default_factory=dict,
        hash=False,
        metadata=by_name(N_("Counting detail “{detail}”")),
    )

    @property
    def asks_one_text(self) -> bool:
        """Say whether one text is asked about, and not which of several options."""
        return self.method in (MOTION, CONSENSUS)

    @property
    def is_consensus(self) -> bool:
        """Say whether it is asked what stands against the text, and not who is for."""
        return self.method == CONSENSUS

    @property
    def is_secret(self) -> bool:
        """Say whether nobody is to learn who said what."""
        return self.ballot == "secret"


def supporters_needed(rule: DecisionRule, *, roll: int) -> int:
    """Say how many members must support a proposal before it is admitted.

    `roll` is how many could support it. The share is rounded up; the number is never
    above a majority of the roll, so that neither a small institution nor one with
    silent members is locked by its own charter.
    """
    assert roll >= 0
    wanted = max(share_rounded_up(rule.support.share, roll), rule.support.at_least)
    return min(wanted, roll // 2 + 1, roll)


def asks_no_less(rule: DecisionRule, *, than: DecisionRule) -> bool:
    """Say whether a motion under this rule needs at least what it would under another.

    The same roll is asked, as many must take part, also in a second call, and as large
    a share must agree; what cannot be compared is taken for less.
    """
    agreement, least = rule.threshold, than.threshold
    again = than.second_call.quorum if than.second_call else than.quorum
    if CONSENSUS in (rule.method, than.method) and rule != than:
        return False
    return (
        rule.franchise == than.franchise
        and _as_many(rule.quorum, than.quorum)
        and (rule.second_call is None or _as_many(rule.second_call.quorum, again))
        and agreement.base == least.base
        and (agreement.share, agreement.strict) >= (least.share, least.strict)
        and agreement.at_least >= least.at_least
    )


def _as_many(quorum: Quorum, least: Quorum) -> bool:
    return least.kind == "none" or (
        quorum.kind == least.kind
        and quorum.share >= least.share
        and quorum.at_least >= least.at_least
    )


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

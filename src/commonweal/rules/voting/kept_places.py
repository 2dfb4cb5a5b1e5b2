"""Places that a rule keeps for a class of members, where several are elected."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, number

type Unfilled = Literal["stays_empty", "filled"]
UNFILLED: tuple[str, ...] = get_args(Unfilled.__value__)
MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """How many places at least go to members of a class; the others may win them too.

    Who is of the class follows from their membership and from nothing else. Where too
    few of them stand, `unfilled` says whether their places stay empty until somebody of
    the class stands, or others win them too, which the outcome tells.
    """

    at_least: int = field(
        default=0,
        metadata=number(N_("Places kept for a class of members"), most=MOST_KEPT),
    )
    member_class: str = field(
        default="",
        metadata=choice(N_("Class they are kept for"), among="classes_or_none"),
    )
    unfilled: Unfilled = field(
        default="stays_empty",
        metadata=choice(N_("Kept places for which too few stand"), UNFILLED),
    )

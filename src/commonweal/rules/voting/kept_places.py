"""Places that a rule keeps for a class of members, where several are elected."""

from dataclasses import dataclass, field

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, number

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """How many places at least go to members of a class; the others may win them too.

    Who is of the class follows from their membership and from nothing else.
    """

    at_least: int = field(
        default=0,
        metadata=number(N_("Places kept for a class of members"), most=MOST_KEPT),
    )
    member_class: str = field(
        default="",
        metadata=choice(N_("Class they are kept for"), among="classes_or_none"),
    )

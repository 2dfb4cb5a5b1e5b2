"""What a charter says about joining: by which ways, and who is known before voting."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, days, number, several

type Way = Literal["invitation", "decision"]
type Door = Literal["link", "code"]

WAYS: tuple[str, ...] = get_args(Way.__value__)
DOORS: tuple[str, ...] = get_args(Door.__value__)


@dataclass(frozen=True, slots=True)
class Joining:
    """How people become members: on a member's invitation, or by a decision.

    An invitation lasts `invitation_days`, makes members of `invited_class` and may be
    used `max_uses` times at most (0: as often as whoever invites says).

    Who comes by one of the doors in `confirmed` votes once `confirmers` members have
    said that they know them; the first `founders` in the first `founding_days` count
    at once. Who has a place by name, on a list or by a decision, always does.
    """

    ways: frozenset[str] = field(metadata=several(N_("Ways to join"), WAYS))
    invited_class: str = field(
        default="", metadata=choice(N_("Those invited belong as"), among="classes")
    )
    invitation_days: int = field(
        default=14, metadata=days(N_("Days an invitation lasts"), least=1)
    )
    max_uses: int = field(
        default=0,
        metadata=number(N_("People per invitation (0: whoever invites says)")),
    )
    confirmed: frozenset[str] = field(
        default=frozenset(),
        metadata=several(N_("Who votes only once members say they know them"), DOORS),
    )
    confirmers: int = field(
        default=1,
        metadata=number(N_("Members who say that they know a newcomer"), least=1),
    )
    founders: int = field(
        default=10,
        metadata=number(N_("First members who count at once")),
    )
    founding_days: int = field(
        default=30,
        metadata=days(N_("Days after the founding in which they count at once")),
    )

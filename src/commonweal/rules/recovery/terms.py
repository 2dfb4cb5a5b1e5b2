"""What a charter says about letting somebody back in who lost every way."""

from dataclasses import dataclass, field

from commonweal.rules.sentence import N_
from commonweal.rules.setting import days, number


@dataclass(frozen=True, slots=True)
class Recovery:
    """How members let somebody back in: together, slowly, and for all to see.

    `vouchers` members must say that they know who it is, each of whom has belonged for
    `member_days`; `delay_days` later two of them print half a code each. Nought
    vouchers: nobody lets anybody back in. One alone never can. Where whoever it is
    about stopped it, it rests for `again_days`, and then needs other vouchers.
    """

    vouchers: int = field(
        default=0,
        metadata=number(
            N_("Members who together let somebody back in (0: nobody can)")
        ),
    )
    delay_days: int = field(
        default=7, metadata=days(N_("Days until somebody is let back in"), least=1)
    )
    member_days: int = field(
        default=30, metadata=days(N_("Days of belonging before somebody vouches"))
    )
    again_days: int = field(
        default=30,
        metadata=days(N_("Days to wait once it was stopped"), least=1),
    )

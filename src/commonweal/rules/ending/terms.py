"""What a charter says about parting: the goal, how one knows it, and the last day."""

from dataclasses import dataclass, field

from commonweal.rules.sentence import N_, LocalText
from commonweal.rules.setting import LONGEST_TEXT, days, said


@dataclass(frozen=True, slots=True)
class Ending:
    """What the institution is to reach, and when it stops.

    `test` says how members know that the `goal` is reached; both are empty where it is
    for no one thing. `sunset_days` after the founding it stops by itself (0: never).
    Whether members decide to part or that day comes, `winding_up_days` are left to
    finish what is open.
    """

    goal: LocalText = field(
        default=LocalText(),
        metadata=said(N_("What we want to reach, in {language}"), longest=LONGEST_TEXT),
    )
    test: LocalText = field(
        default=LocalText(),
        metadata=said(
            N_("How we know that it is reached, in {language}"), longest=LONGEST_TEXT
        ),
    )
    sunset_days: int = field(
        default=0,
        metadata=days(N_("Days after the founding on which we stop (0: never)")),
    )
    winding_up_days: int = field(
        default=30,
        metadata=days(N_("Days to finish what is open before we part"), least=1),
    )

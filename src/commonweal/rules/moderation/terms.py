"""What a charter says about looking after words: stewards, appeals, newcomers, limits.

Nobody is set above the members: whoever may hide words holds an office that members
fill, says a reason, and can be contradicted within days.
"""

from dataclasses import dataclass, field
from typing import Literal, get_args

from commonweal.rules.sentence import N_
from commonweal.rules.setting import choice, days, flag, number

type Appellant = Literal["author", "any_member"]
type Sponsor = Literal["any_longer_member", "stewards"]

APPELLANTS: tuple[str, ...] = get_args(Appellant.__value__)
SPONSORS: tuple[str, ...] = get_args(Sponsor.__value__)


@dataclass(frozen=True, slots=True)
class Moderation:
    """How an institution looks after what is said in it.

    `office` names the office whose holders look at reports; without one, nothing is
    reported or hidden. Another office may decide the appeals; without one, the same
    office does, but never the same person. Where nobody holds one, or all who do have a
    part in the matter, those who could hold it stand in. Counts of nought mean: no such
    limit.
    """

    office: str = field(
        default="", metadata=choice(N_("Who looks at reports"), among="offices")
    )
    appeal_office: str = field(
        default="",
        metadata=choice(N_("Who decides appeals, if it is others"), among="offices"),
    )
    named: bool = field(
        default=True, metadata=flag(N_("Members see which person hid something"))
    )
    appeal_by: Appellant = field(
        default="any_member", metadata=choice(N_("Who may appeal"), APPELLANTS)
    )
    appeal_days: int = field(default=14, metadata=days(N_("Days to appeal"), least=1))
    answer_days: int = field(
        default=7,
        metadata=days(
            N_("Days to answer an appeal; after them the words come back"), least=1
        ),
    )
    newcomer_posts: int = field(
        default=0,
        metadata=number(N_("First contributions that wait for a sponsor (0: none)")),
    )
    newcomer_days: int = field(
        default=0,
        metadata=days(
            N_("First days in which contributions wait for a sponsor (0: none)")
        ),
    )
    sponsors: Sponsor = field(
        default="any_longer_member",
        metadata=choice(N_("Who may be a sponsor"), SPONSORS),
    )
    most_proposals: int = field(
        default=0,
        metadata=number(N_("Proposals a member may make in a while (0: any number)")),
    )
    proposal_days: int = field(
        default=30, metadata=days(N_("How many days that while lasts"), least=1)
    )

    @property
    def deciding_office(self) -> str:
        """The office that decides appeals."""
        return self.appeal_office or self.office

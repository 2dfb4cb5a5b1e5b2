"""What a charter says about looking after words: stewards, appeals, newcomers, limits.

Nobody is set above the members: whoever may hide words holds an office that members
fill, says a reason, and can be contradicted within days.
"""

from dataclasses import dataclass
from typing import Literal, get_args

type Appellant = Literal["author", "any_member"]
type Sponsor = Literal["any_longer_member", "stewards"]

APPELLANTS: tuple[str, ...] = get_args(Appellant.__value__)
SPONSORS: tuple[str, ...] = get_args(Sponsor.__value__)


@dataclass(frozen=True, slots=True)
class Moderation:
    """How an institution looks after what is said in it.

    `office` names the office whose holders look at reports; without one, nothing is
    reported or hidden. Another office may decide the appeals; without one, the same
    office does, but never the same person. Counts of nought mean: no such limit.
    """

    office: str = ""
    appeal_office: str = ""
    named: bool = True
    appeal_by: Appellant = "any_member"
    appeal_days: int = 14
    answer_days: int = 7
    newcomer_posts: int = 0
    newcomer_days: int = 0
    sponsors: Sponsor = "any_longer_member"
    most_proposals: int = 0
    proposal_days: int = 30

    @property
    def deciding_office(self) -> str:
        """The office that decides appeals."""
        return self.appeal_office or self.office

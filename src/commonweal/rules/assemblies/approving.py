"""Whether an assembly can approve earlier minutes, and what of them is fixed then.

They went to all members before it was called, so that the matter stands in its call and
everybody had days to read them. Few cannot approve what many were at.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.assemblies.minutes import Remark, Standing
from commonweal.rules.verdict import ALLOWED, Verdict, refused

LIE_OPEN = timedelta(days=1)
# Two besides whoever leads, who may have written every word.
LEAST_THERE = 3


@dataclass(frozen=True, slots=True)
class Before:
    """Minutes before a room: since when it is turned to them, and how many are there.

    Of its `members` so many are `there`; `came` were at the assembly they are of.
    """

    called_at: datetime
    since: datetime
    there: int
    members: int
    came: int

    @property
    def needed(self) -> int:
        """How many must be there, apart from what the charter asks of any decision."""
        half = -(-self.came // 2)
        return min(self.members, max(LEAST_THERE, half))


def may_be_approved(now: Standing, before: Before) -> Verdict:
    """Say whether an assembly can approve minutes as they stand.

    What was proposed before it turned to them is answered first; what comes later waits
    for nothing, and is left.
    """
    if now.approved_at is not None:
        return refused("minutes_are_approved")
    out = now.sent_out_at
    if out is None or out > before.called_at or before.since < out + LIE_OPEN:
        return refused("minutes_not_read_in_time")
    waiting = sum((one.asked_at or one.at) <= before.since for one in now.waiting)
    if waiting:
        return refused("corrections_wait", count=waiting)
    there, needed = before.there, before.needed
    enough = there >= needed
    return (
        ALLOWED
        if enough
        else refused("too_few_in_the_room", there=there, needed=needed)
    )


def heard(now: Standing, since: datetime) -> tuple[Remark, ...]:
    """Give what is fixed: what stood when the room turned to it, and what it took.

    Words that a writer adds while hands are counted are words nobody was asked about.
    """
    stands = (one for one in now.remarks if one.fate == "stands")
    return tuple(one for one in stands if _was_heard(one, since))


def _was_heard(one: Remark, since: datetime) -> bool:
    if one.answered_at and not one.answered_by:
        return True
    return max(one.at, one.answered_at or one.at) <= since

"""Who may vote on what: a named rule that the charter holds and the roll applies.

One member, one ballot, among those whom the decision concerns. What a computer can
see (class, time of joining, standing, activity) is judged here. What only people can
see (that nobody on the roll is a landlord) is written in the exclusions, and those
who admit members answer for it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.sentence import LocalText
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


@dataclass(frozen=True, slots=True)
class Franchise:
    """Which members are on the roll of a question."""

    id: str
    name: LocalText
    classes: frozenset[str]
    joined_days_before: int = 0
    active_only: bool = False
    good_standing: bool = True
    exclusions: tuple[LocalText, ...] = ()


def may_be_on_roll(
    franchise: Franchise,
    *,
    member_class: str,
    joined_at: datetime,
    noticed_at: datetime,
    suspended: bool,
    dormant: bool,
) -> Verdict:
    """Let a member onto the roll unless class, date of joining or standing forbid it.

    `noticed_at` is when members were told that there would be a vote. A day counts 24
    hours here: joining is compared with the notice, not with a time of day.
    """
    days = franchise.joined_days_before
    return first_refusal(
        ALLOWED
        if member_class in franchise.classes
        else refused("class_not_asked", franchise=franchise.name),
        ALLOWED
        if not days or noticed_at - joined_at >= timedelta(days=days)
        else refused("joined_too_late", days=days, joined=joined_at, notice=noticed_at),
        refused("standing_suspended")
        if suspended and franchise.good_standing
        else ALLOWED,
        refused("member_dormant") if dormant and franchise.active_only else ALLOWED,
    )

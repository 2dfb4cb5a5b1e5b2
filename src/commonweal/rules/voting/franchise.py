"""Who may vote on what: a named rule that the charter holds and the roll applies.

One member, one ballot, among those whom the decision concerns. What a computer can
see (class, time of joining, standing, activity) is judged here. What only people can
see (that nobody on the roll is a landlord) is written in the exclusions, and those
who admit members answer for it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from commonweal.rules.sentence import N_, LocalText
from commonweal.rules.setting import choice, days, flag, said, sayings, several
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


@dataclass(frozen=True, slots=True)
class Franchise:
    """Which members are on the roll of a question."""

    id: str
    name: LocalText = field(metadata=said(plain=False))
    classes: frozenset[str] = field(
        metadata=several(N_("Who is on this list of voters"), among="classes")
    )
    office: str = field(
        default="",
        metadata=choice(N_("Only those who hold this office"), among="offices"),
    )
    joined_days_before: int = field(
        default=0,
        metadata=days(N_("Days they must have belonged when the vote is announced")),
    )
    active_only: bool = field(default=False, metadata=flag(N_("Only active members")))
    good_standing: bool = field(
        default=True, metadata=flag(N_("Only members in good standing"))
    )
    exclusions: tuple[LocalText, ...] = field(
        default=(), metadata=sayings(N_("Who is kept off it"))
    )


def keeps_vote(*, today: Verdict, announced: Verdict, belonged: bool) -> Verdict:
    """Let onto the roll who may be on it today, or could when it was announced.

    `announced` is the verdict by the charter as it stood when members were told that
    there would be a vote, and `belonged` whether they did then. So a change of the
    charter shapes no roll of a vote that is on its way; whoever leaves is not asked at
    all. Refuses as today's verdict does.
    """
    return ALLOWED if announced and belonged else today


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
    hours here: joining is compared with the notice, not with a time of day. For whom
    others put on the list, `joined_at` is when they came themselves.
    """
    before = franchise.joined_days_before
    return first_refusal(
        ALLOWED
        if member_class in franchise.classes
        else refused("class_not_asked", franchise=franchise.name),
        ALLOWED
        if not before or noticed_at - joined_at >= timedelta(days=before)
        else refused(
            "joined_too_late", days=before, joined=joined_at, notice=noticed_at
        ),
        refused("standing_suspended")
        if suspended and franchise.good_standing
        else ALLOWED,
        refused("member_dormant") if dormant and franchise.active_only else ALLOWED,
    )


def may_in_office(franchise: Franchise, *, holds: bool) -> Verdict:
    """Let only those vote who hold the office that the franchise names, if it does."""
    if franchise.office and not holds:
        return refused("office_not_held", franchise=franchise.name)
    return ALLOWED

"""Whether members have yet to say that they know somebody, and why, and who may."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from commonweal.foundation.institutions.access.origins import (
    KNEW_AGAIN,
    counting,
    lines_about,
    origins_of,
)
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.models import Line
from commonweal.rules.belonging.independence import are_independent
from commonweal.rules.charters.charter import Charter
from commonweal.rules.recovery.anew import Knower, may_know_again, needed_anew
from commonweal.rules.verdict import ALLOWED, Verdict, refused

VOUCHED, CAME_BACK = "vouched", "came_back"
# What ends that somebody is let back in: words of before count for it no more.
OVER = ("stopped_recovery", CAME_BACK, "lapsed_recovery", "left")


def is_known(member: Member, *, at: datetime) -> Verdict:
    """Allow who counts; say of others what they wait for."""
    if member.waits_anew(at):
        return refused("place_not_known_anew")
    return ALLOWED if member.was_known(at) else refused("not_confirmed_yet")


def belongs_since(by: Member) -> datetime:
    """Say since when somebody belongs as a person whom others know."""
    came = by.taken_up_at or by.joined_at
    since = (came, by.confirmed_at, by.known_again_at)
    return max(one for one in since if one is not None)


def may_know(
    by: Member | None, returned: Member, charter: Charter, *, at: datetime
) -> Verdict:
    """Let somebody say that they know whoever was given a place back."""
    if by is None or by.left_at is not None:
        return refused("members_only")
    gave = vouchers_of(returned)
    origins = origins_of(by.institution, [by.pk, *gave])
    own = origins[by.pk]
    knower = Knower(
        belongs_since=belongs_since(by),
        counts=by.counts(at),
        is_oneself=by.pk == returned.pk,
        vouched=by.pk in gave,
        is_independent=all(
            are_independent(own, origins[one]) for one in gave if one != by.pk
        ),
        said_already=by.pk in knew_again(returned),
    )
    return may_know_again(charter.recovery, knower, at=at)


def vouchers_of(returned: Member) -> frozenset[UUID]:
    """Give who vouched when a place was last given back; nobody, where it never was."""
    found: set[UUID] = set()
    last: frozenset[UUID] = frozenset()
    for line in _told(returned, (VOUCHED, *OVER)):
        if line.deed == VOUCHED:
            found |= {line.by} if line.by else set()
            continue
        last = frozenset(found) if line.deed == CAME_BACK else last
        found = set()
    return last


def knew_again(returned: Member) -> frozenset[UUID]:
    """Give who has said since that they know whoever was given this place back."""
    if returned.back_at is None:
        return frozenset()
    lines = _told(returned, (CAME_BACK, KNEW_AGAIN))
    last = max((line.number for line in lines if line.deed == CAME_BACK), default=0)
    return frozenset(line.by for line in lines if line.number > last and line.by)


def needed_again(returned: Member) -> int:
    """Say how many have to, as it was when the place was given back."""
    lines = [line for line in _told(returned, (CAME_BACK,)) if "anew" in line.facts]
    return int(lines[-1].facts["anew"]) if lines else 0


def needed_after(
    returned: Member, charter: Charter, vouched: Iterable[UUID], *, at: datetime
) -> int:
    """Count who will have to, besides those who vouched."""
    there = others_who_count(returned, vouched, at=at)
    return needed_anew(charter.joining.confirmers, others=there)


def others_who_count(member: Member, besides: Iterable[UUID], *, at: datetime) -> int:
    """Count the members who have signed in and count, besides these and this one."""
    there = Member.objects.filter(
        counting(at),
        institution=member.institution_id,
        left_at=None,
        joined_at__lte=at,
        person__isnull=False,
    )
    return there.exclude(pk__in=[member.pk, *besides]).count()


def _told(member: Member, deeds: Sequence[str]) -> list[Line]:
    lines = lines_about(member.institution, [member.pk]).filter(deed__in=deeds)
    return list(lines.order_by("number"))

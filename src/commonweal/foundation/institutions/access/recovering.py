"""May this member vouch, print their half, and may somebody come back in now?"""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.access.meeting import may_pick
from commonweal.foundation.institutions.access.origins import origins_of
from commonweal.foundation.institutions.models import Member, Recovery, Vouch
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.charter import Charter
from commonweal.rules.recovery import vouching
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_vouch(
    by: Member | None, lost: Member, charter: Charter, *, at: datetime
) -> Verdict:
    """Let a member say that they know who somebody is who lost every way in."""
    if by is None or by.left_at is not None:
        return refused("members_only")
    given = Vouch.objects.filter(recovery__member=lost, recovery__ends_at__gt=at)
    return first_refusal(
        vouching.may_vouch(
            charter.recovery,
            belongs_since=_belongs_since(by),
            is_oneself=by.pk == lost.pk,
            stopped=_stopped(lost, by),
            at=at,
        ),
        ALLOWED if by.counts(at) else refused("not_confirmed_yet"),
        refused("member_has_left") if lost.left_at is not None else ALLOWED,
        refused("member_never_came") if lost.person_id is None else ALLOWED,
        refused("vouched_already") if given.filter(voucher=by).exists() else ALLOWED,
        ALLOWED if by.pk == lost.pk else may_pick(by, lost),
        _may_add_to(by, [one.voucher_id for one in given]),
    )


def _belongs_since(by: Member) -> datetime:
    came = by.taken_up_at or by.joined_at
    return max(came, by.confirmed_at) if by.confirmed_at else came


def _stopped(lost: Member, by: Member) -> vouching.Stopped:
    """Find in the journal when it was last stopped, and whether `by` had vouched."""
    lines = Line.objects.filter(institution_id=lost.institution_id, about_id=lost.pk)
    stop = lines.filter(deed="stopped_recovery").order_by("-number").first()
    if stop is None:
        return vouching.Stopped()
    vouched = lines.filter(deed="vouched", by=by.pk, number__lt=stop.number)
    recent = vouched.filter(at__gt=stop.at - vouching.A_YEAR)
    return vouching.Stopped(stop.at, with_this_voucher=recent.exists())


def _may_add_to(by: Member, before: list[UUID]) -> Verdict:
    origins = origins_of(by.institution, [by.pk, *before])
    return vouching.may_add_to(origins[by.pk], [origins[one] for one in before])


def opens_at(recovery: Recovery) -> datetime | None:
    """Say from when the halves may be printed; None while too few have vouched."""
    given = recovery.vouches.values_list("given_at", flat=True)
    return vouching.opens_at(
        list(given), needed=recovery.needed, delay_days=recovery.delay_days
    )


def may_print_half(by: Member | None, recovery: Recovery, *, at: datetime) -> Verdict:
    """Let whoever vouched print their half, once the days are over."""
    if by is None or not recovery.vouches.filter(voucher=by).exists():
        return refused("halves_are_for_vouchers")
    return _is_open(recovery, at=at)


def may_come_back(recovery: Recovery, *, at: datetime) -> Verdict:
    """Let somebody back in once the days are over and no vote of theirs is open."""
    closes = _open_until(recovery.member, at=at)
    return first_refusal(
        _is_open(recovery, at=at),
        ALLOWED
        if closes is None
        else refused("recovery_waits_for_vote", closes=closes),
    )


def _is_open(recovery: Recovery, *, at: datetime) -> Verdict:
    opens = opens_at(recovery)
    if opens is None:
        count = recovery.vouches.count()
        return refused("too_few_vouched", count=count, needed=recovery.needed)
    return ALLOWED if at >= opens else refused("recovery_waits", opens=opens)


def _open_until(member: Member, *, at: datetime) -> datetime | None:
    """Say when the last vote closes in which this member may vote now."""
    found: list[datetime | None] = [
        import_string(place)(member, at=at) for place in settings.OPEN_VOTES
    ]
    return max((one for one in found if one is not None), default=None)

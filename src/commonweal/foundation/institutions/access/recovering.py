"""May this member vouch, pause it, print their half, may somebody come back in now?"""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.access.knowing import (
    belongs_since,
    is_known,
    others_who_count,
    vouchers_of,
)
from commonweal.foundation.institutions.access.meeting import may_vouch_for
from commonweal.foundation.institutions.access.origins import counting, origins_of
from commonweal.foundation.institutions.models import Member, Recovery, Vouch
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.charter import Charter
from commonweal.rules.recovery import vouching
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

PAUSED = "paused_recovery"


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
            belongs_since=belongs_since(by),
            is_oneself=by.pk == lost.pk,
            vouches_already=_vouches_already(by, lost, at=at),
            stopped=_stopped(lost, by),
            at=at,
        ),
        is_known(by, at=at),
        refused("member_has_left") if lost.left_at is not None else ALLOWED,
        refused("member_never_came") if lost.person_id is None else ALLOWED,
        refused("vouched_already") if given.filter(voucher=by).exists() else ALLOWED,
        ALLOWED
        if by.pk == lost.pk
        else may_vouch_for(by, lost, needed=charter.recovery.vouchers, at=at),
        _may_add_to(by, [one.voucher_id for one in given]),
        _may_be_enough(lost, at=at),
    )


def _vouches_already(by: Member, lost: Member, *, at: datetime) -> bool:
    """Say whether somebody vouches for another, or did, whom others do not know yet."""
    given = Vouch.objects.filter(voucher=by, recovery__ends_at__gt=at)
    if given.exclude(recovery__member=lost).exists():
        return True
    returned = _came_back(by.institution_id, since=at - vouching.A_YEAR, at=at)
    return any(by.pk in vouchers_of(one) for one in returned.exclude(pk=lost.pk))


def _came_back(institution: UUID, *, since: datetime, at: datetime) -> QuerySet[Member]:
    """Give who came back since, and whom others do not know again; or did not stay."""
    rows = Member.objects.filter(institution=institution, back_at__gt=since)
    return rows.exclude(known_again_at__lte=at).select_related("institution")


def _may_be_enough(lost: Member, *, at: datetime) -> Verdict:
    """Refuse the last word that is needed while as many as may be are on their way."""
    here = lost.institution_id
    running = Recovery.objects.filter(institution=here, ends_at__gt=at)
    mine = running.filter(member=lost).first()
    since = at - timedelta(days=vouching.OPEN_DAYS)
    back = _came_back(here, since=since, at=at).filter(left_at=None)
    others = running.exclude(member=lost)
    there = Member.objects.filter(counting(at), institution=here, left_at=None)
    return vouching.may_be_enough(
        is_enough=_is_enough_with_one_more(mine, at=at),
        on_their_way=sum(opens_at(one) is not None for one in others) + back.count(),
        members=there.filter(joined_at__lte=at).count(),
    )


def _is_enough_with_one_more(recovery: Recovery | None, *, at: datetime) -> bool:
    if recovery is None:
        return False
    said = [*recovery.vouches.values_list("given_at", flat=True)]
    return _opens(recovery, said) is None and _opens(recovery, [*said, at]) is not None


def may_pause(by: Member | None, recovery: Recovery, *, at: datetime) -> Verdict:
    """Let any member who did not vouch, and counts, have it paused."""
    if by is None or by.left_at is not None:
        return refused("members_only")
    told = Line.objects.filter(
        institution_id=by.institution_id,
        about_id=recovery.member_id,
        deed=PAUSED,
        by=by.pk,
        at__gt=at - vouching.A_YEAR,
    )
    return vouching.may_pause(
        counts=by.counts(at),
        vouched=recovery.vouches.filter(voucher=by).exists(),
        is_oneself=by.pk == recovery.member_id,
        paused_before=told.exists(),
    )


def others_after(recovery: Recovery, by: Member, *, at: datetime) -> int:
    """Count the members who could still vouch once `by` has it paused."""
    gave = recovery.vouches.values_list("voucher_id", flat=True)
    return others_who_count(recovery.member, [by.pk, *gave], at=at)


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
    return _opens(recovery, [*recovery.vouches.values_list("given_at", flat=True)])


def _opens(recovery: Recovery, given: list[datetime]) -> datetime | None:
    return vouching.opens_at(
        given,
        needed=recovery.needed,
        delay_days=recovery.delay_days,
        paused_at=recovery.paused_at,
        others=recovery.others,
    )


def count_of(recovery: Recovery) -> tuple[int, int]:
    """Say how many words count so far, and how many have to."""
    if recovery.paused_at is None:
        return recovery.vouches.count(), recovery.needed
    needed = vouching.needed_after_pause(recovery.needed, others=recovery.others)
    return recovery.vouches.filter(given_at__gt=recovery.paused_at).count(), needed


def may_print_half(by: Member | None, recovery: Recovery, *, at: datetime) -> Verdict:
    """Let whoever vouched print their half, once the days are over.

    After a pause that is for those who vouched later, where there are two of them.
    """
    if by is None:
        return refused("halves_are_for_vouchers")
    given = [*recovery.vouches.values_list("voucher_id", "given_at")]
    words = [(str(voucher), when) for voucher, when in given]
    may = vouching.who_print(words, paused_at=recovery.paused_at)
    if str(by.pk) not in may:
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
        count, needed = count_of(recovery)
        return refused("too_few_vouched", count=count, needed=needed)
    return ALLOWED if at >= opens else refused("recovery_waits", opens=opens)


def _open_until(member: Member, *, at: datetime) -> datetime | None:
    """Say when the last vote closes in which this member may vote now."""
    found: list[datetime | None] = [
        import_string(place)(member, at=at) for place in settings.OPEN_VOTES
    ]
    return max((one for one in found if one is not None), default=None)

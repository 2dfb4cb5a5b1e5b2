"""Letting somebody back in who lost every way: vouch, pause, print, stop, come back.

It gives back a place in one institution and nothing more: the place goes to whoever
brings two halves, and what the person has elsewhere stays where it is. So an
institution that somebody founded with friends cannot let them into another's.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import recovering as may
from commonweal.foundation.institutions.access.knowing import needed_after
from commonweal.foundation.institutions.actions.founding import take_place
from commonweal.foundation.institutions.charters import name_to_members
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Member, Recovery, Vouch
from commonweal.foundation.institutions.queries.recovering import vouches_with_half
from commonweal.foundation.institutions.queries.ways_in import seal_of_half
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import clean_line
from commonweal.rules.canonical import Json
from commonweal.rules.recovery.vouching import OPEN_DAYS
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused, refused, require

LONGEST_REASON = 300


@transaction.atomic
def vouch(lost: Member, *, by: Member | None, at: datetime) -> Recovery:
    """Say that one knows who it is; whoever it is about is told at once."""
    institution = lock(lost.institution, at=at)
    lost = Member.objects.select_related("person", "institution").get(
        institution=institution, pk=lost.pk
    )
    charter = queries.charter_in_force(institution, at=at)
    require(may.may_vouch(by, lost, charter, at=at))
    assert by is not None, "a stranger may not vouch"
    for over in Recovery.objects.filter(member=lost, ends_at__lte=at):
        lapse(over)
    terms = charter.recovery
    recovery, _ = Recovery.objects.get_or_create(
        institution=institution,
        member=lost,
        defaults={
            "needed": terms.vouchers,
            "delay_days": terms.delay_days,
            "begun_at": at,
            "ends_at": at + timedelta(days=terms.delay_days + OPEN_DAYS),
        },
    )
    Vouch.objects.create(
        institution=institution, recovery=recovery, voucher=by, given_at=at
    )
    count, needed = may.count_of(recovery)
    terms_then: dict[str, Json] = {
        "count": count,
        "needed": recovery.needed,
        "delay": recovery.delay_days,
        "ends": _moment(recovery.ends_at),
    }
    if recovery.paused_at is not None:
        terms_then["after_pause"] = needed
    journal.record("vouched", by=by, about=lost, at=at, facts=terms_then)
    _tell(lost, "vouched", {"count": count, "needed": needed}, at=at)
    return recovery


@transaction.atomic
def pause(recovery: Recovery, *, by: Member | None, reason: str, at: datetime) -> None:
    """Have it paused: words of others are needed now, and the days begin anew."""
    lock(recovery.institution, at=at)
    recovery = _running(recovery, at=at)
    require(may.may_pause(by, recovery, at=at))
    assert by is not None, "a stranger pauses nothing"
    why = clean_line(reason, LONGEST_REASON)
    if not why:
        raise Refused(refused("reason_to_pause_missing"))
    recovery.others = may.others_after(recovery, by, at=at)
    recovery.paused_at = at
    recovery.ends_at = at + timedelta(days=recovery.delay_days + OPEN_DAYS)
    recovery.save(update_fields=["others", "paused_at", "ends_at"])
    facts: dict[str, Json] = {
        "others": recovery.others,
        "ends": _moment(recovery.ends_at),
    }
    journal.record(
        may.PAUSED,
        by=by,
        about=recovery.member,
        at=at,
        facts=facts,
        words={"reason": why},
    )
    _tell(recovery.member, "paused", {}, at=at)


def _moment(at: datetime) -> Json:
    return {"moment": at.astimezone(UTC).isoformat()}


@transaction.atomic
def print_half(recovery: Recovery, *, by: Member | None, at: datetime) -> str:
    """Print one's half of the code; a new one replaces the one before."""
    lock(recovery.institution, at=at)
    recovery = _running(recovery, at=at)
    require(may.may_print_half(by, recovery, at=at))
    half = codes.printed_code()
    kept = codes.digest("half", half)
    recovery.vouches.filter(voucher=by).update(half_digest=kept)
    facts = {"half": seal_of_half(kept)}
    journal.record("printed_half", by=by, about=recovery.member, at=at, facts=facts)
    _tell(recovery.member, "half", {}, at=at)
    return half


@transaction.atomic
def stop(recovery: Recovery, *, by: Member, at: datetime) -> None:
    """Stop it: whoever it is about has lost nothing, and the halves open nothing."""
    lock(recovery.institution, at=at)
    recovery = _running(recovery, at=at)
    if recovery.member_id != by.pk:
        raise Refused(refused("only_they_stop_it"))
    journal.record("stopped_recovery", by=recovery.member, about=recovery.member, at=at)
    recovery.delete()


@transaction.atomic
def lapse(recovery: Recovery) -> bool:
    """Forget who vouched, once nobody came back in time; say whether it was there."""
    lock(recovery.institution, at=recovery.ends_at)
    recovery_now = Recovery.objects.filter(pk=recovery.pk)
    if not recovery_now.delete()[0]:
        return False
    journal.record(
        "lapsed_recovery", by=None, about=recovery.member, at=recovery.ends_at
    )
    return True


@transaction.atomic
def come_back(first: str, second: str, *, person: Person, at: datetime) -> Member:
    """Take one's place again with two halves, printed by two who vouched.

    The place goes over to `person`; whoever had it until now has it no longer.
    """
    vouches = [vouches_with_half(half, at=at) for half in (first, second)]
    one, other = vouches
    if one is None or other is None or one.recovery_id != other.recovery_id:
        raise Refused(refused("halves_unknown"))
    if one.voucher_id == other.voucher_id:
        raise Refused(refused("halves_of_one"))
    institution = lock(one.institution, at=at)
    recovery = _running(one.recovery, at=at)
    require(may.may_come_back(recovery, at=at))
    if not all(
        may.may_print_half(of, recovery, at=at) for of in (one.voucher, other.voucher)
    ):
        # Printed before it was paused, by somebody whose word counts no more.
        raise Refused(refused("halves_unknown"))
    member = recovery.member
    already = queries.member_of(institution, person, at=at)
    if already is not None and already.pk != member.pk:
        raise Refused(refused("belongs_as_another", name=already.name))
    _tell(member, "back", {}, at=at)
    whose = take_place(member, person)
    anew = _to_be_known_anew(recovery, at=at)
    member.back_at, member.known_again_at = at, None if anew else at
    member.save(update_fields=["person", "salt", "back_at", "known_again_at"])
    recovery.delete()
    used = [seal_of_half(each.half_digest) for each in (one, other)]
    facts: dict[str, Json] = {"person": whose, "halves": [*used], "anew": anew}
    journal.record("came_back", by=member, about=member, at=at, facts=facts)
    return Member.objects.get(institution=institution, pk=member.pk)


def _to_be_known_anew(recovery: Recovery, *, at: datetime) -> int:
    """Count the others who have to say that they know whoever comes back."""
    charter = queries.charter_in_force(recovery.institution, at=at)
    gave = recovery.vouches.values_list("voucher_id", flat=True)
    return needed_after(recovery.member, charter, gave, at=at)


def _running(recovery: Recovery, *, at: datetime) -> Recovery:
    there = Recovery.objects.filter(pk=recovery.pk, ends_at__gt=at)
    found = there.select_related("member__person", "institution").first()
    if found is None or found.member.left_at is not None:
        raise Refused(refused("recovery_is_over"))
    return found


def _tell(lost: Member, what: str, facts: dict[str, Fact], *, at: datetime) -> None:
    """Write to whoever it is about, if letters reach them; their pages say it too."""
    person = lost.person
    if person is None or not person.email_confirmed:
        return
    charter = queries.charter_in_force(lost.institution, at=at)
    name = name_to_members(charter, person.language)
    said = {**facts, "institution": name, "link": settings.MY_PAGE}
    people.write_warning(
        address=person.email,
        subject=say(Sentence("letter_recovery_subject", said), person.language),
        body=say(Sentence(f"letter_recovery_{what}", said), person.language),
        at=at,
    )

"""Joining with an invitation, being known by a name, taking part, and leaving."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.ending import dissolve
from commonweal.foundation.institutions.actions.founding import new_member, take_place
from commonweal.foundation.institutions.actions.inviting import revoke_all
from commonweal.foundation.institutions.charters import name_to_members
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Confirmation,
    Institution,
    Invitation,
    Member,
    OfficeHolding,
    Recovery,
    Roll,
    Vouch,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.access import sends_letters
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import clean_name
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused, refused, require


@transaction.atomic
def join(code: str, *, person: Person, name: str, at: datetime) -> Member:
    """Become a member by an invitation; whoever is one already stays as they are."""
    found = queries.invitation_by_code(code)
    if found is None:
        raise Refused(refused("invitation_unknown"))
    # Held before the uses are read: of two who race for the last one, one is let in.
    institution = lock(found.institution, at=at)
    already = queries.member_of(institution, person, at=at)
    if already is not None:
        return already
    invitation = queries.invitation_by_code(code)
    require(access.may_join(invitation, person, at=at))
    assert invitation is not None
    member = _place_of(invitation, name=clean_name(name, access.LONGEST_NAME), at=at)
    member.taken_up_at = at
    whose = take_place(member, person)
    needed = access.confirmers_needed_by(invitation, at=at)
    member.confirmers_needed = needed
    member.save()
    Invitation.objects.filter(pk=invitation.pk).update(uses=F("uses") + 1)
    waits: dict[str, Json] = {"confirmers": needed} if needed else {}
    journal.record(
        "joined",
        by=member,
        about=member,
        at=at,
        words={"name": member.name},
        facts={
            "member_class": member.member_class,
            "invitation": str(invitation.id),
            "person": whose,
            **waits,
        },
    )
    return member


def _place_of(invitation: Invitation, *, name: str, at: datetime) -> Member:
    """Give the place kept for whom the code is for, or a new one."""
    charter = queries.charter_in_force(invitation.institution, at=at)
    place = invitation.for_member or new_member(
        invitation.institution,
        charter,
        name=name,
        member_class=invitation.member_class,
        at=at,
    )
    require(access.may_be_called(place.institution, name, place=place))
    place.name, place.last_active_on = name, _today(at, charter.time_zone)
    return place


@transaction.atomic
def leave(member: Member, *, at: datetime, by: Member | None = None) -> None:
    """Leave; what the member did stays, who they were goes, and a letter says so.

    `by` is who gave up a place that was kept for them, where they belong already.
    Whoever holds a phone that is signed in could else take its owner out unnoticed.
    """
    person = member.person if by is None else None
    institution = _leave(member, at=at, by=by)
    if person is not None:
        charter = queries.charter_in_force(institution, at=at)
        write_that_it_is_over("left", charter, person, at=at)


def write_that_it_is_over(
    how: Literal["left", "ended"], charter: Charter, person: Person, *, at: datetime
) -> None:
    """Write to whoever belonged that they left, or that the institution has ended.

    To an address that is theirs, where letters are sent; it names as little as the
    charter lets letters name.
    """
    if not (person.email_confirmed and sends_letters()):
        return
    said: dict[str, Fact] = {"institution": name_to_members(charter, person.language)}
    people.write_warning(
        address=person.email,
        subject=say(Sentence(f"letter_{how}_subject", said), person.language),
        body=say(Sentence(f"letter_{how}_body", said), person.language),
        at=at,
    )


def _leave(member: Member, *, at: datetime, by: Member | None = None) -> Institution:
    """Take a member out of their institution, which ends with its last member."""
    institution = take_out(member, at=at, by=by)
    there = queries.members(institution, at=at)
    if not there.filter(person__isnull=False).exists():
        # Nobody comes any more who has a place on the list.
        for place in there:
            take_out(place, at=at)
        dissolve(institution, at=at)
    return institution


def take_out(member: Member, *, at: datetime, by: Member | None = None) -> Institution:
    """Take a member out of their institution.

    Their name is erased here, from the journal, whose chain still verifies, and from
    what they stood for or were admitted by.
    """
    institution = lock(member.institution, at=at)
    member = Member.objects.get(institution=institution, pk=member.pk)
    require(access.may_leave(member, at=at))
    for forgetting in settings.FORGETTING:
        import_string(forgetting)(member)
    person = member.person
    member.left_at, member.name, member.person, member.salt = at, "", None, b""
    source, member.source = member.source, None
    member.save()
    # A source is about those who came by it: without them it says nothing of use.
    if source is not None and not source.member_set.exists():
        source.delete()
    _end_offices(member, at=at)
    revoke_all(institution, invited_by=member, at=at)
    # What was made for their place opens nothing any more.
    revoke_all(institution, for_member=member, at=at)
    Recovery.objects.filter(institution=institution, member=member).delete()
    Vouch.objects.filter(institution=institution, voucher=member).delete()
    Confirmation.objects.filter(institution=institution, member=member).delete()
    journal.record("left", by=by or member, about=member, at=at)
    journal.erase_words(institution, of_member=member.id)
    for going in settings.GOING:
        import_string(going)(institution, member, person, at=at)
    return institution


@transaction.atomic
def decline(code: str, *, at: datetime) -> Institution:
    """Give a place on the list back that one never asked for; one's name is erased.

    Whoever holds the code may, on whatever ground their name was given.
    """
    found = queries.invitation_by_code(code)
    require(access.may_decline(found, at=at))
    assert found is not None
    institution = lock(found.institution, at=at)
    invitation = Invitation.objects.select_related("institution", "for_member").get(
        institution=institution, pk=found.pk
    )
    require(access.may_decline(invitation, at=at))
    place = invitation.for_member
    assert place is not None
    leave(place, at=at)
    return institution


@transaction.atomic
def leave_everywhere(person: Person, *, at: datetime) -> None:
    """Leave every institution a person belongs to; one letter says so of the server.

    Bodies before the confederations they are of, and each in the order of their ids,
    so that two who leave at once do not each hold what the other waits for. Whoever was
    sent by a body has left the confederation with it.
    """
    belonging = queries.memberships_of(person, at=at)
    for one in sorted(belonging, key=_bodies_first):
        if Member.objects.filter(pk=one.member.pk, left_at=None).exists():
            _leave(one.member, at=at)


def _bodies_first(one: queries.Membership) -> tuple[bool, UUID]:
    return one.charter.pact is not None, one.institution.id


def _end_offices(member: Member, *, at: datetime) -> None:
    held = OfficeHolding.objects.filter(holder=member, until_at__gt=at)
    held.filter(from_at__gte=at).delete()
    held.filter(Q(from_at__lt=at)).update(until_at=at)
    # Whoever was drawn and leaves is followed by somebody else, by lot again.
    Institution.objects.filter(
        pk=member.institution_id, draw_due_at__isnull=False
    ).update(draw_due_at=at)


@transaction.atomic
def rename(member: Member, *, name: str, at: datetime) -> Member:
    """Be known by another name here."""
    institution = lock(member.institution, at=at)
    member = Member.objects.get(institution=institution, pk=member.pk)
    require(access.may_leave(member, at=at))
    member.name = clean_name(name, access.LONGEST_NAME)
    require(access.may_be_called(institution, member.name, place=member))
    member.save()
    journal.record(
        "renamed",
        by=member,
        about=member,
        at=at,
        words={"name": member.name},
    )
    return member


def be_active(member: Member, *, at: datetime) -> None:
    """Note the day on which a member took part, so that they do not fall dormant.

    The day alone is kept and only the latest, and the journal does not hear of it:
    when somebody was here is nobody's business.
    """
    charter = queries.charter_in_force(member.institution, at=at)
    today = _today(at, charter.time_zone)
    if member.last_active_on < today:
        Member.objects.filter(pk=member.pk, last_active_on__lt=today).update(
            last_active_on=today
        )
        member.last_active_on = today


def be_active_together(roll: Roll, *, at: datetime) -> None:
    """Note one day for all on a roll at once, where silence counts for anything.

    This is what a vote in secret does when it ends, on paper, at a table or at home.
    Whoever had been silent and is active again after it would else be known to have
    voted, on every page that says how many are active. So a secret vote ends the
    silence of all whom it asked, whether they voted or not; a house that votes in
    secret alone has nobody dormant, and its quorum counts them all.
    """
    charter = queries.charter_in_force(roll.institution, at=at)
    if charter.activity.dormant_after_days is not None:
        today = _today(at, charter.time_zone)
        whom = roll.entries.values("member_id")
        these = Member.objects.filter(institution=roll.institution_id, pk__in=whom)
        these.filter(last_active_on__lt=today).update(last_active_on=today)


def _today(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()

"""Becoming another kind of member, and putting two places of one person together."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Invitation, Member
from commonweal.foundation.journal import actions as journal
from commonweal.rules.canonical import Json
from commonweal.rules.verdict import Refused, refused, require


def change_class(
    member: Member,
    *,
    member_class: str,
    because: Mapping[str, Json],
    at: datetime,
) -> None:
    """Make a member one of another class, as the members decided.

    They are known from now on, if they were not: whom the members admit, they know.
    `because` names the decision, or the place that one had kept for them.
    """
    before = member.member_class
    member.first_class = member.first_class or before
    member.member_class, member.class_since = member_class, at
    waits = not member.counts(at)
    member.confirmed_at = at if waits else member.confirmed_at
    member.save()
    journal.record(
        "changed_class",
        about=member,
        by=None,
        at=at,
        facts={
            **because,
            "former_class": before,
            "member_class": member_class,
            "confirmed": waits,
        },
    )


@transaction.atomic
def take_second_place(code: str, *, by: Member, at: datetime) -> Member:
    """Give up a place that was kept for somebody who belongs already.

    One person, one membership: they stay the member they are, and become what the
    members admitted them as, where that takes nothing away.
    """
    found = queries.invitation_by_code(code)
    if found is None:
        raise Refused(refused("invitation_unknown"))
    institution = lock(found.institution, at=at)
    invitation = Invitation.objects.select_related("for_member__source").get(
        institution=institution, pk=found.pk
    )
    member = Member.objects.get(institution=institution, pk=by.pk)
    require(access.may_take_second_place(invitation, member, at=at))
    place = invitation.for_member
    assert place is not None, "it was just found to keep one"
    charter = queries.charter_in_force(institution, at=at)
    if access.may_become(member, place, charter):
        change_class(
            member,
            member_class=place.member_class,
            because={"place": str(place.pk)},
            at=at,
        )
    leave(place, by=member, at=at)
    return member

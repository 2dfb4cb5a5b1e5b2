"""How members came, and who could say that they know somebody.

By which link or sheet somebody came stands in the journal alone, where it cannot be
changed unseen; who made it stands with the invitation.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, DateTimeField, F, Q, QuerySet, UUIDField

from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import (
    Confirmation,
    Institution,
    Invitation,
    Member,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.belonging.confirming import PLACE, confirmers_needed
from commonweal.rules.belonging.independence import Origin
from commonweal.rules.charters.charter import Charter

_INSTITUTION = Given("institution", UUIDField())
_AT = Given("at", DateTimeField())
KNEW_AGAIN = "knew_again"


def counting(at: datetime | Given) -> Q:
    """Choose the members of whom nobody has yet to say that they know them."""
    came = Q(confirmers_needed=0) | Q(confirmed_at__lte=at)
    return came & known_again("", at)


def known_again(of: str, at: datetime | Given) -> Q:
    """Choose whose place was not given back, or whom others know since.

    `of` is how the member is reached from the rows that are chosen from.
    """
    return (
        Q(**{f"{of}back_at": None})
        | Q(**{f"{of}back_at__gt": at})
        | Q(**{f"{of}known_again_at__lte": at})
    )


def confirmers_needed_by(invitation: Invitation, *, at: datetime) -> int:
    """Count the members who have to say that they know whoever comes by this now."""
    institution = invitation.institution
    charter = charter_in_force(institution, at=at)
    return confirmers_needed(
        charter.joining,
        door=_door(invitation),
        came_before=_came.first({"institution": institution}) or 0,
        could_confirm=len(who_could_confirm(institution, charter, at=at)),
        founded_at=institution.founded_at,
        at=at,
    )


@Prepared
def _came() -> QuerySet[Member, int]:
    """Count those who have ever come."""
    came = Member.objects.filter(institution=_INSTITUTION, taken_up_at__isnull=False)
    return came.values("institution").values_list(Count("pk"), flat=True)


def _door(invitation: Invitation) -> str:
    if invitation.for_member_id is not None:
        return "" if went_out_with_list(invitation) else PLACE
    return "link" if invitation.sheet is None else "code"


def went_out_with_list(invitation: Invitation) -> bool:
    """Say whether a code was made with the place, and not by a member later."""
    place = invitation.for_member
    return place is not None and invitation.made_at == place.joined_at


def who_could_confirm(
    institution: Institution, charter: Charter, *, at: datetime
) -> frozenset[UUID]:
    """Give who may speak for a newcomer: all who may invite, count, and have come."""
    classes = {one.id for one in charter.classes if "invite" in one.rights}
    there = _who_came_and_counts.rows({"institution": institution, "at": at})
    return frozenset(pk for pk, member_class in there if member_class in classes)


@Prepared
def _who_came_and_counts() -> QuerySet[Member, tuple[UUID, str]]:
    there = Member.objects.filter(
        counting(_AT),
        Q(left_at=None) | Q(left_at__gt=_AT),
        institution=_INSTITUTION,
        joined_at__lte=_AT,
        person__isnull=False,
    )
    return there.values_list("pk", "member_class")


def who_waited(institution: Institution) -> frozenset[UUID]:
    """Give the members who did not count at once when they came."""
    rows = Member.objects.filter(institution=institution, confirmers_needed__gt=0)
    return frozenset(rows.values_list("pk", flat=True))


def origins_of(institution: Institution, ids: Iterable[UUID]) -> dict[UUID, Origin]:
    """Say of each of these members how they came, and who knows them."""
    asked = list(ids)
    lines = lines_about(institution, asked).filter(deed="joined")
    by = {row.about_id: str(row.facts.get("invitation", "")) for row in lines}
    used = Invitation.objects.filter(
        institution=institution, pk__in=[one for one in by.values() if one]
    ).select_related("for_member")
    invitations = {str(one.pk): one for one in used}
    known = Confirmation.objects.filter(institution=institution, member__in=asked)
    # What was said of whoever had a place before says nothing of who has it now.
    known = known.exclude(member__back_at__gte=F("said_at"))
    known_to: dict[UUID, set[str]] = {one: set() for one in asked}
    for member, friend in known.values_list("member_id", "said_by_id"):
        known_to[member].add(str(friend))
    again = lines_about(institution, asked).filter(deed=KNEW_AGAIN)
    for line in again:
        if line.about_id is not None:
            known_to[line.about_id].add(str(line.by))
    return {
        one: _origin(one, invitations.get(by.get(one, "")), frozenset(known_to[one]))
        for one in asked
    }


def lines_about(institution: Institution, ids: Iterable[UUID]) -> QuerySet[Line]:
    """Give what the journal tells of these members."""
    return Line.objects.filter(
        institution_id=institution.id, about_kind="member", about_id__in=list(ids)
    )


def _origin(
    id_: UUID, invitation: Invitation | None, known_to: frozenset[str]
) -> Origin:
    if invitation is None or went_out_with_list(invitation):
        return Origin(str(id_), known_to=known_to)
    # Whoever made a code for a place could have come by it themselves.
    return Origin(
        str(id_),
        door=str(invitation.sheet or invitation.pk),
        invited_by=str(invitation.invited_by_id or ""),
        known_to=known_to,
    )

"""Inviting: a link for several people, a sheet of printed codes, one each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Member,
)
from commonweal.foundation.institutions.queries.invitations import (
    CODE,
    named_terms_of,
    seal_of_codes,
    terms_of,
)
from commonweal.foundation.journal import actions as journal
from commonweal.rules.charters.charter import Charter
from commonweal.rules.days import days_later
from commonweal.rules.verdict import require

# How many a link lets in where neither the charter nor whoever makes it says.
FOR_A_HOUSE = 30


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation and its code, which is shown now and never again."""

    invitation: Invitation
    code: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Printed codes, shown now and never again, and whom each is for if for one."""

    id: UUID
    codes: tuple[str, ...]
    names: tuple[str, ...] = ()


@transaction.atomic
def invite_by_link(
    institution: Institution,
    *,
    by: Member | None,
    most: int | None = None,
    at: datetime,
) -> Invited:
    """Make a link that lets in so many people, until it expires.

    Where no number is said it is the charter's, or else thirty.
    """
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.may_invite(by, charter, at=at))
    uses = (charter.joining.max_uses or FOR_A_HOUSE) if most is None else most
    require(access.may_link_let_in(uses, charter))
    code = codes.link_code()
    invitation = new_invitation(institution, charter, code=code, by=by, at=at)
    invitation.max_uses = uses
    invitation.save()
    journal.record(
        "invited_by_link",
        by=by,
        about=invitation,
        at=at,
        facts=named_terms_of(invitation),
    )
    return Invited(invitation, code)


@transaction.atomic
def invite_by_codes(
    institution: Institution, *, by: Member | None, count: int, at: datetime
) -> Sheet:
    """Make a sheet of printed codes that let in one person each."""
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.may_invite(by, charter, at=at))
    require(access.may_make_codes(count))
    sheet = Sheet(uuid4(), tuple(codes.printed_code() for _ in range(count)))
    invitations = [
        new_invitation(institution, charter, code=code, by=by, at=at)
        for code in sheet.codes
    ]
    for invitation in invitations:
        invitation.sheet = sheet.id
    Invitation.objects.bulk_create(invitations)
    journal.record(
        "invited_by_codes",
        by=by,
        about=institution,
        at=at,
        facts={
            **terms_of(invitations[0]),
            CODE: seal_of_codes(invitations),
            "count": count,
            "sheet": str(sheet.id),
        },
    )
    return sheet


@transaction.atomic
def invite_to_place(place: Member, *, by: Member | None, at: datetime) -> Invited:
    """Make a printed code for somebody on the members' list who has not come yet.

    Codes made for them before stop working: one may have been lost. Who was written
    to has their own link, and no member is shown another.
    """
    institution = lock(place.institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    place = Member.objects.select_related("source").get(
        institution=institution, pk=place.pk
    )
    require(access.may_invite_to_place(place, by, charter, at=at))
    revoke_all(institution, for_member=place, at=at)
    code = codes.printed_code()
    invitation = new_invitation(institution, charter, code=code, by=by, at=at)
    invitation.for_member, invitation.member_class = place, place.member_class
    invitation.save()
    facts = named_terms_of(invitation)
    journal.record("invited_to_place", by=by, about=place, at=at, facts=facts)
    return Invited(invitation, code)


@transaction.atomic
def revoke(invitation: Invitation, *, by: Member | None, at: datetime) -> None:
    """Take an invitation back; who has joined by it stays."""
    institution = lock(invitation.institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    invitation = Invitation.objects.get(institution=institution, pk=invitation.pk)
    require(access.may_revoke(invitation, by, charter, at=at))
    invitation.revoked_at = at
    invitation.save()
    journal.record("revoked_invitation", by=by, about=invitation, at=at)


@transaction.atomic
def revoke_sheet(
    institution: Institution, sheet: UUID, *, by: Member | None, at: datetime
) -> None:
    """Take back every code of a printed sheet that has not been used yet, if any is."""
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.has_right(by, charter, "invite", at=at))
    count = revoke_all(institution, sheet=sheet, at=at)
    if count:
        journal.record(
            "revoked_sheet",
            by=by,
            about=institution,
            at=at,
            facts={"count": count, "sheet": str(sheet)},
        )


def revoke_all(
    institution: Institution,
    *,
    sheet: UUID | None = None,
    for_member: Member | None = None,
    invited_by: Member | None = None,
    at: datetime,
) -> int:
    """Revoke what is still open of a sheet, a place or an inviter; say how many."""
    chosen = {"sheet": sheet, "for_member": for_member, "invited_by": invited_by}
    named = {key: value for key, value in chosen.items() if value is not None}
    assert named, "say which invitations"
    live = queries.invitations_of(institution, at=at).filter(**named)
    return Invitation.objects.filter(
        pk__in=list(live.values_list("pk", flat=True))
    ).update(revoked_at=at)


def new_invitation(
    institution: Institution,
    charter: Charter,
    *,
    code: str,
    by: Member | None,
    at: datetime,
) -> Invitation:
    """Make an invitation for one, not kept yet, good for the charter's days."""
    return Invitation(
        institution=institution,
        invited_by=by,
        member_class=charter.joining.invited_class,
        code_digest=codes.digest("invitation", code),
        made_at=at,
        expires_at=days_later(at, charter.joining.invitation_days, charter.time_zone),
    )

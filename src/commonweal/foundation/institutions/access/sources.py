"""May a list say that its names come from there, and may a place be given back?"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F

from commonweal.foundation.institutions.access.belonging import (
    has_right,
    may_be_used,
    may_have_code,
    may_invite,
)
from commonweal.foundation.institutions.access.meeting import may_meet
from commonweal.foundation.institutions.access.origins import (
    went_out_with_list,
)
from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Member,
)
from commonweal.rules.charters.charter import Charter
from commonweal.rules.lookalikes import shapes
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# On what ground a member may put others on the list, in the order it is asked.
GROUNDS = ("consent", "belonging")
BY_DECISION = "decision"
LONGEST_ORIGIN = 200


def may_come_from(
    origin: str,
    ground: str,
    gathered_on: date | None,
    charter: Charter,
    *,
    at: datetime,
) -> Verdict:
    """Allow names of which it is said who gave them, on what ground, and when."""
    today = at.astimezone(ZoneInfo(charter.time_zone)).date()
    return first_refusal(
        ALLOWED if origin else refused("source_missing"),
        ALLOWED if ground in GROUNDS else refused("source_ground_missing"),
        ALLOWED if gathered_on is not None else refused("source_day_missing"),
        refused("source_in_future")
        if gathered_on is not None and gathered_on > today
        else ALLOWED,
    )


def may_names_come_in(institution: Institution, names: Sequence[str]) -> Verdict:
    """Allow names of which none looks like another, or like that of a member."""
    there = Member.objects.filter(institution=institution, left_at=None)
    borne = there.values_list("name", flat=True)
    taken = {shape for name in borne for shape in shapes(name)}
    for name in names:
        its_own = shapes(name)
        if not its_own.isdisjoint(taken):
            return refused("name_taken", name=name)
        taken |= its_own
    return ALLOWED


def may_decline(invitation: Invitation | None, *, at: datetime) -> Verdict:
    """Let whoever holds the code of a place that nobody took up give it back.

    Only the code that went out with the list: one that a member had made later would
    let that member strike the others off.
    """
    if invitation is None:
        return refused("invitation_unknown")
    return first_refusal(
        ALLOWED if invitation.for_member_id else refused("code_is_for_nobody"),
        may_be_used(invitation, at=at),
        ALLOWED if went_out_with_list(invitation) else refused("code_made_later"),
    )


def may_invite_to_place(
    place: Member, by: Member | None, charter: Charter, *, at: datetime
) -> Verdict:
    """Allow a new code for a place, where no letter went out to whom it is for.

    A member sees the code, so one for somebody who has a letter would let them come
    as that person. Whom the members admitted is let in also where nobody invites.
    """
    admitted = place.source is not None and place.source.ground == BY_DECISION
    return first_refusal(
        has_right(by, charter, "invite", at=at)
        if admitted
        else may_invite(by, charter, at=at),
        may_have_code(place, at=at),
        ALLOWED if by is None else may_meet(by, place),
        refused("place_has_a_letter")
        if place.pk in written_to(place.institution)
        else ALLOWED,
    )


def written_to(institution: Institution) -> frozenset[UUID]:
    """Give whom a letter went to when they were put on the list and have not come.

    A printed code that goes out with a list is of a sheet; a letter's is of none.
    """
    letters = Invitation.objects.filter(
        institution=institution,
        for_member__person=None,
        made_at=F("for_member__joined_at"),
        sheet=None,
    )
    return frozenset(letters.values_list("for_member_id", flat=True))

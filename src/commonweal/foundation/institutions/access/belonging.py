"""Who may found, invite, join and bring."""

import re
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, UUIDField

from commonweal.foundation.institutions.access import offices
from commonweal.foundation.institutions.access.confederating import (
    may_take_people_in,
)
from commonweal.foundation.institutions.access.ending import (
    may_anybody_join,
    may_anything_begin,
)
from commonweal.foundation.institutions.access.knowing import is_known
from commonweal.foundation.institutions.access.reserved import (
    borne_by_others,
    may_be_anybodys_name,
)
from commonweal.foundation.institutions.models import Institution, Invitation, Member
from commonweal.foundation.people.access import sends_letters
from commonweal.foundation.people.models import Person
from commonweal.foundation.prepared import Given, Prepared
from commonweal.rules.belonging.lasting import rights_of
from commonweal.rules.charters.charter import Charter
from commonweal.rules.lookalikes import shapes
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_CODES = 200
MOST_PER_LINK = 500
MOST_BROUGHT = 2000
MOST_LETTERS_A_DAY = 200
# What a freeze stops: new words and new people, never a vote that is on its way.
STOPPED_BY_FREEZE = frozenset({"propose", "speak", "invite"})
# What waits until members know whoever came by an open invitation.
AFTER_CONFIRMING = frozenset({"support", "vote", "stand", "invite"})
ADDRESS = re.compile(r"[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])")


def has_right(
    member: Member | None, charter: Charter, right: str, *, at: datetime
) -> Verdict:
    """Allow what a member's class or office gives a right to, while they belong."""
    given = has_right_though_frozen(member, charter, right, at=at)
    if not given or right not in STOPPED_BY_FREEZE:
        return given
    assert member is not None, "whoever has a right belongs"
    joins = right == "invite"
    return first_refusal(
        may_be_written_in(member.institution, at=at),
        may_anybody_join(member.institution, at=at) if joins else ALLOWED,
    )


def has_right_though_frozen(
    member: Member | None, charter: Charter, right: str, *, at: datetime
) -> Verdict:
    """Allow what a member has a right to, whatever the operator stopped."""
    if member is None:
        return refused("members_only")
    if member.left_at is not None and member.left_at <= at:
        return refused("member_has_left")
    belongs = charter.member_class(member.member_class)
    since, zone = member.class_since or member.joined_at, charter.time_zone
    by_class = right in rights_of(belongs, since=since, zone=zone, at=at)
    if not by_class and not offices.gives(member, charter, right, at=at):
        return refused(
            "class_has_no_right",
            right=Sentence(f"choice_{right}"),
            member_class=belongs.name if belongs else member.member_class,
        )
    if right in AFTER_CONFIRMING and not member.counts(at):
        return is_known(member, at=at)
    return ALLOWED


def may_be_written_in(institution: Institution, *, at: datetime) -> Verdict:
    """Refuse new words and new people where the operator froze that, and at the end."""
    until = institution.frozen_until
    if until is not None and at < until:
        return refused("institution_frozen", until=until)
    return may_anything_begin(institution, at=at)


def may_be_address(address: str) -> Verdict:
    """Allow a web address of letters, digits and dashes, whether or not it is free."""
    fits = ADDRESS.fullmatch(address)
    return ALLOWED if fits else refused("address_malformed")


def may_have_address(address: str) -> Verdict:
    """Allow a web address of letters, digits and dashes that is still free."""
    if not (may := may_be_address(address)):
        return may
    if Institution.objects.filter(address=address).exists():
        return refused("address_taken", address=address)
    return ALLOWED


def may_be_founded_with(objections: tuple[Sentence, ...]) -> Verdict:
    """Allow founding with a charter that nothing speaks against."""
    if not objections:
        return ALLOWED
    return refused("charter_objections", objections=objections)


def may_invite(member: Member | None, charter: Charter, *, at: datetime) -> Verdict:
    """Allow inviting where the charter takes members in by invitation."""
    return first_refusal(
        may_take_people_in(charter),
        has_right(member, charter, "invite", at=at),
        ALLOWED
        if "invitation" in charter.joining.ways
        else refused("joining_by_decision"),
    )


def may_make_codes(count: int) -> Verdict:
    """Allow a sheet of codes that fits a few pages."""
    return (
        ALLOWED
        if 1 <= count <= MOST_CODES
        else refused("codes_out_of_range", most=MOST_CODES)
    )


def may_link_let_in(most: int, charter: Charter) -> Verdict:
    """Allow a link for a number of people, no more than the charter says."""
    limit = most_per_link(charter)
    fits = 1 <= most <= limit
    return ALLOWED if fits else refused("link_out_of_range", most=limit)


def most_per_link(charter: Charter) -> int:
    """Say how many people one link may let in at most. There is always an end to it:
    whoever holds a link could join again and again under other names."""
    return charter.joining.max_uses or MOST_PER_LINK


def may_join(
    invitation: Invitation | None, person: Person | None, *, at: datetime
) -> Verdict:
    """Let in whoever holds an invitation that is still good."""
    if invitation is None:
        return refused("invitation_unknown")
    if person is None:
        return refused("sign_in_first")
    return may_be_used(invitation, at=at)


def may_be_used(invitation: Invitation, *, at: datetime) -> Verdict:
    """Say whether an invitation still opens the door, whoever holds it."""
    used_up = invitation.max_uses and invitation.uses >= invitation.max_uses
    revoked = invitation.revoked_at is not None
    return first_refusal(
        may_anybody_join(invitation.institution, at=at),
        may_be_written_in(invitation.institution, at=at),
        refused("invitation_revoked") if revoked else ALLOWED,
        refused("invitation_expired", expired=invitation.expires_at)
        if at >= invitation.expires_at
        else ALLOWED,
        refused("invitation_used_up") if used_up else ALLOWED,
        _place_is_free(invitation.for_member),
    )


def _place_is_free(place: Member | None) -> Verdict:
    if place is None:
        return ALLOWED
    if place.left_at is not None:
        return refused("invitation_revoked")
    return ALLOWED if place.person_id is None else refused("invitation_used_up")


def may_revoke(
    invitation: Invitation, member: Member | None, charter: Charter, *, at: datetime
) -> Verdict:
    """Let whoever may invite also take an invitation back."""
    return first_refusal(
        has_right(member, charter, "invite", at=at),
        ALLOWED if invitation.revoked_at is None else refused("invitation_revoked"),
    )


def may_have_code(place: Member, *, at: datetime) -> Verdict:
    """Allow a new code for somebody on the list who has not signed in yet."""
    return first_refusal(
        ALLOWED if place.person_id is None else refused("member_has_signed_in"),
        ALLOWED
        if place.left_at is None or place.left_at > at
        else refused("member_has_left"),
    )


def may_leave(member: Member, *, at: datetime) -> Verdict:
    """Anybody may leave, once."""
    if member.left_at is not None and member.left_at <= at:
        return refused("member_has_left")
    return ALLOWED


def may_bring_this_many(count: int) -> Verdict:
    """Allow a list of a size that one request can take in."""
    return (
        ALLOWED
        if 1 <= count <= MOST_BROUGHT
        else refused("list_too_long", most=MOST_BROUGHT)
    )


def may_write_letters(
    institution: Institution, by: Member | None, count: int, *, at: datetime
) -> Verdict:
    """Allow some letters a day, once whoever sends them can be written to themselves.

    By decision all members send them together, so one of them is enough.
    """
    if not count:
        return ALLOWED
    senders = Member.objects.filter(
        institution=institution, left_at=None, person__email_confirmed=True
    )
    # Codes for a place that went out by hand count too: which is which is not kept.
    today = Invitation.objects.filter(
        institution=institution,
        for_member__isnull=False,
        sheet=None,
        made_at__gt=at - timedelta(days=1),
    ).count()
    return first_refusal(
        ALLOWED if sends_letters() else refused("letters_go_nowhere"),
        ALLOWED
        if (senders.filter(pk=by.pk) if by else senders).exists()
        else refused("confirm_address_first"),
        ALLOWED
        if today + count <= MOST_LETTERS_A_DAY
        else refused(
            "letters_used_up", most=MOST_LETTERS_A_DAY, sent=today, count=count
        ),
    )


def may_be_called(
    institution: Institution, name: str, *, place: Member | None = None
) -> Verdict:
    """Allow a name that looks like nobody else's here: none is taken for another."""
    anybodys = may_be_anybodys_name(name)
    if not anybodys:
        return anybodys
    its_own = shapes(name)
    borne = (
        other
        for pk, other in _names_borne.rows({"institution": institution})
        if place is None or pk != place.pk
    )
    taken = next((one for one in borne if its_own & shapes(one)), None)
    taken = taken or borne_by_others(institution, its_own)
    return ALLOWED if taken is None else refused("name_taken", name=taken)


@Prepared
def _names_borne() -> QuerySet[Member, tuple[UUID, str]]:
    there = Member.objects.filter(institution=Given("institution", UUIDField()))
    return there.filter(left_at=None).values_list("pk", "name")


def may_be_of_class(member_class: str, charter: Charter) -> Verdict:
    """Allow a class that the charter has."""
    return ALLOWED if charter.member_class(member_class) else refused("class_unknown")


def may_have_been_decided(on: date, charter: Charter, *, at: datetime) -> Verdict:
    """Allow a past decision to be of the past."""
    today = at.astimezone(ZoneInfo(charter.time_zone)).date()
    return ALLOWED if on <= today else refused("decided_in_future")


def may_bring(
    institution: Institution, member: Member | None, charter: Charter, *, at: datetime
) -> Verdict:
    """Allow a members' list while the founder is alone; later, members decide."""
    return first_refusal(
        may_take_people_in(charter),
        has_right(member, charter, "invite", at=at),
        refused("others_have_come") if _others_came(institution, member) else ALLOWED,
    )


def _others_came(institution: Institution, member: Member | None) -> bool:
    came = Member.objects.filter(institution=institution, person__isnull=False)
    return any(
        one != (member and member.pk) for one in came.values_list("pk", flat=True)[:2]
    )

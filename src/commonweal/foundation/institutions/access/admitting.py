"""Whom a decision may admit: people who come, and members who become something else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from commonweal.foundation.institutions.access.belonging import (
    may_be_used,
    may_leave,
)
from commonweal.foundation.institutions.access.confederating import (
    may_take_people_in,
)
from commonweal.foundation.institutions.access.ending import may_anybody_join
from commonweal.foundation.institutions.access.origins import (
    went_out_with_list,
)
from commonweal.foundation.institutions.access.sources import (
    BY_DECISION,
)
from commonweal.foundation.institutions.access.terms import LONGEST_NAME, may_be_name
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution, Invitation, Member
from commonweal.foundation.text import is_mail_address
from commonweal.rules.belonging.changing import Belonging, may_change_class
from commonweal.rules.belonging.named import listed
from commonweal.rules.charters.charter import Charter, MemberClass
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_ADMITTED = 200


def may_be_admitted(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Allow admitting people who each have a name and a class of the charter.

    Whoever belongs already is named by the id of their membership, and loses nothing.
    """
    people = listed(terms)
    if not people:
        return refused("terms_unreadable")
    if len(people) > MOST_ADMITTED:
        return refused("too_many_at_once", most=MOST_ADMITTED)
    charter = charter_in_force(institution, at=at)
    there = _belonging_already(institution, people)
    comes = any(not is_of_member(one) for one in people)
    return first_refusal(
        may_take_people_in(charter),
        may_anybody_join(institution, at=at) if comes else ALLOWED,
        *(_may_be_member(one, charter, there) for one in people),
        _nobody_twice(people),
    )


def is_of_member(one: object) -> bool:
    """Say whether this names somebody who belongs already, by their membership."""
    return isinstance(one, Mapping) and isinstance(one.get("member"), str)


def _nobody_twice(people: Sequence[Any]) -> Verdict:
    """Refuse to make one member two things at once."""
    named = Counter(one["member"] for one in people if is_of_member(one))
    twice = [one for one in people if is_of_member(one) and named[one["member"]] > 1]
    return refused("named_twice", name=str(twice[0]["name"])) if twice else ALLOWED


def _belonging_already(
    institution: Institution, people: Sequence[Any]
) -> dict[UUID, Member]:
    ids = [one["member"] for one in people if is_of_member(one)]
    there = Member.objects.filter(institution=institution, left_at=None)
    return there.in_bulk([UUID(one) for one in ids])


def _may_be_member(
    one: object, charter: Charter, there: Mapping[UUID, Member]
) -> Verdict:
    if not isinstance(one, dict) or not isinstance(one.get("name"), str):
        return refused("terms_unreadable")
    then = charter.member_class(str(one.get("member_class")))
    if is_of_member(one):
        return _may_become(there.get(UUID(one["member"])), then, charter)
    email = one.get("email") or ""
    return first_refusal(
        may_be_name(one["name"], LONGEST_NAME),
        ALLOWED if then else refused("class_unknown"),
        ALLOWED
        if not email or is_mail_address(email)
        else refused("email_malformed", email=str(email)[:LONGEST_NAME]),
    )


def _may_become(
    member: Member | None, then: MemberClass | None, charter: Charter
) -> Verdict:
    if member is None:
        return refused("member_has_left")
    if then is None:
        return refused("class_unknown")
    now = charter.member_class(member.member_class)
    return may_change_class(
        member.name,
        now=_belonging(charter, now)
        if now
        else Belonging(member.member_class, member.member_class),
        then=_belonging(charter, then),
    )


def _belonging(charter: Charter, one: MemberClass) -> Belonging:
    rolls = frozenset(each.id for each in charter.franchises if one.id in each.classes)
    return Belonging(one.id, one.name, one.rights, rolls)


def may_become(member: Member, place: Member, charter: Charter) -> Verdict:
    """Let a member become what a place is that the members decided to keep for them."""
    source = place.source
    if source is None or source.ground != BY_DECISION:
        return refused("place_by_no_decision")
    return _may_become(member, charter.member_class(place.member_class), charter)


def may_take_second_place(
    invitation: Invitation, member: Member, *, at: datetime
) -> Verdict:
    """Let somebody who belongs give up a place that is still kept for somebody.

    Only by the code that went out with the list: by one they made later themselves,
    whoever may invite would strike off whom the members admitted.
    """
    kept = invitation.for_member is not None
    ours = member.institution_id == invitation.institution_id
    return first_refusal(
        may_leave(member, at=at),
        ALLOWED if kept and ours else refused("code_is_for_nobody"),
        may_be_used(invitation, at=at),
        ALLOWED
        if went_out_with_list(invitation)
        else refused("second_code_made_later"),
    )

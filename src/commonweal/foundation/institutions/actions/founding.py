"""Founding an institution: a charter, an address, and a first member."""

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions.applying import pass_door
from commonweal.foundation.institutions.actions.drawing import plan_draws
from commonweal.foundation.institutions.actions.ending import plan_end
from commonweal.foundation.institutions.charters import objections_to
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.people.models import Person
from commonweal.foundation.rows import new_salt
from commonweal.foundation.text import clean_name
from commonweal.rules.canonical import Json
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.verdict import Refused, refused, require
from commonweal.rules.voting.roll import leaf


@transaction.atomic
def found(
    *, kind: str, charter: Charter, address: str, by: Person, name: str, at: datetime
) -> Institution:
    """Found an institution under a charter; the founder is its first member."""
    start = _Start(kind, charter, address)
    return _founded(start, by=by, name=name, at=at)


@transaction.atomic
def found_like(
    older: Institution,
    *,
    charter: Charter,
    address: str,
    by: Person,
    name: str,
    at: datetime,
) -> Institution:
    """Found an institution that starts from another's charter; both records say so."""
    require(access.may_start_from(older, at=at))
    start = _Start(charter.kind, charter, address, grown_from=older.pk)
    institution = _founded(start, by=by, name=name, at=at)
    # Not which one: it may be one that strangers do not find.
    journal.record("fostered", by=None, about=older, at=at)
    return institution


class _Start(NamedTuple):
    """What an institution begins with, and from whose charter that grew."""

    kind: str
    charter: Charter
    address: str
    grown_from: UUID | None = None


def _founded(start: _Start, *, by: Person, name: str, at: datetime) -> Institution:
    pass_door(by, at=at)
    charter = start.charter
    require(access.may_have_address(start.address))
    require(access.may_be_founded_with(objections_to(charter)))
    institution = _at_address(start, at=at)
    version = CharterVersion.objects.create(
        institution=institution, number=1, text=to_toml(charter), in_force_at=at
    )
    founder, whose = _founder(institution, charter, by=by, name=name, at=at)
    facts: dict[str, Json] = {
        "kind": start.kind,
        "address": start.address,
        "seal": sha256(version.text.encode()).hexdigest(),
    }
    if start.grown_from is not None:
        facts["grown_from"] = str(start.grown_from)
    journal.record("founded", by=founder, about=version, at=at, facts=facts)
    journal.record(
        "joined",
        by=founder,
        about=founder,
        at=at,
        words={"name": founder.name},
        facts={"member_class": founder.member_class, "person": whose},
    )
    return institution


def _founder(
    institution: Institution,
    charter: Charter,
    *,
    by: Person,
    name: str,
    at: datetime,
) -> tuple[Member, str]:
    """Make whoever founds it a member; give what the journal says of whose place."""
    founder = new_member(
        institution,
        charter,
        name=clean_name(name, access.LONGEST_NAME),
        member_class=founding_class(charter),
        at=at,
    )
    founder.taken_up_at, whose = at, take_place(founder, by)
    founder.save()
    return founder, whose


def new_member(
    institution: Institution,
    charter: Charter,
    *,
    name: str,
    member_class: str,
    at: datetime,
) -> Member:
    """Make a membership, not kept yet and nobody's yet."""
    require(access.may_be_anybodys_name(name))
    return Member(
        institution=institution,
        name=name,
        member_class=member_class,
        joined_at=at,
        last_active_on=at.astimezone(ZoneInfo(charter.time_zone)).date(),
    )


def take_place(member: Member, person: Person) -> str:
    """Give a place to somebody, not kept yet; return what the journal says of whose.

    It is salted, and the salt goes when they leave: the line tells nobody who it was,
    and shows if the place was given to somebody else behind its back.
    """
    member.person, member.salt = person, new_salt()
    return leaf(member.salt, str(person.pk))


def founding_class(charter: Charter) -> str:
    """Give the class with the most rights: a founder must be able to begin."""
    return max(charter.classes, key=lambda one: len(one.rights)).id


def _at_address(start: _Start, *, at: datetime) -> Institution:
    # Two founders may ask for one address in the same moment; one of them has it.
    try:
        with transaction.atomic():
            institution = Institution.objects.create(
                address=start.address, founded_at=at, grown_from=start.grown_from
            )
            plan_draws(institution, start.charter, at=at)
            plan_end(institution, start.charter)
            return institution
    except IntegrityError as taken:
        raise Refused(refused("address_taken", address=start.address)) from taken

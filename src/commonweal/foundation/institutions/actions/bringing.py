"""Coming from somewhere: a group that exists enters with its members and decisions."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, count
from typing import NamedTuple
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.founding import new_member
from commonweal.foundation.institutions.actions.inviting import (
    Sheet,
    new_invitation,
)
from commonweal.foundation.institutions.actions.lists import Brought as Brought
from commonweal.foundation.institutions.actions.lists import Origin as Origin
from commonweal.foundation.institutions.actions.lists import Row as Row
from commonweal.foundation.institutions.actions.lists import (
    read_members as read_members,
)
from commonweal.foundation.institutions.charters import name_in_letters
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Member,
    Source,
    Statement,
)
from commonweal.foundation.institutions.queries.invitations import named_terms_of
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.people.actions import (
    Letter,
    have_letters_sent,
    write_letters,
)
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.charters.charter import Charter
from commonweal.rules.lookalikes import shapes
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import require

AT_ONCE = 500


@transaction.atomic
def bring_members(
    institution: Institution,
    rows: Sequence[Row],
    *,
    origin: Origin,
    by: Member | None,
    at: datetime,
) -> Sheet:
    """Put a list of people on the members' list, saying where their names come from.

    Whoever has an address is written to; the sheet holds a printed code for each of
    the others. They are members from now on, sign in when they like, and give their
    place back if they do not want it.
    """
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.may_bring(institution, by, charter, at=at))
    require(access.may_bring_this_many(len(rows)))
    source = _source(institution, charter, origin, by=by, at=at)
    letters = sum(bool(row.email) for row in rows)
    require(access.may_write_letters(institution, by, letters, at=at))
    if letters and by is not None and by.person_id is not None:
        have_letters_sent(by.person_id, letters, at=at)
    names = [clean_name(row.name, access.LONGEST_NAME) for row in rows]
    require(access.may_names_come_in(institution, names))
    sheet = uuid4()
    places = _on_list(institution, charter, rows, source=source, sheet=sheet, at=at)
    _write_to([one for one in places if one.address], charter, at=at)
    journal.record(
        "brought_members",
        about=institution,
        by=by,
        at=at,
        facts={"count": len(rows), "ground": source.ground},
    )
    return _printed(sheet, places)


def put_on_list(
    institution: Institution, charter: Charter, rows: Sequence[Row], *, at: datetime
) -> None:
    """Take in people whom the members have admitted, and write to them if one can.

    Somebody who is not written to is given a printed code by any member who may
    invite. A name that is taken gets a number: nobody blocks an admission by a name.
    """
    taken, free = _names_taken(institution) | access.reserved_shapes(), []
    for row in rows:
        name = _free_name(clean_name(row.name, access.LONGEST_NAME), taken)
        taken |= shapes(name)
        free.append(replace(row, name=name))
    letters = sum(bool(row.email) for row in rows)
    if not access.may_write_letters(institution, None, letters, at=at):
        free = [replace(row, email="") for row in free]
    today = at.astimezone(ZoneInfo(charter.time_zone)).date()
    source = Source.objects.create(
        institution=institution, ground=access.BY_DECISION, gathered_on=today
    )
    places = _on_list(institution, charter, free, source=source, sheet=uuid4(), at=at)
    _write_to([one for one in places if one.address], charter, at=at)


def _source(
    institution: Institution,
    charter: Charter,
    origin: Origin,
    *,
    by: Member | None,
    at: datetime,
) -> Source:
    words = clean_text(origin.words, access.LONGEST_ORIGIN)
    day = origin.gathered_on
    require(access.may_come_from(words, origin.ground, day, charter, at=at))
    assert day is not None, "a list without a day was just refused"
    return Source.objects.create(
        institution=institution,
        origin=words,
        ground=origin.ground,
        gathered_on=day,
        brought_by=by,
    )


class _Place(NamedTuple):
    """A place on the list, the code that leads to it, and where that is sent."""

    member: Member
    code: str
    address: str


def _printed(sheet: UUID, places: Sequence[_Place]) -> Sheet:
    printed = [one for one in places if not one.address]
    return Sheet(
        sheet,
        tuple(one.code for one in printed),
        tuple(one.member.name for one in printed),
    )


def _names_taken(institution: Institution) -> set[str]:
    there = Member.objects.filter(institution=institution, left_at=None)
    borne = there.values_list("name", flat=True)
    return {shape for name in borne for shape in shapes(name)}


def _free_name(name: str, taken: Set[str]) -> str:
    numbered = (f"{name[: access.LONGEST_NAME - 6]} ({n})" for n in count(2))
    free = chain([name], numbered)
    return next(one for one in free if shapes(one).isdisjoint(taken))


def _on_list(
    institution: Institution,
    charter: Charter,
    rows: Sequence[Row],
    *,
    source: Source,
    sheet: UUID,
    at: datetime,
) -> list[_Place]:
    by = source.brought_by
    places: list[_Place] = []
    invitations: list[Invitation] = []
    for row in rows:
        member = new_member(
            institution,
            charter,
            name=clean_name(row.name, access.LONGEST_NAME),
            member_class=row.member_class or charter.joining.invited_class,
            at=at,
        )
        member.source = source
        require(access.may_be_of_class(member.member_class, charter))
        code = codes.link_code() if row.email else codes.printed_code()
        invitation = new_invitation(institution, charter, code=code, by=by, at=at)
        invitation.for_member, invitation.member_class = member, member.member_class
        invitation.sheet = None if row.email else sheet
        places.append(_Place(member, code, row.email))
        invitations.append(invitation)
    Member.objects.bulk_create([one.member for one in places], batch_size=AT_ONCE)
    Invitation.objects.bulk_create(invitations, batch_size=AT_ONCE)
    noted = [_noted(one) for one in invitations]
    journal.record_each("put_on_list", noted, by=by, at=at)
    return places


def _noted(invitation: Invitation) -> journal.About:
    member = invitation.for_member
    assert member is not None, "who is on a list has a place"
    return journal.About(member, {"name": member.name}, named_terms_of(invitation))


def _write_to(places: Sequence[_Place], charter: Charter, *, at: datetime) -> None:
    name = name_in_letters(charter, charter.language)
    letters = []
    for one in places:
        link = settings.JOIN_LINK.format(code=one.code)
        why = queries.came_by_in_letter(one.member)
        facts: dict[str, Fact] = {"institution": name, "link": link, "why": why}
        subject = say(Sentence("letter_on_list_subject", facts), charter.language)
        body = say(Sentence("letter_on_list_body", facts), charter.language)
        letters.append(Letter(one.address, subject, body))
    write_letters(letters, at=at)


@transaction.atomic
def bring_statement(
    institution: Institution,
    *,
    by: Member | None,
    title: str,
    text: str,
    decided_on: date,
    at: datetime,
) -> Statement:
    """Write down what the group decided before it came here."""
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.may_bring(institution, by, charter, at=at))
    require(access.may_have_been_decided(decided_on, charter, at=at))
    statement = Statement.objects.create(
        institution=institution,
        title=clean_name(title, access.LONGEST_TITLE),
        text=clean_text(text, access.LONGEST_TEXT),
        decided_on=decided_on,
        adopted_at=at,
    )
    journal.record(
        "brought_statement",
        about=statement,
        by=by,
        at=at,
        words={"title": statement.title},
        facts={
            "decided_on": decided_on.isoformat(),
            "seal": queries.seal_of_statement(
                statement.title, statement.text, statement.decided_on
            ),
        },
    )
    return statement

"""Coming from somewhere: a group that exists enters with its members and decisions."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

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
from commonweal.foundation.institutions.actions.lists import Row as Row
from commonweal.foundation.institutions.actions.lists import (
    read_members as read_members,
)
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    Institution,
    Invitation,
    Member,
    Statement,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.language import say
from commonweal.foundation.people.actions import write_letter
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import require


@transaction.atomic
def bring_members(
    institution: Institution, rows: Sequence[Row], *, by: Member | None, at: datetime
) -> Sheet:
    """Put a list of people on the members' list.

    Whoever has an address is written to; the sheet holds a printed code for each of
    the others. They are members from now on, and sign in when they like.
    """
    institution = lock(institution, at=at)
    charter = queries.charter_in_force(institution, at=at)
    require(access.may_bring(institution, by, charter, at=at))
    require(access.may_bring_this_many(len(rows)))
    sheet, printed = uuid4(), []
    for row in rows:
        member, invitation, code = _on_list(institution, charter, row, by=by, at=at)
        if row.email:
            _write_to(row.email, code, charter, at=at)
        else:
            invitation.sheet = sheet
            invitation.save()
            printed.append((code, member.name))
    journal.record(
        "brought_members", about=institution, by=by, at=at, facts={"count": len(rows)}
    )
    return Sheet(
        sheet, tuple(code for code, _ in printed), tuple(name for _, name in printed)
    )


def put_on_list(
    institution: Institution, charter: Charter, row: Row, *, at: datetime
) -> Member:
    """Take somebody in whom the members have admitted, and write to them if one can.

    Somebody without an address is given a printed code by any member who may invite.
    """
    member, _, code = _on_list(institution, charter, row, by=None, at=at)
    if row.email:
        _write_to(row.email, code, charter, at=at)
    return member


def _on_list(
    institution: Institution,
    charter: Charter,
    row: Row,
    *,
    by: Member | None,
    at: datetime,
) -> tuple[Member, Invitation, str]:
    member = new_member(
        institution,
        charter,
        name=clean_name(row.name, access.LONGEST_NAME),
        member_class=row.member_class or charter.joining.invited_class,
        at=at,
    )
    require(access.may_be_of_class(member.member_class, charter))
    member.save()
    code = codes.link_code() if row.email else codes.printed_code()
    invitation = new_invitation(institution, charter, code=code, by=by, at=at)
    invitation.for_member, invitation.member_class = member, member.member_class
    invitation.save()
    journal.record(
        "put_on_list",
        about=member,
        by=by,
        at=at,
        words={"name": member.name},
        facts={"member_class": member.member_class},
    )
    return member, invitation, code


def _write_to(address: str, code: str, charter: Charter, *, at: datetime) -> None:
    facts = {
        "institution": charter.name.said(charter.language, charter.language),
        "link": settings.JOIN_LINK.format(code=code),
    }
    write_letter(
        address=address,
        subject=say(Sentence("letter_on_list_subject", facts), charter.language),
        body=say(Sentence("letter_on_list_body", facts), charter.language),
        at=at,
    )


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
        facts={"decided_on": decided_on.isoformat()},
    )
    return statement

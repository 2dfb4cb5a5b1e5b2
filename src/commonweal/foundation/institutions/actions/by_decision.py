"""What a decision sets in motion in the institution itself.

These are the deeds of the table `settings.EFFECTS`. They ask again what was asked
before the vote, because the institution may have changed since, and what was decided
and can no longer be done is refused.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions.bringing import Row, put_on_list
from commonweal.foundation.institutions.actions.changing import change_class
from commonweal.foundation.institutions.actions.drawing import plan_draws
from commonweal.foundation.institutions.actions.ending import plan_end
from commonweal.foundation.institutions.charters import (
    Terms,
    amended,
    charter_in_force,
)
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
    OfficeHolding,
    Statement,
)
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.text import clean_name, clean_text
from commonweal.rules.belonging.named import listed, with_people
from commonweal.rules.charters.charter import Charter
from commonweal.rules.charters.toml import to_toml
from commonweal.rules.days import days_later
from commonweal.rules.verdict import require


@transaction.atomic
def amend_charter(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Put an amended charter in force.

    The changes go over the charter as it stands now, so that what was amended since
    the proposal was written stays amended.
    """
    institution = lock(institution, at=at)
    require(access.may_charter_become(institution, terms, at))
    charter = amended(charter_in_force(institution, at=at), terms)
    assert isinstance(charter, Charter), "it was just found to be in order"
    put_in_force(institution, charter, decision=decision, at=at)


def put_in_force(
    institution: Institution, charter: Charter, *, decision: UUID, at: datetime
) -> None:
    """Let a charter hold from now on. The caller holds the lock, and has asked."""
    version = CharterVersion.objects.create(
        institution=institution,
        number=CharterVersion.objects.filter(institution=institution).count() + 1,
        text=to_toml(charter),
        in_force_at=at,
        decision_id=decision,
    )
    plan_draws(institution, charter, at=at)
    plan_end(institution, charter)
    journal.record(
        "amended_charter",
        about=version,
        by=None,
        at=at,
        facts={
            "decision": str(decision),
            "version": version.number,
            "seal": sha256(version.text.encode()).hexdigest(),
        },
    )


@transaction.atomic
def admit_member(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Put people on the members' list, and write to those who have an address.

    Who belongs already stays the one member they are, of the class that was decided;
    who has left since, or is of that class by now, is passed over.
    """
    institution = lock(institution, at=at)
    people = _still_to_admit(institution, terms)
    require(access.may_be_admitted(institution, with_people(terms, people), at))
    charter = charter_in_force(institution, at=at)
    coming = [_row(one) for one in people if not access.is_of_member(one)]
    staying = [one for one in people if access.is_of_member(one)]
    for one in staying:
        change_class(
            Member.objects.get(institution=institution, pk=one["member"]),
            member_class=str(one["member_class"]),
            because={"decision": str(decision)},
            at=at,
        )
    if not coming:
        return
    put_on_list(institution, charter, coming, at=at)
    journal.record(
        "admitted_members",
        about=institution,
        by=None,
        at=at,
        facts={"decision": str(decision), "count": len(coming)},
    )


def _still_to_admit(institution: Institution, terms: Terms) -> Sequence[Any]:
    """Leave out those for whom nothing is left to do; keep all if that is everybody."""
    people = listed(terms) or ()
    there = Member.objects.filter(institution=institution, left_at=None)
    classes = {str(pk): now for pk, now in there.values_list("pk", "member_class")}
    left = [
        one
        for one in people
        if not access.is_of_member(one)
        or classes.get(one["member"]) not in (None, one["member_class"])
    ]
    return left or people


def _row(one: object) -> Row:
    assert isinstance(one, Mapping)
    return Row(str(one["name"]), str(one.get("email") or ""), str(one["member_class"]))


@transaction.atomic
def fill_office(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Give an office to those elected, until their term ends; the old terms end now."""
    institution = lock(institution, at=at)
    require(access.may_office_be_filled(institution, terms, at))
    charter = charter_in_force(institution, at=at)
    office = charter.office(str(terms["office"]))
    listed = terms["holders"]
    assert office is not None
    assert isinstance(listed, list | tuple)
    end_terms(institution, office.id, at=at)
    holders = Member.objects.filter(institution=institution, pk__in=list(listed))
    until = days_later(at, office.term_days, charter.time_zone)
    OfficeHolding.objects.bulk_create(
        OfficeHolding(
            institution=institution,
            office=office.id,
            holder=holder,
            from_at=at,
            until_at=until,
            decision_id=decision,
        )
        for holder in holders
    )
    journal.record(
        "filled_office",
        about=institution,
        by=None,
        at=at,
        facts={
            "decision": str(decision),
            "office": office.id,
            "holders": [str(one) for one in listed],
            "until": {"moment": until.astimezone(UTC).isoformat()},
            "count": len(listed),
        },
    )


def end_terms(institution: Institution, office: str, *, at: datetime) -> None:
    """End the terms of an office that would run on beyond `at`."""
    running = OfficeHolding.objects.filter(
        institution=institution, office=office, until_at__gt=at
    )
    running.filter(from_at__gte=at).delete()
    running.update(until_at=at)


@transaction.atomic
def adopt_statement(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Write down what the institution stands by from now on."""
    institution = lock(institution, at=at)
    require(access.may_be_adopted(institution, terms, at))
    zone = charter_in_force(institution, at=at).time_zone
    statement = Statement.objects.create(
        institution=institution,
        title=clean_name(str(terms.get("title") or ""), access.LONGEST_TITLE),
        text=clean_text(str(terms.get("text", "")), access.LONGEST_TEXT),
        decided_on=at.astimezone(ZoneInfo(zone)).date(),
        adopted_at=at,
        decision_id=decision,
    )
    journal.record(
        "adopted_statement",
        about=statement,
        by=None,
        at=at,
        facts={"decision": str(decision), "seal": _seal(statement)},
        words={"title": statement.title},
    )


def _seal(statement: Statement) -> str:
    return queries.seal_of_statement(
        statement.title, statement.text, statement.decided_on
    )

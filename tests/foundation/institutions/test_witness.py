"""Whoever changes who belongs, who holds what or what was adopted is found out."""

from datetime import timedelta
from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions import (
    bringing,
    by_decision,
    joining,
)
from commonweal.foundation.institutions.actions.rolls import freeze_roll
from commonweal.foundation.institutions.models import (
    Member,
    OfficeHolding,
    Roll,
    Statement,
)
from commonweal.foundation.journal import queries as journal
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    union = an_institution(founder="Nour")
    bringing.bring_members(
        union,
        [bringing.Row("Dolores", "", "")],
        origin=FROM_A_SHEET,
        by=founder_of(union),
        at=day(0),
    )
    bringing.bring_statement(
        union,
        by=founder_of(union),
        title="House rules",
        text="Quiet at night.",
        decided_on=day(-9).date(),
        at=day(0),
    )
    for name in ("Asha", "Ben", "Chidi"):
        a_member(union, name)
    fill(union, "Asha", "Ben", at=day(1))
    by_decision.adopt_statement(
        union, terms={"title": "Heat", "text": "For all."}, decision=uuid4(), at=day(2)
    )
    return union


def fill(union, *names, at):
    holders = [str(named(union, name).pk) for name in names]
    terms = {"office": a_charter().offices[0].id, "holders": holders}
    by_decision.fill_office(union, terms=terms, decision=uuid4(), at=at)


def named(union, name):
    return Member.objects.get(institution=union, name=name)


def contradictions(union):
    return [problem.id for problem in journal.compared(union)]


def test_what_happened_to_members_offices_and_statements_agrees(union):
    joining.rename(named(union, "Chidi"), name="Chidi O.", at=day(3))
    joining.leave(named(union, "Ben"), at=day(4))
    fill(union, "Asha", "Chidi O.", at=day(5))

    assert contradictions(union) == []


def test_a_term_that_was_over_as_it_began_is_no_contradiction(union):
    fill(union, "Asha", at=day(5))
    fill(union, "Chidi", at=day(5))
    joining.leave(named(union, "Chidi"), at=day(5))

    assert contradictions(union) == []


CHANGES = {
    "a name": ({"name": "Asha M."}, "journal_member_differs"),
    "a class": ({"member_class": "guest"}, "journal_member_differs"),
    "a day of joining": ({"joined_at": day(-300)}, "journal_member_differs"),
    "a day of coming": ({"taken_up_at": day(-3)}, "journal_member_differs"),
    "having left": ({"left_at": day(9)}, "journal_member_differs"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_member_changed_behind_the_journal_is_found(union, change):
    values, expected = CHANGES[change]

    Member.objects.filter(pk=named(union, "Asha").pk).update(**values)

    assert contradictions(union) == [expected]


def test_a_member_put_in_or_taken_out_is_found(union):
    Member.objects.create(
        institution=union,
        name="A stranger",
        member_class="tenant",
        joined_at=day(1),
        last_active_on=day(1).date(),
    )
    named(union, "Chidi").delete()

    assert sorted(contradictions(union)) == [
        "journal_member_gone",
        "journal_member_unannounced",
    ]


def test_an_office_given_kept_or_lengthened_in_the_table_is_found(union):
    held = OfficeHolding.objects.get(holder=named(union, "Asha"))
    OfficeHolding.objects.filter(pk=held.pk).update(
        until_at=held.until_at + timedelta(days=365)
    )
    OfficeHolding.objects.filter(holder=named(union, "Ben")).update(
        holder=named(union, "Chidi")
    )

    assert contradictions(union) == [
        "journal_office_differs",
        "journal_office_differs",
        "journal_office_unannounced",
    ]


@pytest.mark.parametrize("values", [{"title": "Cold"}, {"text": "For some."}])
def test_a_statement_that_reads_differently_is_found(union, values):
    Statement.objects.filter(institution=union, title="Heat").update(**values)

    assert contradictions(union) == ["journal_statement_differs"]


def test_a_statement_put_in_or_taken_out_is_found(union):
    Statement.objects.filter(title="House rules").delete()
    Statement.objects.create(
        institution=union, title="New", decided_on=day(1).date(), adopted_at=day(1)
    )

    assert sorted(contradictions(union)) == [
        "journal_statement_gone",
        "journal_statement_unannounced",
    ]


CHANGED_ROLLS = [{"franchise": "all"}, {"size": 9}, {"active": 0}, {"hash": "00"}]


@pytest.mark.parametrize("change", CHANGED_ROLLS, ids=lambda one: next(iter(one)))
def test_a_roll_that_says_something_else_is_found(union, change):
    franchise = a_charter().franchises[0]
    freeze_roll(union, franchise, noticed_at=day(3), at=day(3))
    assert contradictions(union) == []

    Roll.objects.update(**change)

    assert contradictions(union) == ["journal_roll_differs"]


@pytest.mark.parametrize("whose", ["somebody else's", "nobody's"])
def test_a_place_that_was_given_to_somebody_else_is_found(union, whose):
    eve = a_person("Eve") if whose == "somebody else's" else None

    Member.objects.filter(pk=named(union, "Ben").pk).update(person=eve)

    assert contradictions(union) == ["journal_member_differs"]


def test_a_place_given_away_with_a_new_salt_is_found_too(union):
    ben, chidi = named(union, "Ben"), named(union, "Chidi")

    Member.objects.filter(pk=chidi.pk).update(person=a_person("Eve"), salt=ben.salt)

    assert contradictions(union) == ["journal_member_differs"]


def test_whose_place_it_was_cannot_be_told_once_they_have_left(union):
    ben = named(union, "Ben")

    joining.leave(ben, at=day(4))

    assert bytes(named_by(ben).salt) == b""
    assert contradictions(union) == []


def named_by(member):
    return Member.objects.get(pk=member.pk)

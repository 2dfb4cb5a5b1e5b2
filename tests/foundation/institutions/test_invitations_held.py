"""What an invitation gives, how often and until when, is held against the journal."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Invitation
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


def found(union):
    return [one.id for one in journal.compared(union)]


CHANGES = {
    "member_class": "supporter",
    "max_uses": 500,
    "uses": 1,
    "expires_at": day(400),
    "revoked_at": day(2),
    "made_at": day(2),
    "sheet": uuid4(),
    "code_digest": "of a code that only the operator knows",
}


@pytest.mark.parametrize("column", [*CHANGES, "invited_by"])
@pytest.mark.parametrize("way", ["link", "code", "place", "printed"])
def test_what_a_way_in_gives_cannot_be_changed_unseen(union, way, column):
    asha = confirmed(founder_of(union))
    made = {
        "link": lambda: inviting.invite_by_link(union, by=asha, at=day(1)).invitation,
        "code": lambda: _of_sheet(union, asha),
        "place": lambda: _of_list(union, asha, "chidi@example.org"),
        "printed": lambda: _of_list(union, asha, ""),
    }[way]()
    ben = a_member(union, "Ben", at=day(1))
    assert found(union) == []

    value = ben if column == "invited_by" else CHANGES[column]
    Invitation.objects.filter(pk=made.pk).update(**{column: value})

    assert found(union)
    assert {one.id for one in journal.compared(union)} <= {
        "journal_invitation_differs",
        "journal_invitation_gone",
        "journal_invitation_unannounced",
    }


def _of_sheet(union, by):
    sheet = inviting.invite_by_codes(union, by=by, count=2, at=day(1)).id
    return Invitation.objects.filter(sheet=sheet).first()


def _of_list(union, by, email):
    rows = [Row("Chidi", email)]
    bring_members(union, rows, by=by, origin=FROM_A_SHEET, at=day(1))
    return Invitation.objects.get(for_member__name="Chidi")


def test_what_becomes_of_a_way_in_as_it_should_agrees_at_every_step(union):
    asha = founder_of(union)
    place = _of_list(union, asha, "").for_member
    ben = a_member(union, "Ben", at=day(1))
    link = inviting.invite_by_link(union, by=ben, most=2, at=day(1))
    sheet = inviting.invite_by_codes(union, by=ben, count=3, at=day(1))

    joining.join(link.code, person=a_person("Dora"), name="Dora", at=day(2))
    joining.join(sheet.codes[0], person=a_person("Emil"), name="Emil", at=day(2))
    for at in (day(2), day(2)):
        inviting.invite_to_place(place, by=asha, at=at)
        assert found(union) == []
    one = Invitation.objects.filter(sheet=sheet.id, uses=0).first()
    inviting.revoke(one, by=asha, at=day(3))
    assert found(union) == []
    inviting.revoke_sheet(union, sheet.id, by=asha, at=day(3))
    assert found(union) == []
    used = Invitation.objects.get(sheet=sheet.id, uses=1)
    assert used.revoked_at is None
    inviting.revoke(used, by=asha, at=day(4))
    assert found(union) == []

    # Who leaves takes their invitations with them, used up or not.
    joining.leave(ben, at=day(5))

    link.invitation.refresh_from_db()
    assert link.invitation.revoked_at == day(5)
    assert found(union) == []


def test_a_place_that_is_given_back_ends_its_code_as_lines_tell(union):
    rows = [Row("Chidi", ""), Row("Dora", "")]
    asha = founder_of(union)
    sheet = bring_members(union, rows, by=asha, origin=FROM_A_SHEET, at=day(1))

    joining.decline(sheet.codes[0], at=day(2))

    assert Invitation.objects.get(revoked_at=day(2)).for_member.left_at == day(2)
    assert found(union) == []


def test_what_lines_of_before_do_not_tell_is_held_against_nothing_but_the_uses(union):
    made = inviting.invite_by_link(union, by=founder_of(union), at=day(1)).invitation
    line = Line.objects.get(institution=union, deed="invited_by_link")
    for key in ("member_class", "until", "invitation", "code"):
        del line.facts[key]
    line.save()

    Invitation.objects.filter(pk=made.pk).update(max_uses=99, revoked_at=day(2))
    assert found(union) == []
    Invitation.objects.filter(pk=made.pk).update(uses=1)
    assert found(union) == ["journal_invitation_used_unannounced"]


def test_no_line_tells_who_was_written_to_and_who_has_a_printed_code(union):
    asha = confirmed(founder_of(union))
    rows = [Row("Chidi", "chidi@example.org"), Row("Dora", "")]
    bring_members(union, rows, by=asha, origin=FROM_A_SHEET, at=day(1))

    one, other = Line.objects.filter(institution=union, deed="put_on_list")

    assert one.facts.keys() == other.facts.keys()
    assert "sheet" not in one.facts

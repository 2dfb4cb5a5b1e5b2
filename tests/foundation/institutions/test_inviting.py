"""Inviting by link and by printed codes."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Invitation
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


def test_a_link_lets_in_as_many_as_the_charter_says(union, asha):
    made = inviting.invite_by_link(union, by=asha, at=day(1))

    for name in ("Ben", "Chidi"):
        joining.join(made.code, person=a_person(name), name=name, at=day(2))

    assert len(queries.members(union, at=day(2))) == 3
    assert made.invitation.expires_at == day(15)
    assert last_line(union).facts["invitation"] == str(made.invitation.id)


def test_inviting_is_noted_without_the_code(union, asha):
    made = inviting.invite_by_link(union, by=asha, at=day(1))

    line = last_line(union)

    assert (line.deed, line.by, line.about_id) == (
        "invited_by_link",
        asha.id,
        made.invitation.id,
    )
    assert made.code not in str(line.facts)
    assert not Invitation.objects.filter(code_digest__contains=made.code).exists()


def test_a_sheet_has_as_many_codes_as_were_asked_for(union, asha):
    sheet = inviting.invite_by_codes(union, by=asha, count=12, at=day(1))

    assert len(set(sheet.codes)) == 12
    assert Invitation.objects.filter(sheet=sheet.id, max_uses=1).count() == 12
    told = last_line(union).facts
    assert (told["count"], told["sheet"], told["most"]) == (12, str(sheet.id), 1)


@pytest.mark.parametrize("count", [-1, 0, 201, 10**9])
def test_a_sheet_has_at_least_one_code_and_not_a_book_of_them(union, asha, count):
    with pytest.raises(Refused, match="codes_out_of_range"):
        inviting.invite_by_codes(union, by=asha, count=count, at=day(1))


def test_a_stranger_does_not_invite(union):
    with pytest.raises(Refused, match="members_only"):
        inviting.invite_by_link(union, by=None, at=day(1))


def test_a_class_without_the_right_does_not_invite(union):
    ben = a_member(union, "Ben")
    ben.member_class = "supporter"

    with pytest.raises(Refused, match="class_has_no_right"):
        inviting.invite_by_codes(union, by=ben, count=1, at=day(1))


def test_where_members_decide_nobody_invites():
    charter = a_charter()
    joining_rules = replace(charter.joining, ways=frozenset({"decision"}))
    union = an_institution(charter=replace(charter, joining=joining_rules))

    with pytest.raises(Refused, match="joining_by_decision"):
        inviting.invite_by_link(union, by=founder_of(union), at=day(1))


def test_a_revoked_invitation_lets_nobody_in_and_is_listed_no_more(union, asha):
    made = inviting.invite_by_link(union, by=asha, at=day(1))
    inviting.revoke(made.invitation, by=asha, at=day(2))

    with pytest.raises(Refused, match="invitation_revoked"):
        joining.join(made.code, person=a_person("Ben"), name="Ben", at=day(3))

    assert last_line(union).deed == "revoked_invitation"
    assert list(queries.invitations_of(union, at=day(2))) == []
    with pytest.raises(Refused, match="invitation_revoked"):
        inviting.revoke(made.invitation, by=asha, at=day(3))


def test_a_sheet_is_taken_back_as_far_as_it_is_unused(union, asha):
    sheet = inviting.invite_by_codes(union, by=asha, count=3, at=day(1))
    joining.join(sheet.codes[0], person=a_person("Ben"), name="Ben", at=day(1))

    inviting.revoke_sheet(union, sheet.id, by=asha, at=day(2))

    assert last_line(union).facts["count"] == 2
    assert len(queries.members(union, at=day(2))) == 2


def test_of_a_sheet_with_nothing_left_the_journal_says_nothing(union, asha):
    sheet = inviting.invite_by_codes(union, by=asha, count=1, at=day(1))
    other = an_institution()
    inviting.revoke_sheet(union, sheet.id, by=asha, at=day(2))
    taken_back, theirs = last_line(union), last_line(other)

    inviting.revoke_sheet(union, sheet.id, by=asha, at=day(3))
    inviting.revoke_sheet(other, sheet.id, by=founder_of(other), at=day(3))

    assert last_line(union) == taken_back
    assert last_line(other) == theirs


def test_an_invitation_is_not_revoked_from_another_institution(union, asha):
    made = inviting.invite_by_link(union, by=asha, at=day(1))
    other = an_institution()
    sheet = inviting.invite_by_codes(union, by=asha, count=1, at=day(1))

    with pytest.raises(Refused):
        inviting.revoke(made.invitation, by=None, at=day(2))
    inviting.revoke_sheet(other, sheet.id, by=founder_of(other), at=day(2))

    assert queries.invitations_of(union, at=day(2)).count() == 2


def test_a_link_lets_in_as_many_as_whoever_made_it_said(union, asha):
    made = inviting.invite_by_link(union, by=asha, most=2, at=day(1))
    for name in ("Ben", "Chidi"):
        joining.join(made.code, person=a_person(name), name=name, at=day(2))

    with pytest.raises(Refused) as refusal:
        joining.join(made.code, person=a_person("Farah"), name="Farah", at=day(2))

    assert refusal.value.verdict.id == "invitation_used_up"


@pytest.mark.parametrize(("allowed", "asked"), [(3, 4), (3, 0), (0, 501)])
def test_no_link_is_for_more_people_than_the_charter_allows_or_for_all(allowed, asked):
    joins = replace(a_charter().joining, max_uses=allowed)
    union = an_institution(charter=replace(a_charter(), joining=joins))

    with pytest.raises(Refused) as refusal:
        inviting.invite_by_link(union, by=founder_of(union), most=asked, at=day(1))

    assert refusal.value.verdict.id == "link_out_of_range"


def test_a_link_has_an_end_also_where_the_charter_names_none():
    joins = replace(a_charter().joining, max_uses=0)
    union = an_institution(charter=replace(a_charter(), joining=joins))

    made = inviting.invite_by_link(union, by=founder_of(union), at=day(1))

    assert made.invitation.max_uses == inviting.FOR_A_HOUSE

"""Offices: filled by decision, held for a term."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import by_decision, joining
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


def office_of(union):
    return queries.charter_in_force(union, at=day(0)).offices[0]


def elect(union, *members, at=None):
    holders = [str(member.id) for member in members]
    terms = {"office": office_of(union).id, "holders": holders}
    moment = at or day(5)
    by_decision.fill_office(union, terms=terms, decision=uuid4(), at=moment)


def in_office(union, number):
    return sorted(one.holder.name for one in queries.officers(union, at=day(number)))


def test_an_office_is_held_for_its_term(union):
    office = office_of(union)
    elect(union, a_member(union, "Ben"))

    assert in_office(union, 4) == []
    assert in_office(union, 5) == in_office(union, 4 + office.term_days) == ["Ben"]
    assert in_office(union, 6 + office.term_days) == []
    assert last_line(union).deed == "filled_office"
    assert last_line(union).facts["office"] == office.id


def test_a_new_election_ends_the_old_terms(union):
    ben, chidi = a_member(union, "Ben"), a_member(union, "Chidi")
    elect(union, ben, at=day(5))

    elect(union, chidi, at=day(9))

    assert in_office(union, 8) == ["Ben"]
    assert in_office(union, 9) == ["Chidi"]


def test_two_elections_of_one_moment_leave_the_later_one(union):
    ben, chidi = a_member(union, "Ben"), a_member(union, "Chidi")

    elect(union, ben)
    elect(union, chidi)

    assert in_office(union, 5) == ["Chidi"]


def test_whoever_leaves_leaves_their_office(union):
    ben = a_member(union, "Ben")
    elect(union, ben)

    joining.leave(ben, at=day(8))

    assert in_office(union, 7) == [""]
    assert in_office(union, 8) == []


def test_an_office_is_not_filled_by_who_left_or_may_not_stand_or_is_a_stranger(union):
    gone = a_member(union, "Ben")
    joining.leave(gone, at=day(2))
    supporter = a_member(union, "Chidi")
    Member.objects.filter(pk=supporter.pk).update(member_class="supporter")
    stranger = founder_of(an_institution())

    for member, why in (
        (gone, "member_has_left"),
        (supporter, "class_has_no_right"),
        (stranger, "members_only"),
    ):
        with pytest.raises(Refused, match=why):
            elect(union, member)


@pytest.mark.parametrize("holders", [[], ["x"], "abc", [None], 7])
def test_holders_that_name_nobody_are_refused(union, holders):
    terms = {"office": office_of(union).id, "holders": holders}

    assert access.may_office_be_filled(union, terms, day(5)).id == "office_seats"


def test_an_office_the_charter_lacks_is_refused_before_the_vote(union):
    assert access.may_office_be_filled(union, {"office": "king"}, day(5)).id == (
        "office_unknown"
    )
    assert access.may_office_be_filled(union, {"office": office_of(union).id}, day(5))

"""Whoever leaves an institution reads so at home, and whoever took them out cannot."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import opened_letter
from commonweal.rules.reaching.terms import Reaching
from tests.builders import a_charter, a_member, an_institution, confirmed, day

pytestmark = pytest.mark.django_db


def letters():
    return [opened_letter(one) for one in OutgoingMail.objects.exclude(sealed=None)]


def test_a_letter_says_that_one_has_left_and_holds_no_link():
    ben = confirmed(a_member(an_institution(), "Ben"))
    address = ben.person.email

    joining.leave(ben, at=day(2))

    [letter] = letters()
    assert letter.address == address
    assert letter.subject.startswith("You have left ")
    assert "If it was not you" in letter.body
    assert "://" not in letter.body
    # Giving the address up does not take the letter back.
    assert OutgoingMail.objects.get().address_digest == ""


def test_where_letters_are_bare_it_names_no_institution():
    charter = replace(a_charter(), reaching=Reaching(bare_letters=True))
    union = an_institution(charter=charter)
    ben = confirmed(a_member(union, "Ben"))

    joining.leave(ben, at=day(2))

    [letter] = letters()
    assert letter.subject == "You have left an institution on this server"
    assert charter.name.said("en", "en") not in letter.body


def test_an_address_that_nobody_confirmed_is_told_nothing():
    ben = a_member(an_institution(), "Ben")

    joining.leave(ben, at=day(2))

    assert letters() == []


def test_whoever_leaves_the_server_is_told_once():
    ben = confirmed(a_member(an_institution(), "Ben"))

    people.leave_node(ben.person, at=day(2))

    assert [one.subject for one in letters()] == ["You have left"]

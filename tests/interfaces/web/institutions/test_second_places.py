"""Putting two places of one person together, on the page that a code opens."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.institutions.actions.by_decision import admit_member
from tests.builders import day
from tests.interfaces.web.institutions.conftest import text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


def test_who_belongs_already_puts_a_second_place_together_with_theirs(union):
    institution, asha, ben = union
    people = [{"name": "Benito", "member_class": "tenant"}]
    admit_member(institution, terms={"people": people}, decision=uuid4(), at=day(0))
    place = queries.members(institution, at=day(1)).get(name="Benito")
    code = inviting.invite_to_place(place, by=asha, at=day(0)).code
    browser = browser_of(ben)

    page = text_of(browser.get(f"/join/{code}/"))
    done = browser.post(f"/join/{code}/", {"second": "1"}, follow=True)

    assert "This code keeps a place on the list, under the name Benito." in page
    assert "You are one member, and in one place." in text_of(done)
    names = [one.name for one in queries.members(institution, at=day(1))]
    assert sorted(names) == ["Asha", "Ben"]


def test_a_code_made_later_is_said_to_put_no_second_place_together(union):
    institution, asha, ben = union
    people = [{"name": "Benito", "member_class": "tenant"}]
    admit_member(institution, terms={"people": people}, decision=uuid4(), at=day(0))
    place = queries.members(institution, at=day(1)).get(name="Benito")
    code = inviting.invite_to_place(place, by=asha, at=day(1)).code
    browser = browser_of(ben)

    page = text_of(browser.get(f"/join/{code}/"))
    refused = browser.post(f"/join/{code}/", {"second": "1"})

    assert "A second place" not in page
    assert "puts two places together" in page
    assert refused.status_code == 409
    assert queries.members(institution, at=day(1)).filter(name="Benito").exists()

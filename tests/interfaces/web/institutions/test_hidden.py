"""Institutions that show strangers nothing, and those that end with the last member."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.institutions.models import Institution
from tests.builders import a_charter, an_institution, day, founder_of
from tests.interfaces.web.institutions.test_pages import FOR_MEMBERS, at, text_of
from tests.interfaces.web.visitors import browser_of, members

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def without_marks(answer, institution):
    """Give a page without its address, and without what is new on every page."""
    page = text_of(answer).replace(at(institution), "/")
    return re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", page)


@pytest.mark.parametrize("page", ["", "charter/", "decisions/", *FOR_MEMBERS])
def test_an_institution_that_shows_nothing_is_as_though_it_were_not(page):
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))
    nothing = Institution(address="nowhere")
    elsewhere = browser_of(founder_of(an_institution(founder="Dolores")))

    for browser in (Client(), elsewhere):
        there = browser.get(at(hidden, page))
        nowhere = browser.get(at(nothing, page))
        assert there.status_code == nowhere.status_code != 200
        assert without_marks(there, hidden) == without_marks(nowhere, nothing)
    assert browser_of(founder_of(hidden)).get(at(hidden, page)).status_code == 200


def test_whoever_holds_an_invitation_finds_what_shows_nothing(client):
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))
    made = inviting.invite_by_link(hidden, by=founder_of(hidden), at=day(1))

    looked = client.get(f"/join/{made.code}/")
    joined = client.post(f"/join/{made.code}/", {"my_name": "Farah"}, follow=True)

    assert looked.status_code == 200
    assert joined.redirect_chain[-1][0] == at(hidden)
    assert joined.status_code == 200


def test_the_last_member_is_told_that_leaving_ends_it():
    union = an_institution()
    asha = founder_of(union)

    alone = browser_of(asha).get(at(union, "people/"))
    members(union, "Ben", at=day(0))
    together = browser_of(asha).get(at(union, "people/"))

    assert "Leave and end the institution" in text_of(alone)
    assert "Leave and erase my name" in text_of(together)


def test_whoever_leaves_what_shows_nothing_is_led_to_the_front_page():
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))
    (ben,) = members(hidden, "Ben", at=day(0))

    left = browser_of(ben).post(at(hidden, "people/leave/"), {"sure": "on"})

    assert left.headers["Location"] == "/"

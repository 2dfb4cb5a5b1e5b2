"""Whoever could not come back in is asked before they are signed out."""

import pytest
from django.urls import reverse

from commonweal.foundation.people import actions as people
from tests.builders import a_member, an_institution, day
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("door", ["people:sign_out", "people:end_all"])
def test_whoever_could_not_come_back_is_asked_before_they_are_out(door):
    union = an_institution()
    browser = browser_of(a_member(union, "Ben").person)

    asked = browser.post(reverse(door))
    still_in = browser.get(reverse("people:me")).status_code
    browser.post(reverse(door), {"sure": "yes"})
    then = browser.get(reverse("people:me")).status_code

    assert "nothing has happened yet" in asked.content.decode()
    assert "as Ben" in asked.content.decode()
    assert (still_in, then) == (200, 302)


def test_who_gave_an_address_may_still_come_back_by_letter():
    union = an_institution()
    ben = a_member(union, "Ben")

    asked = text_of(browser_of(ben.person).post(reverse("people:sign_out")))
    mine = text_of(browser_of(ben.person).get(reverse("people:me")))

    assert f"You have not shown yet that {ben.person.email} is your mail" in asked
    assert "a letter to it lets you in again" in asked
    assert "nothing you have opens this door again" not in asked
    assert "A letter may sign you in" in mine
    assert "You gave no mail address, so no letter" not in mine


def test_who_gave_none_is_told_that_no_letter_brings_them_back():
    union = an_institution()
    nobody = people.arrive(email="", language="en", at=day(0))
    ben = a_member(union, "Ben", person=nobody)

    asked = text_of(browser_of(ben.person).post(reverse("people:sign_out")))
    mine = text_of(browser_of(ben.person).get(reverse("people:me")))

    assert "nothing you have opens this door again" in asked
    assert "You gave no mail address, so no letter" in mine
    assert "you came with a code" not in mine


def text_of(answer):
    return answer.content.decode()

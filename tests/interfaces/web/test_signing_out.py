"""Whoever could not come back in is asked before they are signed out."""

import pytest
from django.urls import reverse

from tests.builders import a_member, an_institution
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

"""Nobody has a stranger's mailbox filled with letters that sign in."""

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.foundation.people import actions
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import letters
from commonweal.interfaces.limits import LETTERS, SHOWING
from tests.builders import a_person, day
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("email", [None, "nobody.here@example.org"])
def test_many_askers_fill_nobodys_mailbox(email):
    there = email or a_person().email
    corners = [f"10.0.{n}.1" for n in range(LETTERS.tries + 1)]

    *first, last = [
        Client(REMOTE_ADDR=one).post(reverse("people:sign_in"), {"email": there})
        for one in corners
    ]

    assert [one.status_code for one in first] == [302] * LETTERS.tries
    assert last.status_code == 409
    assert "take the newest: its link works for one hour" in last.content.decode()
    assert OutgoingMail.objects.count() == LETTERS.tries


@pytest.mark.parametrize("way", ["people:ask_for_address", "people:sign_in"])
def test_who_asks_for_the_address_of_another_keeps_no_sign_in_from_them(way):
    asha = a_person("Asha")
    eve = actions.arrive(email=asha.email, language="en", at=day(0))
    browser = browser_of(eve)
    asked = [
        browser.post(reverse(way), {"email": asha.email})
        for _ in range(SHOWING.tries + 2)
    ]

    hers = Client(REMOTE_ADDR="10.0.9.1").post(
        reverse("people:sign_in"), {"email": asha.email}
    )

    assert [one.status_code == 302 for one in asked] == [True] * 6 + [False] * 2
    assert hers.status_code == 302
    assert "Your link to sign in" in {one.subject for one in letters()}


def test_several_who_agree_fill_nobodys_mailbox_by_asking_for_it():
    asha = a_person("Asha")
    before = OutgoingMail.objects.count()

    for _ in range(3):
        browser = browser_of(actions.arrive(language="en", at=day(0)))
        for _ in range(SHOWING.tries):
            browser.post(reverse("people:ask_for_address"), {"email": asha.email})

    assert OutgoingMail.objects.count() == before + SHOWING.tries

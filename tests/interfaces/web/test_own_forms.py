"""A form of one's own is taken at the first press, also after signing in again."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from tests.builders import a_person, day

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

HERE = {"origin": "http://testserver"}
LANGUAGE = "/language/"


def come_in(browser: Client, person: Person) -> None:
    """Sign in anew on this device, by a code on paper, as on the page."""
    door = reverse("people:by_code")
    page = browser.get(door).content.decode()
    code = people.write_paper_codes(person, at=day(0))[0]
    sent = {"code": code, **marks_of(page)}
    assert browser.post(door, sent, headers=HERE).status_code == 302


def marks_of(page: str) -> dict[str, str]:
    """Give the hidden marks of the first form on a page."""
    names = ("csrfmiddlewaretoken", "typed-by")
    found = ((one, re.search(rf'name="{one}" value="([^"]*)"', page)) for one in names)
    return {name: match[1] for name, match in found if match}


@pytest.fixture
def asha() -> Person:
    """Give somebody with an address here."""
    return a_person("Asha")


@pytest.fixture
def browser(asha) -> Client:
    """Give a browser that checks as a real one does, with Asha signed in."""
    browser = Client(enforce_csrf_checks=True)
    come_in(browser, asha)
    return browser


def test_a_page_left_open_is_sent_at_the_first_press(browser, asha):
    left_open = marks_of(browser.get("/me/").content.decode())
    come_in(browser, asha)

    sent = browser.post(LANGUAGE, left_open | {"language": "es"}, headers=HERE)

    asha.refresh_from_db()
    assert sent.status_code == 302
    assert asha.language == "es"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "same-site"},
    ],
)
def test_no_other_site_sends_a_form_in_somebodys_name(browser, asha, headers):
    sent = {"language": "es", "typed-by": str(asha.pk)}

    answer = browser.post(LANGUAGE, sent, headers=headers)

    asha.refresh_from_db()
    assert answer.status_code == 403
    assert asha.language == "en"


def test_what_somebody_else_opened_is_refused_and_not_shown(browser, asha):
    left_open = marks_of(browser.get("/me/").content.decode())
    come_in(browser, a_person("Ben"))
    sent = left_open | {"language": "es", "text": "words that are Asha's own"}

    answer = browser.post(LANGUAGE, sent, headers=HERE)

    assert answer.status_code == 403
    assert "words that are" not in answer.content.decode()


def test_what_was_opened_before_signing_in_comes_back_to_be_pressed_once_more(asha):
    browser = Client(enforce_csrf_checks=True)
    before = marks_of(browser.get("/sign-in/").content.decode())
    come_in(browser, asha)
    sent = before | {"language": "es", "text": "What we would do, and why"}

    answer = browser.post(LANGUAGE, sent, headers=HERE)

    page = answer.content.decode()
    again = marks_of(page) | {"language": "es"}
    then = browser.post(LANGUAGE, again, headers=HERE)
    assert answer.status_code == 403
    assert "Press once more" in page
    assert "What we would do, and why" in page
    assert "This form was not sent" not in page
    assert then.status_code == 302

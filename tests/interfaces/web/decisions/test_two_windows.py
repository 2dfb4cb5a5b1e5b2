"""Two windows on one draft: the second is told, and keeps both texts."""

import re

import pytest

from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_draft
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SEEN = re.compile(r'name="seen" value="([^"]+)"')


@pytest.fixture
def draft():
    union = an_institution()
    return a_draft(union, a_member(union, "Ben"), at=day(1))


def windows(draft):
    """Give the address of the form, a browser, and what it was opened with twice."""
    browser = browser_of(draft.author.person)
    url = f"/i/{draft.institution.address}/decisions/{draft.number}/revise/"
    opened = SEEN.search(browser.get(url).content.decode())
    assert opened is not None
    return url, browser, opened[1]


def test_the_second_window_writes_over_nothing_unread(draft):
    url, browser, seen = windows(draft)
    first = {"title": "Two boilers?", "text": "One for each house.", "seen": seen}
    second = {"title": "A stove?", "text": "It burns wood.", "seen": seen}

    assert browser.post(url, first).status_code == 302
    told = browser.post(url, second)

    page = told.content.decode()
    assert told.status_code == 422
    assert "changed meanwhile, in another window" in page
    assert ">\nIt burns wood.</textarea>" in page
    assert 'value="A stove?"' in page
    assert "One for each house." in page
    assert draft.versions.get().title == "Two boilers?"


@pytest.mark.parametrize("seen", [{}, {"seen": ""}, {"seen": "the first"}])
def test_a_form_that_does_not_say_which_words_it_saw_writes_over_nothing(draft, seen):
    url, browser, _ = windows(draft)

    told = browser.post(url, {"title": "A stove?", "text": "It burns wood."} | seen)

    page = told.content.decode()
    assert told.status_code == 422
    assert "Because it is cold." in page
    assert 'value="A stove?"' in page
    assert draft.versions.get().title == "Shall we ask for a new boiler?"


def test_who_has_read_both_may_save(draft):
    url, browser, seen = windows(draft)
    browser.post(url, {"title": "Two boilers?", "text": "For both.", "seen": seen})
    second = {"title": "A stove?", "text": "It burns wood.", "seen": seen}
    told = browser.post(url, second).content.decode()
    now = SEEN.search(told)
    assert now is not None

    saved = browser.post(url, {**second, "seen": now[1]})

    assert saved.status_code == 302
    assert draft.versions.get().title == "A stove?"


def test_saving_what_is_there_already_says_so_beside_the_form(draft):
    url, browser, seen = windows(draft)
    same = {"title": "Shall we ask for a new boiler?", "seen": seen}

    answer = browser.post(url, {**same, "text": "Because it is cold."})

    assert answer.status_code == 422
    assert "What was saved meanwhile" not in answer.content.decode()

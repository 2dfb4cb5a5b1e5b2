"""A way off the pages that nobody should be seen with, without scripts."""

import pytest
from django.urls import reverse

from tests.builders import a_member, an_institution
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("page", ["sealing:sealed", "safeguards:apart"])
def test_a_page_about_what_could_hurt_somebody_has_a_way_off_it(page):
    union = an_institution()
    browser = browser_of(a_member(union, "Ben").person)

    seen = browser.get(reverse(page, args=[union.address])).content.decode()

    assert f'href="{reverse("people:leave_at_once")}"' in seen
    assert "It leads to www.wikipedia.org. You stay signed in." in seen


def test_leaving_at_once_forgets_what_was_read_and_tells_nobody_where_from(settings):
    settings.ELSEWHERE = "https://weather.example.org/"
    ben = a_member(an_institution(), "Ben")
    browser = browser_of(ben.person)

    away = browser.get(reverse("people:leave_at_once"))

    assert away["Refresh"] == "0; url=https://weather.example.org/"
    assert 'href="https://weather.example.org/"' in away.content.decode()
    assert "Commonweal" not in away.content.decode()
    assert away["Referrer-Policy"] == "no-referrer"
    # Votes that wait for the network lie in the storage.
    assert away["Clear-Site-Data"] == '"cache"'
    assert "no-store" in away["Cache-Control"]
    assert browser.get(reverse("people:me")).status_code == 200


def test_the_way_off_says_what_covers_the_page_for_whoever_comes_back():
    union = an_institution()
    browser = browser_of(a_member(union, "Ben").person)

    answer = browser.get(reverse("safeguards:apart", args=[union.address]))

    assert 'data-leaves="Show this page"' in answer.content.decode()
    assert "Look who can see your screen" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_has_nothing_forgotten(site):
    browser = browser_of(a_member(an_institution(), "Ben").person)

    sent = {"Sec-Fetch-Site": site}
    away = browser.get(reverse("people:leave_at_once"), headers=sent)

    assert "Clear-Site-Data" not in away
    assert away.status_code == 200

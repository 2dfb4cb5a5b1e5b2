"""The page of my calendar, the file it reads, and a leaflet to print."""

import re

import pytest
from django.test import Client

from tests.builders import a_member, day, founder_of
from tests.capabilities.assemblies.given import an_assembly
from tests.capabilities.reaching.given import a_union
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db
PAGE = "/me/calendar/"


@pytest.fixture
def asha(clock):
    asha = founder_of(a_union(bare=False))
    an_assembly(asha, at=day(1))
    clock.at = day(2)
    return asha


def made(browser):
    shown = browser.post(f"{PAGE}make/").content.decode()
    found = re.search(r"http\S+?(/calendar/\w+\.ics)", shown)
    assert found
    return found[1]


def test_a_calendar_reads_with_the_address_alone(asha):
    address = made(browser_of(asha))

    answer = Client().get(address)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    words = answer.content.decode()
    assert words.count("BEGIN:VEVENT") == 1
    assert "The rent and the hall" in words
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_address_is_shown_once_and_can_be_ended(asha):
    browser = browser_of(asha)
    address = made(browser)

    assert address not in browser.get(PAGE).content.decode()
    browser.post(f"{PAGE}end/")

    assert Client().get(address).status_code == 404


def test_a_calendar_signs_nobody_in(asha):
    stranger = Client()
    stranger.get(made(browser_of(asha)))

    assert stranger.get("/me/").status_code == 302
    assert stranger.get("/calendar/AAAA.ics").status_code == 404


def leaflet_of(member):
    where = f"/i/{member.institution.address}/assemblies/1/leaflet/"
    return browser_of(member).get(where).content.decode()


def test_a_leaflet_says_when_where_and_about_what_with_a_picture(asha):
    shown = leaflet_of(asha)

    for words in (
        "The rent and the hall",
        "Church hall",
        "The hall",
        '<svg role="img"',
    ):
        assert words in shown
    assert f"/i/{asha.institution.address}/assemblies/1/" in shown
    assert "name nothing" not in shown


def test_a_leaflet_of_a_bare_institution_warns_whoever_prints_it(clock):
    asha = founder_of(a_union(bare=True))
    an_assembly(asha, at=day(1))

    assert "Letters of yours name nothing" in leaflet_of(asha)


def test_the_page_of_the_assembly_leads_to_the_leaflet(asha):
    ben = a_member(asha.institution, "Ben")
    where = f"/i/{asha.institution.address}/assemblies/1/"

    assert f"{where}leaflet/" in browser_of(ben).get(where).content.decode()


def test_the_file_of_one_assembly_names_no_more_than_the_calendar(clock):
    asha = founder_of(a_union(bare=True))
    an_assembly(asha, at=day(1))
    where = f"/i/{asha.institution.address}/assemblies/1/calendar.ics"

    words = browser_of(asha).get(where).content.decode()

    assert "SUMMARY:Something with others" in words
    assert asha.institution.address not in words

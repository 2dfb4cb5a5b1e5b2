"""Choosing how often letters come, and stopping them by the link in one."""

import pytest
from django.test import Client

from commonweal.capabilities.reaching import queries
from commonweal.capabilities.reaching.queries.choices import stop_code
from commonweal.foundation.institutions.queries import memberships_of
from tests.builders import a_member, day
from tests.capabilities.reaching.given import a_union, reached
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db
PAGE = "/me/letters/"
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def asha(clock):
    return reached(a_union(bare=False))


def how(member):
    memberships = memberships_of(member.person, at=day(1))
    return [one.how for one in queries.choices_of(member.person, memberships)]


def link(member, fullness="full"):
    return f"/letters/stop/{stop_code(member.person, fullness)}/"


def test_how_often_is_chosen_for_each_institution(asha):
    browser = browser_of(asha)

    shown = browser.get(PAGE).content.decode()
    led = browser.post(PAGE, {f"how-{asha.pk}": "weekly"}, follow=True)

    assert "At most once a week" in shown
    assert "Letters come as you chose" in led.content.decode()
    assert how(asha) == ["weekly"]


def test_nobody_chooses_for_another(asha):
    ben = a_member(asha.institution, "Ben")

    browser_of(ben).post(PAGE, {f"how-{asha.pk}": "never", f"how-{ben.pk}": "never"})

    assert (how(asha), how(ben)) == (["urgent"], ["never"])


def test_what_cannot_be_chosen_is_refused_beside_the_field(asha):
    answer = browser_of(asha).post(PAGE, {f"how-{asha.pk}": "hourly"})

    assert answer.status_code == 422
    assert how(asha) == ["urgent"]


def test_a_program_stops_letters_by_one_click(asha):
    """As RFC 8058 has it: no cookie, no mark of ours, no further page."""
    program = Client(enforce_csrf_checks=True)

    answer = program.post(link(asha), ONE_CLICK)

    assert answer.status_code == 200
    assert how(asha) == ["never"]


def test_only_looking_at_the_link_stops_nothing(asha):
    shown = Client().get(link(asha)).content.decode()

    assert "Stop these letters?" in shown
    assert how(asha) == ["urgent"]


def test_the_page_names_nobody_and_no_institution(asha):
    for answer in (Client().get(link(asha)), Client().post(link(asha))):
        shown = answer.content.decode()
        assert asha.institution.address not in shown
        assert asha.name not in shown


def test_the_link_does_no_more_than_that(asha):
    browser = Client()

    browser.post(link(asha, "bare"), ONE_CLICK)

    assert how(asha) == ["urgent"]
    assert browser.get("/me/").status_code == 302
    assert browser.post(link(asha)[:-2] + "/").status_code == 404


def test_my_page_leads_there(asha):
    assert PAGE in browser_of(asha).get("/me/").content.decode()


def test_whoever_letters_do_not_reach_reads_so(asha):
    person = asha.person
    person.letters_refused_on = day(1).date()
    person.save(update_fields=["letters_refused_on"])

    for page in (PAGE, "/me/"):
        assert "refused our last letter" in browser_of(asha).get(page).content.decode()

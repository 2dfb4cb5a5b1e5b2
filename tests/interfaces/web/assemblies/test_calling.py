"""The form by which an assembly is called: what it says before, and when refused."""

import re
from datetime import timedelta

import pytest

from commonweal import kinds
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.charters.parse import parse
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly
from tests.capabilities.decisions.given import a_proposal
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db

CALLED = {
    "title": "The rent",
    "place": "Church hall",
    "day": "2026-01-20",
    "time": "20:00",
    "matters": "20 The key of the hall\n\nCake",
}


@pytest.fixture
def club():
    return an_institution()


@pytest.fixture
def asha(club):
    return founder_of(club)


def form_of(institution):
    return f"/i/{institution.address}/assemblies/new/"


def beside(shown, field):
    """Give what stands as wrong beside a field."""
    found = re.search(rf'<div id="id_{field}_error">(.*?)</div>', shown)
    return found[1] if found else ""


def test_too_short_a_notice_stands_beside_the_day_with_all_that_was_typed(
    club, asha, clock
):
    answer = browser_of(asha).post(form_of(club), {**CALLED, "day": "2026-01-06"})

    shown = page(answer)
    assert answer.status_code == 422
    assert "Members are to be told in time." in beside(shown, "day")
    assert 'value="Church hall"' in shown
    assert 'value="2026-01-06"' in shown
    assert "20 The key of the hall" in shown


def test_the_same_form_with_another_day_is_taken(club, asha, clock):
    browser = browser_of(asha)
    browser.post(form_of(club), {**CALLED, "day": "2026-01-06"})

    browser.post(form_of(club), CALLED)

    assert Assembly.objects.get().title == "The rent"


def test_a_day_too_far_away_stands_beside_the_day(club, asha, clock):
    answer = browser_of(asha).post(form_of(club), {**CALLED, "day": "2029-01-06"})

    assert answer.status_code == 422
    assert "Please come nearer." in beside(page(answer), "day")


def test_the_form_says_from_when_on_it_can_begin(club, asha, clock):
    clock.at = day(1) + timedelta(minutes=12, seconds=20)

    shown = page(browser_of(asha).get(form_of(club)))

    earliest = re.search(r'type="date"[^>]* min="([0-9-]+)"', shown)
    assert earliest
    notice = charter_in_force(club, at=day(1)).assemblies.notice_days
    assert earliest[1] == (day(1) + timedelta(days=notice)).date().isoformat()
    assert "It can begin from this moment on: " in shown


def test_the_moment_that_the_form_names_is_taken(club, asha, clock):
    clock.at = day(1) + timedelta(minutes=12, seconds=20)
    browser = browser_of(asha)
    shown = page(browser.get(form_of(club)))
    [named] = re.findall(r"It can begin from this moment on: ([^<]*)", shown)
    [hour] = re.findall(r"(\d{1,2}:\d\d)", named)
    [earliest] = re.findall(r' min="([0-9-]+)"', shown)

    browser.post(form_of(club), {**CALLED, "day": earliest, "time": hour})

    assert Assembly.objects.exists()


def test_without_a_matter_the_box_for_matters_asks_for_one(club, asha, clock):
    browser = browser_of(asha)
    shown = page(browser.get(form_of(club)))
    assert "Which matters are on the agenda, one on each line?" in shown
    assert "(if you like)" not in shown

    answer = browser.post(form_of(club), {**CALLED, "matters": ""})

    assert answer.status_code == 422
    assert beside(page(answer), "matters")


def test_where_none_is_ticked_a_matter_is_asked_for_as_well(club, asha, clock):
    ben = a_member(club, "Ben")
    proposal = a_proposal(club, [asha, ben], "Shall we buy a key?", at=day(1))
    browser = browser_of(asha)
    shown = page(browser.get(form_of(club)))
    assert "One matter at least is needed, ticked above or written here." in shown
    assert "(if you like)" not in shown

    answer = browser.post(form_of(club), {**CALLED, "matters": ""})
    assert answer.status_code == 422
    assert "There is nothing on the agenda." in beside(page(answer), "matters")

    ticked = {**CALLED, "matters": "", "proposals": [str(proposal.number)]}
    browser.post(form_of(club), ticked)
    assert Assembly.objects.get().agenda[0]["proposal"] == proposal.number


def test_whoever_called_one_meanwhile_keeps_what_they_typed(club, asha, clock):
    an_assembly(asha)

    answer = browser_of(asha).post(form_of(club), CALLED)

    assert answer.status_code == 422
    assert "You have called an assembly already" in page(answer)
    assert "20 The key of the hall" in page(answer)


def test_what_is_left_empty_is_asked_for(club, asha, clock):
    answer = browser_of(asha).post(form_of(club), {**CALLED, "day": ""})

    assert answer.status_code == 422


def test_the_form_says_by_which_clock(club, asha, clock):
    shown = page(browser_of(asha).get(form_of(club)))

    assert "Times are by the clock in " in shown


def test_the_form_says_how_the_room_decides(club, asha, clock):
    shown = page(browser_of(asha).get(form_of(club)))

    assert "What ends in a question mark is decided there by a show of hands" in shown


def the_form_of(kind):
    institution = an_institution(kind, charter=parse(kinds.text_of(kind)))
    return page(browser_of(founder_of(institution)).get(form_of(institution)))


def test_where_the_charter_asks_for_consensus_the_form_says_so(clock):
    shown = the_form_of("consensus_collective")

    assert "What ends in a question mark is put to a test for consensus" in shown


def test_where_ballots_are_secret_the_form_names_slips_of_paper(clock):
    shown = the_form_of("tenants_union")

    assert "What ends in a question mark is decided there in secret, on slips" in shown

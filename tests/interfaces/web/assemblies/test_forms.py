"""The pages of a meeting of another form: its name, its spokes, what it leaves out."""

import pytest

from commonweal.capabilities.assemblies.models import Assembly
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import did
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db

CALLED = {
    "title": "The rent",
    "place": "Church hall",
    "day": "2026-01-20",
    "time": "20:00",
    "matters": "10 Do we buy a key?",
}


@pytest.fixture
def union(clock):
    return an_institution("neighbourhood_assembly")


@pytest.fixture
def asha(union):
    return founder_of(union)


def called(asha, form):
    """Call one by the page, and give it with the browser of whoever called it."""
    browser, address = browser_of(asha), f"/i/{asha.institution.address}/assemblies/"
    offered = page(browser.get(address + "new/"))
    assert "Spokes council. One speaks for each group" in offered
    answer = browser.post(address + "new/", {**CALLED, "form": form})
    assert answer.status_code == 302
    return Assembly.objects.get(), browser, answer.headers["Location"]


def test_an_assembly_needs_no_name_of_its_form(union, asha):
    row, browser, here = called(asha, "")

    assert row.form == "assembly"
    assert row.agenda[0]["decides"]
    assert "Who speaks for which group" not in page(browser.get(here))


def test_in_a_working_meeting_a_question_announces_no_decision(union, asha):
    row, browser, here = called(asha, "working_meeting")

    assert "decides" not in row.agenda[0]
    shown = page(browser.get(here))
    assert "Working meeting ·" in shown
    assert "Nothing is decided; people talk and take on tasks." in shown


def test_a_form_there_is_not_is_told_beside_the_field(union, asha):
    browser, address = browser_of(asha), f"/i/{asha.institution.address}/assemblies/"

    answer = browser.post(address + "new/", {**CALLED, "form": "soviet"})

    assert answer.status_code == 422
    assert not Assembly.objects.exists()


def test_people_speak_for_groups_and_their_tables_talk(union, asha, clock):
    ben = a_member(union, "Ben", at=union.founded_at)
    row, browser, here = called(asha, "spokes_council")
    clock.at = row.opens_at
    for one in (asha, ben):
        did(row, "come_in", one, code=row.code)
    act = f"{here}act/"

    browser.post(act, {"deed": "speak_for", "what": "1", "reason": "The bakers"})
    shown = page(browser.get(here))
    assert "<bdi>The bakers</bdi>: <bdi>Asha</bdi>" in shown
    assert "You speak for <bdi>The bakers</bdi>" in shown
    bens = page(browser_of(ben).get(here))
    assert "I speak for this group" in bens
    named = {"deed": "speak_for", "what": "2", "about": str(ben.pk), "reason": "Nights"}
    browser.post(act, named)
    browser.post(act, {"deed": "hand_on", "what": "minute_taker", "about": asha.pk})
    browser.post(act, {"deed": "open"})
    browser.post(act, {"deed": "turn_to", "item": "1"})
    assert "Let the tables talk about this matter" in page(browser.get(here))

    browser.post(act, {"deed": "consult", "item": "1"})
    assert "The tables are talking about “Do we buy a key?”" in page(browser.get(here))
    browser.post(act, {"deed": "reconvene"})

    assert "The tables are talking" not in page(browser.get(here))

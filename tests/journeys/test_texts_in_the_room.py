"""A text in the hall: brought by phone, amended, decided on with hands."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_hands import a_room
from tests.capabilities.assemblies.test_texts import KEY
from tests.clock import stopped
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_text_is_amended_and_decided(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    row, asha, ben, chidi = a_room()
    clock = stopped(monkeypatch, row.opens_at + timedelta(minutes=5))
    here = f"{live_server.url}/i/{row.institution.address}/assemblies/{row.number}/"
    desk = signed_in(page_at(1280, scheme=scheme), asha, here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), chidi, here)
    other = signed_in(page_at(360, scheme=scheme), ben, here)

    # Ben brings a text; Chidi, without scripts, amends two of its sentences.
    other.get_by_text("Bring a text").click()
    other.get_by_label("What is to be decided, word for word").fill(KEY)
    show(other, f"bring-phone-{scheme}")
    press(other, "Bring this text")
    clock.at += timedelta(seconds=1)
    for sentence, words in (("1:2", "Dora keeps it."), ("1:3", "It costs nothing.")):
        phone.goto(here)
        phone.get_by_text("Propose an amendment").click()
        phone.get_by_label("Which sentence is it about?").select_option(sentence)
        phone.get_by_label("The new words").fill(words)
        show(phone, f"amend-phone-{scheme}")
        press(phone, "Propose the amendment")
        clock.at += timedelta(seconds=1)

    # Ben takes one in; on the other the room decides.
    expect(other.get_by_text("Amendment 2")).to_be_visible(timeout=15_000)
    show(other, f"amendments-phone-{scheme}")
    taken = other.locator(".quoted", has_text="Amendment 1")
    taken.get_by_role("button", name="I take it into my text").click()
    expect(other.get_by_text("Taken in by whoever brought the text")).to_be_visible()
    clock.at += timedelta(seconds=1)
    desk.goto(here)
    show(desk, f"amendments-desk-{scheme}")
    press(desk, "Let the room decide on it")
    show(desk, f"amendment-deciding-desk-{scheme}")
    wall = signed_in(page_at(1280, scheme=scheme), asha, here + "screen/")
    expect(wall.get_by_role("heading", name="The text")).to_be_visible()
    show(wall, f"amendment-wall-{scheme}")
    for one in (asha, ben):
        did(row, "count", one, what="2:1:0", minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    desk.goto(here)
    press(desk, "End the decision")
    expect(desk.get_by_text("The assembly took it in")).to_be_visible()
    phone.goto(here)
    show(phone, f"amended-phone-{scheme}")
    desk.goto(here + "minutes/")
    show(desk, f"amended-minutes-{scheme}")
    for page in (desk, phone, other, wall):
        assert not page.evaluate(WIDE)

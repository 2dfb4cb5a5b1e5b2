"""A decision in the hall: the desk counts hands, a phone without scripts answers."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_hands import a_room
from tests.clock import stopped
from tests.journeys.schemes import FIRST_IN_LIGHT
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@FIRST_IN_LIGHT
def test_hands_and_a_phone_decide_together(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    row, asha, ben, chidi = a_room()
    clock = stopped(monkeypatch, row.opens_at + timedelta(minutes=5))
    here = f"{live_server.url}/i/{row.institution.address}/assemblies/{row.number}/"
    desk = signed_in(page_at(1280, scheme=scheme), asha, here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), chidi, here)
    other = signed_in(page_at(360, scheme=scheme), ben, here)

    show(phone, f"channel-phone-{scheme}")
    press(phone, "I answer by phone from now on")
    expect(phone.get_by_role("button", name="I raise my hand")).to_be_visible()
    clock.at += timedelta(seconds=1)
    desk.goto(here)
    press(desk, "Begin the decision on this matter")
    expect(desk.get_by_text("Not every phone has answered.")).to_be_visible()
    show(desk, f"deciding-desk-{scheme}")
    expect(other.get_by_text("How many hands did you count?")).to_be_visible(
        timeout=15_000
    )
    show(other, f"deciding-counter-{scheme}")

    # Chidi answers twice, with the keyboard alone; the second answer counts.
    phone.goto(here)
    show(phone, f"deciding-phone-{scheme}")
    yes = phone.get_by_role("button", name="Yes", exact=True)
    yes.focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("You said yes.")).to_be_visible()
    clock.at += timedelta(seconds=1)
    phone.get_by_role("button", name="Yes", exact=True).focus()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("You said no.")).to_be_visible()
    show(phone, f"answered-phone-{scheme}")

    expect(desk.get_by_text("Every phone has answered.")).to_be_visible(timeout=15_000)
    desk.locator("#whose-hands summary").click()
    did(row, "count", ben, what="2:0:0", minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    desk.get_by_label("Yes").fill("2")
    press(desk, "This is what I counted")
    press(desk, "End the decision")
    expect(desk.get_by_text("By phone: yes 0, no 1, abstained 0.")).to_be_visible()
    desk.get_by_text("Who said what by phone").click()
    show(desk, f"decided-desk-{scheme}")
    phone.goto(here)
    show(phone, f"decided-phone-{scheme}")
    for page in (desk, phone, other):
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)

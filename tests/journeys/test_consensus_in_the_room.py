"""Consensus in the hall: a phone without scripts blocks, and other words are found."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.capabilities.assemblies.circles import a_circle
from tests.capabilities.assemblies.given import did
from tests.clock import stopped
from tests.journeys.schemes import FIRST_IN_DARK
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@FIRST_IN_DARK
def test_a_block_from_a_phone_is_answered_by_other_words(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    row, asha, ben, chidi, dora = a_circle("Ben", "Chidi", "Dora")
    clock = stopped(monkeypatch, row.opens_at + timedelta(minutes=5))
    here = f"{live_server.url}/i/{row.institution.address}/assemblies/{row.number}/"
    desk = signed_in(page_at(1280, scheme=scheme), asha, here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), chidi, here)
    other = signed_in(page_at(360, scheme=scheme), ben, here)
    press(phone, "I answer by phone from now on")

    # The desk reads out what is put to the test; Chidi blocks, without scripts.
    clock.at += timedelta(seconds=1)
    desk.goto(here)
    desk.get_by_label("What is put to the test").fill("We buy two keys.")
    show(desk, f"consensus-before-desk-{scheme}")
    press(desk, "Begin the test")
    expect(desk.get_by_text("Not every phone has answered.")).to_be_visible()
    phone.goto(here)
    show(phone, f"consensus-asked-phone-{scheme}")
    phone.locator("#i-block summary").click()
    phone.get_by_label("Why, and what would have to change").fill(
        "Nobody asked the night shift. Ask them first."
    )
    phone.get_by_label("Which principle").fill("Nothing about us without us")
    phone.get_by_label("I will come to talk about it").check()
    show(phone, f"consensus-blocking-phone-{scheme}")
    phone.locator("#i-block button").click()
    expect(phone.get_by_text("You said:")).to_contain_text("I block")
    show(phone, f"consensus-blocked-phone-{scheme}")

    # Ben counts the hands on his page with scripts, the desk on its own.
    expect(other.get_by_text("How many hands did you count?")).to_be_visible(
        timeout=15_000
    )
    show(other, f"consensus-counter-{scheme}")
    for at, page in enumerate((other, desk), 1):
        clock.at += timedelta(seconds=at)
        page.locator("#hands-agree").fill("2")
        page.locator("#hands-reserve").fill("1")
        press(page, "This is what I counted")
    expect(desk.get_by_text("Two counted the same")).to_be_visible(timeout=15_000)
    show(desk, f"consensus-counted-desk-{scheme}")
    clock.at += timedelta(seconds=1)
    press(desk, "End the test")
    expect(desk.get_by_text("1 block stands").first).to_be_visible()
    expect(desk.locator("#talked")).to_be_visible()
    show(desk, f"consensus-blocked-desk-{scheme}")
    expect(other.get_by_text("Nobody asked the night shift.")).to_be_visible(
        timeout=15_000
    )
    show(other, f"consensus-blocked-other-{scheme}")
    wall = signed_in(page_at(1280, scheme=scheme), asha, here + "screen/")
    expect(wall.locator("#talked")).to_be_visible()
    show(wall, f"consensus-blocked-wall-{scheme}")

    # Other words: all say anew where they stand, and nothing stands against it.
    clock.at += timedelta(minutes=5)
    desk.get_by_label("What is put to the test").fill(
        "We ask the night shift, and then buy two keys."
    )
    press(desk, "Put it to the test again")
    clock.at += timedelta(seconds=1)
    phone.goto(here)
    phone.get_by_role("button", name="I agree").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text("You said:")).to_contain_text("I agree")
    clock.at += timedelta(seconds=1)
    for who in (asha, ben):
        did(row, "count_positions", who, what="3:0:0", minute=20)
    clock.at = row.opens_at + timedelta(minutes=21)
    desk.goto(here)
    press(desk, "End the test")
    expect(desk.get_by_text("It is adopted.").first).to_be_visible()
    # The screen on the wall follows by itself.
    expect(wall.get_by_text("It is adopted.").first).to_be_visible(timeout=15_000)
    show(desk, f"consensus-found-desk-{scheme}")
    phone.goto(here)
    show(phone, f"consensus-found-phone-{scheme}")
    for page in (desk, phone, other, wall):
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)

    desk.goto(here + "minutes/")
    expect(desk.get_by_text("A block: “Nobody asked the night shift.")).to_be_visible()
    show(desk, f"consensus-minutes-{scheme}")
    assert dora.name not in (desk.locator("#happened ~ ol").text_content() or "")

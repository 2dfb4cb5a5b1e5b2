"""An evening in the hall: a desk with scripts, a phone without, and its minutes."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from commonweal.foundation.institutions.models import Member
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly, an_open_assembly, did
from tests.clock import stopped
from tests.journeys.schemes import FIRST_IN_DARK, FIRST_IN_LIGHT
from tests.journeys.world import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")


def show(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)


def press(page: Page, button: str, *, exact: bool = False) -> None:
    """Press a button, and wait until what answers stands in place of what was there."""
    page.locator("#main").evaluate("main => { main.dataset.before = 'the answer' }")
    page.get_by_role("button", name=button, exact=exact).click()
    expect(page.locator("#main[data-before]")).to_have_count(0)


def signed_in(page: Page, member: Member, there: str) -> Page:
    """Let a member's browser open a page."""
    root = "/".join(there.split("/")[:3])
    page.context.add_cookies(
        [
            {"name": name, "value": one.value, "url": root}
            for name, one in browser_of(member).cookies.items()
        ]
    )
    page.goto(there)
    return page


@FIRST_IN_LIGHT
def test_the_desk_sees_what_a_phone_does_and_the_minutes_write_themselves(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    clock = stopped(monkeypatch, day(1))
    union = an_institution(founder="Chidi")
    chidi, asha = founder_of(union), a_member(union, "Asha")
    row = an_assembly(chidi)
    clock.at = row.opens_at
    here = f"{live_server.url}/i/{union.address}/assemblies/{row.number}/"

    desk = signed_in(page_at(1280, scheme=scheme), chidi, here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), asha, here)
    show(desk, f"called-desk-{scheme}")
    show(phone, f"called-phone-{scheme}")

    # The desk lets Chidi in, who takes the minutes and opens.
    desk.get_by_label("Has come without a phone").select_option(label="Chidi")
    press(desk, "Let them in")
    desk.get_by_label("Which role").select_option(label="Takes the minutes")
    desk.get_by_label("Who takes it").select_option(label="Chidi")
    press(desk, "Hand it on")
    press(desk, "Open the assembly")
    expect(desk.get_by_text("The assembly is open.")).to_be_visible()
    desk.get_by_label("Turn to", exact=True).select_option(label="The rent")
    press(desk, "Turn to this matter")

    # Asha types the code on her phone and asks to speak; the desk sees it by itself.
    phone.get_by_label("Are you in the room?").fill(row.code)
    press(phone, "I am here")
    press(phone, "I want to speak")
    expect(phone.get_by_text("Asked before all who come after.")).to_be_visible()
    expect(desk.locator("#live .queue")).to_contain_text("Asha", timeout=15_000)
    show(desk, f"open-desk-{scheme}")
    show(phone, f"open-phone-{scheme}")

    press(desk, "Give the word to whoever is next")
    speaks = desk.locator("[aria-labelledby=floor] strong")
    expect(speaks.first).to_have_text("Asha")
    clock.at = row.opens_at + timedelta(minutes=31)
    phone.goto(here)
    press(phone, "I have finished")
    desk.goto(here)
    desk.locator("summary", has_text="Close the assembly").click()
    press(desk, "Close it for everybody")
    expect(desk.get_by_text("The assembly is over.")).to_be_visible()

    phone.goto(f"{here}minutes/")
    expect(phone.get_by_text("On the agenda: “The rent”")).to_be_visible()
    expect(phone.get_by_text("Asha spoke.")).to_be_visible()
    show(phone, f"minutes-phone-{scheme}")

    # Asha proposes words for a line; Chidi takes them, and sends the minutes out.
    phone.get_by_role("link", name="Propose other words").first.click()
    phone.get_by_label("How should it be?").fill("Cleo was there from nine on.")
    show(phone, f"line-phone-{scheme}")
    press(phone, "Propose it")
    desk.goto(f"{here}minutes/")
    show(desk, f"minutes-desk-{scheme}")
    press(desk, "Take it")
    desk.get_by_role("link", name="Put this right, or add something").last.click()
    desk.get_by_label("It comes after this line").check()
    desk.get_by_label("How should it be?").fill("We met again for tea.")
    press(desk, "Put it beside the line")
    press(desk, "Send the minutes to all members")
    expect(desk.get_by_text("Sent to the members")).to_be_visible()
    show(desk, f"minutes-out-desk-{scheme}")
    phone.goto(f"{here}minutes/")
    expect(phone.get_by_text("and taken by Chidi")).to_be_visible()
    press(phone, "I have nothing to put right")
    expect(
        phone.get_by_text("1 of those who were there has nothing to put right.")
    ).to_be_visible()
    show(phone, f"minutes-out-phone-{scheme}")
    for page in (desk, phone):
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)


@FIRST_IN_DARK
def test_the_next_assembly_approves_the_minutes(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    clock = stopped(monkeypatch, day(1))
    union = an_institution(founder="Chidi")
    chidi, asha = founder_of(union), a_member(union, "Asha")
    first = an_open_assembly(chidi, asha)
    did(first, "close", chidi, minute=30)
    later = first.opens_at + timedelta(days=1)
    write_minutes(first, OnMinutes("send_out"), by=chidi, at=later)
    second = an_open_assembly(chidi, asha, called=later)
    clock.at = second.opens_at + timedelta(minutes=1)
    root = f"{live_server.url}/i/{union.address}/assemblies/"
    desk = signed_in(page_at(1280, scheme=scheme), chidi, f"{root}2/")
    phone = signed_in(
        page_at(360, scheme=scheme, js=False), asha, f"{root}1/minutes/0/"
    )

    phone.get_by_label("How should it be?").fill("Cleo was there from nine on.")
    press(phone, "Propose it")
    desk.get_by_label("Turn to", exact=True).select_option(
        label="Approve the minutes: The rent and the hall"
    )
    press(desk, "Turn to this matter")
    expect(desk.get_by_text("Please answer it first.").first).to_be_visible()
    show(desk, f"approving-desk-{scheme}")
    press(desk, "The assembly takes it")
    phone.goto(f"{root}2/")
    expect(phone.get_by_role("button", name="I object")).to_be_visible()
    show(phone, f"approving-phone-{scheme}")
    press(desk, "Nobody objects: the minutes are approved")
    expect(desk.get_by_text("Nobody objected. They are approved.")).to_be_visible()

    phone.goto(f"{root}1/minutes/")
    expect(phone.get_by_text("and taken by the assembly")).to_be_visible()
    expect(phone.get_by_text("Approved by the assembly")).to_be_visible()
    expect(phone.get_by_role("link", name="Propose other words")).to_have_count(0)
    show(phone, f"approved-phone-{scheme}")
    for page in (desk, phone):
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)


@FIRST_IN_LIGHT
def test_a_task_is_taken_on_and_asked_after(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    clock = stopped(monkeypatch, day(1))
    union = an_institution(founder="Chidi")
    chidi, asha = founder_of(union), a_member(union, "Asha")
    first = an_open_assembly(chidi, asha)
    clock.at = first.opens_at + timedelta(minutes=5)
    root = f"{live_server.url}/i/{union.address}/assemblies/"
    desk = signed_in(page_at(1280, scheme=scheme), chidi, f"{root}1/")
    phone = signed_in(page_at(360, scheme=scheme, js=False), asha, f"{root}1/")

    # Chidi notes a task for Asha, who takes it on.
    desk.get_by_role("link", name="Note a task").click()
    desk.get_by_label("What is to be done?").fill("Paint the door of the hall")
    desk.get_by_label("Who is asked?").select_option(label="Asha")
    desk.get_by_label("Until which day?").fill("2026-02-02")
    show(desk, f"task-desk-{scheme}")
    press(desk, "Note it")
    phone.goto(f"{root}tasks/")
    show(phone, f"tasks-phone-{scheme}")
    press(phone, "I will do it")
    expect(phone.get_by_text("Asha does it until")).to_be_visible()

    # The next assembly asks after it.
    did(first, "close", chidi, minute=30)
    later = first.opens_at + timedelta(days=1)
    second = an_open_assembly(chidi, asha, called=later)
    clock.at = second.opens_at + timedelta(minutes=1)
    desk.goto(f"{root}2/")
    desk.get_by_label("Turn to", exact=True).select_option(label="Tasks of last time")
    press(desk, "Turn to this matter")
    show(desk, f"asking-desk-{scheme}")
    press(desk, "Not done yet")
    expect(desk.get_by_text("This assembly has heard of it.")).to_be_visible()
    phone.goto(f"{live_server.url}/i/{union.address}/")
    expect(phone.get_by_text("At the last assembly it was not done")).to_be_visible()
    show(phone, f"face-phone-{scheme}")
    for page in (desk, phone):
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)

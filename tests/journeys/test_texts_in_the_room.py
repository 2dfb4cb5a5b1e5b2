"""Texts in the hall: brought by phone, amended, put against each other."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_hands import a_room
from tests.capabilities.assemblies.test_rivals import rivals
from tests.capabilities.assemblies.test_secretly import a_hall
from tests.capabilities.assemblies.test_texts import KEY
from tests.clock import stopped
from tests.journeys.schemes import FIRST_IN_DARK, FIRST_IN_LIGHT
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@FIRST_IN_DARK
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


@FIRST_IN_LIGHT
def test_two_texts_are_put_against_each_other(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    row, asha, ben, chidi = rivals()
    did(row, "choose_channel", chidi, what="phone", minute=3)
    clock = stopped(monkeypatch, row.opens_at + timedelta(minutes=5))
    here = f"{live_server.url}/i/{row.institution.address}/assemblies/{row.number}/"
    desk = signed_in(page_at(1280, scheme=scheme), asha, here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), chidi, here)

    press(desk, "Put the texts against each other")
    clock.at += timedelta(seconds=1)
    show(desk, f"rivals-desk-{scheme}")
    phone.goto(here)
    phone.get_by_label("Text 2").select_option("1")
    phone.get_by_label("Text 1").select_option("2")
    show(phone, f"rivals-phone-{scheme}")
    press(phone, "Send my ranking")
    expect(phone.get_by_text("Text 2, then Text 1")).to_be_visible()
    wall = signed_in(page_at(1280, scheme=scheme), asha, here + "screen/")
    expect(wall.get_by_text("Would you rather have text 1, or text 2?")).to_be_visible()
    show(wall, f"rivals-wall-{scheme}")

    # The desk types what it counted for each pair; Ben, beside it, counts the same.
    for first, second in (("Text 1", "Text 2"), ("Text 1", "as"), ("Text 2", "as")):
        clock.at += timedelta(seconds=1)
        desk.goto(here)
        desk.get_by_label(first, exact=True).fill("2")
        press(desk, "This is what I counted")
        pair = f"{first[-1]}-{second[-1] if second != 'as' else ''}"
        clock.at += timedelta(seconds=1)
        minute = (clock.at - row.opens_at).total_seconds() / 60
        did(row, "count", ben, item=pair, what="2:0:0", minute=minute)
    clock.at += timedelta(seconds=1)
    desk.goto(here)
    press(desk, "End the decision")
    expect(desk.get_by_text("text 1 was chosen")).to_be_visible()
    show(desk, f"chosen-desk-{scheme}")
    clock.at += timedelta(seconds=1)
    phone.goto(here)
    show(phone, f"chosen-phone-{scheme}")
    for page in (desk, phone, wall):
        assert not page.evaluate(WIDE)


@FIRST_IN_DARK
def test_a_vote_by_phone_is_secret_beside_slips(
    monkeypatch, live_server, settings, page_at, scheme
):
    settings.ADDRESS = live_server.url
    row, people = a_hall(phones=3)
    clock = stopped(monkeypatch, row.opens_at + timedelta(minutes=5))
    here = f"{live_server.url}/i/{row.institution.address}/assemblies/{row.number}/"
    desk = signed_in(page_at(1280, scheme=scheme), people[0], here)
    phone = signed_in(page_at(360, scheme=scheme, js=False), people[1], here)
    slip = signed_in(page_at(360, scheme=scheme), people[4], here)

    press(desk, "Decide it in secret, by phone and on slips")
    clock.at += timedelta(seconds=1)
    show(desk, f"secret-desk-{scheme}")
    for page in (phone, slip):
        page.goto(here)
    expect(slip.get_by_text("your phone takes no ballot")).to_be_visible()
    show(phone, f"secret-phone-{scheme}")
    phone.get_by_label("Yes", exact=True).check()
    press(phone, "Send the ballot")
    expect(phone.get_by_text("Your ballot is in.")).to_be_visible()
    show(phone, f"secret-cast-{scheme}")
    wall = signed_in(page_at(1280, scheme=scheme), people[0], here + "screen/")
    expect(
        wall.get_by_text("Not all who vote by phone have voted yet.")
    ).to_be_visible()
    show(wall, f"secret-wall-{scheme}")

    for one in (people[0], people[2]):
        did(row, "cast", one, what="no", minute=6)
    for one in (people[0], people[-1]):
        did(row, "count", one, what="3:0:0", minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    desk.goto(here)
    press(desk, "End the decision")
    expect(desk.get_by_text("Ballots: 6 of 6.")).to_be_visible()
    show(desk, f"secret-ended-{scheme}")
    for page in (desk, phone, slip, wall):
        assert not page.evaluate(WIDE)

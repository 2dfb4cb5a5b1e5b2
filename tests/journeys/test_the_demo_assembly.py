"""Whoever never led an assembly leads the demo's, from its page and nothing else."""

import pytest
from playwright.sync_api import Page, expect

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.demo.load import load
from commonweal.foundation.institutions.models import Member
from tests.clock import stopped
from tests.demo.looking import NOW
from tests.journeys.schemes import FIRST_IN_LIGHT
from tests.journeys.test_a_rehearsal import WIDE, Desk
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [
    pytest.mark.browser,
    # Loading a valley takes as long as many journeys.
    pytest.mark.long,
    pytest.mark.django_db(transaction=True),
]


def turns_to_all(desk: Desk, page: Page, name: str) -> None:
    """Do what the page says, matter by matter, until it says that all are done."""
    done = {
        "Ask whether anybody objects": "Nobody objects: the minutes are approved",
        "press what became of each": "Not done yet",
    }
    for _ in range(20):
        said = page.locator("#next-step").inner_text()
        shown = [button for words, button in done.items() if words in said]
        if "under “The end”" in said:
            return
        show(page, f"demo-{len(said)}-{name}")
        if shown:
            page.get_by_role("button", name=shown[0]).first.click()
            expect(page.locator("#next-step")).not_to_have_text(said)
        else:
            press(page, "Turn to this matter")
    raise AssertionError("the page never says that all matters are done with")


@FIRST_IN_LIGHT
@pytest.mark.parametrize("width", [1280, 360])
def test_whoever_called_it_opens_it_leads_it_and_closes_it(
    monkeypatch, live_server, settings, page_at, scheme, width
):
    settings.ADDRESS = live_server.url
    load(NOW)
    row = Assembly.objects.get(title="The street party, and what was left over")
    wen = Member.objects.get(pk=row.called_by_id)
    clock = stopped(monkeypatch, row.opens_at)
    name = f"{width}-{scheme}"

    page = signed_in(page_at(width, scheme=scheme), wen, live_server.url + "/")
    show(page, f"demo-home-{name}")
    page.get_by_role("link", name="Go to the assembly").first.click()
    desk = Desk(page)
    show(page, f"demo-called-{name}")
    door = "Has come without a phone"
    desk.says("Come in yourself").choose(door, wen.name, "Let them in")
    others = page.get_by_label(door).locator("option").all_inner_texts()
    for one in others[:4]:
        desk.choose(door, one, "Let them in")
    desk.says("Somebody has to take the minutes")
    page.get_by_label("Which role").select_option(label="Takes the minutes")
    desk.choose("Who takes it", others[0], "Hand it on")
    show(page, f"demo-ready-{name}")
    press(page, "Open the assembly")
    desk.says("Welcome everybody")
    turns_to_all(desk, page, name)
    desk.opens("Close the assembly")
    press(page, "Close it for everybody")

    expect(page.get_by_text("The assembly is over.")).to_be_visible()
    show(page, f"demo-over-{name}")
    assert not page.evaluate(WIDE)
    assert clock.at == row.opens_at

"""Whoever never led an assembly tries one out, by what the page says comes next."""

import pytest
from playwright.sync_api import expect

from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.models import AssemblyDeed
from tests.builders import an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling
from tests.clock import stopped
from tests.journeys.schemes import FIRST_IN_DARK
from tests.journeys.test_an_assembly import press, show, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE = "document.documentElement.scrollWidth > window.innerWidth"


class Desk:
    """A desk at which somebody does what it says, and nothing else."""

    def __init__(self, page):
        self.page = page

    def says(self, words: str) -> "Desk":
        expect(self.page.locator("#next-step")).to_contain_text(words)
        return self

    def choose(self, label: str, name: str, button: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=name)
        press(self.page, button, exact=True)

    def opens(self, fold: str) -> None:
        found = self.page.locator("summary", has_text=fold).locator("..")
        if found.get_attribute("open") is None:
            found.locator("summary").first.click()


@FIRST_IN_DARK
@pytest.mark.parametrize(("width", "js"), [(1280, True), (360, False)])
def test_the_desk_says_what_comes_next_until_it_is_over(
    monkeypatch, live_server, settings, page_at, scheme, width, js
):
    settings.ADDRESS = live_server.url
    circle = an_institution("consensus_collective", founder="Chidi")
    matters = (Matter("Do we buy a key?", 10, decides=True), Matter("The rent", 10))
    calling = a_calling(opens_at=day(12), matters=matters)
    row = call_assembly(circle, calling, by=founder_of(circle), at=day(1))
    clock = stopped(monkeypatch, day(2))
    here = f"{live_server.url}/i/{circle.address}/assemblies/{row.number}/"
    page = signed_in(page_at(width, scheme=scheme, js=js), founder_of(circle), here)
    name = f"{width}-{scheme}"

    show(page, f"rehearsal-before-{name}")
    page.get_by_role("link", name="Try it out with invented people").click()
    desk = Desk(page)
    show(page, f"rehearsal-begun-{name}")
    door = "Has come without a phone"
    desk.says("Come in yourself").choose(door, "Chidi", "Let them in")
    for one in ("Carmen (invented)", "Dov (invented)", "Edda (invented)"):
        desk.choose(door, one, "Let them in")
    desk.says("Somebody has to take the minutes")
    page.get_by_label("Which role").select_option(label="Takes the minutes")
    desk.choose("Who takes it", "Dov (invented)", "Hand it on")
    desk.says("All is ready")
    press(page, "Open the assembly")
    desk.says("Welcome everybody").choose(
        "Turn to", "Do we buy a key?", "Turn to this matter"
    )
    expect(page.get_by_text("Ada (invented) asks to speak.")).to_be_visible()
    desk.says("Somebody is still to speak")
    press(page, "Give the word to whoever is next")
    desk.says("Somebody has the word")
    press(page, "They have finished")
    desk.says("put it to a test for consensus")
    for words, came in (("Two keys.", "1 block stands"), ("Three.", "It is adopted.")):
        desk.opens("Put it to a test for consensus")
        page.get_by_label("What is put to the test").fill(words)
        test = page.locator("#put-to-test button")
        test.click()
        desk.says("Ask for each position in turn")
        show(page, f"rehearsal-test-{came[:1]}-{name}")
        page.locator("#hands-agree").fill("4")
        press(page, "This is what I counted")
        expect(page.get_by_text("and came to the same")).to_be_visible()
        desk.says("All have been asked")
        press(page, "End the test")
        expect(page.get_by_text(came).first).to_be_visible()
        if came[0] == "1":
            desk.says("Something stands against it")
    show(page, f"rehearsal-adopted-{name}")
    desk.says("This matter is done with").choose(
        "Turn to", "The rent", "Turn to this matter"
    )
    # The button “Back” takes back the last press.
    page.go_back()
    desk.says("This matter is done with").choose(
        "Turn to", "The rent", "Turn to this matter"
    )
    press(page, "Give the word to whoever is next")
    press(page, "They have finished")
    desk.says("All matters are done with").opens("Close the assembly")
    press(page, "Close it for everybody")
    expect(page.get_by_text("That was a whole assembly.")).to_be_visible()
    show(page, f"rehearsal-over-{name}")
    assert not page.evaluate(WIDE)
    assert not AssemblyDeed.objects.exists()
    assert clock.at == day(2)

"""From one call to the next: three people, and a hall without internet.

Chidi leads from a laptop, Asha has a phone without scripts, Dora stays at home. The
assembly is called, the cable is pulled, a block is talked over, hands and a phone vote,
it comes back, all vote on a proposal, the next assembly approves the minutes and asks
after the task, and on its day the decision is there to be looked at again.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from commonweal import kinds
from commonweal.foundation.institutions.models import Member
from commonweal.rules.charters.parse import parse
from tests.builders import a_member, an_institution, founder_of
from tests.clock import stopped
from tests.journeys.season import (
    HERE,
    LOWER_RENT,
    Season,
    begin,
    decide_by_hands,
    end,
    note_a_task,
    plug_in,
    pull_the_cable,
    talk_over_a_block,
    turn_to,
)
from tests.journeys.test_an_assembly import press, show, signed_in
from tests.laptops import Laptop

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Three are enough to decide, and what was decided is looked at again after a month.
CHARTER = kinds.text_of("single_issue_assembly").replace(
    'quorum = { kind = "fixed", at_least = 5 }',
    'quorum = { kind = "fixed", at_least = 3 }',
)
ON_PHONE, AT_DESK = 360, 1280


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    there = Laptop(tmp_path)
    yield there
    there.is_unplugged()


@pytest.fixture
def season(monkeypatch, live_server, settings, page_at, laptop, tmp_path) -> Season:
    """Give an assembly of people that is one month old; the laptop's clock is real."""
    settings.ADDRESS = live_server.url
    evening = timezone.now().replace(second=0, microsecond=0)
    then = evening - timedelta(days=40)
    ours = an_institution(charter=parse(CHARTER), at=then, founder="Chidi")
    people: list[Member] = [founder_of(ours)]
    people += [a_member(ours, one, at=then) for one in ("Asha", "Dora", "Ben", "Emre")]
    clock = stopped(monkeypatch, evening - timedelta(days=9))
    root = f"{live_server.url}/i/{ours.address}/"
    desk = signed_in(page_at(AT_DESK), people[0], root)
    phone = signed_in(page_at(ON_PHONE, js=False), people[1], root)
    home = signed_in(page_at(ON_PHONE), people[2], root)
    return Season(desk, phone, home, laptop, clock, root, tmp_path, evening)


def test_what_is_called_is_held_decided_approved_and_looked_at_again(season):
    propose(season)
    call(season)
    take_along(season)
    hold(season)
    bring_back(season)
    vote(season)
    call_again(season)
    approve_and_ask(season)
    look_again(season)
    for page in season.pages:
        wide = "document.documentElement.scrollWidth > window.innerWidth"
        assert not page.evaluate(wide)


def propose(season: Season) -> None:
    """Let Dora put a question to everybody, from home."""
    page = season.home
    season.looks_again(page, "decisions/")
    page.get_by_role("link", name="Propose something").first.click()
    page.get_by_role("link", name="Ask a question that is answered yes or no").click()
    page.get_by_label("The question, in one sentence").fill(LOWER_RENT)
    page.get_by_label("What we would do, and why").fill("The boiler is cold.")
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_role("button", name="Propose it to everybody").click()
    expect(page.get_by_text("It is proposed.")).to_be_visible()


def call(season: Season) -> None:
    """Let Chidi call the assembly, and the two others read of it."""
    season.days_later(-8)
    desk = season.desk
    season.looks_again(desk, "assemblies/")
    desk.get_by_role("link", name="Call an assembly").click()
    fill_in_call(season, "The key and the stairs", season.evening)
    desk.get_by_label(LOWER_RENT).check()
    desk.get_by_label("What else, one matter on each line").fill(
        "20 Do we buy a key?\n10 Do we paint the stairs?"
    )
    show(desk, "season-call-desk")
    desk.get_by_role("button", name="Call it and tell all members").click()
    expect(desk.get_by_text("The assembly is called.").first).to_be_visible()
    for page in (season.phone, season.home):
        season.looks_again(page, "")
        expect(page.get_by_text("The key and the stairs").first).to_be_visible()


def fill_in_call(season: Season, title: str, when: datetime) -> None:
    desk, there = season.desk, when.astimezone(HERE)
    desk.get_by_label("What is the assembly about?").fill(title)
    desk.get_by_label("Where is it?").fill("Church hall")
    desk.get_by_label("On which day?").fill(f"{there:%Y-%m-%d}")
    desk.get_by_label("At what time?").fill(f"{there:%H:%M}")


def take_along(season: Season) -> None:
    """Let Chidi take it to the laptop; at home nothing can be done in it any more."""
    season.days_later(0)
    desk = season.desk
    season.looks_again(desk, "assemblies/1/")
    desk.get_by_role("link", name="No internet there?").click()
    desk.get_by_label("The code of the laptop").fill(season.laptop.code)
    press(desk, "Take it to this laptop")
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Download the file for the laptop").click()
    coming.value.save_as(season.folder / "to-laptop.json")
    show(desk, "season-taken-desk")
    season.looks_again(season.home, "assemblies/1/")
    expect(season.home.get_by_text("This assembly is on a laptop")).to_be_visible()
    show(season.home, "season-away-home")


def hold(season: Season) -> None:
    """Hold it in the hall, where nobody reaches the node."""
    address, room, code = season.laptop.opens(season.folder / "to-laptop.json")
    pull_the_cable(season)
    desk, phone = season.desk, season.phone
    desk.goto(address)
    desk.get_by_label("The code that is shown in the room").fill(code)
    press(desk, "Go on")
    desk.get_by_label("Who are you?").select_option(label="Chidi")
    press(desk, "I am here")
    phone.goto(address)
    phone.get_by_label("The code that is shown in the room").fill(room)
    press(phone, "Go on")
    show(phone, "season-door-phone")
    phone.get_by_label("What is your name?").fill("Asha")
    press(phone, "I am here")
    begin(season)
    talk_over_a_block(season)
    decide_by_hands(season)
    note_a_task(season)
    end(season)


def bring_back(season: Season) -> None:
    """Let Dora, who was not there, bring it in; Chidi sends the minutes out."""
    plug_in(season)
    season.clock.at = max(season.evening, timezone.now()) + timedelta(hours=1)
    home, desk, phone = season.home, season.desk, season.phone
    season.looks_again(home, "assemblies/1/laptop/")
    home.get_by_label("The file that the laptop wrote").set_input_files(
        season.folder / "from-laptop.json"
    )
    press(home, "Bring it in")
    season.looks_again(home, "assemblies/1/minutes/")
    expect(home.get_by_text("A block: “Nobody asked the night shift.")).to_be_visible()
    expect(home.get_by_text("the stairs").first).to_be_visible()
    show(home, "season-minutes-home")
    season.looks_again(phone, "assemblies/tasks/")
    press(phone, "I will do it")
    season.looks_again(desk, "assemblies/1/minutes/")
    press(desk, "Send the minutes to all members")
    expect(desk.get_by_text("Sent to the members")).to_be_visible()
    season.looks_again(phone, "assemblies/1/minutes/")
    press(phone, "I have nothing to put right")


def vote(season: Season) -> None:
    """Let Asha support what Dora proposed, and all three vote on it."""
    phone = season.phone
    season.looks_again(phone, "decisions/1/")
    press(phone, "Support it")
    season.days_later(6)
    for page in season.pages:
        season.looks_again(page, "decisions/1/")
        page.get_by_role("radio", name="Yes, I agree").check()
        page.get_by_role("button", name="Send the ballot").click()
        expect(page.get_by_text("Your ballot is in.").first).to_be_visible()


def call_again(season: Season) -> None:
    """Call the next assembly, which has before it what the first one left."""
    season.days_later(7)
    desk = season.desk
    season.looks_again(desk, "assemblies/new/")
    fill_in_call(season, "What came of it", season.evening + timedelta(days=15))
    desk.get_by_label(re.compile("on(e matter on)? each line")).fill("The summer")
    desk.get_by_role("button", name="Call it and tell all members").click()
    expect(desk.get_by_text("The assembly is called.").first).to_be_visible()


def approve_and_ask(season: Season) -> None:
    """Let the next assembly approve the minutes, and ask Asha after her task."""
    season.days_later(15)
    desk, phone, home = season.pages
    season.looks_again(desk, "assemblies/2/")
    code = desk.locator(".code").first.inner_text()
    for page in (phone, home):
        season.looks_again(page, "assemblies/2/")
        page.get_by_label("Are you in the room?").fill(code)
        press(page, "I am here")
        season.seconds_later()
    season.looks_again(desk, "assemblies/2/")
    desk.get_by_label("Has come without a phone").select_option(label="Chidi")
    press(desk, "Let them in")
    desk.get_by_label("Which role").select_option(label="Takes the minutes")
    desk.get_by_label("Who takes it").select_option(label="Chidi")
    press(desk, "Hand it on")
    press(desk, "Open the assembly")
    turn_to(desk, "Approve the minutes: The key and the stairs")
    press(desk, "Nobody objects: the minutes are approved")
    expect(desk.get_by_text("Nobody objected. They are approved.")).to_be_visible()
    season.seconds_later()
    turn_to(desk, "Tasks of last time")
    press(desk, "Done", exact=True)
    expect(desk.get_by_text("This assembly has heard of it.")).to_be_visible()
    desk.locator("summary", has_text="Close the assembly").click()
    press(desk, "Close it for everybody")
    season.looks_again(home, "assemblies/1/minutes/")
    expect(home.get_by_text("Approved by the assembly")).to_be_visible()
    season.looks_again(phone, "assemblies/tasks/")
    expect(phone.get_by_role("heading", name="Done or dropped")).to_be_visible()


def look_again(season: Season) -> None:
    """On its day all three find the decision again, and the next call offers it."""
    season.days_later(39)
    desk, phone, home = season.pages
    for page in (phone, home):
        page.goto(season.root.partition("/i/")[0])
        show(page, "season-review-" + ("phone" if page is phone else "home"))
        for one in (LOWER_RENT, "Do we buy a key?", "Do we paint the stairs?"):
            expect(page.get_by_text(one).first).to_be_visible()
    season.looks_again(desk, "assemblies/new/")
    for one in (LOWER_RENT, "Do we buy a key?", "Do we paint the stairs?"):
        expect(desk.get_by_label(one)).to_be_checked()
    show(desk, "season-review-desk")

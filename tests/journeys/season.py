"""What goes on in a hall without internet: a desk with scripts, a phone without."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.clock import Clock
from tests.journeys.test_an_assembly import press, show
from tests.laptops import Laptop

HERE = ZoneInfo("Europe/Madrid")
LOWER_RENT = "Shall we ask for a lower rent?"


@dataclass
class Season:
    """Three people in front of their devices, the laptop, and the node's clock."""

    desk: Page
    phone: Page
    home: Page
    laptop: Laptop
    clock: Clock
    root: str
    folder: Path
    evening: datetime

    @property
    def pages(self) -> tuple[Page, Page, Page]:
        return self.desk, self.phone, self.home

    def days_later(self, days: float) -> None:
        self.clock.at = self.evening + timedelta(days=days)

    def seconds_later(self) -> None:
        self.clock.at += timedelta(seconds=1)

    def looks_again(self, page: Page, where: str) -> None:
        page.goto(self.root + where)


def pull_the_cable(season: Season) -> None:
    """Let nobody in the hall reach the node: what they ask of it fails."""
    for page in (season.desk, season.phone):
        page.context.route(f"{season.root}**", lambda route: route.abort())


def plug_in(season: Season) -> None:
    for page in (season.desk, season.phone):
        page.context.unroute(f"{season.root}**")


def begin(season: Season) -> None:
    """Let in whoever has no phone, see who came by one, and open."""
    desk = season.desk
    for name in ("Ben", "Emre"):
        desk.get_by_label("Has come without a phone").select_option(label=name)
        press(desk, "Let them in")
    desk.get_by_label("Came in by a phone").select_option(label="Asha")
    press(desk, "I see them here")
    desk.get_by_label("Which role").select_option(label="Takes the minutes")
    desk.get_by_label("Who takes it").select_option(label="Asha")
    press(desk, "Hand it on")
    show(desk, "season-door-desk")
    press(desk, "Open the assembly")
    press(season.phone, "I answer by phone from now on")


def turn_to(desk: Page, matter: str) -> None:
    desk.get_by_label("Turn to", exact=True).select_option(label=matter)
    press(desk, "Turn to this matter")


def talk_over_a_block(season: Season) -> None:
    """Let Asha block by phone, and other words be found that nothing stands against."""
    desk, phone = season.desk, season.phone
    turn_to(desk, "Do we buy a key?")
    desk.locator("summary", has_text="Put it to a test").click()
    desk.get_by_label("What is put to the test").fill("We buy two keys.")
    press(desk, "Begin the test")
    phone.reload()
    phone.locator("#i-block summary").click()
    phone.get_by_label("Why, and what would have to change").fill(
        "Nobody asked the night shift."
    )
    phone.get_by_label("Which principle of ours").fill("Nothing about us without us")
    phone.locator("#meets").check()
    phone.locator("#i-block button").click()
    expect(phone.get_by_text("You said:")).to_contain_text("I block")
    count_positions(season, "3")
    press(desk, "End the test")
    expect(desk.get_by_text("1 block stands").first).to_be_visible()
    show(desk, "season-blocked-desk")
    desk.get_by_label("What is put to the test").fill(
        "We ask the night shift, and then buy two keys."
    )
    press(desk, "Put it to the test again")
    phone.reload()
    press(phone, "I agree")
    expect(phone.get_by_text("You said:")).to_contain_text("I agree")
    count_positions(season, "3")
    press(desk, "End the test")
    expect(desk.get_by_text("It is adopted.").first).to_be_visible()


def count_positions(season: Season, agree: str) -> None:
    """Let both who have a role count the hands, each on their own page."""
    season.phone.reload()
    for page in (season.desk, season.phone):
        page.locator("#hands-agree").fill(agree)
        press(page, "This is what I counted")
    expect(season.desk.get_by_text("Two counted the same")).to_be_visible(
        timeout=15_000
    )


def decide_by_hands(season: Season) -> None:
    """Let three raise their hands, and Asha say no by phone."""
    desk, phone = season.desk, season.phone
    turn_to(desk, "Do we paint the stairs?")
    press(desk, "Begin the decision on this matter")
    phone.reload()
    press(phone, "No")
    expect(phone.get_by_text("You said no.")).to_be_visible()
    for page in (desk, phone):
        page.get_by_label("Yes", exact=True).fill("3")
        press(page, "This is what I counted")
    expect(desk.get_by_text("Every phone has answered.")).to_be_visible(timeout=15_000)
    press(desk, "End the decision")
    expect(desk.get_by_text("By phone: yes 0, no 1, abstained 0.")).to_be_visible()
    show(desk, "season-decided-desk")


def note_a_task(season: Season) -> None:
    desk = season.desk
    desk.get_by_role("link", name="Note a task").click()
    desk.get_by_label("What is to be done?").fill("Ask the night shift")
    desk.get_by_label("Who is asked?").select_option(label="Asha")
    due = (season.evening + timedelta(days=8)).astimezone(HERE)
    desk.get_by_label("Until which day?").fill(f"{due:%Y-%m-%d}")
    press(desk, "Note it")


def end(season: Season) -> None:
    """Talk about the proposal last, close, and write what goes back."""
    desk = season.desk
    turn_to(desk, LOWER_RENT)
    desk.locator("summary", has_text="Close the assembly").click()
    press(desk, "Close it for everybody")
    expect(desk.get_by_text("The assembly is over.")).to_be_visible()
    desk.get_by_role("link", name="Finish on this laptop").click()
    press(desk, "Finish and write the file")
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Download the file to bring back").click()
    coming.value.save_as(season.folder / "from-laptop.json")
    show(desk, "season-finished-desk")
    season.laptop.is_unplugged()

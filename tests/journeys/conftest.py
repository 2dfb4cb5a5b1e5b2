"""What journeys are given: an institution of a kind, founded in the browser."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from commonweal.foundation.institutions.models import Institution
from commonweal.interfaces import limits
from tests.builders import day
from tests.clock import stopped
from tests.journeys.at_work import IN_TIME, Founded, brought


@pytest.fixture
def found(page_at, live_server, monkeypatch, settings):
    """Let Asha found an institution by the page of its kind, and five others join."""
    settings.ADDRESS = live_server.url
    # Whoever founded in another story founds for themselves.
    limits.forget()
    clock = stopped(monkeypatch, day(0))
    page = page_at(360, js=False)

    def founded(link: str, turned: Mapping[str, str] | None = None) -> Founded:
        page.goto(live_server.url + "/found/")
        page.get_by_role("link", name=link).click()
        page.get_by_label("What it is called").fill("Ours")
        page.get_by_label("Its address on this server").fill("ours")
        page.get_by_label("Your name here").fill("Asha")
        turn(page, turned or {})
        page.get_by_role("button", name="Found it").click()
        expect(page.get_by_text("It is founded.")).to_be_visible()
        here = Institution.objects.get(address="ours")
        others = brought(here, at=clock.at)
        # Those who came just now may vote on everything by then.
        clock.at = day(IN_TIME)
        return Founded(page, f"{live_server.url}/i/ours/", clock, here, others)

    return founded


def turn(page: Page, settings: Mapping[str, str]) -> None:
    """Turn settings of the kind before it is founded, by their paths.

    They stand folded away, each under the heading of what it belongs to.
    """
    if settings:
        page.locator("summary", has_text="Change what you like").click()
    for name, value in settings.items():
        field = page.locator(f'[name="set-{name}"]')
        page.locator("details", has=field).last.locator("summary").first.click()
        field.fill(value)

"""The operator stops an institution, and its members end that, without JavaScript."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonweal.interfaces.cli import last_resort
from commonweal.interfaces.cli.main import main
from tests.builders import a_member, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import put
from tests.journeys.world import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")
REASON = "Robots write here every second."


def show(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["phone", "wide, dark"]
)
def test_what_the_operator_froze_comes_before_the_members_who_end_it(
    monkeypatch, live_server, settings, page_at, width, scheme
):
    settings.ADDRESS = live_server.url
    clock = stopped(monkeypatch, day(1))
    union = an_institution(founder="Hugo")
    members = {"hugo": founder_of(union)}
    for name in ("Rosa", "Samir", "Halima"):
        members[name.lower()] = a_member(union, name)
    put(union, members["hugo"], at=day(1))
    monkeypatch.setattr(last_resort, "_now", lambda: day(30))
    why = ("--because", "attack", "--reason", REASON)
    main(["last-resort", "freeze", union.address, *why])
    face = f"{live_server.url}/i/{union.address}/"

    def signed_in(name: str) -> Page:
        page = page_at(width, scheme=scheme, js=False)
        cookies = browser_of(members[name]).cookies.items()
        page.context.add_cookies(
            [
                {"name": one, "value": c.value, "url": live_server.url}
                for one, c in cookies
            ]
        )
        page.goto(face)
        return page

    clock.at = day(31)
    rosa = signed_in("rosa")
    expect(rosa.get_by_text(REASON)).to_be_visible()
    show(rosa, f"frozen-{width}")
    rosa.goto(f"{face}decisions/1/")
    expect(rosa.get_by_text("stopped new words and new members")).to_be_visible()
    show(rosa, f"frozen-decision-{width}")

    rosa.goto(face)
    rosa.get_by_role("link", name="The review: shall it stand?").click()
    show(rosa, f"review-{width}")
    clock.at = day(38)
    for name in members:
        page = signed_in(name)
        page.goto(rosa.url)
        page.get_by_role("radio", name="No, I do not agree").check()
        show(page, f"review-ballot-{width}")
        page.get_by_role("button", name="Send the ballot").click()

    clock.at = day(46)
    rosa.goto(f"{face}last-resort/")
    expect(rosa.get_by_text("the members did not let it stand")).to_be_visible()
    show(rosa, f"ended-{width}")
    rosa.goto(face)
    expect(rosa.get_by_text(REASON)).to_have_count(0)
    expect(rosa.get_by_text("stopped new words")).to_have_count(0)

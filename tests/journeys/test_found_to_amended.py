"""A first evening and what follows, in a browser: found, invite, join, propose, vote.

Two people, each in a browser of their own, on a phone; once without JavaScript and
once with it. At the end the charter they founded reads differently, by their decision.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonweal.interfaces import limits
from tests.builders import day
from tests.clock import Clock, stopped

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")


@dataclass
class Evening:
    """Two people in front of a node, and its clock."""

    asha: Page
    farah: Page
    clock: Clock
    home: str

    def show(self, page: Page, name: str) -> None:
        """Keep a picture of a page, where somebody asks for an album."""
        if ALBUM:
            path = Path(ALBUM) / f"{name}.png"
            page.screenshot(path=path, full_page=True)


@pytest.fixture(params=[False, True], ids=["without JavaScript", "with JavaScript"])
def evening(request, page_at, live_server, monkeypatch, settings) -> Evening:
    """Give two people with a phone each."""
    settings.ADDRESS = live_server.url
    limits.forget()
    clock = stopped(monkeypatch, day(0))
    asha, farah = (page_at(360, js=request.param) for _ in range(2))
    return Evening(asha, farah, clock, live_server.url)


def test_they_found_join_decide_and_change_their_charter(evening):
    link = found_and_invite(evening)
    join_by_link(evening, link)
    decision = propose(evening)
    support(evening, decision)
    vote(evening, decision)
    see_the_outcome(evening, decision)
    amend_the_charter(evening)


def found_and_invite(evening: Evening) -> str:
    page = evening.asha
    page.goto(evening.home + "/found/")
    evening.show(page, "kinds")
    page.get_by_role("link", name="Tenants' union").click()
    evening.show(page, "found")
    page.get_by_label("What it is called").fill("Riverside tenants")
    page.get_by_label("Where it is").fill("Mill Lane")
    page.get_by_label("Its address on this server").fill("riverside")
    page.get_by_label("Your name here").fill("Asha")
    page.get_by_role("button", name="Found it").click()
    expect(page.get_by_text("It is founded.")).to_be_visible()
    evening.show(page, "invite")
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("The link, to copy").input_value()
    evening.show(page, "link")
    return link


def join_by_link(evening: Evening, link: str) -> None:
    page = evening.farah
    page.goto(link)
    expect(page.get_by_role("heading", name="Riverside tenants")).to_be_visible()
    evening.show(page, "join")
    page.get_by_label("Your name here").fill("Farah")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You belong to it now.")).to_be_visible()
    evening.show(page, "institution")


def propose(evening: Evening) -> str:
    page = evening.asha
    page.goto(evening.home + "/i/riverside/decisions/")
    page.get_by_role("link", name="Propose something").first.click()
    evening.show(page, "choose")
    page.get_by_role("link", name="Ask a question that is answered yes or no").click()
    page.get_by_label("The question, in one sentence").fill(
        "Shall we put our rent into escrow until the boiler works?"
    )
    page.get_by_label("What we would do, and why").fill(
        "From 1 December each household pays its rent into escrow."
    )
    evening.show(page, "propose")
    page.get_by_role("button", name="Save the draft").click()
    evening.show(page, "draft")
    page.get_by_role("button", name="Propose it to everybody").click()
    expect(page.get_by_text("It is proposed.")).to_be_visible()
    return page.url


def support(evening: Evening, decision: str) -> None:
    page = evening.farah
    page.goto(decision)
    evening.show(page, "support")
    page.get_by_role("button", name="Support it").click()
    expect(page.get_by_text("You support this proposal.")).to_be_visible()
    page.get_by_label("Say something").fill("My stairs are *cold*.")
    page.get_by_role("button", name="Say it").click()
    expect(page.get_by_text("My stairs are cold.")).to_be_visible()
    evening.show(page, "talk")


def vote(evening: Evening, decision: str) -> None:
    evening.clock.at = day(8)
    evening.asha.goto(decision)
    evening.show(evening.asha, "ballot")
    for page in (evening.asha, evening.farah):
        page.goto(decision)
        expect(page.get_by_role("radio", checked=True)).to_have_count(0)
        page.get_by_role("radio", name="Yes, I agree").check()
        page.get_by_role("button", name="Look at it again before it is sent").click()
        page.get_by_role("button", name="Send the ballot").click()
        expect(page.get_by_text("Your ballot is in.").first).to_be_visible()
    evening.show(evening.farah, "voted")


def see_the_outcome(evening: Evening, decision: str) -> None:
    evening.clock.at = day(13)
    page = evening.farah
    page.goto(decision)
    expect(page.get_by_text("Carried.", exact=True)).to_be_visible()
    # Two ballots in a secret vote: more than that they were cast is not told.
    page.get_by_text("Why this count is closed").click()
    evening.show(page, "outcome")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("What is told of the vote")).click()
    assert download.value.suggested_filename == "recount-riverside-1-1.json"


def amend_the_charter(evening: Evening) -> None:
    clock = evening.clock
    page = evening.asha
    page.goto(evening.home + "/i/riverside/charter/")
    evening.show(page, "charter")
    page.get_by_role("link", name="Propose a change").click()
    page.locator("summary", has_text="Ordinary decision").click()
    days = page.locator('[name="set-rules.ordinary.voting_days"]')
    days.fill("10")
    evening.show(page, "change-charter")
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_role("button", name="Propose it to everybody").click()
    amendment = page.url
    evening.show(page, "amendment")
    evening.farah.goto(amendment)
    support = evening.farah.get_by_role("button", name="Support it")
    support.click()
    # Its days pass only once the support has arrived.
    expect(support).to_have_count(0)
    clock.at = day(13 + 21)
    for each in (evening.asha, evening.farah):
        each.goto(amendment)
        each.get_by_role("radio", name="Yes, I agree").check()
        each.get_by_role("button", name="Look at it again before it is sent").click()
        each.get_by_role("button", name="Send the ballot").click()
        expect(each.get_by_text("Your ballot is in.").first).to_be_visible()
    clock.at = day(13 + 21 + 8) + timedelta(hours=1)
    page.goto(evening.home + "/i/riverside/charter/")
    expect(page.get_by_text("Version 2")).to_be_visible()
    expect(page.get_by_text("10 days").first).to_be_visible()
    evening.show(page, "amended")
    page.goto(evening.home + "/i/riverside/journal/")
    expect(page.get_by_text("is whole")).to_be_visible()
    evening.show(page, "journal")


def test_a_ballot_is_cast_with_the_keyboard_alone(evening):
    link = found_and_invite(evening)
    join_by_link(evening, link)
    decision = propose(evening)
    support(evening, decision)
    evening.clock.at = day(8)
    page = evening.farah
    page.goto(decision)

    reach(page, lambda: page.evaluate("document.activeElement.type") == "radio")
    page.keyboard.press("Space")
    reach(page, lambda: page.evaluate("document.activeElement.id") == "send-ballot")
    page.keyboard.press("Enter")
    expect(page.get_by_text("This is what you will put in.")).to_be_visible()
    reach(page, lambda: page.evaluate("document.activeElement.name") == "looked")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()


def reach(page: Page, arrived: Callable[[], bool]) -> None:
    """Press the tab key until it stands where one wants to be."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if arrived():
            return
    raise AssertionError("the keyboard does not lead there")

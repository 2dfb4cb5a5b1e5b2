"""Harsh words, in a browser without JavaScript: reported, hidden, asked back, back."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonweal.foundation.threads import actions
from tests.builders import a_member, an_institution, day, founder_of
from tests.clock import stopped
from tests.foundation.threads.given import stewards
from tests.interfaces.web.visitors import put
from tests.journeys.world import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")
HARSH = "Rosa is a thief, everybody knows."


def show(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)


@pytest.fixture
def hall(monkeypatch, live_server, settings):
    settings.ADDRESS = live_server.url
    stopped(monkeypatch, day(1))
    union = an_institution(founder="Hugo")
    people = {"hugo": founder_of(union)}
    for name in ("Rosa", "Samir", "Halima"):
        people[name.lower()] = a_member(union, name)
    stewards(union, people["samir"], people["halima"])
    proposal = put(union, people["hugo"], at=day(1))
    actions.say_in_thread(
        proposal.pk, institution=union, by=people["hugo"], text=HARSH, at=day(1)
    )
    return union, people


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["phone", "wide, dark"]
)
def test_harsh_words_are_reported_hidden_contradicted_and_restored(
    hall, page_at, live_server, width, scheme
):
    union, people = hall
    decision = f"{live_server.url}/i/{union.address}/decisions/1/"

    def signed_in(name: str) -> Page:
        page = page_at(width, scheme=scheme, js=False)
        cookies = browser_of(people[name]).cookies.items()
        page.context.add_cookies(
            [
                {"name": one, "value": c.value, "url": live_server.url}
                for one, c in cookies
            ]
        )
        page.goto(decision)
        return page

    rosa, samir = signed_in("rosa"), signed_in("samir")
    halima, hugo = signed_in("halima"), signed_in("hugo")

    rosa.get_by_role("link", name="Report this").click()
    rosa.get_by_label("it insults or threatens somebody").check()
    rosa.get_by_label("In your own words").fill("That is not so.")
    show(rosa, f"report-{width}")
    rosa.get_by_role("button", name="Send the report").click()

    samir.goto(live_server.url)
    samir.get_by_role("link", name="Look at a report").click()
    samir.get_by_label("Hide the words").check()
    samir.get_by_label("Why, for everybody to read").fill("It insults a neighbour.")
    show(samir, f"stewards-{width}")
    samir.get_by_role("button", name="Decide").click()

    hugo.goto(decision)
    expect(hugo.get_by_text(HARSH)).to_have_count(0)
    show(hugo, f"hidden-{width}")
    hugo.get_by_role("link", name="More about this, and how to contradict it").click()
    hugo.get_by_label("Why should they come back?").fill("I take it back.")
    show(hugo, f"appeal-{width}")
    hugo.get_by_role("button", name="Appeal").click()

    halima.goto(live_server.url)
    halima.get_by_role("link", name="Decide an appeal").click()
    halima.get_by_role("link", name="Decide the appeal").click()
    halima.get_by_label("The words come back").check()
    halima.get_by_label("Why, for everybody to read").first.fill("He regrets it.")
    show(halima, f"answer-{width}")
    halima.get_by_role("button", name="Decide the appeal").click()

    rosa.goto(decision)
    expect(rosa.get_by_text(HARSH)).to_be_visible()

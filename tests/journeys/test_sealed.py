"""Trustees in a browser without JavaScript: named, sealed for, opened, destroyed."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.builders import a_member, an_institution, day, founder_of
from tests.clock import stopped
from tests.foundation.sealing.test_trusting import named
from tests.journeys.world import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")
SECRET = "The foreman followed me home on Friday."


def show(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)


@pytest.fixture
def hall(monkeypatch, live_server, settings):
    settings.ADDRESS = live_server.url
    stopped(monkeypatch, day(1))
    union = an_institution(founder="Hugo")
    people = {"Hugo": founder_of(union)}
    people |= {one: a_member(union, one) for one in ("Rosa", "Samir", "Halima")}
    return union, people


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["phone", "wide, dark"]
)
def test_something_is_sealed_opened_together_and_destroyed(
    hall, page_at, live_server, width, scheme
):
    union, people = hall
    here = f"{live_server.url}/i/{union.address}/sealed/"

    def signed_in(name: str) -> Page:
        page = page_at(width, scheme=scheme, js=False)
        cookies = browser_of(people[name]).cookies.items()
        page.context.add_cookies(
            [
                {"name": one, "value": c.value, "url": live_server.url}
                for one, c in cookies
            ]
        )
        page.goto(here)
        return page

    hugo = signed_in("Hugo")
    expect(hugo.get_by_text("Nobody is a trustee here yet")).to_be_visible()
    hugo.get_by_role("link", name="Propose who the trustees are").click()
    hugo.get_by_label("The question, in one sentence").fill("Who are our trustees?")
    for name in ("Rosa", "Samir", "Halima"):
        hugo.get_by_label(name).check()
    hugo.get_by_label("2", exact=True).check()
    show(hugo, f"name-trustees-{width}")
    hugo.get_by_role("button", name="Save the draft").click()
    expect(hugo.get_by_text("2 of them together open what is sealed.")).to_be_visible()
    named(union, people["Rosa"], people["Samir"], people["Halima"])

    codes, pages = {}, {}
    for name in ("Rosa", "Samir", "Halima"):
        page = pages[name] = signed_in(name)
        page.get_by_role("button", name="Show my code, this once").click()
        codes[name] = page.locator("code.code").inner_text()
    show(pages["Rosa"], f"trustee-code-{width}")

    hugo.goto(here)
    hugo.get_by_label("What it is for, in words all trustees see").fill("A hearing")
    hugo.get_by_label("What is to be sealed").fill(SECRET)
    hugo.get_by_label("Keep my name with it").check()
    show(hugo, f"seal-{width}")
    hugo.get_by_role("button", name="Seal it").click()
    expect(hugo.get_by_text("It is sealed.")).to_be_visible()

    for name in ("Rosa", "Samir"):
        page = pages[name]
        page.goto(here)
        page.get_by_role("link", name="A hearing").click()
        page.get_by_label("The code on your paper").fill(codes[name])
        show(page, f"sealed-thing-{name.lower()}-{width}")
        page.get_by_role("button", name="Give my share").click()
    samir = pages["Samir"]
    show(samir, f"sealed-open-{width}")
    samir.get_by_role("button", name="Show the words").click()
    expect(samir.get_by_text(SECRET)).to_be_visible()
    show(samir, f"sealed-words-{width}")

    for name in ("Rosa", "Samir"):
        page = pages[name]
        page.goto(here)
        page.get_by_role("link", name="A hearing").click()
        page.get_by_label("I know that nobody will ever read it again").check()
        page.get_by_role("button", name="I want its keys destroyed").click()
    expect(samir.get_by_text("Its keys are destroyed.", exact=True)).to_be_visible()
    hugo.goto(f"{live_server.url}/me/")
    show(hugo, f"read-by-{width}")
    expect(hugo.get_by_text("Samir")).to_be_visible()

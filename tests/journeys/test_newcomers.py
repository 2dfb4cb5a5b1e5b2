"""Somebody comes by an open link and is known by a tick, without JavaScript."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Member
from tests.builders import a_member, a_person, an_institution, day, founder_of
from tests.clock import stopped
from tests.journeys.world import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALBUM = os.environ.get("COMMONWEAL_ALBUM")


def show(page: Page, name: str) -> None:
    if ALBUM:
        page.screenshot(path=Path(ALBUM) / f"{name}.png", full_page=True)


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["phone", "wide, dark"]
)
def test_farah_waits_until_ben_says_that_he_knows_her(
    monkeypatch, live_server, settings, page_at, width, scheme
):
    settings.ADDRESS = live_server.url
    stopped(monkeypatch, day(60))
    union = an_institution(at=day(0))
    ben = a_member(union, "Ben", at=day(0))
    link = inviting.invite_by_link(union, by=founder_of(union), most=9, at=day(60))
    farah, gil = (
        joining.join(link.code, person=a_person(name), name=name, at=day(60))
        for name in ("Farah", "Gil")
    )

    def signed_in(somebody: Member) -> Page:
        page = page_at(width, scheme=scheme, js=False)
        cookies = browser_of(somebody).cookies.items()
        page.context.add_cookies(
            [
                {"name": one, "value": c.value, "url": live_server.url}
                for one, c in cookies
            ]
        )
        page.goto(f"{live_server.url}/i/{union.address}/people/")
        return page

    hers = signed_in(farah)
    expect(hers.get_by_text("You vote once 1 member says")).to_be_visible()
    show(hers, f"waits-{width}")
    his = signed_in(ben)
    his.get_by_label("Farah").check()
    show(his, f"knows-{width}")
    his.get_by_role("button", name="I know these people").click()
    expect(his.get_by_label("Gil")).to_be_visible()
    expect(his.get_by_label("Farah")).to_have_count(0)
    assert Member.objects.get(pk=farah.pk).counts(day(60))
    assert not Member.objects.get(pk=gil.pk).counts(day(60))

"""The page of an assembly that votes in secret by phone: what it says, and what not."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.models import RoomMark
from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_secretly import a_hall
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def wall_of(browser, here):
    """Give what stands on the wall, without what each answer has of its own."""
    shown = page(browser.get(here + "screen/"))
    return shown.partition('id="wall"')[2].partition("</main>")[0]


def test_a_ballot_is_sent_once_and_no_page_counts_them(clock):
    row, people = a_hall(phones=3)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    desk, phone, slip = (browser_of(people[n]) for n in (0, 1, 4))

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        answer = browser.post(here + "act/", {"deed": deed, **more})
        assert answer.status_code == 302
        return page(browser.get(here))

    assert "I vote by phone from now on" in page(slip.get(here))
    assert "Decide it in secret, by phone and on slips" in page(desk.get(here))
    does(desk, "decide", item="1", what="secret")
    shown = page(phone.get(here))
    assert "Send the ballot" in shown
    assert "could open ballots and find whose they are; when it ends the key" in shown
    assert "your phone takes no ballot" in page(slip.get(here))
    walls = [wall_of(desk, here)]
    shown = does(phone, "cast", what="yes")
    assert "Your ballot is in." in shown
    assert "Send the ballot" not in shown
    walls.append(wall_of(desk, here))
    assert RoomMark.objects.count() == 1
    assert walls[0] == walls[1]
    assert "Not all who vote by phone have voted yet." in walls[0]
    for one in (people[0], people[2]):
        did(row, "cast", one, what="no", minute=6)
    assert "All who vote by phone have voted." in page(desk.get(here + "screen/"))
    for one in (people[0], people[-1]):
        did(row, "count", one, what="2:1:0", minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    shown = does(desk, "end_decision")
    assert "Ballots: 6 of 6. Yes 3, no 3, abstained 0." in shown
    assert "Who said what by phone" not in shown


def test_too_few_on_one_channel_is_said_before(clock):
    row, people = a_hall(phones=2)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"

    shown = page(browser_of(people[0]).get(here))

    assert "2 members would vote by phone, and whoever counts the slips" in shown
    assert "Decide it in secret, on slips of paper" in shown

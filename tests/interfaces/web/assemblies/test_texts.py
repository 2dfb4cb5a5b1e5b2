"""The page of an assembly with texts: bringing one, amending it, deciding on each."""

from datetime import timedelta

import pytest

from tests.capabilities.assemblies.given import an_assembly
from tests.capabilities.assemblies.test_hands import a_room
from tests.capabilities.assemblies.test_texts import KEY
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_a_text_is_brought_amended_and_decided_on_page_and_wall(clock):
    row, asha, ben, chidi = a_room()
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    desk, other, third = map(browser_of, (asha, ben, chidi))

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        answer = browser.post(here + "act/", {"deed": deed, **more})
        assert answer.status_code == 302
        return page(browser.get(here))

    shown = page(desk.get(here))
    assert "Nobody has brought a text." in shown
    assert "Bring this text" in shown
    shown = does(other, "bring_text", item="1", words=KEY)
    assert "<small>2</small> Ben keeps it." in shown
    assert "Take my text back" in shown
    assert "You have brought a text on this already." in shown
    assert "Propose the amendment" in shown
    shown = does(
        third, "amend", item="1", sentence="1:2", verb="replace", words="Dora keeps it."
    )
    assert "in place of “Ben keeps it.” it says “Dora keeps it.”" in shown
    assert "I take it back" in shown
    does(third, "amend", item="1", sentence="1:0", verb="strike", words="From May on:")
    shown = page(other.get(here))
    assert shown.count("I take it into my text") == 2
    shown = does(other, "accept", item="1", what="2")
    assert "Taken in by whoever brought the text" in shown
    assert "<small>+</small> From May on:" in shown
    assert "As it was brought" in shown
    shown = page(desk.get(here))
    assert "1 amendment waits." in shown
    assert "Let the room decide on it" in shown
    shown = does(desk, "decide", item="1", what=":a1")
    assert "Amendment 1: Do we buy a key?" in shown
    wall = page(desk.get(here + "screen/"))
    assert wall.count("it says “Dora keeps it.”") == 2
    for one in (desk, other):
        does(one, "count", yes="3", no="", abstain="")
    shown = does(desk, "end_decision")
    assert "The assembly took it in" in shown
    assert "<small>2</small> Dora keeps it." in page(desk.get(here + "screen/"))


def test_before_the_assembly_texts_are_brought_from_home(clock):
    row, asha, *_ = a_room()
    coming = an_assembly(asha, at=row.opens_at + timedelta(days=1))
    clock.at = coming.called_at + timedelta(days=1)
    browser = browser_of(asha)

    shown = page(browser.get(f"/i/{row.institution.address}/assemblies/2/"))

    # Nothing on its agenda is decided.
    assert "Bring a text" not in shown

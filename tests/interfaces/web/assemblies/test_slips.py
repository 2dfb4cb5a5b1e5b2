"""The page of an assembly that decides in secret, on slips of paper."""

from datetime import timedelta

import pytest

from tests.capabilities.assemblies.test_hands import a_room
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_slips_are_handed_out_and_counted_and_the_page_says_what_is_learnt(clock):
    row, asha, ben, chidi = a_room("tenants_union")
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    desk, other, third = map(browser_of, (asha, ben, chidi))

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        browser.post(here + "act/", {"deed": deed, **more})
        return page(browser.get(here))

    offered = page(desk.get(here))
    assert "Decide it in secret, on slips of paper" in offered
    assert "Begin the decision on this matter" not in offered
    shown = does(desk, "decide", item="1", what="slips")
    assert "Each who is counted gets one slip of paper" in shown
    assert "This server learns what two people counted" in shown
    assert "How many slips did you count?" in shown
    assert "<li><bdi>Ben</bdi></li>" in shown
    assert "How many slips did you count?" not in page(third.get(here))
    shown = does(desk, "count", yes="2", no="1", abstain="")
    assert "One person has counted the slips." in shown
    shown = does(other, "count", yes="2", no="1", abstain="")
    assert "Two counted the same. The numbers are told" in shown
    assert "yes 2" not in shown
    shown = does(desk, "end_decision")
    assert "There were 3 slips." in shown

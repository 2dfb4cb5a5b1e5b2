"""The page of an assembly that puts rival texts against each other."""

from datetime import timedelta

import pytest

from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_rivals import rivals
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_a_phone_ranks_and_hands_are_asked_for_pair_by_pair(clock):
    row, asha, ben, chidi = rivals()
    did(row, "choose_channel", chidi, what="phone", minute=3)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    desk, other, phone = map(browser_of, (asha, ben, chidi))

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        answer = browser.post(here + "act/", {"deed": deed, **more})
        assert answer.status_code == 302
        return page(browser.get(here))

    assert "Put the texts against each other" in page(desk.get(here))
    shown = does(desk, "decide", item="1", what=":texts")
    assert "How many hands did you count?" in shown
    shown = page(phone.get(here))
    assert "Send my ranking" in shown
    assert "Would you rather have text 1, or text 2?" in page(
        desk.get(here + "screen/")
    )
    shown = does(phone, "answer", **{"rank-1": "2", "rank-2": "1"})
    assert "<strong>Text 2, then Text 1</strong>" in shown
    shown = does(phone, "answer", **{"rank-1": "", "rank-2": ""})
    assert "<strong>Leave things as they are</strong>" in shown
    shown = does(phone, "answer", **{"rank-1": "1", "rank-2": "1"})
    assert "<strong>Text 1 and Text 2</strong>" in shown
    does(phone, "answer", what="abstain")
    does(phone, "answer", **{"rank-2": "1"})
    for pair, yes, no in (("1-2", "0", "2"), ("1-", "1", "1"), ("2-", "2", "0")):
        for one in (desk, other):
            shown = does(one, "count", item=pair, yes=yes, no=no, abstain="")
    assert "All pairs are counted." in shown
    shown = does(desk, "end_decision")
    assert "text 2 was chosen." in shown
    assert '<th scope="row">Text 1 · Text 2</th><td>0</td><td>3</td>' in shown
    assert "<dt>Text 2</dt>" in shown
    assert "text 2 was chosen." in page(desk.get(here + "screen/"))

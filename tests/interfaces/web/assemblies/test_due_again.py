"""What a room decided, due again: on the page of what needs me, and in the call."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.test_due_again import decided, looked_at_after
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_the_call_offers_it_ticked_and_home_leads_to_it(clock):
    union = an_institution(charter=looked_at_after(60))
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = decided((asha, ben))
    clock.at = row.opens_at + timedelta(days=61)
    browser = browser_of(asha)

    home = page(browser.get("/"))
    form = page(browser.get(f"/i/{union.address}/assemblies/new/"))
    sent = {
        "title": "The key again",
        "place": "Church hall",
        "day": f"{clock.at + timedelta(days=10):%Y-%m-%d}",
        "time": "20:00",
        "matters": "",
        "reviews": f"{row.number}:1",
    }
    answer = browser.post(f"/i/{union.address}/assemblies/new/", sent)

    assert "Look at what an assembly decided again" in home
    assert "Which decisions are looked at again?" in form
    assert f'value="{row.number}:1"' in form
    assert answer.status_code == 302
    second = queries.assembly_in(union, 2)
    assert second.agenda[-1]["from"] == [row.number, "1"]

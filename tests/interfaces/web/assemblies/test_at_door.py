"""Whom a desk chooses from is looked up for desks alone, and once."""

import pytest

from commonweal.interfaces.web.assemblies.views import at_door
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_all_that_was_done_is_looked_through_once_a_desk_and_for_no_phone(
    monkeypatch, clock
):
    union = an_institution()
    asha, others = founder_of(union), [a_member(union, one) for one in ("Ben", "Cleo")]
    row = an_open_assembly(asha, *others)
    clock.at = row.opens_at
    looked, look = [], at_door.unseen
    monkeypatch.setattr(at_door, "unseen", lambda held: looked.append(1) or look(held))
    here = f"/i/{union.address}/assemblies/1/"

    page(browser_of(others[0]).get(f"{here}live/"))
    assert not looked

    assert "Is in the room" in page(browser_of(asha).get(here))
    assert len(looked) == 1

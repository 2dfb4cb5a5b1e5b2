"""The map of the bodies, and what becomes of what a base said, on their pages."""

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    person_in,
    raised,
    sent,
    told,
)
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_members_of_a_base_see_what_becomes_of_what_it_said(bodies, whole, clock):
    matter = raised(bodies[0], whole)
    sent(bodies[0], whole, founder_of(bodies[0]))
    clock.at = DELIBERATED
    told(bodies[0], matter, "yes")
    address = f"/i/{whole.address}/together/"

    mine = page(browser_of(person_in(bodies[0], "Ana")).get(f"{address}1/"))
    others = page(browser_of(None).get(f"{address}1/"))
    together = page(browser_of(person_in(bodies[0], "Ana")).get(address))

    assert "What becomes of what we say" in mine
    assert "1 We told our delegates: They say yes to these words." in mine
    assert "What becomes of what we say" not in others
    assert "Map of the bodies" in together
    assert "A square is one of yours." in together
    assert "A square" not in page(browser_of(None).get(address))

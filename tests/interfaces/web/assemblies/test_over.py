"""The page of an assembly that is over, and of one with a single matter."""

from datetime import timedelta

import pytest

from tests.builders import an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


def shown_of(row, member):
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    return " ".join(browser_of(member).get(here).content.decode().split())


def test_once_it_is_over_the_page_speaks_of_what_was(asha, clock):
    row = an_open_assembly(asha)
    did(row, "turn_to", asha, item="1", minute=1)
    clock.at = row.opens_at + timedelta(minutes=5)
    assert "The door" in shown_of(row, asha)
    did(row, "close", asha, minute=10)
    clock.at = row.opens_at + timedelta(minutes=20)

    shown = shown_of(row, asha)

    assert "Not reached" in shown
    for gone in ("so the assembly can", "The door", "In the room", "30 minutes"):
        assert gone not in shown


def test_where_there_is_no_other_matter_nothing_offers_to_turn_to_one(asha, clock):
    row = an_open_assembly(asha)
    did(row, "turn_to", asha, item="1", minute=1)
    clock.at = row.opens_at + timedelta(minutes=2)
    assert "Turn to this matter" in shown_of(row, asha)

    did(row, "adjourn", asha, item="2", reason="It is late.", minute=2)

    assert "Turn to this matter" not in shown_of(row, asha)

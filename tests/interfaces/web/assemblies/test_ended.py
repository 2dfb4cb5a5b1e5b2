"""Pages of an assembly that goes on without who led it, or that nobody opened."""

from datetime import timedelta

import pytest

from commonweal.foundation.institutions.actions.joining import leave
from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    now,
)
from tests.interfaces.web.assemblies.test_pages import at, page
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben")


def test_whoever_left_the_institution_is_put_down_as_gone_by_hand(
    union, asha, ben, clock
):
    row = an_open_assembly(asha, ben)
    did(row, "hand_on", asha, about=ben, what="doorkeeper", minute=1)
    leave(asha, at=row.opens_at + timedelta(minutes=2))
    clock.at = row.opens_at + timedelta(minutes=3)
    here, door = at(union, "1/"), browser_of(ben)

    assert f'<option value="{asha.pk}">somebody who has left' in page(door.get(here))
    door.post(here + "act/", {"deed": "go_out", "about": str(asha.pk)})

    assert str(asha.pk) not in now(row, minute=4).now.presence.inside


def test_an_assembly_that_nobody_opened_says_so(union, asha, clock):
    row = an_assembly(asha)
    clock.at = row.opens_at + timedelta(hours=4)

    shown = page(browser_of(asha).get(at(union, "1/")))

    assert "Nobody opened the assembly at its time" in shown
    assert 'name="code"' not in shown

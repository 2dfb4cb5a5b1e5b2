"""Whoever another put down as gone reads so, and is there again by one press."""

from datetime import timedelta

import pytest

from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did, now
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


def test_whoever_was_put_out_reads_by_whom_and_comes_back(union, asha, ben, clock):
    row = an_open_assembly(asha, ben)
    did(row, "go_out", asha, about=ben, minute=1)
    clock.at = row.opens_at + timedelta(minutes=2)
    here, phone = at(union, "1/"), browser_of(ben)

    shown = page(phone.get(here))

    assert f"<bdi>{asha.name}</bdi> put down that you left the room." in shown
    assert "put down that you left" in page(phone.get(here + "live/"))
    assert 'name="code"' not in shown
    phone.post(here + "act/", {"deed": "come_in"})
    assert "put down that you left" not in page(phone.get(here))
    assert str(ben.pk) in now(row, minute=2).now.presence.inside

"""The journal of what ended: read by whom the charter shows what was decided."""

import pytest
from django.test import Client

from commonweal import kinds
from commonweal.capabilities.assemblies.actions import take_part
from commonweal.capabilities.assemblies.actions.taking_part import Deed
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.rules.charters.parse import parse
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly

pytestmark = pytest.mark.django_db

OPEN = kinds.text_of("neighbourhood_assembly")
HTML = {"Accept": "text/html"}


def ended(charter):
    """Let two come together, call an assembly off, and leave."""
    here = an_institution("neighbourhood_assembly", charter=parse(charter))
    asha = founder_of(here)
    ben = a_member(here, "Ben", at=day(1))
    row = an_assembly(asha)
    take_part(row, Deed("call_off", reason="A flood."), by=asha, at=day(2))
    for one in (ben, asha):
        one.refresh_from_db()
        leave(one, at=day(3))
    return f"/i/{here.address}/"


@pytest.fixture
def reader():
    return Client(headers=HTML)


def with_public(*what):
    lines = OPEN.splitlines()
    [place] = [n for n, one in enumerate(lines) if one.startswith("public =")]
    told = ", ".join(f'"{one}"' for one in what)
    return "\n".join([*lines[:place], f"public = [{told}]", *lines[place + 1 :]])


def test_anybody_reads_it_without_names_where_decisions_are_shown(reader, clock):
    page = ended(with_public("charter", "decisions"))
    clock.at = day(9)

    shown = reader.get(page + "journal/")

    words = shown.content.decode()
    assert shown.status_code == 200
    assert "This institution has ended" in words
    assert "called off assembly 1" in words
    assert "the chain" in words
    for secret in ("Asha", "Ben", "A flood", "The rent and the hall"):
        assert secret not in words
    assert "journal.json" not in words
    assert reader.get(page + "journal.json").status_code == 403
    assert "in order; verify it" in reader.get(page).content.decode()


def test_nobody_reads_it_where_decisions_are_shown_to_members_alone(reader, clock):
    page = ended(with_public("charter"))
    clock.at = day(9)

    assert reader.get(page + "journal/").status_code == 403
    assert "in order; verify it" not in reader.get(page).content.decode()


def test_no_stranger_reads_it_while_it_lives(reader, clock):
    here = an_institution(
        "neighbourhood_assembly", charter=parse(with_public("decisions"))
    )
    clock.at = day(9)

    assert reader.get(f"/i/{here.address}/journal/").status_code == 403

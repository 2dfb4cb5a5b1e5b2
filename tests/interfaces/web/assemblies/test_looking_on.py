"""Whoever leads sees that every phone has answered; no count tells it to others."""

import re
from datetime import timedelta

import pytest

from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_phones import a_mixed_room
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


def test_whoever_leads_looks_on_until_every_phone_has_answered(clock):
    row, asha, ben, chidi = a_mixed_room()
    did(row, "decide", asha, item="1", minute=3)
    clock.at = row.opens_at + timedelta(minutes=4)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"

    def seen(member):
        page = browser_of(member).get(here).content.decode()
        return re.search(r'live/\?seen=([^"]+)"', page)[1]

    before = seen(chidi)
    assert seen(asha) == "on" != before == seen(ben)

    did(row, "answer", chidi, what="yes", minute=4)

    assert seen(asha) == seen(chidi) == before

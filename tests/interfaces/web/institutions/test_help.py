"""The help page: its answers, its way there, and who reads it."""

import pytest
from django.test import Client

from commonweal import kinds
from commonweal.rules.charters.parse import parse
from tests.builders import an_institution, founder_of
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def test_a_member_is_led_to_it_and_from_it_to_where_it_is_done():
    circle = an_institution("consensus_collective")
    browser = browser_of(founder_of(circle))
    here = f"/i/{circle.address}/help/"

    assert f'href="{here}"' in page(browser.get(f"/i/{circle.address}/"))
    found = page(browser.get(here))

    assert "“circle” for a meeting that decides" in found
    assert "How do I put something before everybody?" in found
    assert f'href="/i/{circle.address}/decisions/new/"' in found


def test_a_stranger_reads_it_where_the_charter_is_public_and_is_led_nowhere():
    circle = an_institution("consensus_collective")

    found = page(Client().get(f"/i/{circle.address}/help/"))

    assert "How do I vote?" in found
    assert f'href="/i/{circle.address}/decisions/new/"' not in found


def test_where_the_charter_is_for_members_so_is_its_help():
    words = kinds.text_of("consensus_collective")
    closed = words.replace('public = ["charter", "member_count"]', "public = []")
    circle = an_institution("consensus_collective", charter=parse(closed))

    answer = Client().get(f"/i/{circle.address}/help/")

    assert "How do I vote?" not in page(answer)
    assert answer.status_code != 200

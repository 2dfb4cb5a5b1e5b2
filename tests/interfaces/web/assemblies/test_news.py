"""A page hears of what is done where the node gives news, and asks elsewhere."""

import re
from datetime import timedelta

import pytest

from commonweal.interfaces.news import heard_of
from tests.builders import an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


def shown(row, asha, clock, minute=5):
    clock.at = row.opens_at + timedelta(minutes=minute)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    return browser_of(asha).get(here).content.decode()


def test_without_news_the_page_asks_every_other_second(asha, clock):
    page = shown(an_open_assembly(asha), asha, clock)

    assert 'hx-trigger="every 2s"' in page
    assert "data-news" not in page


def test_with_news_the_page_listens_for_its_own_assembly(asha, clock, settings):
    settings.NEWS = "/news/"
    row = an_open_assembly(asha)

    page = shown(row, asha, clock)

    [token] = re.findall(r'data-news="/news/\?of=([^"]+)"', page)
    assert heard_of(token) == row.pk
    assert f'data-seen="{row.deeds.count()}"' in page
    assert 'hx-trigger="news, every 30s"' in page


def test_once_it_is_over_nothing_is_listened_for(asha, clock, settings):
    settings.NEWS = "/news/"
    row = an_open_assembly(asha)
    did(row, "close", asha, minute=1)

    assert "data-news" not in shown(row, asha, clock)

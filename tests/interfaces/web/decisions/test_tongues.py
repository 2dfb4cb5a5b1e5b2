"""A title is marked with the language it was written in, wherever it is read."""

import pytest

from commonweal.capabilities.decisions import actions
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members

pytestmark = pytest.mark.django_db

TITLE = "¿Pintamos la escalera?"
MARKED = f'<span lang="es">{TITLE}</span>'


@pytest.fixture
def pages(monkeypatch):
    """Give the pages on which others read a proposal that was written in Spanish."""
    union = an_institution()
    asha = founder_of(union)
    others = members(union, "Ben", "Chidi", at=day(0))
    words = actions.Wording(TITLE, "De verde.", language="es")
    draft = actions.draft_proposal(
        union, by=asha, words=words, aim=actions.Aim(), at=day(1)
    )
    actions.put_proposal(draft, by=asha, at=day(1))
    stopped(monkeypatch, day(1))
    here = f"/i/{union.address}/decisions/"
    return browser_of(others[0]), [here, f"{here}{draft.number}/", "/"]


def test_who_reads_another_language_has_the_title_marked(pages):
    browser, addresses = pages

    for address in addresses:
        page = browser.get(address, headers={"Accept-Language": "en"})
        assert MARKED in page.content.decode(), address


def test_who_reads_the_same_language_has_it_plain(pages):
    browser, addresses = pages
    browser.post("/language/", {"language": "es"})

    for address in addresses:
        page = browser.get(address).content.decode()
        assert TITLE in page
        assert MARKED not in page, address

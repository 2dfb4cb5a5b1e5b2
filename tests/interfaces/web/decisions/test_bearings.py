"""What is said besides on the pages of a proposal: asked for, missed, and read."""

from dataclasses import replace

import pytest

from commonweal.capabilities.decisions.models import Proposal
from commonweal.rules.voting.bearings import Bearings
from tests.builders import a_charter, an_institution, founder_of
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db

WORDS = {
    "title": "Shall we mend the lift?",
    "text": "It is stuck.",
    "bearing_affected": "All on the third floor.",
}


@pytest.fixture
def asha(clock):
    shipped = a_charter()
    asked = Bearings(frozenset({"affected", "access", "plain"}))
    rules = [
        replace(one, bearings=asked) if one.id == shipped.ordinary_rule else one
        for one in shipped.rules
    ]
    return founder_of(an_institution(charter=replace(shipped, rules=tuple(rules))))


def test_the_draft_says_what_is_missing_and_the_proposal_what_was_said(asha):
    browser, home = browser_of(asha), f"/i/{asha.institution.address}/decisions/"
    asked = page(browser.get(home + "new/by-ordinary/"))
    assert "Who could be left out, and what lets them in" in asked
    assert "What it costs, and who pays" not in asked

    answer = browser.post(home + "new/by-ordinary/", WORDS)
    here = answer.headers["Location"]
    draft = page(browser.get(here))
    assert "<h3>Whom it affects</h3>" in draft
    assert "who could be left out and what lets them in and all of it in plain" in draft
    assert "Propose it to everybody" not in draft

    form = page(browser.get(here + "revise/"))
    assert "All on the third floor." in form
    version = Proposal.objects.get().versions.get()
    more = {"bearing_access": "The stairs stay.", "bearing_plain": "We mend it."}
    browser.post(here + "revise/", WORDS | more | {"seen": str(version.pk)})
    ready = page(browser.get(here))
    assert "Propose it to everybody" in ready

    browser.post(here + "put/")
    shown = page(browser.get(here))
    for words in ("In plain words", "We mend it.", "The stairs stay."):
        assert words in shown
    assert "The stairs stay." in page(browser.get(here + "print/"))

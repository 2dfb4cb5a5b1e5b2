"""A base reads the words it decides about, whoever brought them, and chooses which."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    person_in,
    raised,
    told,
)
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.conftest import page as read

from commonweal.capabilities.confederation import actions
from commonweal.capabilities.decisions.models import Proposal
from commonweal.rules.confederation.mandates import Whole, digest_of

pytestmark = pytest.mark.django_db

INSULT = "Mill Quarter never did anything."
LATER = "Mill Quarter is a friend of ours."
SPEAKS = DELIBERATED + timedelta(hours=1)
CHANGED = "Other words are before the bodies by now."


@pytest.fixture
def matter(bodies, whole, delegates, clock):
    clock.at = SPEAKS
    return raised(bodies[0], whole)


def put(matter, delegate, words, *, at=SPEAKS):
    actions.put_to_congress(matter, words=words, is_urgent=False, by=delegate, at=at)


def proposed(body, matter, **typed):
    browser = browser_of(founder_of(body))
    address = f"/i/{body.address}/decisions/new/give_mandate/"
    sent_ = {
        "matter": str(matter.pk),
        "sort": "fixed",
        "stance": "yes",
        "title": "What do they say?",
        **typed,
    }
    address += f"?matter={matter.pk}&sort=fixed"
    shown = browser.post(address, sent_, follow=True)
    return browser, Proposal.objects.filter(institution=body).first(), read(shown)


def again(browser, body, proposal):
    return read(browser.get(f"/i/{body.address}/decisions/{proposal.number}/"))


def test_the_words_stand_in_full_where_a_base_decides_about_them(
    bodies, whole, delegates, matter
):
    put(matter, delegates[1], INSULT)

    browser, proposal, page = proposed(bodies[0], matter, words=digest_of(INSULT))

    assert f"<p>{INSULT}</p>" in page
    assert f'href="/i/{whole.address}/together/1/"' in page
    assert CHANGED not in page
    assert proposal.terms["words"] == digest_of(INSULT)
    printed = f"/i/{bodies[0].address}/decisions/{proposal.number}/print/"
    assert f"<p>{INSULT}</p>" in read(browser.get(printed))


def test_whoever_proposes_chooses_which_words_and_no_delegate_changes_them(
    bodies, delegates, matter
):
    put(matter, delegates[1], INSULT)
    browser, proposal, page = proposed(bodies[0], matter)
    assert proposal is None, "of two it has to say which"
    assert f"As they were raised: {WORDS}" in page
    assert f"As they were put to the congress last: {INSULT}" in page

    browser, proposal, page = proposed(bodies[0], matter, words=digest_of(WORDS))

    assert f"<p>{WORDS}</p>" in page
    assert CHANGED in page
    browser.post(f"/i/{bodies[0].address}/decisions/{proposal.number}/put/")
    proposal.refresh_from_db()
    assert proposal.terms["words"] == digest_of(WORDS)
    assert f"<p>{INSULT}</p>" not in again(browser, bodies[0], proposal)


def test_the_page_says_when_other_words_are_before_all(
    bodies, delegates, matter, clock
):
    browser, proposal, page = proposed(bodies[0], matter)
    assert f"<p>{WORDS}</p>" in page
    assert CHANGED not in page

    put(matter, delegates[1], LATER)

    page = again(browser, bodies[0], proposal)
    assert f"<p>{WORDS}</p>" in page
    assert CHANGED in page


def test_an_answer_shows_the_words_that_the_congress_found(
    bodies, delegates, matter, clock
):
    for body in bodies:
        told(body, matter, "yes")
    put(matter, delegates[0], WORDS)
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=SPEAKS)
    clock.at = SPEAKS + timedelta(days=2)
    actions.settle_matters(matter.institution, at=clock.at)
    body = bodies[1]
    browser = browser_of(person_in(body, "Bo"))

    for effect in ("answer_matter", "return_words"):
        sent_ = {"matter": str(matter.pk), "title": "So?", "text": "We share it."}
        address = f"/i/{body.address}/decisions/new/{effect}/"
        page = read(browser.post(address, sent_, follow=True))

        assert "The words that this is about" in page
        assert f"<p>{WORDS}</p>" in page

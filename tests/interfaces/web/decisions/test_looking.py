"""A secret ballot is shown again before it is put in, and kept nowhere meanwhile."""

import re
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.test import Client

from commonweal.capabilities.decisions.models import Envelope, TurnoutMark
from commonweal.foundation.journal.models import Line
from commonweal.interfaces.web.decisions.views import looking
from commonweal.rules.consensus.events import POSITIONS
from commonweal.rules.sentence import Sentence
from tests.interfaces.web.decisions.secret import Vote

pytestmark = pytest.mark.django_db

WORDS = "We would have to ask the neighbours first."


@pytest.fixture
def vote(monkeypatch):
    return Vote(monkeypatch)


def rows() -> dict[str, int]:
    return {one._meta.label: one.objects.count() for one in apps.get_models()}


def hidden_in(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page)
    ours = {"csrfmiddlewaretoken", "typed-by", "next", "hushed"}
    return {name: value for name, value in found if name not in ours}


def test_a_secret_ballot_is_shown_again_and_nothing_is_kept(vote):
    asha = vote.browsers[0]
    vote.read(0)
    before, lines = rows(), Line.objects.count()

    shown = asha.post(vote.page + "ballot/1/", {"answer": "no"})

    page = shown.content.decode()
    assert shown.status_code == 200
    assert "This is what you will put in. It cannot be changed afterwards" in page
    assert "<strong><bdi>No</bdi></strong>" in page
    assert "Send the ballot. It cannot be changed." in page
    assert "no-store" in shown["Cache-Control"]
    assert set(shown.cookies) <= {"csrf"}
    assert (rows(), Line.objects.count()) == (before, lines)


def test_what_was_shown_is_what_is_put_in(vote):
    asha = vote.browsers[0]
    shown = asha.post(vote.page + "ballot/1/", {"answer": "no"}).content.decode()

    sent = hidden_in(shown)
    answer = asha.post(vote.page + "ballot/1/", sent | {"looked": "yes"})

    assert sent == {"answer": "no"}
    assert answer.status_code == 302
    assert TurnoutMark.objects.count() == Envelope.objects.count() == 1
    assert "Your ballot is in." in vote.read(0)


def test_whoever_wants_to_change_it_finds_it_as_it_was_with_all_that_was_typed(vote):
    asha = vote.browsers[0]
    typed = {"answer": "no", "text": WORDS}
    shown = asha.post(vote.page + "ballot/1/", typed).content.decode()

    sent = hidden_in(shown)
    back = asha.post(vote.page + "ballot/1/", sent | {"change": "yes"})

    page = back.content.decode()
    assert sent == typed
    assert re.search(r'value="no"[^>]*checked', page)
    assert WORDS in page
    assert "no-store" in back["Cache-Control"]
    assert not Envelope.objects.exists()


def test_a_comment_typed_beside_it_comes_back_once_it_is_sent(vote):
    asha = vote.browsers[0]
    shown = asha.post(vote.page + "ballot/1/", {"answer": "yes", "text": WORDS})

    sent = hidden_in(shown.content.decode())
    answer = asha.post(vote.page + "ballot/1/", sent | {"looked": "yes"})

    assert WORDS in answer.content.decode()
    assert Envelope.objects.count() == 1


def test_who_goes_back_afterwards_is_shown_no_marks(vote):
    asha = vote.browsers[0]
    vote.send(0, "no")

    again = asha.post(vote.page + "ballot/1/", {"answer": "no"})

    assert again.status_code in {403, 409}
    assert "This is what you will put in" not in again.content.decode()
    assert Envelope.objects.count() == 1


def test_what_is_not_filled_in_is_asked_for_and_not_shown(vote):
    empty = vote.browsers[0].post(vote.page + "ballot/1/", {"looked": "yes"})

    assert empty.status_code == 422
    assert "Choose yes, no or abstain." in empty.content.decode()
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("position", POSITIONS)
def test_a_position_is_said_in_its_words(position):
    question = SimpleNamespace(label=lambda one: Sentence(f"answer.{one}"), options=())

    [said] = looking._said(question, {"answer": position})

    assert said not in ("", f"answer.{position}", position)


def test_the_ballot_leads_to_the_look_again_and_says_that_it_is_final(vote):
    page = vote.read(0)

    assert "Look at it again before it is sent" in page
    assert "Once it is sent, it cannot be changed." in page
    assert "Send the ballot" not in page


def test_a_second_ballot_is_refused_without_its_marks_and_kept_by_no_browser(vote):
    asha = vote.browsers[0]
    asha.post(vote.page + "ballot/1/", {"answer": "yes", "looked": "yes"})

    again = {"answer": "no", "looked": "yes", "text": WORDS}
    refused = asha.post(vote.page + "ballot/1/", again)

    assert refused.status_code == 409
    assert "no-store" in refused["Cache-Control"]
    assert hidden_in(refused.content.decode()) == {}
    assert WORDS in refused.content.decode()
    assert TurnoutMark.objects.count() == 1


def test_a_secret_ballot_that_is_not_filled_in_is_kept_by_no_browser(vote):
    wrong = vote.browsers[0].post(vote.page + "ballot/1/", {"answer": "maybe"})

    assert wrong.status_code == 422
    assert "no-store" in wrong["Cache-Control"]
    assert "It stands on this page and is kept nowhere else" in wrong.content.decode()


@pytest.fixture
def marked():
    """Marks that no page may repeat, beside a comment, as the page sends them."""
    return {"answer": "maybe", "hushed": "answer", "text": WORDS}


def test_the_ballot_names_the_fields_that_no_page_repeats(vote):
    page = vote.read(0)

    assert '<input type="hidden" name="hushed" value="answer" form="all">' in page
    assert 'data-secret autocomplete="off"' in page


def test_a_form_sent_without_a_sign_in_repeats_the_comment_and_no_mark(vote, marked):
    browser = vote.browsers[0]
    browser.cookies.clear()

    asked = browser.post(vote.page + "ballot/1/", marked)

    assert asked.status_code == 403
    assert hidden_in(asked.content.decode()) == {"text": WORDS}
    assert "maybe" not in asked.content.decode()
    assert WORDS in asked.content.decode()
    assert "Fill the ballot in again." in asked.content.decode()
    assert "no-store" in asked["Cache-Control"]


def test_a_stale_form_repeats_no_mark(vote, marked):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = vote.browsers[0].cookies

    stale = strict.post(
        vote.page + "ballot/1/", marked, headers={"Origin": "http://testserver"}
    )

    assert stale.status_code == 403
    assert "maybe" not in stale.content.decode()
    assert WORDS in stale.content.decode()
    assert "Fill the ballot in again." in stale.content.decode()


def test_another_deed_of_the_page_that_is_refused_repeats_no_mark(vote, marked):
    refused = vote.browsers[0].post(vote.page + "withdraw/", marked)

    assert refused.status_code == 409
    assert "maybe" not in refused.content.decode()
    assert WORDS in refused.content.decode()


def test_marks_that_come_back_with_a_comment_are_kept_by_no_browser(vote):
    sent = {"answer": "no", "hushed": "answer", "text": WORDS}
    said = vote.browsers[0].post(vote.page + "say/", sent)

    page = said.content.decode()
    assert said.status_code == 200
    assert re.search(r'value="no"[^>]*checked', page)
    assert "It stands on this page and is kept nowhere else" in page
    assert "no-store" in said["Cache-Control"]


def test_a_page_without_marks_may_be_put_by(vote):
    read = vote.browsers[0].get(vote.page)

    assert "no-store" not in read.headers.get("Cache-Control", "")
    assert "It stands on this page" not in read.content.decode()

"""Without scripts a button sends all that is typed on the page; none of it is lost."""

import re

import pytest
from django.test import Client

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Ballot
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads.models import Post
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = pytest.mark.django_db

WORDS = "The stairs are dark at night."


@pytest.fixture
def vote(monkeypatch):
    """Give the page of a running vote, a voter and what somebody said there."""
    institution = an_institution()
    asha = founder_of(institution)
    ben, chidi = members(institution, "Ben", "Chidi", at=day(0))
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    said = threads.say_in_thread(
        proposal.pk, institution=institution, by=chidi, text="Green?", at=day(8)
    )
    stopped(monkeypatch, day(8))
    return f"/i/{institution.address}/decisions/{proposal.number}/", ben, said


def field_of(answer, id_: str) -> str:
    """Give what stands in a field of several lines."""
    found = re.search(
        rf'id="{id_}"[^>]*>\s*([^<]*)</textarea>', answer.content.decode()
    )
    assert found is not None
    return found[1]


def test_the_words_stand_above_the_ballot_and_the_ballot_above_the_talk(vote):
    here, ben, _ = vote

    page = browser_of(ben).get(here).content.decode()

    parts = ("<h1>", 'id="text"', 'id="my"', 'id="rule"', 'id="discussion"', "<aside>")
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_a_ballot_that_is_sent_loses_no_comment(vote):
    here, ben, _ = vote

    sent = {"answer": "yes", "text": WORDS}
    answer = browser_of(ben).post(here + "ballot/1/", sent)

    assert answer.status_code == 200
    assert Ballot.objects.get().marks == {"answer": "yes"}
    assert field_of(answer, "id_text") == WORDS
    assert "What you had not sent yet is still here." in answer.content.decode()
    assert Post.objects.count() == 1


def test_a_comment_that_is_sent_loses_no_marks_and_casts_none(vote):
    here, ben, _ = vote

    answer = browser_of(ben).post(here + "say/", {"answer": "no", "text": WORDS})

    page = answer.content.decode()
    assert Post.objects.filter(text=WORDS).exists()
    assert re.search(r'value="no"[^>]*checked', page)
    assert field_of(answer, "id_text") == ""
    assert not Ballot.objects.exists()


def test_an_answer_leaves_the_other_words_where_they_were_typed(vote):
    here, ben, said = vote

    own = f"answer-{said.pk}"
    sent = {"answers": str(said.pk), own: "Blue.", "text": WORDS}
    answer = browser_of(ben).post(here + "say/", sent)

    assert Post.objects.get(text="Blue.").answers_id == said.pk
    assert field_of(answer, "id_text") == WORDS
    assert field_of(answer, own) == ""


def test_marks_that_make_no_ballot_lose_no_comment(vote):
    here, ben, _ = vote

    answer = browser_of(ben).post(here + "ballot/1/", {"text": WORDS})

    assert answer.status_code == 422
    assert "Choose yes, no or abstain." in answer.content.decode()
    assert field_of(answer, "id_text") == WORDS


def test_with_nothing_else_typed_the_page_is_asked_for_anew(vote):
    here, ben, _ = vote

    answer = browser_of(ben).post(here + "ballot/1/", {"answer": "yes", "text": " "})

    assert answer["Location"] == f"{here}#my"


def test_every_button_of_the_page_carries_what_is_typed(vote):
    here, ben, _ = vote

    page = browser_of(ben).get(here).content.decode()

    main = page[page.index("<main") : page.index("</main>")]
    buttons = re.findall(r"<button[^>]*>", main)
    assert buttons
    assert all('form="all" formaction="/i/' in button for button in buttons)


def test_what_one_person_typed_is_never_sent_under_another_name(vote):
    here, ben, said = vote
    sent = {"text": WORDS, "typed-by": str(said.author.person_id)}

    answer = browser_of(ben).post(here + "say/", sent)

    assert answer.status_code == 403
    assert "Somebody else was signed in here" in answer.content.decode()
    assert WORDS not in answer.content.decode()
    assert not Post.objects.filter(text=WORDS).exists()


def test_words_that_waited_for_a_sign_in_wait_for_whoever_typed_them(vote):
    here, ben, said = vote
    stranger = Client()
    sent = {"text": WORDS, "typed-by": str(said.author.person_id)}

    offered = stranger.post(here + "say/", sent).content.decode()
    again = browser_of(ben).post(here + "say/", sent)

    assert WORDS in offered
    assert f'name="typed-by" value="{said.author.person_id}"' in offered
    assert again.status_code == 403

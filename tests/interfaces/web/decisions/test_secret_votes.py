"""A secret vote on its pages: what is said before sending, and what is never shown."""

import re

import pytest

from commonweal.foundation.institutions.models import Member
from tests.interfaces.web.decisions.secret import Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def vote(monkeypatch):
    return Vote(monkeypatch)


def test_the_button_says_that_it_cannot_be_changed_and_the_page_what_is_seen(vote):
    page = vote.read(0)

    assert "Look at it again before it is sent" in page
    assert "whoever runs this server could still find out" in page
    assert "locked on your own device" in page
    assert "Prove that you are on the list of voters" in page
    assert "how many have voted is told when it ends" in page
    assert "have voted. Voting ends" not in page


def test_a_ballot_is_in_and_only_its_voter_is_told(vote):
    answer = vote.send(0, "yes")
    mine, theirs = vote.read(0), vote.read(1)

    assert answer.status_code == 302
    # Nothing is left in the browser, on a phone that others use too.
    assert not answer.cookies.get("messages")
    assert "Your ballot is in." in mine
    assert "Look at it again" not in mine
    assert "Your ballot is in." not in theirs
    assert "Look at it again" in theirs


def test_an_empty_ballot_is_not_said_to_be_filled_in(vote):
    told = vote.send(0, "").content.decode()

    assert "Choose yes, no or abstain." in told
    assert "Your ballot</a>:" in told
    assert "What you filled in is not sent." not in told


def test_a_second_ballot_is_refused_in_words(vote):
    vote.send(0, "yes")

    again = vote.send(0, "no")

    assert again.status_code in {403, 409}
    assert "cannot be changed" in again.content.decode()


def test_when_it_is_over_the_count_is_told_and_no_names(vote):
    for voter, answer in enumerate(("yes",) * 4 + ("no",) * 3):
        vote.send(voter, answer)
    vote.end()
    page = vote.read(0)

    assert "7 of the 8 who could vote did" in page
    assert "Check this count yourself" in page
    assert "Who said what" not in page
    assert vote.browsers[0].get(vote.page + "ballots-1/").status_code in {403, 409}


@pytest.mark.parametrize(
    "answers", [("yes", "no", "no"), ("yes",) * 6 + ("no",), ("yes",) * 7]
)
def test_a_closed_count_tells_the_rule_and_not_which_part_of_it_applied(vote, answers):
    for voter, answer in enumerate(answers):
        vote.send(voter, answer)
    vote.end()

    told, rule = vote.read(0).split('id="rule"')
    told = told.split('id="outcome-1"')[1].split("<details")[0]

    words = "is told if at least 5 vote, not all say the same and no answer was given"
    assert f"The count {words} by one or two alone;" in rule
    assert f"The count of a secret vote {words} by one or two alone. That was" in told
    assert "fewer than" not in told


def test_with_few_ballots_no_more_is_told_than_turnout_and_verdict(vote):
    vote.send(0, "yes")
    vote.send(1, "yes")
    vote.send(2, "no")
    vote.end()
    page = vote.read(3)
    recount = vote.browsers[3].get(vote.page + "recount-1.json").json()

    assert "3 of the 8 who could vote did" in page
    assert "Carried." in page
    assert "Why this count is closed" in page
    assert "said yes" not in page
    assert "<svg" not in page.split('id="rule"')[0].split('id="outcome-1"')[1]
    assert recount["format"] == "commonweal-recount-closed-1"
    assert recount["turnout"] == 3
    assert "ballots" not in recount


def test_lists_and_the_journal_say_nothing_of_who_voted(vote):
    vote.send(0, "yes")
    here = f"/i/{vote.union.address}/"

    listed = vote.browsers[1].get(here + "decisions/").content.decode()
    own = vote.browsers[0].get(here + "decisions/").content.decode()
    journal = vote.browsers[1].get(here + "journal/").content.decode()

    assert "Your ballot is in." in own
    assert "Your ballot is in." not in listed
    assert "voted on proposal" not in journal


def test_a_secret_vote_leaves_no_trace_in_the_row_of_the_member(vote):
    before = Member.objects.filter(pk=vote.members[0].pk).values().get()

    vote.send(0, "yes")

    assert Member.objects.filter(pk=vote.members[0].pk).values().get() == before


def test_a_member_is_shown_their_own_leaf_of_the_roll(vote):
    mine, theirs = vote.read(0), vote.read(1)

    salts = [
        re.search(r"Your secret number.*?<code>(\w+)</code>", page, re.DOTALL)
        for page in (mine, theirs)
    ]

    assert "Prove that you are on the list of voters" in mine
    assert all(salts)
    assert salts[0][1] != salts[1][1]

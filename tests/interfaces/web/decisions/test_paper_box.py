"""The paper box on the pages: what waits for tellers, who is in it, what they print."""

import re

import pytest

from tests.capabilities.decisions.given import in_office
from tests.interfaces.web.decisions.secret import PaperVote
from tests.interfaces.web.decisions.test_budget_ballots import Sharing, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

ALONE = "the two tellers who count may know what you voted."


@pytest.fixture
def vote(monkeypatch):
    """Give a vote, open, in which Emre alone votes on paper."""
    vote = PaperVote(monkeypatch)
    vote.browsers[4].post(vote.page + "paper/check-out/")
    vote.before = vote.read(4)
    vote.clock.at = vote.opens
    vote.read(4)
    return vote


def home_of(vote, voter):
    return vote.browsers[voter].get("/").content.decode()


def test_tellers_are_asked_to_hand_out_and_count_until_two_found_the_same(vote):
    asha, ben = vote.browsers[:2]
    found = {"issued": 1, "returned": 1, "spoiled": 0, "yes": 1, "no": 0, "abstain": 0}

    asked, other = home_of(vote, 0), home_of(vote, 3)
    asha.post(vote.page + "paper/1/", found)
    half = home_of(vote, 1)
    ben.post(vote.page + "paper/1/", found)
    done = home_of(vote, 1)

    for told in (asked, half):
        assert "Hand out paper ballots and count them" in told
        assert f'href="{vote.page}paper/1/"' in told
        assert "counted alike when the vote ends is not counted" in told
    for told in (other, done):
        assert "Hand out paper ballots" not in told


def test_where_nobody_votes_on_paper_no_teller_is_asked(monkeypatch):
    vote = PaperVote(monkeypatch)
    vote.clock.at = vote.opens
    vote.read(0)

    assert "Hand out paper ballots" not in home_of(vote, 0)


def test_tellers_read_who_votes_on_paper_and_nobody_else_does(vote):
    box = vote.read(0, "paper/1/")
    other = vote.browsers[4].get(vote.page + "paper/1/")

    assert re.search(r"<bdi>Emre</bdi>, on paper", box)
    assert "<bdi>Chidi</bdi>" not in box.partition("What lay in the box")[0]
    assert other.status_code in {403, 409}


def test_the_ballot_to_print_asks_the_question_and_names_nobody(vote):
    ballot = vote.read(0, "paper/1/ballot/")
    other = vote.browsers[4].get(vote.page + "paper/1/ballot/")

    slip = ballot.partition('class="slip"')[2].partition("</section>")[0]
    assert "Shall we ask for a new boiler?" in slip
    assert slip.count("☐") == 3
    assert "Fold here" in slip
    assert not [one.name for one in vote.members if one.name in slip]
    assert other.status_code in {403, 409}


@pytest.mark.parametrize(
    ("form", "box", "words"),
    [
        ("knapsack", "☐", "Mark as many boxes as you like."),
        ("ranking", "____", "Write 1 on the line of the option you like best"),
        ("cumulative", "____", "Write your points for each option"),
    ],
)
def test_a_ballot_to_print_has_room_beside_each_option(monkeypatch, form, box, words):
    sharing = Sharing(monkeypatch, form, kept="secret")
    browser = browser_of(sharing.union.asha)
    in_office(sharing.union.asha)

    slip = text_of(browser.get(sharing.page + "paper/1/ballot/"))

    assert slip.count(f'<span aria-hidden="true">{box}</span>') == 3
    assert '<ol type="a" class="boxes">' in slip
    assert words in slip
    assert "A bench" in slip


def test_the_voter_reads_who_the_tellers_are_and_that_so_few_may_be_known(vote):
    asha, ben = (one.name for one in vote.members[:2])

    during = vote.read(4)

    assert "If fewer than three choose paper, " + ALONE in vote.before
    assert "Fewer than three vote on paper in this vote: " + ALONE in during
    for told in (vote.before, during):
        found = told.partition("The tellers:")[2].partition("</p>")[0]
        assert found.strip() == f"<bdi>{asha}</bdi>, <bdi>{ben}</bdi>."
    assert ALONE not in vote.read(3)


def test_where_three_vote_on_paper_it_is_not_said_again(monkeypatch):
    vote = PaperVote(monkeypatch)
    for voter in (3, 4, 5):
        vote.browsers[voter].post(vote.page + "paper/check-out/")
    vote.clock.at = vote.opens

    assert "Ask a teller for your ballot" in vote.read(4)
    assert ALONE not in vote.read(4)


def test_a_voter_without_a_ballot_asks_and_two_tellers_let_them_vote_here(vote):
    here, emre = vote.page + "paper/1/", str(vote.members[4].pk)
    asked = vote.read(4)
    assert "I want to vote here instead" in asked
    assert "asks to vote on the page" not in vote.read(0, "paper/1/").lower()

    vote.browsers[4].post(here + "here/", {"deed": "ask"})
    assert "I stay with paper" in vote.read(4)
    assert "who wants to vote here has a ballot" in home_of(vote, 0)
    assert "let them vote there" in vote.read(0, "paper/1/")
    vote.browsers[0].post(here + "let-back/", {"member": emre})
    assert "Another teller has to say so too." in vote.read(0, "paper/1/")
    assert "One teller says that you hold no ballot." in vote.read(4)
    vote.browsers[1].post(here + "let-back/", {"member": emre})

    assert "I stay with paper" not in vote.read(4)
    assert vote.send(4, "yes").status_code in {200, 302}
    assert "Your ballot is in." in vote.read(4)


def test_nobody_but_a_teller_lets_a_voter_back(vote):
    vote.browsers[4].post(vote.page + "paper/1/here/", {"deed": "ask"})

    said = {"member": str(vote.members[4].pk)}
    no = vote.browsers[3].post(vote.page + "paper/1/let-back/", said)

    assert no.status_code == 409
    assert "I stay with paper" in vote.read(4)
    vote.browsers[4].post(vote.page + "paper/1/here/", {"deed": "stay"})
    assert "I want to vote here instead" in vote.read(4)


def test_where_so_few_would_be_left_the_page_says_why_it_stays(monkeypatch):
    vote = PaperVote(monkeypatch)
    for voter in (3, 4, 5):
        vote.browsers[voter].post(vote.page + "paper/check-out/")
    vote.clock.at = vote.opens

    assert "Fewer than 3 would be left on paper" in vote.read(4)

"""A secret vote on its pages: what is said before sending, and what is never shown."""

import re
from datetime import timedelta

import pytest

from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions import given
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")


class Vote:
    """A secret vote that has just opened, and the browsers of its voters."""

    def __init__(self, monkeypatch) -> None:
        charter = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
        self.union = an_institution(charter=charter)
        self.members = [a_member(self.union, name) for name in NAMES]
        proposal = given.a_proposal(self.union, self.members, at=day(1))
        self.question = given.voting(proposal)
        self.clock = stopped(monkeypatch, self.question.opens_at)
        self.page = f"/i/{self.union.address}/decisions/{proposal.number}/"
        self.browsers = [browser_of(one) for one in self.members]

    def send(self, voter: int, answer: str):
        """Send a ballot by the page."""
        return self.browsers[voter].post(self.page + "ballot/1/", {"answer": answer})

    def read(self, voter: int, more: str = "") -> str:
        """Read the page, as one of the members sees it."""
        return self.browsers[voter].get(self.page + more).content.decode()

    def end(self) -> None:
        """Let the vote be over."""
        self.clock.at = self.question.closes_at


@pytest.fixture
def vote(monkeypatch):
    return Vote(monkeypatch)


def test_the_button_says_that_it_cannot_be_changed_and_the_page_what_is_seen(vote):
    page = vote.read(0)

    assert "Send the ballot. It cannot be changed." in page
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
    assert "Send the ballot" not in mine
    assert "Your ballot is in." not in theirs
    assert "Send the ballot" in theirs


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

    assert "7 of 8 members voted" in page
    assert "Check this count yourself" in page
    assert "Who said what" not in page
    assert vote.browsers[0].get(vote.page + "ballots-1/").status_code in {403, 409}


def test_with_few_ballots_no_more_is_told_than_turnout_and_verdict(vote):
    vote.send(0, "yes")
    vote.send(1, "yes")
    vote.send(2, "no")
    vote.end()
    page = vote.read(3)
    recount = vote.browsers[3].get(vote.page + "recount-1.json").json()

    assert "3 of 8 members voted" in page
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


class PaperVote(Vote):
    """A secret vote not open yet, with two tellers and a voter who wants paper."""

    def __init__(self, monkeypatch) -> None:
        super().__init__(monkeypatch)
        for teller in self.members[:2]:
            OfficeHolding.objects.create(
                institution=self.union,
                office="steward",
                holder=teller,
                from_at=day(0),
                until_at=day(300),
            )
        proposal = given.a_proposal(self.union, self.members, at=day(20))
        self.clock.at = day(21)
        self.page = f"/i/{self.union.address}/decisions/{proposal.number}/"
        self.opens = given.seen(proposal, at=day(20)).moments.opens_at


def test_paper_is_chosen_before_and_counted_by_two_tellers(monkeypatch):
    vote = PaperVote(monkeypatch)
    asha, ben, chidi = vote.browsers[:3]
    noted = {"member": vote.members[3].pk}

    chidi.post(vote.page + "paper/check-out/")
    asha.post(vote.page + "paper/check-out/", noted)
    asked = vote.read(3)
    seconded = vote.read(1)
    ben.post(vote.page + "paper/check-out/", noted)
    told = vote.read(3)
    before = vote.read(2)
    tellers = vote.read(0)
    vote.clock.at = vote.opens
    during = vote.read(2)
    box = vote.page + "paper/1/"
    wrong = {"issued": 2, "returned": 3, "spoiled": 0, "yes": 1, "no": 1, "abstain": 0}
    right = wrong | {"returned": 2}
    refused = asha.post(box, wrong)
    entered = asha.post(box, right)
    alone = asha.get(box).content.decode()
    ben.post(box, right)
    both = ben.get(box).content.decode()
    vote.clock.at = vote.opens + timedelta(days=6)
    after = vote.read(5)

    assert "A teller noted that you vote on paper." in asked
    assert "Take it back: I vote here" in asked
    assert "Dolores told me too" in seconded
    assert "Two tellers noted that you vote on paper." in told
    assert "Vote here after all" in told
    assert "You vote on paper, not here." in before
    assert "Dolores votes here after all" in tellers
    assert "Dolores votes here after all" not in before
    assert "you cannot vote here" in during
    assert "Send the ballot" not in during
    assert refused.status_code == 422
    assert "3 ballots came back, but 2 were handed out" in refused.content.decode()
    assert entered.status_code == 302
    assert "Another teller has to find the same." in alone
    assert "Two tellers have found the same." in both
    assert "On paper: 2 handed out, 2 came back, 0 spoiled." in after
    assert chidi.get(box).status_code in {403, 409}


def test_a_table_is_chosen_before_and_counted_with_paper_in_one_box(monkeypatch):
    vote = PaperVote(monkeypatch)
    asha, ben, _, *voters = vote.browsers
    dolores, emre, farah, gloria = voters
    noted = {"member": "told", "told": vote.members[3].pk, "told_where": "table"}

    asha.post(vote.page + "paper/check-out/", noted)
    asked, seconded = vote.read(3), vote.read(1)
    ben.post(vote.page + "table/check-out/", {"member": vote.members[3].pk})
    for voter in (emre, farah):
        voter.post(vote.page + "table/check-out/")
    gloria.post(vote.page + "table/check-out/")
    gloria.post(vote.page + "paper/check-out/")
    seated, on_paper, tellers = vote.read(4), vote.read(6), vote.read(0)
    vote.clock.at = vote.opens
    during = vote.read(4)
    cast = dolores.post(vote.page + "ballot/1/", {"answer": "yes"})
    box = vote.page + "paper/1/"
    form = asha.get(box).content.decode()
    none = {"spoiled": 0, "abstain": 0}
    many = {"issued": 1, "returned": 1, "table_issued": 4, "table_returned": 3}
    right = many | {"table_issued": 3, "yes": 3, "no": 1} | none
    refused = asha.post(box, right | many)
    asha.post(box, right)
    ben.post(box, right)
    vote.clock.at = vote.opens + timedelta(days=6)
    after = vote.read(1)

    assert "A teller noted that you vote at the table." in asked
    assert "Dolores told me too" in seconded
    assert "You vote at the table, not here." in seated
    assert "Vote here after all" in seated
    assert "Vote on paper" in seated
    assert "You vote on paper, not here." in on_paper
    assert "On paper so far: 1." in tellers
    assert "At the table so far: 3, of 12 places." in tellers
    assert "You vote at the table: that was noted" in during
    assert "Send the ballot" not in during
    assert cast.status_code in {403, 409}
    assert "3 voters vote at the table." in form
    assert "Put the ballots from the table into the paper box" in form
    assert "4 ballots were handed out at the table" in refused.content.decode()
    assert "On paper and at a table: 4 handed out, 4 came back, 0 spoiled." in after


def test_where_no_second_teller_is_the_page_says_why_there_is_no_table(monkeypatch):
    vote = PaperVote(monkeypatch)
    OfficeHolding.objects.filter(holder=vote.members[1]).delete()

    page = vote.read(4)

    assert "A table needs 2 tellers to be there, and 1 member holds that" in page
    assert "Vote at the table" not in page
    assert "Vote on paper" in page

"""Paper and a table on the pages: chosen, given up, counted, and told in numbers."""

from datetime import timedelta
from fractions import Fraction

import pytest

from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.rules.voting.decision_rule import Quorum, SecondCall
from tests.builders import a_member
from tests.interfaces.web.decisions.secret import PaperVote

pytestmark = pytest.mark.django_db


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
    assert "For tellers: the paper box" in vote.read(0)
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
    assert "it stays so to the end of the vote" in during
    assert "they can bring you one and fetch it" in during
    assert "Look at it again" not in during
    assert refused.status_code == 422
    assert "3 ballots came back, but 2 were handed out" in refused.content.decode()
    assert entered.status_code == 302
    assert "Another teller has to find the same." in alone
    assert "Two tellers have found the same." in both
    assert "counted by two tellers and lie among the others" in after
    assert "handed a ballot" not in after
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
    assert "On paper so far: 1 of the 8 who may vote today." in tellers
    assert "At the table so far: 3, of 12 places." in tellers
    assert "You vote at the table: that was noted" in during
    assert "Look at it again" not in during
    assert cast.status_code in {403, 409}
    assert "3 voters vote at the table." in form
    assert "Put the ballots from the table into the paper box" in form
    assert "4 ballots were handed out at the table" in refused.content.decode()
    assert "counted by two tellers and lie among the others" in after
    assert "handed a ballot" not in after


def test_where_no_second_teller_is_the_page_says_why_paper_is_not_offered(monkeypatch):
    vote = PaperVote(monkeypatch)
    vote.browsers[5].post(vote.page + "paper/check-out/")
    OfficeHolding.objects.filter(holder=vote.members[1]).delete()

    page, teller, chosen = vote.read(4), vote.read(0), vote.read(5)

    assert "need 2 tellers who count them. Tellers in office now: 1." in page
    assert "A table is a gathering of" not in page
    for button in ("Vote at the table<", "Vote on paper<", "Note where they vote<"):
        assert button not in page + teller
    assert "If there are no two tellers when the vote opens" in chosen
    assert "Vote here after all" in chosen


def test_where_the_tellers_leave_its_voters_can_give_paper_up(monkeypatch):
    vote = PaperVote(monkeypatch)
    farah = vote.browsers[5]
    farah.post(vote.page + "paper/check-out/")
    vote.clock.at = vote.opens
    vote.read(4)
    leave(vote.members[1], at=vote.opens)
    vote.clock.at += timedelta(hours=1)

    told, home = vote.read(5), farah.get("/").content.decode()
    farah.post(vote.page + "paper/1/come-back/")
    after = vote.read(5)
    vote.clock.at = vote.opens + timedelta(days=6)

    assert "No two tellers are left to count" in told
    assert "Give paper up and vote here" in told
    assert "Vote here: no two tellers are left" in home
    assert "Look at it again" in after
    assert "Paper was given up in this vote" in vote.read(2)


def test_of_as_many_as_the_floor_the_numbers_are_told_with_their_base(monkeypatch):
    vote = PaperVote(monkeypatch)
    for voter in vote.browsers[2:7]:
        voter.post(vote.page + "paper/check-out/")
    vote.clock.at = vote.opens
    found = {"issued": 4, "returned": 4, "spoiled": 0, "yes": 4, "no": 0, "abstain": 0}
    for teller in vote.browsers[:2]:
        teller.post(vote.page + "paper/1/", found)
    vote.clock.at = vote.opens + timedelta(days=6)

    after = vote.read(2)

    assert "On paper: 4 of 5 who chose it were handed a ballot, 4 came back." in after
    assert "Of these, 0 were spoiled." in after


def test_after_the_last_call_nobody_is_offered_paper_and_it_is_refused(monkeypatch):
    again = SecondCall(2, 3, Quorum("share_of_roll", share=Fraction(1, 2)))
    half = Quorum("share_of_roll", share=Fraction(1, 2))
    vote = PaperVote(monkeypatch, quorum=half, second_call=again)
    vote.clock.at = vote.opens
    vote.read(0)
    vote.clock.at = vote.opens + timedelta(days=5)
    between = vote.read(0), vote.read(5)
    vote.clock.at += timedelta(days=2)
    home = vote.browsers[5].get("/").content.decode()
    vote.clock.at += timedelta(days=4)

    over = vote.read(0), vote.read(5)
    chosen = vote.browsers[5].post(vote.page + "paper/check-out/")
    seated = vote.browsers[5].post(vote.page + "table/check-out/")

    assert all("Vote on paper<" in page for page in between)
    assert "Note where they vote" in between[0]
    assert "4 must vote, or nothing is decided" in home
    for page in over:
        assert "Vote on paper<" not in page
        assert "Note where they vote" not in page
        assert page.count("Nothing decided: too few took part.") == 3
    assert chosen.status_code == seated.status_code
    assert chosen.status_code in {403, 409}
    assert "is fixed when the vote opens" in chosen.content.decode()


def test_those_who_may_not_vote_are_not_counted_and_no_empty_box_is_offered(
    monkeypatch,
):
    vote = PaperVote(monkeypatch)
    hana = a_member(vote.union, "Hana")
    Member.objects.filter(pk=hana.pk).update(member_class="supporter")

    before = vote.read(0)
    vote.clock.at = vote.opens
    during = vote.read(0)

    assert "On paper so far: 0 of the 8 who may vote today." in before
    assert "For tellers: the paper box" not in during

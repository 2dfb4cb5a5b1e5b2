"""The decision page as a stranger, a member and another member see and use it."""

from datetime import timedelta

import pytest
from django.test import Client

from commonweal.capabilities.decisions import actions, queries
from tests.builders import an_institution, day, founder_of
from tests.capabilities.decisions.given import newest_words
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = pytest.mark.django_db

# In this kind a vote opens seven days after enough support, and runs for five.
OPENS, CLOSES = day(8), day(13)


@pytest.fixture
def union(monkeypatch):
    """Give a union of three, and the clock of its pages."""
    institution = an_institution()
    asha = founder_of(institution)
    ben, chidi = members(institution, "Ben", "Chidi", at=day(0))
    clock = stopped(monkeypatch, day(1))
    return institution, clock, asha, ben, chidi


def page_of(institution, proposal):
    return f"/i/{institution.address}/decisions/{proposal.number}/"


def supported(institution, asha, ben):
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    return proposal


def text_of(answer):
    return answer.content.decode()


def test_a_member_writes_a_draft_reads_the_rule_and_puts_it(union):
    institution, _, asha, *_ = union
    here = f"/i/{institution.address}/decisions/"
    browser = browser_of(asha)

    choice = browser.get(here + "new/")
    form = browser.get(here + "new/by-ordinary/")
    saved = browser.post(
        here + "new/by-ordinary/", {"title": "Shall we paint?", "text": "Green."}
    )
    draft = browser.get(saved["Location"])
    put_it = browser.post(saved["Location"] + "put/")
    page = browser.get(put_it["Location"])

    assert "say yes than no" in text_of(choice)
    assert "2 of 3 members" in text_of(form)
    assert "Propose it to everybody" in text_of(draft)
    assert "It is proposed." in text_of(page)
    assert "Looking for support until" in text_of(page)


def test_a_draft_is_nobody_elses_to_see(union):
    institution, _, asha, ben, _ = union
    words = actions.Wording("Shall we?")
    draft = actions.draft_proposal(
        institution, by=asha, words=words, aim=actions.Aim(), at=day(1)
    )

    theirs = browser_of(ben).get(page_of(institution, draft))

    assert theirs.status_code == 404


def test_support_is_given_and_taken_back(union):
    institution, _, asha, ben, _ = union
    proposal = put(institution, asha, at=day(1))
    page = page_of(institution, proposal)
    browser = browser_of(ben)

    given = browser.post(page + "support/", follow=True)
    taken = browser.post(page + "support/take-back/", follow=True)

    assert "You support it." in text_of(given)
    assert "You no longer support this proposal." in text_of(taken)


def test_changed_words_are_to_be_confirmed_and_the_change_is_shown(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    page = page_of(institution, proposal)
    words = {
        "title": "Shall we paint the stairs?",
        "text": "Blue, on the first Saturday of May.",
    }
    clock.at = day(2)

    seen = {"seen": str(newest_words(proposal))}
    browser_of(asha).post(page + "revise/", words | seen)
    changed = browser_of(ben).get(page)
    confirmed = browser_of(ben).post(page + "support/", follow=True)

    assert "The words have changed" in text_of(changed)
    assert "Green" in text_of(changed)
    assert "<del>" in text_of(changed)
    assert "You support it." in text_of(confirmed)


def test_a_correction_keeps_support_until_it_is_contested(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    page = page_of(institution, proposal)
    words = {
        "title": "Shall we paint the stairs?",
        "text": "Green, on the first Sunday of May.",
        "is_correction": "on",
    }
    clock.at = day(2)

    seen = {"seen": str(newest_words(proposal))}
    browser_of(asha).post(page + "revise/", words | seen)
    kept = browser_of(ben).get(page)
    contested = browser_of(ben).post(page + "contest/", follow=True)

    assert "You support it." in text_of(kept)
    assert "It changes the meaning" in text_of(kept)
    assert "The words have changed" in text_of(contested)


def test_nothing_is_preselected_on_a_ballot(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    clock.at = OPENS

    page = browser_of(ben).get(page_of(institution, proposal))

    assert 'value="yes"' in text_of(page)
    assert "checked" not in text_of(page)


def test_a_ballot_is_cast_and_changed(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    ballot = page_of(institution, proposal) + "ballot/1/"
    clock.at = OPENS
    browser = browser_of(ben)

    first = browser.post(ballot, {"answer": "no"}, follow=True)
    second = browser.post(ballot, {"answer": "yes"}, follow=True)

    assert "Your ballot is in." in text_of(first)
    assert second.context["view"].question.my_marks == {"answer": "yes"}
    assert second.context["view"].question.turnout == 1


@pytest.mark.parametrize("marks", [{}, {"answer": "perhaps"}, {"approved": "o1"}])
def test_a_ballot_that_says_nothing_comes_back(union, marks):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    clock.at = OPENS

    answer = browser_of(ben).post(page_of(institution, proposal) + "ballot/1/", marks)

    assert answer.status_code == 422
    assert answer.context["view"].question.turnout == 0


def test_the_last_second_counts_and_the_next_does_not(union):
    institution, clock, asha, ben, chidi = union
    proposal = supported(institution, asha, ben)
    ballot = page_of(institution, proposal) + "ballot/1/"

    clock.at = CLOSES - timedelta(microseconds=1)
    in_time = browser_of(ben).post(ballot, {"answer": "yes"})
    clock.at = CLOSES
    too_late = browser_of(chidi).post(ballot, {"answer": "no"})

    assert in_time.status_code == 302
    assert too_late.status_code == 409
    assert "The vote ended on" in text_of(too_late)


def test_a_stranger_cannot_vote_and_is_told_why(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    clock.at = OPENS

    answer = Client().post(
        page_of(institution, proposal) + "ballot/1/", {"answer": "yes"}
    )

    assert answer.status_code == 403
    assert "signed out" in text_of(answer)


def test_a_member_of_another_institution_is_a_stranger_here(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    stranger = founder_of(an_institution(founder="Dolores"))
    clock.at = OPENS

    answer = browser_of(stranger).post(
        page_of(institution, proposal) + "ballot/1/", {"answer": "yes"}
    )

    assert answer.status_code in {403, 409}
    assert (
        queries.proposal_view(institution, proposal.number, at=OPENS).question.turnout
        == 0
    )


def test_another_institutions_proposal_is_not_found_here(union):
    institution, _, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    elsewhere = an_institution(founder="Dolores")

    answer = browser_of(founder_of(elsewhere)).get(page_of(elsewhere, proposal))

    assert answer.status_code == 404


def test_the_outcome_is_told_drawn_and_can_be_checked(union):
    institution, clock, asha, ben, chidi = union
    proposal = supported(institution, asha, ben)
    page = page_of(institution, proposal)
    clock.at = OPENS
    for member, answer in ((asha, "yes"), (ben, "yes"), (chidi, "no")):
        browser_of(member).post(page + "ballot/1/", {"answer": answer})

    clock.at = CLOSES
    told = browser_of(ben).get(page)
    bundle = Client().get(page + "recount-1.json")
    proof = browser_of(ben).get(page + "roll-1.json")
    who = browser_of(ben).get(page + "ballots-1/")
    strangers_who = Client().get(page + "ballots-1/")

    assert "Carried." in text_of(told)
    assert "3 of the 3 who could vote did" in text_of(told)
    assert "<svg" in text_of(told)
    assert "The same as a table" in text_of(told)
    assert bundle.status_code == 200
    assert proof.json()["leaf"] in proof.json()["leaves"]
    assert "Chidi" in text_of(who)
    assert strangers_who.status_code == 403


def test_the_count_is_not_given_out_while_the_vote_runs(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    page = page_of(institution, proposal)
    clock.at = OPENS

    bundle = browser_of(ben).get(page + "recount-1.json")

    assert bundle.status_code == 403


def test_members_talk_and_take_back(union):
    institution, _, asha, ben, _ = union
    proposal = put(institution, asha, at=day(1))
    page = page_of(institution, proposal)

    said = browser_of(ben).post(
        page + "say/", {"text": "Who *pays*? <script>alert(1)</script>"}, follow=True
    )
    post = said.context["posts"][0][0]
    not_mine = browser_of(asha).post(f"{page}say/{post.pk}/take-back/")
    mine = browser_of(ben).post(f"{page}say/{post.pk}/take-back/", follow=True)

    assert "<em>pays</em>" in text_of(said)
    assert "<script>alert" not in text_of(said)
    assert not_mine.status_code == 409
    assert "Taken back" in text_of(mine)


def test_a_draft_is_thrown_away_and_a_proposal_withdrawn(union):
    institution, clock, asha, ben, _ = union
    proposal = supported(institution, asha, ben)
    page = page_of(institution, proposal)

    withdrawn = browser_of(asha).post(page + "withdraw/", follow=True)
    clock.at = OPENS
    later = browser_of(ben).get(page)

    assert "Withdrawn by whoever proposed it." in text_of(withdrawn)
    assert "My ballot" not in text_of(later)


def test_looking_at_the_address_of_a_deed_does_nothing(union):
    institution, _, asha, ben, _ = union
    proposal = put(institution, asha, at=day(1))
    page = page_of(institution, proposal)

    answers = [browser_of(ben).get(page + deed) for deed in ("support/", "withdraw/")]

    assert {one.status_code for one in answers} == {302}
    assert {one["Location"] for one in answers} == {page}

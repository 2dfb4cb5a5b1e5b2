"""Who came by an open link waits in plain view, and members say whom they know."""

import pytest
from django.test import Client

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Member
from tests.builders import a_member, a_person, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_draft
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return stopped(monkeypatch, day(60))


@pytest.fixture
def union(clock):
    return an_institution(at=day(0))


@pytest.fixture
def ben(union):
    return a_member(union, "Ben", at=day(0))


@pytest.fixture
def farah(union, ben):
    made = inviting.invite_by_link(union, by=founder_of(union), most=9, at=day(60))
    return joining.join(made.code, person=a_person("Farah"), name="Farah", at=day(60))


def page(union, member, where="people/"):
    return browser_of(member).get(f"/i/{union.address}/{where}").content.decode()


def test_who_waits_reads_what_they_can_do_and_whom_to_ask(union, farah):
    here = page(union, farah)

    assert "You vote once 1 member says that they know you" in here
    assert "I know these people" not in here


def test_members_see_who_waits_and_home_reminds_them(union, ben, farah):
    here = page(union, ben)
    home = browser_of(ben).get("/").content.decode()

    assert "invited by Asha" in here
    assert "0 of 1 members know them" in here
    assert "1 new member waits to be known" in home


def test_whoever_invited_them_reads_why_another_has_to_say_so(union, farah):
    here = page(union, founder_of(union))

    assert "You invited this member." in here
    assert "I know these people" not in here


def test_ticked_they_vote_and_the_list_is_empty(union, ben, farah):
    browser = browser_of(ben)
    there = f"/i/{union.address}/people/confirm/"

    browser.post(there, {"known": [str(farah.pk)]})

    after = browser.get(f"/i/{union.address}/people/").content.decode()
    assert Member.objects.get(pk=farah.pk).counts(day(60))
    assert queries.newcomers_who_wait(union, at=day(60)) == ()
    assert "waiting to be known" not in after
    assert "1 new member" not in browser.get("/").content.decode()


def test_nobody_ticked_is_said_on_the_page(union, ben, farah):
    answer = browser_of(ben).post(f"/i/{union.address}/people/confirm/", {})

    assert answer.status_code == 422
    assert "Tick whom you know." in answer.content.decode()


def test_a_tick_for_somebody_else_is_refused(union, ben, farah):
    sent = {"known": [str(founder_of(union).pk)]}

    answer = browser_of(ben).post(f"/i/{union.address}/people/confirm/", sent)

    assert answer.status_code == 422
    assert not Member.objects.get(pk=farah.pk).counts(day(60))


def test_who_counts_but_is_known_to_nobody_can_be_known_too(union, ben):
    chidi = a_member(union, "Chidi", at=day(0))
    browser = browser_of(chidi)

    before = browser.get(f"/i/{union.address}/people/known/").content.decode()
    browser.post(f"/i/{union.address}/people/confirm/", {"known": [str(ben.pk)]})
    after = browser.get(f"/i/{union.address}/people/known/").content.decode()

    assert "Ben" in before
    assert "There is nobody here of whom you could say it first." in after


def test_a_name_in_letters_of_two_alphabets_is_marked_on_the_list(union):
    a_member(union, "\u041eskar", at=day(0))

    assert "letters of two alphabets that look alike" in page(union, founder_of(union))


def test_who_is_not_known_yet_is_promised_no_support_of_their_own(union, farah):
    made = a_draft(union, farah, "Shall we paint?", at=day(60))
    browser, draft = browser_of(farah), f"/i/{union.address}/decisions/{made.number}/"

    drafted = browser.get(draft).content.decode()
    put = browser.post(draft + "put/", follow=True).content.decode()

    assert "you cannot be one yet." in drafted
    assert "you are the first" not in drafted
    assert "You cannot support it yourself yet." in put
    assert "You are its first supporter" not in put


def test_before_and_after_joining_one_reads_who_has_to_know_them(union, ben):
    made = inviting.invite_by_link(union, by=founder_of(union), most=9, at=day(60))
    stranger = Client()

    before = stranger.get(f"/join/{made.code}/").content.decode()
    told = stranger.post(f"/join/{made.code}/", {"my_name": "Gil"}, follow=True)

    assert "You would vote once 1 member who has met you" in before
    assert "You vote once 1 member says that they know you" in told.content.decode()


def test_who_waits_to_be_known_reads_first_thing_how_far_it_is(union, ben, farah):
    waiting = browser_of(farah).get("/").content.decode()
    browser_of(ben).post(
        f"/i/{union.address}/people/confirm/", {"known": [str(farah.pk)]}
    )
    known = browser_of(farah).get("/").content.decode()

    assert "0 of 1 member has said that they know you" in waiting
    assert "ask a member who did not invite you" in waiting
    assert "Nothing needs you now." not in waiting
    assert "Nothing needs you now." in known

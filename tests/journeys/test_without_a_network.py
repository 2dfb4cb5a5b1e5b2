"""What is done with the network cut waits on the phone, and is sent once."""

import pytest
from playwright.sync_api import Page, expect

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Ballot, Support
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads.models import Post
from tests.builders import an_institution, day, founder_of
from tests.capabilities.decisions.given import newest_words
from tests.clock import stopped
from tests.interfaces.web.visitors import members, put
from tests.journeys.test_lost_on_the_way import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def hall(live_server, monkeypatch):
    """Give a proposal put on day 1, its address, and somebody who may support it."""
    institution = an_institution()
    asha = founder_of(institution)
    ben, chidi = members(institution, "Ben", "Chidi", at=day(0))
    clock = stopped(monkeypatch, day(1))
    proposal = put(institution, asha, at=day(1))
    here = f"{live_server.url}/i/{institution.address}/decisions/{proposal.number}/"
    return here, proposal, ben, chidi, clock


@pytest.fixture
def vote(hall):
    """Give the same once it is voted on, with open ballots."""
    here, proposal, ben, chidi, clock = hall
    for one in (ben, chidi):
        actions.support(proposal, by=one, at=day(1))
    clock.at = day(8)
    return here, ben, clock


def open_as(page_at, member, here: str) -> Page:
    page = page_at(360, js=True)
    sign_in(page.context, member, here)
    page.goto(here)
    return page


def waiting(page: Page):
    return page.get_by_role("status").filter(has_text="Done without a network")


def test_a_ballot_waits_and_is_sent_when_the_network_is_back(page_at, vote):
    here, ben, _clock = vote
    page = open_as(page_at, ben, here)

    page.context.set_offline(True)
    page.get_by_role("radio", name="Yes, I agree").check()
    page.get_by_role("button", name="Send the ballot").click()
    expect(waiting(page)).to_contain_text("waits on this device")
    assert not Ballot.objects.exists()
    page.context.set_offline(False)

    expect(waiting(page)).to_contain_text("It has arrived.")
    assert Ballot.objects.get().marks == {"answer": "yes"}
    page.reload()
    expect(page.get_by_text("Your ballot is in.").first).to_be_visible()
    expect(waiting(page)).to_have_count(0)


def test_a_ballot_that_comes_too_late_is_refused_in_words(page_at, vote):
    here, ben, clock = vote
    page = open_as(page_at, ben, here)
    page.context.set_offline(True)
    page.get_by_role("radio", name="Yes, I agree").check()
    page.get_by_role("button", name="Send the ballot").click()

    clock.at = day(20)
    page.context.set_offline(False)

    expect(waiting(page)).to_contain_text("It was not taken: The vote ended on")
    assert not Ballot.objects.exists()


def test_a_ballot_sent_from_elsewhere_meanwhile_stands(page_at, vote):
    here, ben, _clock = vote
    page, other = open_as(page_at, ben, here), open_as(page_at, ben, here)
    page.context.set_offline(True)
    page.get_by_role("radio", name="Yes, I agree").check()
    page.get_by_role("button", name="Send the ballot").click()

    other.get_by_role("radio", name="No, I do not agree").check()
    other.get_by_role("button", name="Send the ballot").click()
    expect(other.get_by_text("Your ballot is in.").first).to_be_visible()
    page.context.set_offline(False)

    expect(waiting(page)).to_contain_text("you have voted from another device")
    assert Ballot.objects.get().marks == {"answer": "no"}


def test_what_was_said_is_said_once_though_it_was_sent_twice(page_at, hall):
    here, _proposal, ben, _chidi, _clock = hall
    page = open_as(page_at, ben, here)
    page.context.set_offline(True)
    page.get_by_label("Say something").fill("The stairs are dark at night.")
    page.get_by_role("button", name="Say it").click()
    expect(waiting(page)).to_contain_text("The stairs are dark at night.")
    expect(page.get_by_label("Say something")).to_have_value("")

    # The answer is lost once: the device cannot know that its words arrived.
    lost = {"once": True}

    def answer_lost(route):
        if lost.pop("once", False):
            route.fetch()
            return route.abort()
        return route.continue_()

    page.route("**/say/", answer_lost)
    with page.expect_event("requestfailed", lambda one: one.url.endswith("/say/")):
        page.context.set_offline(False)
    expect(waiting(page)).to_contain_text("waits on this device")
    page.reload()

    expect(waiting(page)).to_contain_text("It has arrived.")
    assert Post.objects.get().text == "The stairs are dark at night."
    assert Line.objects.filter(deed="said_in_thread").count() == 1


def test_support_is_for_the_words_that_were_read(page_at, hall):
    here, proposal, ben, _chidi, _clock = hall
    page = open_as(page_at, ben, here)
    page.context.set_offline(True)
    page.get_by_role("button", name="Support it").click()
    expect(waiting(page)).to_be_visible()

    words = actions.Wording("Shall we paint the stairs?", "Red.", [])
    actions.revise(
        proposal,
        by=proposal.author,
        words=words,
        is_correction=False,
        seen=newest_words(proposal),
        at=day(2),
    )
    page.context.set_offline(False)

    expect(waiting(page)).to_contain_text("The words have changed since")
    assert not Support.objects.filter(member=ben).exists()


def test_signing_out_or_taking_it_off_the_list_forgets_it(page_at, hall):
    here, _proposal, ben, chidi, _clock = hall
    page = open_as(page_at, ben, here)
    page.context.set_offline(True)
    page.get_by_label("Say something").fill("First.")
    page.get_by_role("button", name="Say it").click()
    page.get_by_role("button", name="Take it off this list").click()
    expect(waiting(page)).to_have_count(0)
    page.get_by_label("Say something").fill("Second.")
    page.get_by_role("button", name="Say it").click()

    page.evaluate("document.body.dataset.stays = 'as it is'")
    page.context.clear_cookies()
    # The page asks by itself who it is that would send now.
    with page.expect_response(lambda answer: "x-fresh" in answer.request.headers):
        page.context.set_offline(False)
    for _ in range(3):
        # The page's own attempt to send may still end with the cookies of nobody.
        sign_in(page.context, chidi, here)
        page.goto(here)
        if page.get_by_role("heading", name="Discussion").count():
            break

    expect(page.get_by_role("heading", name="Discussion")).to_be_visible()
    expect(waiting(page)).to_have_count(0)
    assert not Post.objects.exists()
    assert "Second" not in page.evaluate("JSON.stringify(localStorage)")

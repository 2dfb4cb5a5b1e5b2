"""The page of a decision whose day of review has come, and what leads on from it."""

from datetime import timedelta

import pytest

from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, an_institution
from tests.interfaces.web.decisions.a_union import Union, text_of
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

REVIEW_AFTER = 60
YES = {"answer": "yes"}


@pytest.fixture
def union(monkeypatch):
    days = {"rules.ordinary.review_after_days": REVIEW_AFTER}
    charter = adjusted(a_charter(), days)
    return Union(monkeypatch, institution=an_institution(charter=charter))


@pytest.fixture
def page(union):
    """Give the address of a decision that is to be looked at again today."""
    page = carried(
        union, "by-ordinary", title="Shall we ask for a boiler?", text="Old."
    )
    union.clock.at = moments(union, page).review_at + timedelta(hours=1)
    return page


def carried(union, way, **typed):
    page = union.write(way, **typed)
    union.open_vote(page)
    union.vote(page, *[YES] * 5)
    return page


def moments(union, page):
    return browser_of(union.asha).get(page).context["view"].moments


def link(told, words):
    """Find where the button with these words leads."""
    ways = told.context["looked_again"]["ways"]
    return next(one["link"] for one in ways if one["words"] == words)


def test_to_support_says_that_one_can_still_vote_yes_or_no(union):
    page = union.write("by-ordinary", title="Shall we ask for a boiler?", text="")

    told = text_of(browser_of(union.others[0]).get(page))

    assert "You can still vote yes or no." in told


def write_at(union, address, **typed):
    """Write at an address with its query, and put it."""
    browser = browser_of(union.asha)
    saved = browser.post(address, typed)
    browser.post(saved["Location"] + "put/")
    return saved["Location"]


def test_what_is_due_can_be_kept_changed_or_ended_from_its_page(union, page):
    told = browser_of(union.others[0]).get(page)

    for words in ("Propose to keep it", "Propose to change it", "Propose to end it"):
        assert words in text_of(told)
    form = browser_of(union.asha).get(link(told, "Propose to change it"))
    assert form.context["form"]["text"].value() == "Old."
    assert "If this is carried, it takes the place of decision 1." in text_of(form)


def test_a_stranger_is_offered_none_of_it(client, union, page):
    assert "Propose to keep it" not in text_of(client.get(page))


def test_once_it_is_proposed_everybody_is_led_there_instead(union, page):
    told = browser_of(union.asha).get(page)

    again = write_at(
        union, link(told, "Propose to keep it"), title="Shall we keep it?", text=""
    )

    for member in (union.asha, union.others[0]):
        shown = text_of(browser_of(member).get(page))
        assert "Propose to keep it" not in shown
        assert "Proposal 2 looks at it again." in shown
        assert again in shown
        assert "Look at it again" not in text_of(browser_of(member).get("/"))
    assert "If this is carried, decision 1 is kept." in text_of(
        browser_of(union.others[0]).get(again)
    )


def test_what_was_ended_says_so_and_leaves_the_list_of_what_is_in_force(union, page):
    told = browser_of(union.asha).get(page)
    end = write_at(union, link(told, "Propose to end it"), title="End it?", text="")
    union.open_vote(end)
    union.vote(end, *[YES] * 5)

    assert "Ended by proposal 2 from" in text_of(browser_of(union.asha).get(page))
    listed = text_of(browser_of(union.asha).get(union.here))
    assert "What was in force and is no longer" in listed

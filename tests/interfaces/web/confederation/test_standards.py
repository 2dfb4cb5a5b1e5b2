"""The page of what is asked of every body, as members and strangers read it."""

import pytest
from django.urls import reverse
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    a_bare_pact,
    a_body,
    a_confederation,
    by_decision,
    in_it,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions
from commonweal.rules.charters.adding import with_things

pytestmark = pytest.mark.django_db
ASKED = {
    "standards.landlords": {
        "name": "No landlord is a member",
        "remedy": "suspend_vote",
    },
    "standards.votes": {"name": "One vote each", "asked": "one_member_one_vote"},
    "acts.sale": {"name": "Selling land", "under": "common_fund"},
}


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies, charter=with_things(a_bare_pact(), ASKED, []))


def there(whole):
    return f"/i/{whole.address}/together/standards/"


def test_members_read_how_it_is_with_each_body_and_what_was_said(bodies, whole, clock):
    ours = {"under": f"{in_it(bodies[0], whole)} landlords no"}
    by_decision(actions.say_kept, bodies[0], ours, at=day(3))
    found = {
        "other": in_it(bodies[0], whole),
        "finding": "landlords no",
        "text": "We asked them.",
    }
    by_decision(actions.find_kept, bodies[1], found, at=day(4))
    plan = {"under": f"{in_it(bodies[0], whole)} landlords", "text": "They leave."}
    by_decision(actions.plan_to_keep, bodies[0], plan, at=day(5))
    clock.at = day(70)

    shown = page(browser_of(founder_of(bodies[1])).get(there(whole)))

    assert "Kept by 0 of 2 bodies" in shown
    assert "Kept by 2 of 2 bodies" in shown
    assert "Not kept since" in shown
    assert "Its delegates speak and do not vote until it is kept" in shown
    assert "it said of itself: no" in shown
    assert "We asked them." in shown
    assert "They leave." in shown
    assert "Report these words" in shown
    assert "Selling land" in shown


def test_strangers_read_what_is_asked_and_not_of_whom_it_is_not_kept(
    bodies, whole, clock
):
    clock.at = day(70)

    shown = page(browser_of(None).get(there(whole)))

    assert "No landlord is a member" in shown
    assert "Kept by 0 of 2 bodies" in shown
    assert "How it is with each body is for members of the bodies." in shown
    assert "Not kept since" not in shown


def test_the_page_of_the_confederation_and_of_a_body_lead_there(bodies, whole, clock):
    clock.at = day(5)
    asha = browser_of(founder_of(bodies[0]))

    assert there(whole) in page(asha.get(f"/i/{whole.address}/together/"))
    at_home = page(asha.get(f"/i/{bodies[0].address}/together/"))
    for effect in ("say_kept", "find_kept", "plan_to_keep", "do_listed_act"):
        form = reverse("decisions:propose_aim", args=[bodies[0].address, effect])
        assert form in at_home
        assert asha.get(form).status_code == 200


def test_nobody_asks_anything_of_bodies_where_there_are_none(clock):
    clock.at = day(5)
    base = a_body("Zed")

    answer = browser_of(founder_of(base)).get(there(base))

    assert answer.status_code == 404


def test_what_waits_for_a_body_is_told_under_what_needs_me(bodies, whole, clock):
    clock.at = day(40)

    needs = page(browser_of(founder_of(bodies[0])).get("/"))

    assert "Say how it is with what is asked of us" in needs
    assert "No landlord is a member" in needs

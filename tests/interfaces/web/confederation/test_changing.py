"""A member proposes at home to ask all bodies to change the pact."""

import pytest
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    a_body,
    by_decision,
    in_it,
    raised,
    sent,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import Matter
from commonweal.capabilities.decisions.models import Proposal

pytestmark = pytest.mark.django_db
NOTICE = "pact.raising.notice_days"


@pytest.fixture
def asha(bodies, clock):
    clock.at = day(3)
    return browser_of(founder_of(bodies[0]))


def form_of(body, whole):
    return f"/i/{body.address}/together/pact/{whole.pk}/"


def as_shown(answer):
    """Give what the form would send if nothing were typed."""
    forms = answer.context["forms"]
    fields = [*forms.why, *forms.controls]
    return {one.html_name: "" if one.value() is None else one.value() for one in fields}


def test_what_is_set_becomes_a_proposal_that_lists_it(bodies, whole, asha):
    here = form_of(bodies[0], whole)
    at_home = page(asha.get(f"/i/{bodies[0].address}/together/"))
    assert here in at_home
    sent = {**as_shown(asha.get(here)), f"set-{NOTICE}": "14", "text": "It is long."}

    answer = asha.post(here, sent, follow=True)

    proposal = Proposal.objects.get(institution=bodies[0])
    assert proposal.terms["changes"] == {NOTICE: "14"}
    shown = page(answer)
    assert "Shall the pact of “City confederation” change?" in shown
    assert "Days for the bases to speak about it" in shown
    assert "With a yes all bodies are asked to change the pact in the points" in shown


def test_what_contradicts_itself_is_said_and_nothing_is_proposed(bodies, whole, asha):
    here = form_of(bodies[0], whole)
    share = "pact.changing.bodies.share"
    sent = {**as_shown(asha.get(here)), f"set-{share}": "1/3"}

    answer = asha.post(here, sent)

    assert answer.status_code == 422
    assert "asks fewer to agree to another pact" in page(answer)
    assert not Proposal.objects.exists()


def test_nobody_asks_in_the_name_of_a_body_that_is_not_in(whole, clock):
    clock.at = day(3)
    outside = a_body("Zed")

    answer = browser_of(founder_of(outside)).get(form_of(outside, whole))

    assert answer.status_code == 404


def test_the_matter_lists_what_changes_and_is_put_as_it_is(bodies, whole, clock):
    terms = {
        "membership": in_it(bodies[0], whole),
        "title": "A fortnight",
        "text": "First line\nSecond line",
        "changes": {NOTICE: "14"},
    }
    by_decision(actions.raise_change, bodies[0], terms, at=day(3))
    (delegate,) = sent(bodies[0], whole, founder_of(bodies[0]))
    clock.at = day(60)
    browser = browser_of(delegate)
    there = f"/i/{whole.address}/together/1/"

    shown = page(browser.get(there))
    assert "About our pact itself" in shown
    assert "“Days for the bases to speak about it” becomes “14”; it was “30”." in shown
    answer = browser.post(f"{there}put/", {"words": "Other words"})

    assert answer.status_code == 302
    put = Matter.objects.get().deeds.get(deed="put")
    assert put.words == "First line\nSecond line"


def test_an_ordinary_matter_changes_nothing_in_the_pact(bodies, whole, asha):
    raised(bodies[0], whole, at=day(2))

    shown = page(asha.get(f"/i/{whole.address}/together/1/"))

    assert "About our pact itself" not in shown
    assert "What changes in the pact" not in shown


def test_members_of_the_bodies_read_why_others_want_one_out(bodies, whole, clock):
    terms = {"other": in_it(bodies[1], whole), "text": "It hires police."}
    by_decision(actions.accuse, bodies[0], terms, at=day(3))
    clock.at = day(4)
    there = f"/i/{whole.address}/together/"

    inside = page(browser_of(founder_of(bodies[1])).get(there))
    outside = page(browser_of(None).get(there))

    assert "Why others want a body out" in inside
    assert "It hires police." in inside
    assert "Report these words" in inside
    assert "It hires police." not in outside


def test_a_mandate_on_a_change_of_the_pact_leaves_nothing_open(bodies, whole, clock):
    terms = {
        "membership": in_it(bodies[0], whole),
        "title": "A fortnight",
        "text": "- One thing\n- Another thing",
        "changes": {NOTICE: "14"},
    }
    by_decision(actions.raise_change, bodies[0], terms, at=day(3))
    read = queries.matter_at(whole, 1, at=day(4))

    found = {sort: queries.may_ask_for(sort, read) for sort in queries.SORTS}

    assert {sort for sort, may in found.items() if not may} == {
        *("ranked", "range", "urgent")
    }
    assert found["urgent"].reason.id == "pact_is_never_urgent"


def test_until_when_a_body_is_heard_is_said(bodies, whole, clock):
    terms = {"other": in_it(bodies[1], whole), "text": "It hires police."}
    by_decision(actions.accuse, bodies[0], terms, at=day(3))
    clock.at = day(4)

    shown = page(browser_of(founder_of(bodies[0])).get(f"/i/{whole.address}/together/"))

    assert "is heard until" in shown
    assert "then the others decide" in shown


def test_bodies_add_what_they_decide_together_and_ask_of_each(bodies, whole, asha):
    here = form_of(bodies[0], whole)
    typed = {
        "together": "The strike fund",
        "standard": "Minutes are out in time",
        "asked": "minutes_days",
        "limit": "45",
        "required": "on",
        "grace_days": "30",
        "remedy": "plan",
        "act": "Selling land",
        "under": "common_fund",
        "gone": ["competences.campaigns"],
    }

    answer = asha.post(here, {**as_shown(asha.get(here)), **typed}, follow=True)

    terms = Proposal.objects.get(institution=bodies[0]).terms
    assert terms["removes"] == ["competences.campaigns"]
    assert terms["adds"]["standards.minutes_are_out_in_time"] == {
        "name": "Minutes are out in time",
        "asked": "minutes_days",
        "limit": 45,
        "required": True,
        "grace_days": 30,
        "remedy": "plan",
    }
    shown = page(answer)
    assert "New thing we ask of every body: “Minutes are out in time”." in shown
    assert "No longer there: the thing we decide together “campaigns" in shown
    draft = page(asha.get(f"{here}?draft=1"))
    assert 'value="Minutes are out in time"' in draft


def test_a_number_that_is_missing_is_asked_for_and_nothing_is_lost(bodies, whole, asha):
    here = form_of(bodies[0], whole)
    typed = {"standard": "Minutes are out in time", "asked": "minutes_days"}

    answer = asha.post(here, {**as_shown(asha.get(here)), **typed})

    assert answer.status_code == 422
    assert "Write how many are allowed." in page(answer)
    assert 'value="Minutes are out in time"' in page(answer)

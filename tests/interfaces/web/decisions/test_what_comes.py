"""What a vote that is open says beforehand: when it binds, and what cannot be."""

from datetime import timedelta

import pytest

from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions import given
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db


def opened(monkeypatch, changes, names=("Asha", "Ben", "Chidi")):
    """Give the page of an open vote under a charter so changed, and its view."""
    union = an_institution(charter=adjusted(a_charter(), changes))
    there = [a_member(union, name) for name in names]
    question = given.voting(given.a_proposal(union, there, at=day(1)))
    stopped(monkeypatch, question.opens_at)
    page = f"/i/{union.address}/decisions/1/"
    return browser_of(there[0]).get(page), question


def test_the_day_on_which_it_would_bind_is_that_day_and_not_the_last_to_vote(
    monkeypatch,
):
    answer, question = opened(monkeypatch, {"rules.ordinary.in_force_after_days": "3"})

    steps = {step.words: step.when for step in answer.context["steps"]}

    told = steps["In force 3 days after the vote, if carried"]
    assert told == question.closes_at + timedelta(days=3)


def test_how_many_are_missing_is_told_out_of_those_who_have_not_voted(monkeypatch):
    answer, question = opened(monkeypatch, {"rules.ordinary.quorum.share": "1/2"})

    page = answer.content.decode()

    left = question.roll.size
    assert f"more must vote of the {left} who have not." in page


def test_a_quorum_that_nobody_could_meet_is_said_to_be_that(monkeypatch):
    changes = {
        "rules.ordinary.quorum.kind": "fixed",
        "rules.ordinary.quorum.at_least": "9",
    }

    page = opened(monkeypatch, changes)[0].content.decode()

    assert "At least 9 must vote, more than the" in page
    assert "nothing can be decided in this vote" in page


def test_a_secret_vote_tells_its_floor_beside_the_rule(monkeypatch):
    page = opened(monkeypatch, {"rules.ordinary.ballot": "secret"})[0].content.decode()

    assert "The vote is secret. The count is told if at least 5 vote" in page

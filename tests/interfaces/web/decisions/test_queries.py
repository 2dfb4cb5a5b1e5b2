"""How many questions the pages ask of the tables, whatever the number of rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Ballot, Proposal
from commonweal.foundation.institutions.models import Member, RollEntry
from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of, members, put

pytestmark = pytest.mark.django_db

# One of them asks whether words are hidden, one whether an appeal ran out.
MOST_FOR_A_LIST = 8
MOST_FOR_A_DECISION = 12
# The rows of a ballot and its line are two of them, savepoints and the like included.
MOST_FOR_A_BALLOT = 14


def asked(browser, path):
    """Count what a page asks once this process has warmed up."""
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(path)
    assert answer.status_code == 200
    return [one["sql"] for one in queries.captured_queries]


def test_a_list_of_fifty_decisions_asks_few_questions(monkeypatch):
    institution = an_institution()
    asha = founder_of(institution)
    ben, chidi = members(institution, "Ben", "Chidi", at=day(0))
    clock = stopped(monkeypatch, day(1))
    for number in range(50):
        proposal = put(institution, asha, f"Shall we do {number}?", at=day(1))
        actions.support(proposal, by=ben, at=day(1))
    clock.at = day(2)

    questions = asked(browser_of(chidi), f"/i/{institution.address}/decisions/")

    assert Proposal.objects.count() == 50
    assert len(questions) <= MOST_FOR_A_LIST, "\n".join(questions)


def test_a_list_of_running_votes_asks_few_questions(monkeypatch):
    institution = an_institution()
    asha = founder_of(institution)
    ben, chidi = members(institution, "Ben", "Chidi", at=day(0))
    clock = stopped(monkeypatch, day(1))
    for number in range(20):
        proposal = put(institution, asha, f"Shall we do {number}?", at=day(1))
        actions.support(proposal, by=ben, at=day(1))
    clock.at = day(8, hour=20)

    questions = asked(browser_of(chidi), f"/i/{institution.address}/decisions/")

    assert len(questions) <= MOST_FOR_A_LIST, "\n".join(questions)


def test_a_ballot_that_comes_alone_gathers_no_page(monkeypatch):
    institution = an_institution()
    asha = founder_of(institution)
    (ben,) = members(institution, "Ben", at=day(0))
    clock = stopped(monkeypatch, day(1))
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    clock.at = day(8, hour=20)
    page = f"/i/{institution.address}/decisions/{proposal.number}/"
    browser = browser_of(ben)
    browser.get(page)

    with CaptureQueriesContext(connection) as queries:
        answer = browser.post(page + "ballot/1/", {"answer": "yes"})

    assert answer.status_code == 302
    assert len(queries) <= MOST_FOR_A_BALLOT, queries.captured_queries


@pytest.mark.parametrize("days", [8, 13])
def test_a_decision_with_many_ballots_asks_few_questions(monkeypatch, days):
    institution = an_institution()
    asha = founder_of(institution)
    (ben,) = members(institution, "Ben", at=day(0))
    clock = stopped(monkeypatch, day(1))
    proposal = put(institution, asha, at=day(1))
    actions.support(proposal, by=ben, at=day(1))
    clock.at = day(8)
    page = f"/i/{institution.address}/decisions/{proposal.number}/"
    browser = browser_of(ben)
    browser.get(page)
    many_ballots(proposal, 2_000)
    clock.at = day(days, hour=20)

    questions = asked(browser, page)

    assert len(questions) <= MOST_FOR_A_DECISION, "\n".join(questions)


def many_ballots(proposal, count):
    """Add ballots as if as many members more had been on the roll and voted."""
    question = proposal.questions.get()
    voters = Member.objects.bulk_create(
        Member(
            institution=proposal.institution,
            name=f"Member {number}",
            member_class="tenant",
            joined_at=day(0),
            last_active_on=day(8).date(),
        )
        for number in range(count)
    )
    RollEntry.objects.bulk_create(
        RollEntry(
            institution=proposal.institution,
            roll=question.roll,
            member=one,
            salt=b"0123456789abcdef",
        )
        for one in voters
    )
    question.roll.size += count
    question.roll.active += count
    question.roll.save()
    Ballot.objects.bulk_create(
        Ballot(
            institution=proposal.institution,
            question=question,
            voter=one,
            marks={"answer": "yes"},
            cast_at=day(8),
        )
        for one in voters
    )

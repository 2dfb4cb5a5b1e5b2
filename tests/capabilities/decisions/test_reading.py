"""What is read of decisions: what needs a person, and how much it costs to read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import Decision
from commonweal.foundation import duties
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import (
    a_draft,
    a_proposal,
    answered,
    seen,
    voting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution(founder="Farah")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi", "Dolores")]


def needs_of(member, *, at):
    return [(need.kind, need.number) for need in queries.needs_of(member.person, at=at)]


def test_what_needs_a_person_is_what_they_can_still_do(union, tenants):
    asha, ben, *_ = tenants
    proposal = a_proposal(union, [asha], at=day(1))

    assert needs_of(asha, at=day(1)) == []
    assert needs_of(ben, at=day(1)) == [("support", proposal.number)]
    actions.support(proposal, by=ben, at=day(1))
    question = voting(proposal)
    assert needs_of(ben, at=question.opens_at) == [("vote", proposal.number)]
    answered(question, yes=[ben])
    assert needs_of(ben, at=question.opens_at) == []
    assert needs_of(asha, at=question.closes_at) == []


def test_the_most_urgent_comes_first_and_drafts_last(union, tenants):
    asha, ben, chidi, _ = tenants
    draft = a_draft(union, chidi, at=day(1))
    seeking = a_proposal(union, [asha], at=day(1))
    question = voting(a_proposal(union, [asha, ben], at=day(2)))

    found = needs_of(chidi, at=question.opens_at)

    assert found == [
        ("vote", question.proposal.number),
        ("support", seeking.number),
        ("draft", draft.number),
    ]


def test_what_is_to_be_looked_at_again_waits_behind_what_ends_on_a_day(union, tenants):
    asha, ben, chidi, _ = tenants
    question = voting(a_proposal(union, [asha, ben], at=day(1)))
    over = answered(question, yes=[asha, ben, chidi])
    duties.settle(union, at=over)
    Decision.objects.update(review_at=over)
    fresh = a_proposal(union, [asha], at=over)

    found = needs_of(chidi, at=over + timedelta(days=1))

    assert found == [
        ("support", fresh.number),
        ("review", question.proposal.number),
    ]


def test_a_need_says_how_many_are_missing_and_what_happens_otherwise(union, tenants):
    for number in range(20):
        a_member(union, f"Neighbour {number}")
    question = voting(a_proposal(union, tenants[:3], at=day(1)))

    [need] = queries.needs_of(tenants[0].person, at=question.opens_at)

    assert need.if_nothing.id == "need.vote.again"
    assert need.if_nothing.facts == {"missing": 3, "have": 0, "roll": 25}
    assert need.due_at == question.closes_at


def test_a_need_of_a_secret_vote_says_how_many_must_and_never_how_many_have():
    secret = {"rules.ordinary.ballot": "secret"}
    union = an_institution(charter=adjusted(a_charter(), secret))
    there = [a_member(union, f"Neighbour {number}") for number in range(24)]
    question = voting(a_proposal(union, there[:3], at=day(1)))
    actions.cast_ballot(
        question, by=there[0], marks={"answer": "yes"}, at=question.opens_at
    )

    [need] = queries.needs_of(there[1].person, at=question.opens_at)

    assert need.if_nothing.id == "need.vote.must_again"
    assert need.if_nothing.facts == {"needed": 3}


def test_whoever_was_asked_is_told_what_came_of_it_for_two_weeks(union, tenants):
    question = voting(a_proposal(union, tenants[:3], at=day(1)))
    closes = answered(question, yes=tenants[:2], no=tenants[2:3])
    seen(question.proposal, at=closes)
    newcomer = a_member(union, "Zoe", at=closes)
    silent = tenants[-1].person

    [news] = queries.news_of(silent, at=closes)

    assert (news.number, news.title.said("en", "")) == (
        1,
        "Shall we ask for a new boiler?",
    )
    assert news.outcome.id == "news.carried"
    assert news.outcome.facts == {"turnout": 3, "roll": 5}
    assert queries.news_of(newcomer.person, at=closes) == ()
    assert queries.news_of(silent, at=closes + timedelta(days=15)) == ()


def test_fifty_proposals_cost_as_many_queries_as_five(union, tenants):
    def queries_for(count):
        for number in range(count):
            supporters = tenants[: 1 + number % 3]
            a_proposal(union, supporters, f"Number {number}?", at=day(1))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            views = queries.proposal_views(union, at=day(20))
            assert [(one.stage, one.title, len(one.confirmed)) for one in views]
            assert all(
                one.question is None or one.question.turnout == 0 for one in views
            )
        return len(captured)

    few = queries_for(5)
    many = queries_for(45)

    assert many == few
    assert many <= 8


def test_silent_members_cannot_lock_the_charter(union, tenants):
    sleepers = [a_member(union, f"Sleeper {number}") for number in range(40)]
    awake, at = tenants[:2], day(500)
    for member in awake:
        a_draft(union, member, at=at)
    changes = {"changes": {"rules.ordinary.voting_days": 3}}
    aim = actions.Aim("amend_charter", changes)
    proposal = a_proposal(union, awake, at=at, aim=aim)
    question = voting(proposal)
    answered(question, yes=awake)

    view = seen(proposal, at=day(600))

    assert len(sleepers) == 40
    assert question.roll.size == 2
    assert view.stage == "in_force"
    assert charter_in_force(union, at=day(600)).rule("ordinary").voting_days == 3


def test_a_stranger_reads_what_is_public_and_nothing_that_names_members(union, tenants):
    charter = charter_in_force(union, at=day(1))
    plain = voting(a_proposal(union, tenants[:2], at=day(1))).proposal
    terms = {"people": [{"name": "Zuri", "member_class": "tenant"}]}
    admission = a_draft(
        union, tenants[0], at=day(1), aim=actions.Aim("admit_member", terms)
    )

    def may_read(proposal, stage, member=None):
        return access.may_read(member, charter, proposal, stage)

    assert may_read(plain, "in_force")
    assert not may_read(plain, "deciding")
    assert not may_read(admission, "in_force")
    assert may_read(admission, "in_force", tenants[3])

"""A name is its owner's: whoever leaves takes it along, and every count still holds."""

import json
from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Question, Version
from commonweal.foundation.institutions.actions import by_decision, joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules import plain, recount
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, seen, voting

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)
migration = import_module(
    "commonweal.capabilities.decisions.migrations.0005_candidates_by_id"
)


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]


def an_election(union, tenants):
    """Give an election of stewards, three of whom stand, and when it was over."""
    stand = tuple(actions.Option(one.name, id=str(one.pk)) for one in tenants)
    aim = actions.Aim("fill_office", {"office": "steward"})
    proposal = a_proposal(
        union, tenants[:2], "Who will be stewards?", at=day(1), options=stand, aim=aim
    )
    question = voting(proposal)
    asha, ben, chidi = (str(one.pk) for one in tenants)
    for voter in tenants:
        marks = {"ranks": {asha: 1, chidi: 2, ben: 3}}
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)
    seen(proposal, at=question.closes_at)
    return proposal, question.closes_at


def kept_of(proposal):
    """Give all that is kept of an election, as text."""
    rows = [
        *Version.objects.filter(proposal=proposal).values_list("options", flat=True),
        *Question.objects.filter(proposal=proposal).values_list("options", "outcome"),
    ]
    return json.dumps(rows)


def told_of(question):
    """Give all that a reader is told of an election that is over, as text."""
    outcome = question.outcome
    steps = [(one.title.facts, one.explanation.facts) for one in outcome.steps]
    return str([question.options, steps, outcome.tie_break])


def test_who_stood_goes_by_their_name_while_they_belong(union, tenants):
    proposal, over = an_election(union, tenants)

    view = seen(proposal, at=over)

    assert [one["label"] for one in view.version.options] == ["Asha", "Ben", "Chidi"]
    assert "Chidi" in told_of(view.question)
    assert "Chidi" not in kept_of(proposal)


@pytest.mark.parametrize("ends", ["renamed", "left"])
def test_a_candidate_takes_their_name_away_and_the_count_still_holds(
    union, tenants, ends
):
    proposal, over = an_election(union, tenants)
    before = queries.recount_bundle(seen(proposal, at=over).question.question)

    if ends == "left":
        joining.leave(tenants[2], at=over + A_DAY)
    else:
        joining.rename(tenants[2], name="Dolores", at=over + A_DAY)
    view = seen(proposal, at=over + A_DAY)
    bundle = queries.recount_bundle(view.question.question)

    now = {"left": "Candidate 3, who has left", "renamed": "Dolores"}[ends]
    assert "Chidi" not in told_of(view.question) + json.dumps(bundle)
    assert view.version.options[2]["label"] == now
    assert view.question.label(str(tenants[2].pk)) == now
    assert recount.agrees(bundle)
    assert bundle["result"] == before["result"]
    assert journal.verify(union) == ()
    assert journal.compared(union) == ()


def test_elections_of_before_lose_their_names_and_are_sealed_anew(union, tenants):
    # Given an election as it was kept before: with names, and sealed with them
    proposal, _over = an_election(union, tenants)
    named_as_before(proposal, {str(one.pk): one.name for one in tenants})
    assert "Chidi" in kept_of(proposal)
    assert journal.compared(union)

    # When the node is brought up to date
    migration.take_names_out(apps, None)

    # Then what is kept names nobody, and follows from what the journal says
    assert "Chidi" not in kept_of(proposal)
    assert recount.agrees(queries.recount_bundle(proposal.questions.get()))
    assert journal.verify(union) == ()
    assert journal.compared(union) == ()
    # And doing it twice changes nothing.
    lines = Line.objects.filter(institution=union).count()
    migration.take_names_out(apps, None)
    assert Line.objects.filter(institution=union).count() == lines


def named_as_before(proposal, names):
    """Put the names back into the rows, as they were kept once."""
    version, question = proposal.versions.get(), proposal.questions.get()
    labelled = [{**one, "label": names[one["id"]]} for one in version.options]
    version.options = question.options = labelled
    version.save()
    question.outcome = plain.outcome_to_plain(queries.tally(question).outcome)
    question.save()


def test_who_was_admitted_and_leaves_is_struck_from_what_admitted_them(union, tenants):
    people = [
        {"name": "Farah", "member_class": "tenant"},
        {"name": "Gus", "member_class": "tenant"},
    ]
    aim = actions.Aim("admit_member", {"people": people})
    proposal = a_proposal(union, tenants[:2], at=day(1), aim=aim)
    admitted = answered(voting(proposal), yes=tenants)
    seen(proposal, at=admitted)
    farah = Member.objects.get(institution=union, name="Farah")

    joining.leave(farah, at=admitted + A_DAY)

    terms = seen(proposal, at=admitted + A_DAY).proposal.terms
    assert [one["name"] for one in terms["people"]] == ["", "Gus"]
    assert journal.compared(union) == ()


def test_who_would_become_another_kind_and_leaves_is_struck_at_once(union, tenants):
    supporter = a_supporter(union, "Farah")
    people = [{"name": "Farah", "member_class": "tenant"}]
    aim = actions.Aim("admit_member", {"people": people})
    proposal = a_proposal(union, tenants[:2], at=day(2), aim=aim)

    joining.leave(supporter, at=day(3))

    terms = seen(proposal, at=day(3)).proposal.terms
    assert [one["name"] for one in terms["people"]] == [""]


def a_supporter(union, name):
    """Give somebody whom the members admitted as a supporter on day 1."""
    terms = {"people": [{"name": name, "member_class": "supporter"}]}
    by_decision.admit_member(union, terms=terms, decision=uuid4(), at=day(1))
    return Member.objects.get(institution=union, name=name)

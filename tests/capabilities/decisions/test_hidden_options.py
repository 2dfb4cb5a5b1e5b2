"""Hidden words are read neither in the options of a vote nor in its recount."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads import queries as words
from commonweal.rules import recount
from commonweal.rules.budgeting.methods import METHODS as BUDGETING
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions import given
from tests.foundation.threads.given import stewards

pytestmark = pytest.mark.django_db

SPITE = "Throw Rosa out"


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def members(union):
    found = [a_member(union, name) for name in ("Ben", "Chidi", "Dora", "Emre")]
    stewards(union, found[0], found[1])
    return found


@pytest.fixture
def question(union, members):
    """Give an open vote between options, one of which hurts somebody."""
    options = (actions.Option(SPITE), actions.Option("Leave it"))
    aim = actions.Aim(rule_id="options")
    proposal = given.a_proposal(union, members[:3], at=day(1), options=options, aim=aim)
    question = given.voting(proposal)
    ids = [one["id"] for one in question.options]
    for voter in members[2:]:
        marks = {"ranks": {ids[1]: 1, ids[0]: 2}}
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)
    return question


def hide(question, members, *, by_operator=False):
    union = Institution.objects.get(pk=question.institution_id)
    said = words.said_at(union, "proposal", question.proposal_id)
    at = question.opens_at
    if by_operator:
        ground = threads.Ground("law", "A court ordered it.", 30)
        threads.hide_in_last_resort(union, said, ground=ground, at=at)
        return
    complaint = threads.Complaint("hurts")
    threads.report(said, institution=union, by=members[2], complaint=complaint, at=at)
    threads.hide(
        said, institution=union, by=members[1], wrong="hurts", reason="No.", at=at
    )


def options_for(question, reader, *, at):
    view = given.seen(question.proposal, at=at, by=reader).question
    return str([one["label"] for one in view.options])


def test_while_they_vote_members_read_what_stewards_hid_and_strangers_do_not(
    question, members
):
    hide(question, members)
    at = question.opens_at

    assert SPITE in options_for(question, members[3], at=at)
    assert SPITE not in options_for(question, None, at=at)
    assert "Option 1" in options_for(question, None, at=at)


def test_once_the_vote_is_over_nobody_reads_it(question, members):
    hide(question, members)

    assert SPITE not in options_for(question, members[3], at=question.closes_at)


def test_what_the_operator_hid_not_even_voters_read(question, members):
    hide(question, members, by_operator=True)

    assert SPITE not in options_for(question, members[3], at=question.opens_at)


def test_the_recount_leaves_hidden_words_out_and_still_agrees(question, members):
    hide(question, members)

    told = given.seen(question.proposal, at=question.closes_at).question
    bundle = queries.recount_bundle(told.question)

    assert SPITE not in str(bundle)
    assert recount.agrees(bundle)


def test_a_recount_tells_the_text_a_yes_adopts_until_it_is_hidden(union, members):
    aim = actions.Aim("adopt_statement", {"title": "House rules", "text": SPITE})
    proposal = given.a_proposal(union, members[:3], "Rules?", at=day(1), aim=aim)
    question = given.voting(proposal)

    before = bundle_of(question)
    hide(question, members)
    after = bundle_of(question)

    assert before["about"]["adopts"] == {"title": "House rules", "text": SPITE}
    assert before["about"]["title"] == "Rules?"
    assert "Rules?" not in str(after)
    assert SPITE not in str(after)


def bundle_of(question):
    at = question.closes_at
    view = given.seen(question.proposal, at=at).question
    return queries.recount_bundle(view.question)


def test_what_a_project_lacked_is_told_without_its_hidden_words():
    shipped = a_charter()
    rules = tuple(
        replace(rule, method=next(iter(BUDGETING))) if rule.id == "options" else rule
        for rule in shipped.rules
    )
    union = an_institution(charter=replace(shipped, rules=rules))
    there = [a_member(union, name) for name in ("Ben", "Chidi", "Dora")]
    options = (actions.Option("A bench", 400), actions.Option(SPITE, 900))
    aim = actions.Aim(rule_id="options", terms={"budget": 900})
    proposal = given.a_proposal(union, there[:2], at=day(1), options=options, aim=aim)
    question = given.voting(proposal)
    marks = {"approved": [question.options[0]["id"]]}
    for voter in there:
        actions.cast_ballot(question, by=voter, marks=marks, at=question.opens_at)
    closes = question.closes_at
    told, hidden = (given.seen(proposal, at=closes).question for _ in range(2))
    hidden.question.hiding = SimpleNamespace(office="steward")

    [before], [after] = told.lacked, hidden.lacked

    assert before.facts["project"] == SPITE
    assert after.facts["project"] == "Option 2, its words hidden"

"""Whoever changes the tables behind the journal's back contradicts it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.capabilities.decisions.models import Ballot, Question, Version
from commonweal.foundation.institutions.models import CharterVersion
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.voting.sealed_lot import seal_of_lot, text_of_lot
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, seen, voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    union = an_institution(founder="Nour")
    tenants = [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    answered(question, no=tenants[:1])
    closes = answered(question, yes=tenants)
    seen(question.proposal, at=closes)
    return union


def contradictions(union):
    return [problem.id for problem in journal.compared(union)]


def test_what_nobody_touched_agrees_with_the_journal(union):
    assert contradictions(union) == []
    assert journal.verify(union) == ()


def test_a_ballot_turned_round_is_found_in_line_and_in_count(union):
    turned = Ballot.objects.filter(institution=union)[0]
    Ballot.objects.filter(pk=turned.pk).update(marks={"answer": "no"})

    assert contradictions(union) == [
        "journal_ballot_differs",
        "journal_result_differs",
        "journal_verdict_differs",
    ]


def test_a_ballot_taken_out_is_missed(union):
    Ballot.objects.filter(institution=union)[0].delete()

    assert contradictions(union) == [
        "journal_ballot_gone",
        "journal_result_differs",
        "journal_verdict_differs",
    ]


def test_a_lot_whose_text_was_chosen_is_found(union):
    Question.objects.filter(institution=union).update(tie_seed="0" * 16)

    assert contradictions(union) == ["journal_lot_differs", "journal_row_differs"]


def test_a_lot_whose_secret_was_drawn_anew_is_found_while_the_vote_is_open():
    union = an_institution(founder="Nour")
    tenants = [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    before = contradictions(union)

    Question.objects.filter(pk=question.pk).update(lot_salt=bytes(16))

    assert before == []
    assert contradictions(union) == ["journal_lot_differs", "journal_row_differs"]


def test_the_text_of_a_lot_follows_from_the_ballots_and_is_not_there_before():
    union = an_institution(founder="Nour")
    tenants = [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]
    proposal = a_proposal(union, tenants[:2], at=day(1))
    question = voting(proposal)
    opened = Line.objects.get(deed="open_question")
    closes = answered(question, yes=tenants)

    told = seen(proposal, at=closes).question.question

    assert question.tie_seed == ""
    assert opened.facts["lot"] == seal_of_lot(bytes(question.lot_salt))
    secret, roll = bytes(told.lot_salt), told.roll.hash
    kept = [({"answer": "yes"}, 3)]
    assert told.tie_seed == text_of_lot(secret, roll=roll, call=1, kept=kept)


def test_words_changed_after_the_vote_are_found(union):
    Version.objects.filter(institution=union).update(text="Because we are rich.")

    assert contradictions(union) == ["journal_text_differs"]


def test_a_charter_rewritten_in_place_is_found(union):
    for version in CharterVersion.objects.filter(institution=union):
        version.text = version.text.replace("2/3", "1/2")
        version.save()

    assert contradictions(union) == ["journal_charter_differs"]


def test_comparing_asks_no_more_for_more_ballots():
    def asked(voters):
        union = an_institution(founder="Nour")
        tenants = [a_member(union, f"Tenant {n}") for n in range(voters)]
        question = voting(a_proposal(union, tenants[:2], at=day(1)))
        seen(question.proposal, at=answered(question, yes=tenants))
        with CaptureQueriesContext(connection) as queries:
            assert contradictions(union) == []
        return len(queries)

    # With the first one of a server, what belongs to none is looked for too.
    an_institution(at=day(-9))
    assert asked(3) == asked(9)

"""Whoever votes without standing on the frozen roll is found."""

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.capabilities.decisions.models import Ballot, TurnoutMark
from commonweal.foundation.institutions.models import RollEntry
from commonweal.foundation.journal import queries as journal
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, answered, voting

pytestmark = pytest.mark.django_db


def an_open_vote(ballot):
    charter = adjusted(a_charter(), {"rules.ordinary.ballot": ballot})
    union = an_institution(founder="Nour", charter=charter)
    tenants = [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    answered(question, yes=tenants)
    return question


def vote_off_the_roll(question):
    """Stand on a roll for as long as it takes to vote, as only SQL can bring about."""
    late = a_member(question.institution, "Late", at=question.opens_at)
    entry = RollEntry.objects.create(
        institution=question.institution, roll=question.roll, member=late, salt=b"0"
    )
    marks = {"answer": "no"}
    actions.cast_ballot(question, by=late, marks=marks, at=question.opens_at)
    entry.delete()


@pytest.mark.parametrize("ballot", ["open", "secret"])
def test_who_was_on_the_roll_for_one_ballot_only_is_found(ballot):
    question = an_open_vote(ballot)
    before = journal.compared(question.institution)

    vote_off_the_roll(question)

    assert before == ()
    [found] = journal.compared(question.institution)
    assert found.id == "journal_ballot_off_roll"
    assert found.facts == {"number": question.proposal.number}


def test_a_ballot_moved_to_an_institution_of_its_own_is_found():
    question = an_open_vote("open")
    other = an_institution(founder="Other")

    Ballot.objects.filter(question=question).update(institution=other)

    here = [one.id for one in journal.compared(question.institution)]
    there = [one.id for one in journal.compared(other)]
    assert "journal_row_astray" in here
    assert "journal_row_astray" in there


def test_a_mark_of_nobody_is_found():
    question = an_open_vote("secret")

    TurnoutMark.objects.create(
        institution=question.institution, question=question, mark="0" * 64
    )

    [found] = journal.compared(question.institution)
    assert found.id == "journal_ballot_off_roll"

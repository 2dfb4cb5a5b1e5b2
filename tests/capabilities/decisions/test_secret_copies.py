"""Copies made while a secret vote is open tell nobody's name once it is over."""

import pytest
from django.db import DEFAULT_DB_ALIAS

from commonweal.capabilities.decisions import access, actions
from commonweal.capabilities.decisions.models import (
    Envelope,
    PaperVoter,
    TurnoutMark,
)
from commonweal.foundation.backups import archives, keys, queries, tables
from commonweal.foundation.backups.actions import taking
from commonweal.foundation.backups.stores import Folder
from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.rules.backups.rows import row_of
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import (
    a_proposal,
    answered,
    in_office,
    seen,
)
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")
OF_VOTERS = ("decisions.turnoutmark", "decisions.papervoter")


@pytest.fixture
def tenants():
    secret = {"rules.ordinary.ballot": "secret"}
    union = an_institution(founder="Nour", charter=adjusted(a_charter(), secret))
    return [a_member(union, name) for name in NAMES]


@pytest.fixture
def question(tenants):
    """Give an open vote in which three have voted and Gloria uses paper."""
    proposal = a_proposal(tenants[0].institution, tenants[:2], at=day(1))
    in_office(*tenants[:2])
    gloria = tenants[-1]
    actions.check_out_to_paper(proposal, voter=gloria, by=gloria, at=day(2))
    question = opened(proposal)
    answered(question, yes=tenants[:3])
    return question


@pytest.fixture
def backup(question, tmp_path):
    """Give a backup that was taken while the vote was open, opened with its paper."""
    paper, folder = keys.new_paper_key(), Folder(tmp_path)
    taking.take(folder, paper.for_writing, at=question.opens_at)
    by = paper.for_writing.known_by
    listed, _ = queries.backup_of(folder, None, known_by=by)
    return archives.Opened(folder, listed, paper)


def rows_of(backup, label):
    [table] = [one for one in backup.tables if one.label == label]
    return table.columns, [row_of(line) for line in backup.lines(table)]


@pytest.mark.parametrize("label", OF_VOTERS)
def test_a_backup_made_meanwhile_names_nobody_who_voted(backup, tenants, label):
    _, rows = rows_of(backup, label)

    assert rows
    assert not any(str(one.pk) in str(rows) for one in tenants)


def test_with_the_vote_the_keys_that_could_tell_are_gone(
    question, tenants, django_capture_on_commit_callbacks
):
    names = [f"ballots/{question.pk}", f"paper/{question.proposal_id}/1"]
    before = [store.is_kept(name) for name in names]

    with django_capture_on_commit_callbacks(execute=True):
        seen(question.proposal, at=question.closes_at)

    assert before == [True, True]
    assert [store.is_kept(name) for name in names] == [False, False]


def test_who_had_voted_cannot_vote_again_after_a_restore_in_the_middle(
    question, tenants, backup
):
    TurnoutMark.objects.all().delete()
    PaperVoter.objects.all().delete()
    for label in OF_VOTERS:
        columns, rows = rows_of(backup, label)
        model = tables.Tables().model(label)
        tables.put_back(model, columns, iter(rows), DEFAULT_DB_ALIAS)

    with pytest.raises(Refused, match="ballot_is_in"):
        answered(question, no=tenants[:1])
    with pytest.raises(Refused, match="votes_on_paper"):
        answered(question, no=tenants[-1:])


def test_without_its_key_no_ballot_is_taken_and_no_key_made_anew(question, tenants):
    store.destroy(f"ballots/{question.pk}")

    with pytest.raises(Refused, match="key_missing"):
        answered(question, no=tenants[3:4])

    assert not store.is_kept(f"ballots/{question.pk}")
    assert (TurnoutMark.objects.count(), Envelope.objects.count()) == (3, 3)


def test_a_ballot_that_arrives_after_the_count_is_not_taken(question, tenants):
    # It set out in time, and waited while another request counted.
    seen(question.proposal, at=question.closes_at)

    with pytest.raises(Refused, match="vote_is_over"):
        answered(question, no=tenants[3:4])


def test_a_copy_of_the_keys_that_may_be_copied_opens_no_ballot(question, settings):
    settings.KEYS_OF_VOTES = settings.KEYS

    with pytest.raises(Refused, match="key_missing"):
        store.kept(key_of(question.envelopes.first().sealed))
    with pytest.raises(Refused, match="key_missing"):
        store.kept(access.paper_key(question.proposal_id))

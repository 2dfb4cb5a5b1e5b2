"""What is put back is read back, and held against what was in the backup."""

import pytest
from django.apps import apps
from django.db import connection

from commonweal.foundation.backups import archives, queries, tables
from commonweal.foundation.backups.actions import restoring, taking
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day


@pytest.fixture
def union(db):
    institution = an_institution()
    a_member(institution, "Ben")
    return institution


def opened(store, paper):
    by = paper.for_writing.known_by
    listed, _ = queries.backup_of(store, None, known_by=by)
    return archives.Opened(store, listed, paper)


def test_a_database_that_bends_what_is_put_back_is_no_place_for_it(
    union, store, paper, monkeypatch
):
    taking.take(store, paper.for_writing, at=day(3))
    bent = tables.put_back

    def bending(model, names, rows, alias):
        bent(model, names, list(rows)[1:], alias)

    monkeypatch.setattr(restoring.tables, "put_back", bending)
    monkeypatch.setattr(restoring.tables, "empty_frames", lambda _: None)
    empty_every_table()

    with pytest.raises(Refused, match="table_bent"):
        restoring._fill(opened(store, paper), lambda _: None)


def empty_every_table():
    """Leave nothing in any table, as before a restore."""
    with connection.constraint_checks_disabled():
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:
                model._base_manager.all().delete()

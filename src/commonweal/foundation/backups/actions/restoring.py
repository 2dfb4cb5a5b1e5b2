"""Putting a backup back into an empty place, and telling everybody that it was done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from commonweal.foundation.backups import (
    access,
    archives,
    engines,
    keys,
    queries,
    tables,
)
from commonweal.foundation.backups.models import Acknowledgement, Restoration
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.people import actions as people
from commonweal.rules.backups.pieces import Sum
from commonweal.rules.backups.rows import row_of
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused, require

type Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, and what is to be looked at."""

    restoration: Restoration
    rows: int
    warnings: tuple[Sentence, ...]


def put_back(
    backup: archives.Opened, *, at: datetime, say_step: Step = lambda _: None
) -> Restored:
    """Put a backup back into an empty database, bring it up to date, and mark it.

    Until the mark of a restoration stands in it, and a line in every journal, the
    database says that it is unfinished, and no page is served from it.
    """
    require(access.may_be_put_back(backup.listed.taken_at, at=at))
    tables.require_empty()
    engines.require_unicode()
    say_step("making the tables as they were")
    steps = [(str(app), str(name)) for app, name in backup.facts["migrations"]]
    tables.make_tables(steps)
    tables.mark(tables.BEING_RESTORED)
    rows = _fill(backup, say_step)
    say_step("bringing the tables up to date")
    call_command("migrate", verbosity=0)
    restoration = _own_up(backup.listed.taken_at, at=at)
    return Restored(restoration, rows, _warnings(backup))


@transaction.atomic
def _fill(backup: archives.Opened, say_step: Step) -> int:
    there = tables.Tables()
    tables.empty_frames(there)
    models = []
    for kept in backup.tables:
        if kept.rows:
            say_step(f"{kept.label}: {kept.rows:,} rows")
        model = there.model(kept.label)
        rows = (row_of(line) for line in backup.lines(kept))
        tables.put_back(model, kept.columns, rows, DEFAULT_DB_ALIAS)
        models.append(model)
        _require_same(model, kept)
    tables.count_on(models, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS].check_constraints()
    return sum(kept.rows for kept in backup.tables)


def _require_same(model: tables.AnyModel, kept: archives.TableKept) -> None:
    """Read back what was put back: a database that bends a value is no place for it."""
    total = Sum()
    for _, line in tables.rows_in(model, DEFAULT_DB_ALIAS):
        total.add(line)
    if (total.rows, total.text) != (kept.rows, kept.sum):
        raise Refused(refused("table_bent", table=kept.label))


@transaction.atomic
def _own_up(taken_at: datetime, *, at: datetime) -> Restoration:
    """Write into the node and into every journal that time was turned back."""
    restoration = Restoration.objects.create(taken_at=taken_at, restored_at=at)
    people.end_ways_again()
    people.tell_of_ways_put_back(taken_at=taken_at, at=at)
    nodes.forget_this_node()
    # A demo's days ran ahead, and its journals with them.
    moment = at + timedelta(seconds=nodes.this_node().clock_offset_s)
    for institution in Institution.objects.order_by("id"):
        journal.record(
            "restored_from_backup",
            about=lock(institution, at=moment),
            by=None,
            at=moment,
            facts={"taken": {"moment": taken_at.isoformat()}},
        )
    tables.unmark(tables.BEING_RESTORED)
    queries.forget_restorations()
    return restoration


def _warnings(backup: archives.Opened) -> tuple[Sentence, ...]:
    """Say what this place lacks for what was put back."""
    if backup.facts.get("secret_key") == keys.secret_key_check():
        return ()
    return (Sentence("secret_key_differs"),)


@transaction.atomic
def acknowledge(
    institution: Institution,
    restoration: Restoration,
    *,
    by: Member | None,
    at: datetime,
) -> Acknowledgement:
    """Say, for all members to see, that one knows that deeds are missing."""
    institution = lock(institution, at=at)
    require(access.may_acknowledge(by, restoration, at=at))
    assert by is not None
    given = Acknowledgement.objects.create(
        institution=institution, restoration=restoration, member=by, given_at=at
    )
    journal.record(
        "acknowledged_restoration",
        about=institution,
        by=by,
        at=at,
        facts={"taken": {"moment": restoration.taken_at.isoformat()}},
    )
    return given

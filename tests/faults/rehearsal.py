"""A node that is backed up, lives on, and is put back elsewhere: two halves of a story.

`python -m tests.faults.rehearsal live` is the first, `… return` the second; each prints
what it found as JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402

from commonweal.capabilities.decisions import actions  # noqa: E402
from commonweal.foundation.backups import access, queries, tables  # noqa: E402
from commonweal.foundation.backups.models import Restoration  # noqa: E402
from commonweal.foundation.institutions.models import Institution  # noqa: E402
from commonweal.foundation.journal import queries as journal  # noqa: E402
from commonweal.foundation.journal.models import Line  # noqa: E402
from commonweal.foundation.people import actions as people  # noqa: E402
from commonweal.interfaces.cli.main import main  # noqa: E402
from commonweal.rules.backups.pieces import Sum  # noqa: E402
from tests.builders import a_member, an_institution, day  # noqa: E402
from tests.capabilities.decisions import given  # noqa: E402

PAPER = os.environ["PAPER_KEY"]

type Report = dict[str, Any]


def live() -> Report:
    """Live until a backup, and on after it."""
    union = an_institution()
    an_institution()
    members = [a_member(union, name) for name in ("Ben", "Chidi", "Dolores")]
    proposal = given.a_proposal(union, members, at=day(1))
    question = given.voting(proposal)
    for voter in members[:2]:
        cast(question, voter)
    # So that what is queued is among what moves.
    people.write_letter(
        address="ben@example.org", subject="Tonight", body="At seven.", at=day(1)
    )
    assert main(["backup", "keys", "--out", PAPER]) == 0
    before, head = sums(), journal.head(union)
    assert main(["backup"]) == 0
    cast(question, members[2])
    a_member(union, "Emre", at=question.opens_at)
    return {"sums": before, "head": head, "lost": journal.head(union)}


def cast(question: Any, voter: Any) -> None:
    """Cast a ballot."""
    actions.cast_ballot(
        question, by=voter, marks={"answer": "yes"}, at=question.opens_at
    )


def restore() -> Report:
    """Put the backup back, here, and look around."""
    status = main(["restore", "--paper-key", PAPER])
    again = main(["restore", "--paper-key", PAPER])
    union = Institution.objects.order_by("address").first()
    assert union is not None
    known = {
        name: dict([line]) for name, line in json.loads(os.environ["KNOWN"]).items()
    }
    # Taken before anybody looks: whoever opens a page writes down what fell due.
    put_back = sums()
    checked = {
        name: [one.id for one in journal.verify(union, known=line)]
        for name, line in known.items()
    }
    pages = {
        path: Client().get(path, SERVER_NAME="localhost").content.decode()
        for path in ("/", f"/i/{union.address}/", "/sign-in/", "/restored/")
    }
    return {
        "status": status,
        "again": again,
        "sums": put_back,
        "checked": checked,
        "restored_lines": Line.objects.filter(deed="restored_from_backup").count(),
        "restorations": Restoration.objects.count(),
        "told": sorted(path for path in pages if "put back" in pages[path].lower()),
        "untold": queries.untold_in(union, at=day(300)) is not None,
        "next_backup": main(["backup"]),
    }


def arrive() -> Report:
    """Move here from the other database, look around, and go on living."""
    before = sums("old")
    connections["old"].close()
    status = main(["move"])
    after = sums()
    again = main(["move"])
    number, seal = json.loads(os.environ["KNOWN"])
    union = Institution.objects.order_by("address").first()
    assert union is not None
    problems = journal.verify(union, known={number: seal})
    a_member(union, "Farah", at=day(30))
    return {
        "status": status,
        "same": before == after,
        "queued": after["django_tasks_database.dbtaskresult"][0],
        "rows": sum(rows for rows, _ in after.values()),
        "again": again,
        "left": access.may_serve("old").id,
        "arrived": bool(access.may_serve()),
        "problems": [one.id for one in problems],
        "goes_on": journal.head(union)[0] > number,
        "steps": tables.steps_to_take(),
    }


def refused_letters() -> Report:
    """Try to move into a database that does not take all letters."""
    said = StringIO()
    with redirect_stderr(said):
        status = main(["move"])
    return {
        "status": status,
        "said": said.getvalue(),
        "tables": tables.tables_in(),
        "old": bool(access.may_serve("old")),
    }


def upgrade() -> Report:
    """Go back to the tables of an older version, and be upgraded."""
    an_institution()
    call_command("migrate", "backups", "zero", verbosity=0)
    before = sums()
    pending = len(tables.steps_to_take())
    status = main(["upgrade"])
    kept = sorted(
        Path(os.environ["COMMONWEAL_DATA"], "before-upgrade").glob("backups/*")
    )
    again = main(["upgrade"])
    return {
        "pending": pending,
        "status": status,
        "left": len(tables.steps_to_take()),
        "kept": [path.name for path in kept],
        "again": again,
        "before": before,
        "after": sums(),
    }


def sums(alias: str = "default") -> dict[str, list[object]]:
    """Give the count and the sum of every table."""
    found = {}
    for model in tables.Tables(alias).models():
        total = Sum()
        for _, line in tables.rows_in(model, alias):
            total.add(line)
        found[model._meta.label_lower] = [total.rows, total.text]
    return found


HALVES: dict[str, Callable[[], Report]] = {
    half.__name__: half for half in (live, restore, arrive, refused_letters, upgrade)
}

if __name__ == "__main__":
    print(json.dumps(HALVES[sys.argv[1]]()))

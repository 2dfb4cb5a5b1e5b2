"""Move everything to another database: from SQLite to PostgreSQL, or back.

  export COMMONWEAL_MOVE_FROM=sqlite:////var/lib/commonweal/commonweal.sqlite3
  export COMMONWEAL_DATABASE_URL=postgresql://user:password@host/name
  commonweal move

The new database must be empty, and the node stopped. Every row goes, is read back
and compared; then every journal is verified. The old database stays as it was, with a
mark by which nothing is served from it any more.
"""

import argparse
import sys

from django.db import connections

from commonweal.foundation.backups.actions.moving import OLD, move
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.interfaces.cli.restore import tell
from commonweal.rules.verdict import Refused, refused

DONE, TAMPERED, CANNOT = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: where to is no matter for a list that all processes can see."""


def run(options: argparse.Namespace) -> int:
    """Move; 1 where a journal does not hold, 2 where nothing was moved."""
    try:
        if OLD not in connections:
            raise Refused(refused("move_from_nowhere"))
        rows = move(say_step=tell)
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT
    broken = [
        (one.address, problem)
        for one in institutions.every_institution()
        for problem in (*journal.verify(one), *journal.compared(one))
    ]
    for address, problem in broken:
        print(f"- {address}: {say(problem)}")
    tell(
        f"{rows:,} rows were moved, read back and found the same; bring the tables up "
        "to date with “commonweal upgrade”, and start the node from the new database"
    )
    return TAMPERED if broken else DONE

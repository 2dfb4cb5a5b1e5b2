"""Bring the tables up to date after an update, with a backup first and a way back.

Where something is to be done and rows are there, everything is kept first: at
COMMONWEAL_BACKUPS if this node makes backups, else in `before-upgrade` beside the
database, sealed like any other, with the key to it in the same folder. Safe to repeat.
"""

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError

from commonweal.foundation.backups import access, engines, keys, tables
from commonweal.foundation.backups.actions import taking
from commonweal.foundation.backups.stores import Folder, Store, store_at
from commonweal.foundation.language import say
from commonweal.interfaces.cli.backup import alone
from commonweal.interfaces.cli.restore import tell
from commonweal.interfaces.clock import machine_now
from commonweal.rules.backups.keeping import KeepRule
from commonweal.rules.verdict import Refused, refused, require

DONE, CANNOT = 0, 2
OWN_FOLDER, OWN_PAPER = "before-upgrade", "paper-key"
KEPT_HERE = KeepRule(days=2, weeks=0, months=0)
WAY_BACK = """\
commonweal: should the new version not do, the way back is: stop the node, take the old
version of the program, name an empty database, and
  commonweal restore --from {place} --backup {name} --paper-key {paper}
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: there is one thing to do, or none."""


def run(options: argparse.Namespace) -> int:
    """Bring the tables up to date; 2 where that failed."""
    try:
        require(access.may_serve())
        if not tables.has_rows():
            engines.require_unicode()
        elif tables.steps_to_take():
            _keep_first()
        _migrate()
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT
    return DONE


def _migrate() -> None:
    try:
        call_command("migrate", verbosity=0)
    except DatabaseError as error:
        reason = type(error).__name__
        raise Refused(refused("upgrade_failed", reason=reason)) from error


def _keep_first() -> None:
    tell("keeping everything before the tables change")
    own = settings.DATA / keys.KEY_FILE
    if settings.BACKUPS and own.exists():
        store = store_at(settings.BACKUPS, settings.BACKUPS_ACCESS)
        _take(store, keys.kept_in(settings.DATA), settings.BACKUPS, "-")
        return
    folder = settings.DATA / OWN_FOLDER
    paper = _own_paper(folder / OWN_PAPER)
    store = Folder(folder)
    _take(store, paper.for_writing, str(folder), str(folder / OWN_PAPER))
    taking.prune(store, KEPT_HERE, paper.for_writing, at=machine_now())
    print(f"commonweal: when all is well, delete {folder}: whoever has it can read it")


def _own_paper(path: Path) -> keys.PaperKey:
    """Give the key that lies beside: this copy is as readable as the database is."""
    if path.exists():
        return keys.paper_key(path.read_text())
    made = keys.new_paper_key()
    Folder(path.parent).put(path.name, made.words.encode())
    return made


def _take(store: Store, own: keys.WriterKeys, place: str, paper: str) -> None:
    with alone():
        taken = taking.take(store, own, at=machine_now())
    name = Path(taken.name).stem
    print(WAY_BACK.format(place=place, name=name, paper=paper), end="")

"""Put a backup back into an empty place.

  commonweal restore --paper-key -                  the newest backup; type the key in
  commonweal restore --paper-key - --backup 20261126   the newest of that day

The database named by COMMONWEAL_DATABASE_URL (else an SQLite file in COMMONWEAL_DATA)
must be empty; either engine takes a backup of either. Before anything is written, all
of the backup is read. What was done since it was taken is missing afterwards, and every
page and every journal says so, until two members of each institution have said that
they know. The file “secret-key” and the folder of keys are not in it: put them in their
places first.
"""

import argparse
import sys

from django.conf import settings

from commonweal.foundation.backups import archives, keys, queries
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.keys import queries as sealing
from commonweal.foundation.language import moment, say
from commonweal.interfaces.cli.backup import chosen_store, paper_key_from
from commonweal.interfaces.clock import machine_now
from commonweal.rules.verdict import Refused, refused

DONE, DOUBTFUL, CANNOT = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `restore`."""
    add = parser.add_argument
    add("--from", dest="place", metavar="PLACE", help="where backups lie")
    add("--backup", metavar="NAME", help="what its name begins with, as in `list`")
    add("--paper-key", metavar="FILE", required=True, help="the key; - to type it in")


def run(options: argparse.Namespace) -> int:
    """Put it back; 1 where something is to be looked at, 2 where it cannot be done."""
    try:
        return _restore(options)
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return CANNOT


def _restore(options: argparse.Namespace) -> int:
    store = chosen_store(options.place)
    listed = queries.backup_of(store, options.backup)
    if listed is None:
        place = str(options.place or settings.BACKUPS)
        raise Refused(refused("backup_none", place=place))
    paper = paper_key_from(options.paper_key)
    backup = archives.Opened(store, listed, paper)
    tell(f"reading all of {listed.name}")
    damaged = next(backup.damage(), None)
    if damaged:
        raise Refused(refused(damaged.id, **damaged.facts))
    done = restoring.put_back(backup, at=machine_now(), say_step=tell)
    _keep_writing(paper)
    tell(
        f"{done.rows:,} rows are as they were on {moment(listed.taken_at)}; what was "
        "done since then is not here, and every page says so"
    )
    return _looked_over(done)


def _keep_writing(paper: keys.PaperKey) -> None:
    """Let the new place write on in the same row of backups."""
    if not (settings.DATA / keys.KEY_FILE).exists():
        keys.keep(paper.for_writing, settings.DATA)


def _looked_over(done: restoring.Restored) -> int:
    """Say what the new place lacks, and whether any journal was tampered with."""
    doubts = [*done.warnings, *sealing.troubles()]
    for one in institutions.every_institution():
        doubts += [*journal.verify(one), *journal.compared(one)]
    for doubt in doubts:
        print(f"- {say(doubt)}")
    if not doubts:
        tell("every journal is whole and agrees with its tables")
    return DOUBTFUL if doubts else DONE


def tell(words: str) -> None:
    """Say how far it has come."""
    print(f"commonweal: {words}", flush=True)

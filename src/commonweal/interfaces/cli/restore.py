"""Put a backup back into an empty place.

  commonweal restore --paper-key -                  the newest backup; type the key in
  commonweal restore --paper-key - --backup 20261126   the newest of that day

The database named by COMMONWEAL_DATABASE_URL (else an SQLite file in COMMONWEAL_DATA)
must be empty; either engine takes a backup of either. Only what the keys of this paper
signed is put back. Before anything is written, all of the backup is read. What was done
since it was taken is missing afterwards, and every page and every journal says so,
until two members of each institution have said that they know. The file “secret-key”
and the folder of keys are not in it: put them in their places first.
"""

import argparse
import sys
from collections.abc import Iterable

from django.conf import settings

from commonweal.foundation.backups import archives, keys, queries
from commonweal.foundation.backups.actions import restoring
from commonweal.foundation.backups.stores import Store
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.keys import queries as sealing
from commonweal.foundation.language import moment, say
from commonweal.interfaces.cli.backup import chosen_store, paper_key_from
from commonweal.interfaces.clock import machine_now
from commonweal.rules.sentence import Sentence
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
    paper = paper_key_from(options.paper_key)
    backup, passed = _chosen(store, paper, options)
    listed = backup.listed
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
    return _looked_over(done, passed)


def _chosen(
    store: Store, paper: keys.PaperKey, options: argparse.Namespace
) -> tuple[archives.Opened, tuple[Sentence, ...]]:
    """Open the newest backup that is signed by this paper; say what is not it."""
    known_by = paper.for_writing.known_by
    listed, passed = queries.backup_of(store, options.backup, known_by=known_by)
    told = tuple(Sentence("backup_passed_over", {"why": one}) for one in passed)
    for one in told:
        tell(say(one))
    if listed is None:
        if passed:
            raise Refused(refused("backup_none_of_paper"))
        place = str(options.place or settings.BACKUPS)
        raise Refused(refused("backup_none", place=place))
    return archives.Opened(store, listed, paper), told


def _keep_writing(paper: keys.PaperKey) -> None:
    """Let the new place write on in the same row of backups."""
    if not (settings.DATA / keys.KEY_FILE).exists():
        keys.keep(paper.for_writing, settings.DATA)


def _looked_over(done: restoring.Restored, passed: Iterable[Sentence]) -> int:
    """Say what the new place lacks, and whether any journal was tampered with."""
    doubts = [*passed, *done.warnings, *sealing.troubles()]
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

"""Find what is wrong with this node, and say what to do about each thing.

  commonweal doctor           what was found, in sentences; status 1 if anything was
  commonweal doctor --json    the same for programs

Nothing is changed. Status 2 means that the database could not be asked.
"""

import argparse
import json
from collections.abc import Iterator

from django.db import DatabaseError

from commonweal.foundation.language import say
from commonweal.interfaces.cli import doctor_data, doctor_machine
from commonweal.interfaces.clock import machine_now
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused

WELL, FOUND, CANNOT = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `doctor`."""
    parser.add_argument("--json", action="store_true", help="print it for programs")


def run(options: argparse.Namespace) -> int:
    """Look, and say; 1 where anything was found, 2 where not all could be asked."""
    found: list[Sentence] = []
    status = WELL
    try:
        for one in findings():
            found.append(one)
    except DatabaseError as error:
        reason = type(error).__name__
        found.append(Sentence("doctor_database_away", {"reason": reason}))
        status = CANNOT
    if options.json:
        print(json.dumps([{"id": one.id, "says": say(one)} for one in found], indent=1))
    else:
        print("\n".join(f"- {say(one)}" for one in found) or "Nothing is wrong.")
    return status or (FOUND if found else WELL)


def findings() -> Iterator[Sentence]:
    """Give what is wrong: with the machine, the backups, and what is in the tables."""
    at = machine_now()
    yield from doctor_machine.of_settings()
    yield from doctor_machine.of_files()
    yield from doctor_machine.of_disk()
    try:
        yield from doctor_machine.of_backups(at)
    except Refused as refusal:
        yield refusal.verdict.reason
    yield from doctor_data.of_tables()
    yield from doctor_data.of_journals()
    yield from doctor_data.of_time(at)

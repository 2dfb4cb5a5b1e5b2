"""What can be wrong in a node's tables: the file, the steps, journals, time, work."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import NotSupportedError, connection

from commonweal.capabilities.decisions.queries.due import overdue
from commonweal.foundation.backups import access, engines, tables
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.keys import queries as sealing
from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people import queries as people
from commonweal.foundation.people.jobs import NOWHERE
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused

A_WHILE = timedelta(minutes=15)
# Machines that keep time by the network differ by less.
CLOCKS_DIFFER = timedelta(minutes=2)


def of_tables() -> Iterator[Sentence]:
    """Say what is wrong with the database as a whole."""
    try:
        connection.check_database_version_supported()
    except NotSupportedError:
        yield Sentence("doctor_engine_old")
    if not engines.is_sound():
        yield Sentence("doctor_database_damaged")
    try:
        engines.require_unicode()
    except Refused as refusal:
        yield refusal.verdict.reason
    verdict = access.may_serve()
    if not verdict:
        yield verdict.reason
    behind = len(tables.steps_to_take())
    if behind:
        yield Sentence("doctor_tables_behind", {"count": behind})


def of_journals() -> Iterator[Sentence]:
    """Say where a journal or a key does not hold; not before the tables are there."""
    if tables.steps_to_take():
        return
    yield from sealing.troubles()
    for one in institutions.every_institution():
        for problem in (*journal.verify(one), *journal.compared(one)):
            facts: dict[str, Fact] = {"address": one.address, "problem": problem}
            yield Sentence("doctor_journal", facts)


def of_time(at: datetime) -> Iterator[Sentence]:
    """Say when the clock went back, or what should have been done was not."""
    if tables.steps_to_take():
        return
    moment = at + timedelta(seconds=this_node().clock_offset_s)
    newest = journal.newest_moment()
    if newest and newest > moment + CLOCKS_DIFFER:
        yield Sentence("doctor_clock_behind", {"newest": newest})
    late = overdue(at=moment - A_WHILE)
    if late:
        yield Sentence("doctor_overdue", {"count": late})
    sends = settings.MAILERS["default"]["BACKEND"] != NOWHERE
    stuck = people.letters_stuck(since=at - A_WHILE)
    if stuck and sends and not this_node().is_demo:
        yield Sentence("doctor_letters_stuck", {"count": stuck})

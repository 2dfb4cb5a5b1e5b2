"""Do what waits: write down what fell due, and send the letters that were written.

Nothing depends on it for being true: whoever opens a page settles what is due there.
It may be stopped at any moment and started again.
"""

import argparse
import logging
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event
from types import FrameType

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from commonweal.foundation import duties
from commonweal.foundation.nodes.queries import this_node
from commonweal.foundation.people.jobs import deliver_letters

SETTLE_EVERY = timedelta(minutes=1)
EMPTY_EVERY = timedelta(minutes=10)
LOOK_EVERY_S = 5

log = logging.getLogger(__name__)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what may be written after `work`."""
    parser.add_argument(
        "--once", action="store_true", help="do what waits now, and stop"
    )


def run(options: argparse.Namespace) -> int:
    """Work until told to stop, or once."""
    stop = Event()
    if not options.once:
        for told in (signal.SIGINT, signal.SIGTERM):
            signal.signal(told, _when_told(stop))
    settle_next = empty_next = _now()
    while not stop.is_set():
        if _now() >= settle_next:
            settle_next = _now() + SETTLE_EVERY
            _attempt_settling()
        _attempt_tasks()
        if _now() >= empty_next and _attempt_emptying():
            empty_next = _now() + EMPTY_EVERY
        if options.once:
            break
        stop.wait(LOOK_EVERY_S)
    return 0


def _when_told(stop: Event) -> Callable[[int, FrameType | None], None]:
    def told(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    return told


def _attempt_settling() -> None:
    try:
        duties.settle_all(at=_now())
    except Exception:
        # A full disk or a database that is away ends no worker, and nothing that is
        # wrong with one thing keeps the letters: the next round tries again, and pages
        # settle for themselves meanwhile.
        log.exception("what is due could not be written down")
        close_old_connections()


def _attempt_tasks() -> None:
    try:
        _worker().run()
        # A letter whose task was lost, or whose mail server was away, goes out now.
        deliver_letters.call(_now().isoformat())
    except DatabaseError:
        log.exception("the letters could not be looked through")
        close_old_connections()


def _attempt_emptying() -> bool:
    """Leave nothing that was erased in the log of the database."""
    try:
        return empty_log()
    except DatabaseError:
        log.exception("the log of the database could not be emptied")
        close_old_connections()
        return False


def empty_log() -> bool:
    """Write the log of SQLite into its file and empty it; say whether it could be.

    What was erased in the tables stands on in the log until it is emptied. While
    somebody reads it stays, and is emptied another time. PostgreSQL needs nothing.
    """
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy, _pages, _moved = cursor.fetchone()
    return not busy


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(16),
        excluded_queue_names=[],
    )


def _now() -> datetime:
    """Read the clock; a demo's runs ahead by the days that were let pass."""
    return timezone.now() + timedelta(seconds=this_node().clock_offset_s)

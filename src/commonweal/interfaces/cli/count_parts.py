"""Count a large file in parts: by processes here, or by Dask's on many machines.

However it is cut and whoever finishes first, the count is the same to the byte, because
parts are added up into one table that has an order of its own.
"""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, Protocol

from commonweal.interfaces.cli.count_files import loaded
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballots, Contest
from commonweal.rules.voting.formats.blt import Head
from commonweal.rules.voting.formats.blt_parts import cut, part_of_piece, pieces
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.partial import Part, ballots_of, put_together

# Parts are added up so many at a time.
TOGETHER = 8


class Pool(NamedTuple):
    """Who tallies the parts, and how many of them at once."""

    executor: Executor
    at_once: int


class OpenPool(Protocol):
    """What `count_dask.pool` offers."""

    def __call__(self, address: str) -> AbstractContextManager[Pool]: ...


def read_by(
    path: Path, *, processes: int | None, dask: str | None
) -> tuple[Contest, Ballots] | None:
    """Read a file in parts, by Dask if there is an address, else by processes here."""
    try:
        with many_machines(dask) if dask else here(processes) as pool:
            return read_in_parts(path, pool)
    except BrokenExecutor as error:
        raise Uncountable(Sentence("parts_lost")) from error


@contextmanager
def here(number: int | None) -> Iterator[Pool]:
    """Open a pool of processes on this machine, one for each core unless told."""
    number = number or os.cpu_count() or 1
    # Begun afresh, because a process that has threads cannot safely be copied.
    with ProcessPoolExecutor(number, get_context("spawn")) as executor:
        yield Pool(executor, 2 * number)


def many_machines(address: str) -> AbstractContextManager[Pool]:
    """Open Dask's pool at an address. Raises `Uncountable` if Dask is not installed."""
    try:
        open_pool: OpenPool = loaded("commonweal.interfaces.cli.count_dask.pool")
    except ModuleNotFoundError as error:
        raise Uncountable(Sentence("dask_missing")) from error
    return open_pool(address)


def read_in_parts(path: Path, pool: Pool) -> tuple[Contest, Ballots] | None:
    """Read a contest and the tally of its ballots; None if the file cannot be cut."""
    with path.open("rb") as file:
        found = cut(file)
        if found is None:
            return None
        part = tallied(found.head, pieces(file, found), pool)
    if part is None or not (len(part.weights) or part.others):
        return None
    return found.contest, ballots_of(part)


def tallied(head: Head, texts: Iterable[bytes], pool: Pool) -> Part | None:
    """Have the pieces tallied, and add them up; None if one makes no sense.

    No more pieces are held than the pool is at work on.
    """
    waiting: set[Future[Part | None]] = set()
    parts: list[Part] = []
    for text in texts:
        if len(waiting) >= pool.at_once:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            if not _taken(done, parts):
                return None
        waiting.add(pool.executor.submit(part_of_piece, head, text))
    done, _ = wait(waiting)
    if not _taken(done, parts):
        return None
    return put_together(parts) if parts else None


def _taken(done: Iterable[Future[Part | None]], parts: list[Part]) -> bool:
    """Take what is done among the parts; say whether all of it made sense."""
    for future in done:
        part = future.result()
        if part is None:
            return False
        parts.append(part)
    if len(parts) >= TOGETHER:
        parts[:] = [put_together(parts)]
    return True

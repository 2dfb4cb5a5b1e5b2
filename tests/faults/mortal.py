"""A process that is killed at its n-th step to the database, for every n there is."""

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from django.db import connection


def deaths(deed: Callable[[], object], *, every: int = 1) -> Iterator[int]:
    """Do `deed` in a process killed at its first step, its second, and so on.

    A step is a statement, or the moment before or after a commit: a kill in between
    is one of these to the database. Yields after every death, for the caller to look
    around, and ends after the first time that the deed comes to its end. A long deed is
    killed at one step of so many.
    """
    for step in count(1, every):
        # A connection must not be shared with the child.
        connection.close()
        child = os.fork()
        if child == 0:
            _live_until(step)
            deed()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0, "the deed failed of itself"
            return
        yield step


def _live_until(last: int) -> None:
    steps = count(1)

    def step() -> None:
        if next(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def statement(
        execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        step()
        return execute(sql, params, many, context)

    commit = connection._commit

    def watched_commit() -> None:
        step()
        commit()
        step()

    connection.execute_wrappers.append(statement)
    connection._commit = watched_commit  # type: ignore[method-assign]

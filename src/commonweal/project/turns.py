"""One request at a time where the interpreter can run only one anyway.

Threads that all want to run hand the interpreter to and fro, and their SQLite
connections lose what they remember of the file each time another one commits. A thread
here waits for its turn without wanting the interpreter, gives its turn up while it
waits for the disk, and takes it after a moment in any case: a page that takes long
holds up nobody for longer than that.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock, local
from typing import Any

PATIENCE = 0.05

type Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class _Mine(local):
    has_turn = False


_TURN, _MINE = Lock(), _Mine()


def in_turns(answer: Application) -> Application:
    """Give an application that answers one request after another."""

    def answered(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        _take()
        try:
            return answer(environ, start_response)
        finally:
            _give_up()

    return answered


@contextmanager
def stepped_aside() -> Iterator[None]:
    """Let others run while this thread waits for what is no work of its own."""
    had = _MINE.has_turn
    _give_up()
    try:
        yield
    finally:
        if had:
            _take()


def _take() -> None:
    _MINE.has_turn = _TURN.acquire(timeout=PATIENCE)


def _give_up() -> None:
    if _MINE.has_turn:
        _MINE.has_turn = False
        _TURN.release()

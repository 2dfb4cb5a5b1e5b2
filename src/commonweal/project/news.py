"""Telling pages that something was done, by server-sent events, beside the pages.

Each phone in a room keeps one line open and hears a number when it changes: how many
deeds there are by now. What they are it asks the pages, as it would without. All lines
of a process share one look at the tables, four times a second, however many there are.

Source: Server-sent events (WHATWG HTML, 9.2); ASGI 3 (asgi.readthedocs.io).
"""

import asyncio
import logging
import os
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import django
from asgiref.sync import sync_to_async

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
django.setup()

from django.db import DatabaseError, connection  # noqa: E402

from commonweal.capabilities.assemblies.queries.untold import (  # noqa: E402
    deeds_of_each,
)
from commonweal.interfaces.news import ear_of, heard_of  # noqa: E402

type Message = dict[str, Any]
type Receive = Callable[[], Awaitable[Message]]
type Send = Callable[[Message], Awaitable[None]]

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.25
# A line says so often that it is alive, or a proxy would cut it.
ALIVE_EVERY_S = 20
MOST_LINES = 4_000
# Of one reader: a phone, a laptop, the wall, and what a browser forgot to close.
MOST_OF_ONE = 8
HEAD = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    # A laptop in a room gives news by a port of their own; they name nobody.
    (b"access-control-allow-origin", b"*"),
]


class Hub:
    """The lines that are open, and how many deeds each assembly had when last seen."""

    def __init__(self) -> None:
        self.lines: dict[UUID, set[asyncio.Queue[int]]] = defaultdict(set)
        self.seen: dict[UUID, int] = {}
        self.ears: Counter[str] = Counter()
        self.looking: asyncio.Task[None] | None = None

    @property
    def is_full(self) -> bool:
        """Say whether there are as many lines as one process holds."""
        return sum(map(len, self.lines.values())) >= MOST_LINES

    def has_no_room_for(self, ear: str) -> bool:
        """Say whether a reader has as many lines as one has, or there are no more."""
        return self.is_full or self.ears[ear] >= MOST_OF_ONE

    def join(self, assembly: UUID, ear: str) -> asyncio.Queue[int]:
        """Open a line; it hears at once what is known."""
        self.ears[ear] += 1
        line: asyncio.Queue[int] = asyncio.Queue()
        self.lines[assembly].add(line)
        if assembly in self.seen:
            line.put_nowait(self.seen[assembly])
        if self.looking is None or self.looking.done():
            self.looking = asyncio.create_task(self._look())
        return line

    def hang_up(self, assembly: UUID, ear: str, line: asyncio.Queue[int]) -> None:
        """Close a line; what nobody listens to is not looked at any more."""
        self.ears -= Counter({ear: 1})
        self.lines[assembly].discard(line)
        if not self.lines[assembly]:
            del self.lines[assembly]
            self.seen.pop(assembly, None)

    async def _look(self) -> None:
        while self.lines:
            for assembly, deeds in (await _deeds(list(self.lines))).items():
                if self.seen.get(assembly) != deeds and assembly in self.lines:
                    self.seen[assembly] = deeds
                    for line in self.lines[assembly]:
                        line.put_nowait(deeds)
            await asyncio.sleep(LOOK_EVERY_S)


HUB = Hub()


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Answer one line for as long as whoever asks stays on it."""
    if scope["type"] != "http":
        return
    said = parse_qs(scope["query_string"].decode("ascii", "replace"))
    token = said.get("of", [""])[0]
    assembly, ear = heard_of(token), ear_of(token)
    if assembly is None or HUB.has_no_room_for(ear):
        status = 404 if assembly is None else 503
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        return
    line = HUB.join(assembly, ear)
    gone = asyncio.ensure_future(_gone(receive))
    try:
        await _tell(line, gone, send)
    finally:
        gone.cancel()
        HUB.hang_up(assembly, ear, line)


async def _tell(
    line: asyncio.Queue[int], gone: asyncio.Future[None], send: Send
) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": HEAD})
    while not gone.done():
        words = await _next_words(line, gone)
        if not gone.done():
            body = words.encode()
            await send({"type": "http.response.body", "body": body, "more_body": True})


async def _next_words(line: asyncio.Queue[int], gone: asyncio.Future[None]) -> str:
    """Wait for news, for the end of the line, or until it is time to be alive."""
    news = asyncio.ensure_future(line.get())
    both: set[asyncio.Future[Any]] = {news, gone}
    await asyncio.wait(both, timeout=ALIVE_EVERY_S, return_when=asyncio.FIRST_COMPLETED)
    if news.done():
        return f"data: {news.result()}\n\n"
    news.cancel()
    return ": alive\n\n"


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _deeds(assemblies: list[UUID]) -> dict[UUID, int]:
    try:
        return await sync_to_async(_counted)(assemblies)
    except DatabaseError:
        # Away for a while; the lines wait, and pages ask by themselves.
        log.warning("no news: the database does not answer")
        return {}


def _counted(assemblies: list[UUID]) -> dict[UUID, int]:
    with suppress(DatabaseError):
        connection.close_if_unusable_or_obsolete()
    return deeds_of_each(assemblies)

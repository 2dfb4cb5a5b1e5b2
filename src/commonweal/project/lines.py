"""How long a line may be kept without being of use to anybody.

A line waits for a request, is answered, or is read from. Each of these has its end,
whatever trickles in; and where there are many lines, those that have waited longest
make room for those who come.
"""

import os
import time
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

from waitress.channel import HTTPChannel
from waitress.utilities import Error

from commonweal.interfaces.corners import corner
from commonweal.project.requests_read import Answer, Reading, Refusal

# How long a head may be on its way, and a form; of a form a second more for so much of
# it that is here: a phone with one bar sends faster.
SECONDS = 20
BYTES_A_SECOND = 500
# How long a line is kept on which nothing is asked, or not yet, or not any more.
KEPT_S = 15
# Somebody who does not read for so long, or sends nothing of a form, has gone.
QUIET_S = 30
# Each takes one of the files that a process may have open, often 1,024.
CONNECTIONS = 600
# So many of them are kept free for who comes, and made free at once if they are not.
SPARE = 50
# Whoever came this moment has not had the time to ask, and makes room for nobody else.
FRESH_S = 1
# What one household, one school or one café can take up.
OF_ONE_CORNER = 150
BEHIND_PROXY = os.environ.get("COMMONWEAL_PROXY") == "1"
ASKS_NOTHING, BEGINS, SENDS_OR_READS, JUST_CAME, IS_ANSWERED = range(5)


class TooSlowError(Error):  # type: ignore[misc]
    """The answer to a request that did not come in time."""

    code = 408
    reason = "Request Timeout"


class Line(HTTPChannel):  # type: ignore[misc]
    """A line whose request has to be here in time, and its answer be read."""

    task_class = Answer
    error_task_class = Refusal
    parser_class = Reading
    # What has come of a request by now, if one is on its way.
    request: Any
    # When it began to come, or its answer to go.
    begun = 0.0
    # When the line was opened, or something was last written on it.
    moved_at = 0.0

    def add_channel(self, among: Any = None) -> None:
        """Begin to wait."""
        self.moved_at = time.monotonic()
        super().add_channel(among)

    def received(self, data: bytes) -> bool:
        """Take what came, and remember when its request began; empty lines are none."""
        if self.request is None:
            data = data.lstrip()
            self.begun = time.monotonic()
        return bool(super().received(data))

    def write_soon(self, data: Any) -> int:
        """Write a part of an answer as soon as the line takes it."""
        if not self.total_outbufs_len:
            self.begun = self.moved_at = time.monotonic()
        return int(super().write_soon(data))

    def _flush_some(self, do_close: bool = True) -> bool:
        written = bool(super()._flush_some(do_close=do_close))
        if written:
            self.moved_at = time.monotonic()
        return written

    def doing(self) -> int:
        """Say what is done on it, from what can be spared to what cannot."""
        if self.requests:
            return IS_ANSWERED
        if self.total_outbufs_len or self.will_close or self.close_when_flushed:
            return SENDS_OR_READS
        if self.request is None:
            return ASKS_NOTHING
        return SENDS_OR_READS if self.request.headers_finished else BEGINS

    def end_if_late(self, now: float) -> None:
        """End what has waited too long: for a request, or to be read."""
        quiet = now - self.moved_at
        if self.total_outbufs_len or self.will_close or self.close_when_flushed:
            if quiet > QUIET_S:
                self.handle_close()
        elif self.doing() == ASKS_NOTHING:
            if quiet > KEPT_S:
                self.handle_close()
        elif self.request is not None and self._is_late(now):
            self._tell_late()

    def _is_late(self, now: float) -> bool:
        here = self.request.body_bytes_received / BYTES_A_SECOND
        return bool(now - self.begun > SECONDS + here)

    def _tell_late(self) -> None:
        with self.requests_lock:
            if self.requests:
                # Its turn has not come: an earlier one is being answered.
                return
            late, self.request = self.request, None
            late.error = TooSlowError("It took too long to send.")
            late.completed = True
            self.requests.append(late)
            self.server.add_task(self)


def make_room(lines: Collection[Line]) -> None:
    """Close the oldest that can be spared where one corner or all have too many."""
    spared = sorted(lines, key=_how_much_needed)
    if not BEHIND_PROXY:
        spared = _within_corners(spared)
    if len(spared) > CONNECTIONS - SPARE:
        for one in spared[: len(spared) - CONNECTIONS + 2 * SPARE]:
            if _how_much_needed(one) < (JUST_CAME, 0.0):
                one.handle_close()


def _how_much_needed(line: Line) -> tuple[int, float]:
    doing = line.doing()
    since = line.begun if doing == SENDS_OR_READS else line.moved_at
    if doing == IS_ANSWERED:
        # Of these, the last to come is the first that must go.
        return doing, -since
    has_just_come = time.monotonic() - since < FRESH_S
    return JUST_CAME if has_just_come else doing, since


def _within_corners(lines: list[Line]) -> list[Line]:
    """Close what is too much from one corner, and give the others."""
    corners = [_corner_of(line) for line in lines]
    open_from = Counter(corners)
    kept = []
    for line, where in zip(lines, corners, strict=True):
        if where and open_from[where] > OF_ONE_CORNER:
            open_from[where] -= 1
            line.handle_close()
        else:
            kept.append(line)
    return kept


def _corner_of(line: Line) -> str:
    """Give where it comes from, unless that is this machine: a proxy may be there."""
    address = str(line.addr[0])
    with suppress(ValueError):
        if not ip_address(address.partition("%")[0]).is_loopback:
            return corner(address)
    return ""

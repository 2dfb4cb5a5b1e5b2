"""Nobody who sends or reads slowly keeps others from their pages.

There are few threads. A request comes to one of them only when it is here whole, head
and form, and a thread is free again as soon as its answer is written down; waitress
does both in one loop beside them. What it lacks stands here: whoever sends a byte now
and then is told after some seconds that it took too long.
"""

import os
import time
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server
from waitress.utilities import Error

# How long a request may be on its way, and how much of it has to be here for each
# second more: a phone with one bar sends faster.
SECONDS = 20
BYTES_A_SECOND = 500
LARGEST_HEAD = 32_768
# The largest file that a form takes is one of a laptop, with 1.4 million bytes.
LARGEST_FORM = 4_000_000
# An answer waits outside the threads up to this size, the larger ones on the disk.
LARGEST_WAITING = 256_000_000
IN_MEMORY = 1_000_000
# Somebody who neither sends nor reads for so long has gone.
QUIET_S = 30
LOOK_EVERY_S = 5
# Each takes one of the files that a process may have open, often 1,024.
CONNECTIONS = 600
SOCKET_BYTES = 65_536


class TooSlowError(Error):  # type: ignore[misc]
    """The answer to a request that did not come in time."""

    code = 408
    reason = "Request Timeout"


class Connection(HTTPChannel):  # type: ignore[misc]
    """A connection whose request has to be here in time."""

    # What has come of a request by now, if one is on its way.
    request: Any
    begun = 0.0

    def received(self, data: bytes) -> bool:
        """Take what came, and remember when its request began."""
        before = self.request
        taken = super().received(data)
        if self.request is not before:
            self.begun = time.monotonic()
        return bool(taken)

    def readable(self) -> bool:
        """Say whether more is waited for, after ending what took too long."""
        if self.request is not None and self._is_late():
            self._end()
        return bool(super().readable())

    def _is_late(self) -> bool:
        here = self.request.header_bytes_received + self.request.body_bytes_received
        allowed = SECONDS + here / BYTES_A_SECOND
        return bool(time.monotonic() - self.begun > allowed)

    def _end(self) -> None:
        with self.requests_lock:
            if self.requests:
                # Its turn has not come: an earlier one is being answered.
                return
            late, self.request = self.request, None
            late.error = TooSlowError("It took too long to send.")
            late.completed = True
            self.requests.append(late)
            self.server.add_task(self)


class TakesWhole(Worker):  # type: ignore[misc]
    """A worker of gunicorn that takes in requests whole, beside its threads."""

    def init_process(self) -> None:
        """Know of no connection yet."""
        self.open: dict[int, object] = {}
        self.doors: list[BaseWSGIServer] = []
        super().init_process()

    def run(self) -> None:
        """Serve until told to stop, then finish what has begun."""
        create_server(
            self.wsgi,
            map=self.open,
            sockets=[door.sock for door in self.sockets],
            threads=self.cfg.threads,
            # Who stands behind a proxy is read where it is known whether there is one.
            clear_untrusted_proxy_headers=False,
            ident=None,
            recv_bytes=SOCKET_BYTES,
            max_request_header_size=LARGEST_HEAD,
            max_request_body_size=LARGEST_FORM,
            outbuf_overflow=IN_MEMORY,
            inbuf_overflow=IN_MEMORY,
            outbuf_high_watermark=LARGEST_WAITING,
            connection_limit=CONNECTIONS,
            channel_timeout=QUIET_S,
            cleanup_interval=LOOK_EVERY_S,
            log_socket_errors=False,
        )
        self.doors = [one for one in self.open.values() if _is_door(one)]
        for door in self.doors:
            door.channel_class = Connection
        while self.alive and os.getppid() == self.ppid:
            self._go_on()
        self._finish()

    def handle_exit(self, sig: int, frame: object) -> None:
        """Stop soon, also where nobody is asking for anything."""
        super().handle_exit(sig, frame)
        for door in self.doors:
            door.pull_trigger()

    def _go_on(self) -> None:
        self.notify()
        wasyncore.loop(timeout=1, use_poll=True, map=self.open, count=1)

    def _finish(self) -> None:
        for door in self.doors:
            # Only the door: what wakes the loop is of use until the last answer is out.
            wasyncore.dispatcher.close(door)
        until = time.monotonic() + self.cfg.graceful_timeout
        while self._is_busy() and time.monotonic() < until:
            self._go_on()
        for door in self.doors:
            door.task_dispatcher.shutdown(cancel_pending=True, timeout=1)

    def _is_busy(self) -> bool:
        return any(
            one.requests or one.request is not None or one.total_outbufs_len
            for door in self.doors
            for one in door.active_channels.values()
        )


def _is_door(one: object) -> bool:
    return isinstance(one, BaseWSGIServer)

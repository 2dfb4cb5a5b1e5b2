"""Nobody who sends or reads slowly keeps others from their pages.

There are few threads. A request comes to one of them only when it is here whole, head
and form, and a thread is free again as soon as its answer is written down; waitress
does both in one loop beside them. What it lacks stands beside this: how long a line may
be kept (`lines`), and which requests are refused (`requests_read`).
"""

import os
import time

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

from commonweal.project import lines

LARGEST_HEAD = 32_768
# The largest file that a form takes is one of a laptop, with 1.4 million bytes.
LARGEST_FORM = 4_000_000
# An answer waits outside the threads up to this size, the larger ones on the disk.
LARGEST_WAITING = 256_000_000
IN_MEMORY = 1_000_000
LOOK_EVERY_S = 1
SOCKET_BYTES = 65_536


class TakesWhole(Worker):  # type: ignore[misc]
    """A worker of gunicorn that takes in requests whole, beside its threads."""

    def init_process(self) -> None:
        """Know of no connection yet."""
        self.open: dict[int, object] = {}
        self.doors: list[BaseWSGIServer] = []
        self.looked_at = 0.0
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
            connection_limit=lines.CONNECTIONS,
            channel_timeout=lines.QUIET_S,
            cleanup_interval=LOOK_EVERY_S,
            log_socket_errors=False,
        )
        self.doors = [one for one in self.open.values() if _is_door(one)]
        for door in self.doors:
            door.channel_class = lines.Line
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
        now = time.monotonic()
        if now > self.looked_at + LOOK_EVERY_S or self._is_nearly_full():
            self.looked_at = now
            for one in self._lines():
                one.end_if_late(now)
            lines.make_room(self._lines())

    def _finish(self) -> None:
        for door in self.doors:
            # Only the door: what wakes the loop is of use until the last answer is out.
            wasyncore.dispatcher.close(door)
        until = time.monotonic() + self.cfg.graceful_timeout
        while self._is_busy() and time.monotonic() < until:
            self._go_on()
        for door in self.doors:
            door.task_dispatcher.shutdown(cancel_pending=True, timeout=1)

    def _lines(self) -> list[lines.Line]:
        return [one for door in self.doors for one in door.active_channels.values()]

    def _is_nearly_full(self) -> bool:
        return len(self._lines()) > lines.CONNECTIONS - lines.SPARE

    def _is_busy(self) -> bool:
        return any(
            one.requests or one.request is not None or one.total_outbufs_len
            for one in self._lines()
        )


def _is_door(one: object) -> bool:
    return isinstance(one, BaseWSGIServer)

"""What of a request is taken as said, and what is never sent with an answer to it.

waitress reads requests and writes answers. Where it is lenient, two readers of one line
could disagree about where a request ends: such a request is refused, and nothing that
comes behind a request on a line is answered before the next is asked.
"""

import re
from typing import Any

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask, Task, WSGITask
from waitress.utilities import BadRequest

# What says how long the body is; each head of ours has one of them, once, or none.
LENGTHS = re.compile(rb"\r\n(content-length|transfer-encoding)[ \t]*:", re.IGNORECASE)
IN_PIECES = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE)
# How a piece begins, or what stands behind the last one.
LONGEST_BETWEEN_PIECES = 4096
# A large body in pieces of a few bytes costs seconds in which nobody else is heard.
SMALL_IN_ALL = 65_536
MOSTLY_BODY = 0.9


class Reading(HTTPRequestParser):  # type: ignore[misc]
    """A request on its way, of which it is certain where it ends."""

    def received(self, data: bytes) -> int:
        """Take what came; what comes behind the request ends the line."""
        taken = int(super().received(data))
        if self.chunked and not self.completed:
            self._refuse_what_is_no_piece()
        if self.completed and not self.empty:
            # Nobody waits for leave to send what is here whole, or is refused.
            self.expect_continue = False
            if data[taken:].strip():
                self.headers["CONNECTION"] = "close"
            taken = len(data)
        return taken

    def _refuse_what_is_no_piece(self) -> None:
        between = len(self.body_rcv.control_line) + len(self.body_rcv.trailer)
        came = self.body_bytes_received
        is_split_small = came > SMALL_IN_ALL and len(self.body_rcv) < MOSTLY_BODY * came
        if between > LONGEST_BETWEEN_PIECES or is_split_small:
            self.error = BadRequest("The pieces are too small, or begin too late.")
            self.completed = True

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, and refuse one that can be read in two ways."""
        try:
            super().parse_header(header_plus)
        except ValueError as wrong:
            # A length of thousands of digits, an address with half a bracket.
            raise ParsingError("The head cannot be read.") from wrong
        lengths = [one.lower() for one in LENGTHS.findall(header_plus)]
        in_pieces = lengths == [b"transfer-encoding"] and self.version == "1.1"
        if len(lengths) > 1 or in_pieces != bool(IN_PIECES.search(header_plus)):
            raise ParsingError("It is not certain how long the body is.")
        if self.body_rcv is None:
            self.expect_continue = False


class _Written(Task):  # type: ignore[misc]
    """An answer that is only a head where only a head was asked for."""

    def build_response_header(self) -> bytes:
        """Give the head, as it would be with a body."""
        head = super().build_response_header()
        if _asks_for_head(self.request):
            self.chunked_response = False
        return bytes(head)

    def write(self, data: bytes) -> None:
        """Write it, or the head of it."""
        super().write(b"" if _asks_for_head(self.request) else data)


class Answer(_Written, WSGITask):  # type: ignore[misc]
    """What a page says."""

    def get_environment(self) -> dict[str, Any]:
        """Tell the pages what is asked; a file is not sent where only a head is."""
        told: dict[str, Any] = super().get_environment()
        if _asks_for_head(self.request):
            told.pop("wsgi.file_wrapper", None)
        return told


class Refusal(_Written, ErrorTask):  # type: ignore[misc]
    """What is said to a request that is not taken."""


def _asks_for_head(request: Any) -> bool:
    return getattr(request, "command", "") == "HEAD"

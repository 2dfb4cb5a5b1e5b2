"""A mail server on this machine that takes, refuses, hangs and hangs up as it is told.

It speaks as much of SMTP (RFC 5321) as a client of ours says, over a real socket.
"""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

TAKEN = "250 taken"
# What the server does instead of answering.
HANGS, HANGS_UP = "hangs", "hangs up"


@dataclass
class MailServer:
    """What the server answers, and what it took."""

    # Asked with the address; what is answered to it.
    to_recipient: Callable[[str], str] = lambda _address: TAKEN
    # Asked with the letter; a server may take it and hang up without saying so.
    to_letter: Callable[[EmailMessage], str] = lambda _letter: TAKEN
    taken: list[EmailMessage] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def mailers(self, *, timeout: float = 5) -> dict[str, dict[str, object]]:
        """Give the settings by which letters go here."""
        options = {"host": "127.0.0.1", "port": self.port, "timeout": timeout}
        backend = "commonweal.foundation.people.jobs.Postbox"
        return {"default": {"BACKEND": backend, "OPTIONS": options}}

    def ids(self) -> list[str]:
        """Give the ids of the letters taken, in order."""
        return [letter["Message-ID"] for letter in self.taken]


class _SilentError(Exception):
    """The server says nothing more."""


class _Talk(socketserver.StreamRequestHandler):
    server: "_Listening"

    def handle(self) -> None:
        """Talk until the client goes, or is left."""
        told = self.server.told
        told.connections += 1
        self._say("220 here")
        try:
            while line := self.rfile.readline():
                if not self._answered(line.decode().strip(), told):
                    return
        except (_SilentError, OSError):
            return

    def _answered(self, line: str, told: MailServer) -> bool:
        word = line[:4].upper()
        if word == "RCPT":
            self._do(told.to_recipient(line.partition("<")[2].partition(">")[0]))
        elif word == "DATA":
            self._say("354 go on")
            self._do(self._letter(told))
        elif word == "QUIT":
            self._say("221 bye")
            return False
        else:
            self._say(TAKEN)
        return True

    def _letter(self, told: MailServer) -> str:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b".") if line[:2] == b".." else line)
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        answer = told.to_letter(letter)
        if answer == TAKEN:
            told.taken.append(letter)
        return answer

    def _do(self, answer: str) -> None:
        if answer == HANGS:
            self.server.told.over.wait(30)
            raise _SilentError
        if answer == HANGS_UP:
            raise _SilentError
        self._say(answer)

    def _say(self, answer: str) -> None:
        self.wfile.write(f"{answer}\r\n".encode())


class _Listening(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    told: MailServer


@contextmanager
def a_mail_server() -> Iterator[MailServer]:
    """Let a mail server listen for as long as this lasts."""
    told = MailServer()
    with _Listening(("127.0.0.1", 0), _Talk) as listening:
        listening.told = told
        told.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            told.over.set()
            listening.shutdown()
            thread.join()

"""A node's way to serve, with pages of two lines before it, and lines to it."""

import gc
import http.client
import io
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from commonweal.project.lines import Line
from tests.machine import ROOT

SOON = 20
HERE = "127.0.0.1"
LARGE = 20_000_000
CONFIG = """
from commonweal.project import lines
from commonweal.project.server import *

for name, value in {limits}.items():
    setattr(lines, name, value)
wsgi_app = "tests.project.served:pages"
"""
PATIENT = {"SECONDS": 600, "KEPT_S": 600, "QUIET_S": 600}


@dataclass(frozen=True, slots=True)
class Node:
    """Where it is served, by what process, and what that said."""

    port: int
    server: subprocess.Popen[bytes]
    log: Path


def pages(environ, start):
    """Answer with what was sent, with much, or with how many lines are open."""
    said = environ["wsgi.input"].read() or b"a page"
    match environ["PATH_INFO"]:
        case "/large":
            said = b"a" * LARGE
        case "/lines":
            lines = [one for one in gc.get_objects() if isinstance(one, Line)]
            said = str(sum(one.connected for one in lines)).encode()
        case "/in-parts":
            start("200 OK", [])
            return iter([said, said])
        case "/file" if "wsgi.file_wrapper" in environ:
            start("200 OK", [("Content-Length", str(len(said)))])
            return environ["wsgi.file_wrapper"](io.BytesIO(said))
    start("200 OK", [("Content-Length", str(len(said)))])
    return [said]


def serving(folder, **limits) -> Iterator[Node]:
    """Serve as a node does, until over."""
    with closing(socket.socket()) as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    config, log = folder / "config.py", folder / "log"
    config.write_text(CONFIG.format(limits=PATIENT | limits))
    command = [sys.executable, "-m", "gunicorn", "--config", str(config)]
    command += ["--bind", f"{HERE}:{port}", "--no-control-socket"]
    command += ["--log-level", "critical"]
    with log.open("wb") as told:
        server = subprocess.Popen(command, cwd=ROOT, stderr=told)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            asked(port)
            break
        except OSError:
            assert server.poll() is None
    yield Node(port, server, log)
    server.terminate()
    server.wait(60)


def asked(port, path="/", body=None, method="GET"):
    """Ask for a page and read it."""
    with closing(http.client.HTTPConnection(HERE, port, timeout=SOON)) as line:
        line.request(method, path, body=body)
        answer = line.getresponse()
        return answer.status, answer.read()


def line(port, *, began):
    """Open a line on which something began to be sent."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    opened.settimeout(60)
    opened.connect((HERE, port))
    opened.sendall(began)
    return opened


def all_of(opened):
    """Read a line to its end."""
    return b"".join(iter(lambda: opened.recv(65_536), b""))


def up_to(opened, end):
    """Read a line until something came on it."""
    came = b""
    while not came.endswith(end):
        more = opened.recv(1)
        assert more, came
        came += more
    return came

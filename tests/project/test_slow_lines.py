"""Whoever sends or reads slowly keeps nobody else from a page."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from tests.machine import ROOT

SOON = 5
HERE = "127.0.0.1"
LARGE = 20_000_000
CONFIG = """
from commonweal.project import whole_requests
from commonweal.project.server import *

whole_requests.SECONDS = {seconds}
wsgi_app = "tests.project.test_slow_lines:pages"
"""
FORM = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3000\r\n\r\na"
HEAD = b"GET / HTTP/1.1\r\nHost: here\r\nX: a"
FILE = b"GET /large HTTP/1.1\r\nHost: here\r\n\r\n"


def pages(environ, start):
    """Answer with what was sent, or with much."""
    sent = environ["wsgi.input"].read()
    said = b"a" * LARGE if environ["PATH_INFO"] == "/large" else sent or b"a page"
    start("200 OK", [("Content-Length", str(len(said)))])
    return [said]


def serving(folder, seconds):
    """Serve as a node does, and give the port."""
    with closing(socket.socket()) as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    config = folder / "config.py"
    config.write_text(CONFIG.format(seconds=seconds))
    command = [sys.executable, "-m", "gunicorn", "--config", str(config)]
    command += ["--bind", f"{HERE}:{port}", "--no-control-socket"]
    return port, subprocess.Popen([*command, "--log-level", "critical"], cwd=ROOT)


@pytest.fixture(scope="module")
def patient(tmp_path_factory) -> Iterator[int]:
    """Give the port of a node that waits long."""
    yield from _until_over(*serving(tmp_path_factory.mktemp("patient"), seconds=600))


@pytest.fixture(scope="module")
def hasty(tmp_path_factory) -> Iterator[int]:
    """Give the port of a node that waits a second."""
    yield from _until_over(*serving(tmp_path_factory.mktemp("hasty"), seconds=1))


def _until_over(port, server):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            asked(port)
            break
        except OSError:
            assert server.poll() is None
    yield port
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


@pytest.mark.parametrize("began", [FORM, HEAD, FILE], ids=["form", "head", "file"])
def test_twenty_slow_lines_keep_nobody_from_a_page(patient, began):
    with ExitStack() as open_lines:
        for _ in range(20):
            open_lines.enter_context(closing(line(patient, began=began)))

        answer = asked(patient)

    assert answer == (200, b"a page")


@pytest.mark.parametrize("began", [FORM, HEAD], ids=["form", "head"])
def test_who_sends_a_byte_now_and_then_is_told_that_it_took_too_long(hasty, began):
    with closing(line(hasty, began=began)) as slow:
        answer = slow.recv(1000)

    assert answer.startswith((b"HTTP/1.0 408 ", b"HTTP/1.1 408 "))


def test_a_form_is_taken_whole_in_whatever_pieces_it_comes(patient):
    pieces = (bytes([65 + n % 26]) * 997 for n in range(300))

    status, told = asked(patient, body=pieces, method="POST")

    assert status == 200
    assert len(told) == 300 * 997


def test_a_form_larger_than_any_of_ours_is_refused_unread(patient):
    large = FORM.replace(b"3000", b"300000000")

    with closing(line(patient, began=large)) as greedy:
        assert b" 413 " in greedy.recv(1000).splitlines()[0]


def test_a_node_that_is_told_to_stop_does_so_while_slow_lines_are_open(tmp_path):
    port, server = serving(tmp_path, seconds=1)
    served = _until_over(port, server)
    next(served)

    with closing(line(port, began=FORM)):
        server.terminate()

        assert server.wait(20) == 0
    served.close()

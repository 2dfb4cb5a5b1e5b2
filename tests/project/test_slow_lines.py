"""Whoever sends or reads slowly keeps nobody else from a page."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass

import pytest

from commonweal.project import lines
from commonweal.project.lines import (
    ASKS_NOTHING,
    BEGINS,
    IS_ANSWERED,
    SENDS_OR_READS,
    make_room,
)
from tests.project.served import LARGE, Node, all_of, asked, line, serving

FORM = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 3000\r\n\r\na"
HEAD = b"GET / HTTP/1.1\r\nHost: here\r\nX: a"
PAGE = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"
FILE = b"GET /large HTTP/1.1\r\nHost: here\r\n\r\n"
NOTHING = b"\r\n"


@pytest.fixture(scope="module")
def patient(tmp_path_factory) -> Iterator[Node]:
    """Give a node that waits long."""
    yield from serving(tmp_path_factory.mktemp("patient"))


@pytest.fixture(scope="module")
def hasty(tmp_path_factory) -> Iterator[Node]:
    """Give a node that waits a second for what is asked."""
    yield from serving(tmp_path_factory.mktemp("hasty"), SECONDS=1, KEPT_S=1)


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Iterator[Node]:
    """Give a node that has few lines, and waits long on each."""
    folder = tmp_path_factory.mktemp("small")
    yield from serving(folder, CONNECTIONS=40, SPARE=10)


@pytest.mark.parametrize("began", [FORM, HEAD, FILE], ids=["form", "head", "file"])
def test_twenty_slow_lines_keep_nobody_from_a_page(patient, began):
    with ExitStack() as open_lines:
        for _ in range(20):
            open_lines.enter_context(closing(line(patient.port, began=began)))

        answer = asked(patient.port)

    assert answer == (200, b"a page")


@pytest.mark.parametrize(
    "began",
    [NOTHING, HEAD, FORM, PAGE, FILE],
    ids=["none", "head", "form", "page", "file"],
)
def test_more_lines_than_there_can_be_keep_nobody_from_a_page(small, began):
    with ExitStack() as open_lines:
        for _ in range(60):
            open_lines.enter_context(closing(line(small.port, began=began)))

        answer = asked(small.port)

    assert answer == (200, b"a page")


@pytest.mark.parametrize("began", [FORM, HEAD], ids=["form", "head"])
def test_who_sends_a_byte_now_and_then_is_told_that_it_took_too_long(hasty, began):
    with closing(line(hasty.port, began=began)) as slow:
        answer = slow.recv(1000)

    assert answer.startswith((b"HTTP/1.0 408 ", b"HTTP/1.1 408 "))


@pytest.mark.parametrize("began", [b"", NOTHING, PAGE], ids=["", "empty", "answered"])
def test_a_line_on_which_only_empty_lines_come_is_closed(hasty, began):
    with closing(line(hasty.port, began=began)) as idle:
        idle.settimeout(0.1)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                idle.sendall(NOTHING)
                if not idle.recv(1000):
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was kept")


def test_a_line_on_which_nothing_is_read_is_ended(tmp_path):
    served = serving(tmp_path, QUIET_S=1)
    port = next(served).port

    with closing(line(port, began=FILE)) as unread:
        until = time.monotonic() + 60
        while asked(port, "/lines") != (200, b"1"):
            assert time.monotonic() < until
        came = all_of(unread)

    assert len(came) < LARGE
    served.close()


def test_a_form_is_taken_whole_in_whatever_pieces_it_comes(patient):
    pieces = (bytes([65 + n % 26]) * 997 for n in range(300))

    status, told = asked(patient.port, body=pieces, method="POST")

    assert status == 200
    assert len(told) == 300 * 997


def test_a_form_larger_than_any_of_ours_is_refused_unread(patient):
    large = FORM.replace(b"3000", b"300000000")

    with closing(line(patient.port, began=large)) as greedy:
        assert b" 413 " in greedy.recv(1000).splitlines()[0]


def test_a_node_that_is_told_to_stop_does_so_while_slow_lines_are_open(tmp_path):
    served = serving(tmp_path, SECONDS=1)
    node = next(served)

    with closing(line(node.port, began=FORM)):
        node.server.terminate()

        assert node.server.wait(20) == 0
    served.close()


@dataclass
class Stub:
    """A line from somewhere."""

    addr: tuple[str, int]
    moved_at: float
    does: int = ASKS_NOTHING
    begun: float = 0.0
    is_open: bool = True

    def doing(self):
        """Say what is done on it."""
        return self.does

    def handle_close(self):
        """Close it."""
        self.is_open = False


def from_corner(address, number, does=ASKS_NOTHING):
    """Give lines from an address, the oldest first."""
    return [Stub((address, 1), float(at), does) for at in range(number)]


@pytest.fixture
def no_proxy(monkeypatch):
    """Take addresses for those of who asks."""
    monkeypatch.setattr(lines, "BEHIND_PROXY", False)


def test_one_corner_of_the_network_has_only_so_many_lines(no_proxy):
    many = from_corner("192.0.2.7", lines.OF_ONE_CORNER + 2)
    other = from_corner("192.0.2.8", 1)

    make_room([*other, *reversed(many)])

    assert [one.moved_at for one in many if not one.is_open] == [0, 1]
    assert other[0].is_open


def test_many_addresses_of_one_household_are_one_corner(no_proxy):
    many = [
        one
        for host in range(lines.OF_ONE_CORNER + 1)
        for one in from_corner(f"2001:db8::{host:x}", 1)
    ]

    make_room(many)

    assert sum(not one.is_open for one in many) == 1


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "localhost"]
)
def test_lines_from_where_a_proxy_may_be_are_not_bound(no_proxy, address):
    many = from_corner(address, lines.OF_ONE_CORNER + 2)

    make_room(many)

    assert all(one.is_open for one in many)


def test_behind_a_proxy_no_address_is_looked_at(monkeypatch):
    monkeypatch.setattr(lines, "BEHIND_PROXY", True)
    many = from_corner("192.0.2.7", lines.OF_ONE_CORNER + 2)

    make_room(many)

    assert all(one.is_open for one in many)


def test_whoever_asks_nothing_goes_first_and_nobody_who_is_answered(monkeypatch):
    monkeypatch.setattr(lines, "CONNECTIONS", 10)
    monkeypatch.setattr(lines, "SPARE", 2)
    answered = from_corner("127.0.0.1", 5, IS_ANSWERED)
    begun = from_corner("127.0.0.1", 3, BEGINS)
    idle = from_corner("127.0.0.1", 1)

    make_room([*answered, *begun, *idle])

    assert [one.is_open for one in idle] == [False]
    assert [one.is_open for one in begun] == [False, False, True]
    assert all(one.is_open for one in answered)


def test_whoever_came_this_moment_makes_no_room_for_those_who_read(monkeypatch):
    monkeypatch.setattr(lines, "CONNECTIONS", 6)
    monkeypatch.setattr(lines, "SPARE", 1)
    reading = from_corner("127.0.0.1", 5, SENDS_OR_READS)
    just_come = Stub(("127.0.0.1", 1), time.monotonic())

    make_room([just_come, *reading])

    assert just_come.is_open
    assert sum(one.is_open for one in reading) == 3

"""Nobody makes two readers of a line disagree about where a request ends."""

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from waitress.adjustments import Adjustments

from commonweal.project.requests_read import Reading
from commonweal.project.whole_requests import LARGEST_FORM
from tests.project.served import Node, all_of, line, serving, up_to

GET = b"GET / HTTP/1.1\r\nHost: here\r\n"
POST = b"POST / HTTP/1.1\r\nHost: here\r\n"
LAST = b"GET /lines HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
PIECES = b"1\r\na\r\n0\r\n\r\n"
STATUS = re.compile(rb"HTTP/1\.[01] (\d+) ")
NOT_TWO_WAYS = {
    "both": b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" + PIECES,
    "both, the other way": b"Transfer-Encoding: chunked\r\ncontent-length: 0\r\n\r\n"
    + PIECES,
    "twice in pieces": b"Transfer-Encoding: chunked, chunked\r\n\r\n" + PIECES,
    "in pieces, on two lines": b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n" + PIECES,
    "in pieces of nothing": b"Transfer-Encoding:\r\n\r\n" + PIECES,
    "folded": b"Transfer-Encoding:\r\n chunked\r\n\r\n" + PIECES,
    "two lengths": b"Content-Length: 1\r\nContent-Length: 2\r\n\r\naa",
    "the same length twice": b"Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
    "a length of 5000 digits": b"Content-Length: " + b"1" * 5000 + b"\r\n\r\n",
    "folded, of 5000 digits": b"Content-Length:\r\n " + b"1" * 5000 + b"\r\n\r\n",
    "pieces without end": b"Transfer-Encoding: chunked\r\n\r\n" + b"1" * 5000,
}


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[Node]:
    """Give a node that waits long."""
    yield from serving(tmp_path_factory.mktemp("node"))


def answers(node, sent):
    """Give all that comes on a line on which something is sent."""
    with closing(line(node.port, began=sent)) as opened:
        return all_of(opened)


@pytest.mark.parametrize("path", [b"/", b"/large", b"/file", b"/in-parts"])
def test_who_asks_for_a_head_gets_no_body(node, path):
    head = b"HEAD " + path + b" HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"

    said = answers(node, head)

    assert STATUS.findall(said) == [b"200"]
    assert said.partition(b"\r\n\r\n")[2] == b""


def test_a_head_says_how_long_the_page_is_and_the_line_goes_on(node):
    with closing(
        line(node.port, began=b"HEAD / HTTP/1.1\r\nHost: here\r\n\r\n")
    ) as opened:
        said = up_to(opened, b"\r\n\r\n")
        opened.sendall(LAST)
        rest = all_of(opened)

    assert b"Content-Length: 6\r\n" in said
    assert rest.startswith(b"HTTP/1.1 200 OK")


def test_a_head_that_is_refused_has_no_body(node):
    said = answers(node, b"HEAD / HTTP/1.1\r\nContent-Length: a\r\n\r\n")

    assert STATUS.findall(said) == [b"400"]
    assert said.endswith(b"\r\n\r\n")
    assert said.count(b"\r\n\r\n") == 1


@pytest.mark.parametrize("head", NOT_TWO_WAYS.values(), ids=NOT_TWO_WAYS)
def test_what_can_be_read_in_two_ways_is_refused_and_the_line_closed(node, head):
    said = answers(node, POST + head + LAST)

    assert STATUS.findall(said) == [b"400"]
    assert b"exception" not in node.log.read_bytes()


def test_older_requests_do_not_come_in_pieces(node):
    older = b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"

    assert STATUS.findall(answers(node, older + PIECES)) == [b"400"]


def test_an_address_that_is_none_is_refused_and_nothing_stands_in_the_log(node):
    said = answers(node, b"GET http://[ HTTP/1.1\r\nHost: here\r\n\r\n")

    assert STATUS.findall(said) == [b"400"]
    assert b"exception" not in node.log.read_bytes()


def test_what_comes_behind_a_request_before_its_answer_is_not_answered(node):
    said = answers(node, GET + b"\r\n" + LAST)

    assert STATUS.findall(said) == [b"200"]
    assert said.endswith(b"a page")


def test_an_empty_line_behind_a_form_closes_nothing(node):
    form = POST + b"Content-Length: 1\r\n\r\na\r\n"
    with closing(line(node.port, began=form)) as opened:
        said = up_to(opened, b"\r\n\r\na")
        opened.sendall(LAST)
        rest = all_of(opened)

    assert said.startswith(b"HTTP/1.1 200 OK")
    assert rest.startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("length", [b"", b"Content-Length: 0\r\n"], ids=["none", "0"])
def test_who_waits_for_leave_to_send_nothing_is_answered_at_once(node, length):
    said = answers(
        node, GET + length + b"Expect: 100-continue\r\nConnection: close\r\n\r\n"
    )

    assert STATUS.findall(said) == [b"200"]
    assert said.endswith(b"a page")


def test_who_waits_for_leave_to_send_too_much_is_refused_at_once(node):
    long = b"Content-Length: 300000000\r\nExpect: 100-continue\r\n\r\n"

    assert STATUS.findall(answers(node, POST + long)) == [b"413"]


def test_who_waits_for_leave_to_send_a_form_gets_it(node):
    form = POST + b"Content-Length: 1\r\nExpect: 100-continue\r\nConnection: close\r\n"
    with closing(line(node.port, began=form + b"\r\n")) as opened:
        leave = up_to(opened, b"\r\n\r\n")
        opened.sendall(b"a")
        said = all_of(opened)

    assert leave == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert said.endswith(b"\r\n\r\na")


def test_a_large_form_in_pieces_of_a_byte_is_refused_before_it_takes_long():
    form = Reading(Adjustments(max_request_body_size=LARGEST_FORM))
    form.received(POST + b"Transfer-Encoding: chunked\r\n\r\n")

    for _ in range(12):
        form.received(b"1\r\na\r\n" * 1000)

    assert form.completed
    assert form.error.code == 400

"""No way out: whatever is asked of this node, it asks nobody.

The machine's own hook tells of every connection that is begun and every name that is
looked up, by whatever library, while every page is read, every form is sent and every
duty is done. Only the sender of letters, the store of backups and, where there is one,
`nodes/fetch` may; none of them is a page.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation import duties
from tests.interfaces.api import test_access as api
from tests.interfaces.api.conftest import program_of
from tests.interfaces.web.access.asking import Asker, routes

pytestmark = pytest.mark.django_db

WAYS_OUT = {
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "socket.sendto",
    "socket.sendmsg",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "urllib.Request",
    "http.client.connect",
    "ftplib.connect",
    "smtplib.connect",
    "webbrowser.open",
}
_begun: list[str] | None = None


def _hear(event: str, args: tuple[object, ...]) -> None:
    if _begun is not None and event in WAYS_OUT and not _is_the_database(args):
        _begun.append(f"{event} {args!r}"[:200])


def _is_the_database(args: tuple[object, ...]) -> bool:
    """Say whether it is the database's own door, on this machine."""
    host = str(settings.DATABASES["default"].get("HOST", ""))
    return bool(host) and host in repr(args)


@cache
def _put_an_ear_to_it() -> None:
    """Add the hook once, when first asked: it slows all that comes after.

    It can never be taken away, so it hears only while somebody listens.
    """
    sys.addaudithook(_hear)


@contextmanager
def heard() -> Iterator[list[str]]:
    """Give what goes out meanwhile."""
    global _begun
    _put_an_ear_to_it()
    _begun = []
    try:
        yield _begun
    finally:
        _begun = None


@pytest.mark.parametrize("who", ["stranger", "hugo"])
def test_no_page_and_no_form_asks_another_machine(hall, who):
    asker = Asker(hall, who)

    with heard() as begun:
        for route in routes():
            for method in ("GET", "POST"):
                asker.ask(route, method)

    assert begun == []


def test_no_operation_asks_another_machine(hall):
    program = program_of(hall.world.hugo)

    with heard() as begun:
        for one in api.OPERATIONS:
            one.ask(program, hall.world.hall.address, hall.world.ids)

    assert begun == []


def test_no_duty_asks_another_machine(hall):
    with heard() as begun:
        duties.settle(hall.world.hall, at=hall.at)
        for name in settings.DUTIES:
            import_string(name)(hall.at)

    assert begun == []


def test_an_address_in_somebodys_words_is_not_looked_at(hall):
    asker = Asker(hall, "hugo")
    here = f"/i/{hall.world.hall.address}/decisions/{hall.things['open']}/"
    words = "![a](http://evil.example/a.png) <http://evil.example/> http://10.0.0.1/"

    with heard() as begun:
        asker.browser.post(here + "say/", {"text": words})
        asker.browser.get(here)
        asker.browser.post("/sign-in/", {"email": "a@evil.example"})

    assert begun == []


def test_a_way_out_would_be_heard():
    """Or nothing above would prove anything."""
    with heard() as begun, socket.socket() as door, pytest.raises(AssertionError):
        door.connect(("192.0.2.1", 80))
    with heard() as looked_up:
        socket.getaddrinfo("127.0.0.1", 80)

    assert begun == [], "our own guard stands before the machine's"
    assert looked_up

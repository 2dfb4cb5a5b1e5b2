"""The log: no line that somebody else wrote into it, and nothing that opens a door.

Whatever breaks while it holds a ballot, a code or a token says only what kind of thing
broke and where in the code.
"""

import ast
from pathlib import Path

import pytest
from django.test import Client

import commonweal
from commonweal.capabilities.decisions import actions as decisions
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.people import actions as people
from tests.interfaces.web.access.asking import Asker
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db

SOURCE = Path(commonweal.__file__).parent
FORGED = "ERROR commonweal: forged"
LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\u2028", "\x85")
LEVELS = ("debug", "info", "warning", "error", "exception", "critical")


def break_down(*held: object, **more: object) -> None:
    """Break while holding all that was handed over, and name it."""
    raise RuntimeError(f"it broke over {held} and {more}")


@pytest.mark.parametrize("end", LINE_ENDS)
def test_nobody_writes_a_line_of_their_own_into_the_log(hall, log, monkeypatch, end):
    monkeypatch.setattr(decisions, "cast_ballot", break_down)
    browser = browser_of(hall.who["hugo"])
    browser.raise_request_exception = False
    bad = f"x{end}{FORGED}"
    here = f"/i/{hall.world.hall.address}/decisions/{hall.things['open']}/"

    browser.get("/" + bad + "/")
    browser.post("/sign-in/code/", {"code": bad})
    browser.post("/sign-in/", {"email": bad})
    browser.post(f"/join/{bad}/", {"my_name": bad})
    browser.post(here + "say/", {"text": bad})
    broke = browser.post(here + "ballot/1/", {"answer": "yes", "more": bad})

    assert broke.status_code == 500
    assert "RuntimeError" in log.getvalue()
    assert "forged" not in log.getvalue()


def _vote(hall):
    where = f"/i/{hall.world.hall.address}/decisions/{hall.things['secret_open']}/"
    browser = Asker(hall, "hugo").browser
    return browser.post(where + "ballot/1/", {"answer": "no", "looked": "1"}), (
        "'no'",
        str(hall.world.hugo.pk),
    )


def _paper(hall):
    said = {"code": "TELL-TALE-CODE"}
    return Client(raise_request_exception=False).post("/sign-in/code/", said), ("TELL",)


def _mail(hall):
    client = Client(raise_request_exception=False)
    return client.post("/sign-in/", {"email": "tell@tale.example"}), ("tell@tale",)


def _join(hall):
    client = Client(raise_request_exception=False)
    code = hall.things["code"]
    return client.post(f"/join/{code}/", {"my_name": "Telltale"}), (code, "Telltale")


BROKEN = {
    "a secret ballot": (decisions, "cast_ballot", _vote),
    "a code on paper": (people, "sign_in_by_code", _paper),
    "a mail address": (people, "send_sign_in_link", _mail),
    "an invitation": (joining, "join", _join),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_breaks_over_a_secret_tells_it_to_nobody(
    hall, log, monkeypatch, capfd, what
):
    module, name, send = BROKEN[what]
    monkeypatch.setattr(module, name, break_down)

    answer, secrets = send(hall)

    shown = answer.content.decode()
    printed = "".join(capfd.readouterr())
    assert answer.status_code == 500
    assert "RuntimeError" in log.getvalue()
    for one in secrets:
        assert one not in shown
        assert one not in log.getvalue() + printed


def test_what_our_own_code_says_never_holds_what_it_met():
    """A message is words that stand in the code: it is told as it stands."""
    wrong = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "logger", "logging"}
        and node.func.attr in LEVELS
        and not isinstance(node.args[0], ast.Constant)
    ]

    assert not wrong

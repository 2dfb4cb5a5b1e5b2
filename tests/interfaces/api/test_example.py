"""The program in the documents runs, with nothing but Python, against a real server."""

import os
import subprocess
import sys

import pytest

from tests.builders import a_member, an_institution, day
from tests.clock import stopped
from tests.interfaces.api.conftest import program_of
from tests.interfaces.web.visitors import put
from tests.machine import ROOT

EXAMPLE = ROOT / "docs" / "how-to" / "examples" / "ask_commonweal.py"


@pytest.mark.django_db(transaction=True)
def test_the_example_tells_what_waits_for_somebody(live_server, monkeypatch):
    union = an_institution()
    ben = a_member(union, "Ben")
    put(union, a_member(union, "Chidi"), "Shall we paint the stairs?", at=day(1))
    stopped(monkeypatch, day(1))

    done = subprocess.run(
        [sys.executable, "-I", EXAMPLE],
        env=os.environ
        | {"COMMONWEAL_NODE": live_server.url, "COMMONWEAL_KEY": program_of(ben).code},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Shall we paint the stairs?" in done.stdout


def test_the_example_is_short_enough_to_be_read():
    code = EXAMPLE.read_text().partition('"""\n\n')[2]

    assert len([line for line in code.splitlines() if line.strip()]) <= 22

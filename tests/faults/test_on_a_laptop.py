"""A node and a laptop: the cable is pulled, the room decides, it comes back once."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import machine
from tests.faults.conftest import ON_BOTH_IN_TIME, PATIENCE_S, _environment
from tests.faults.phones import OPTION, Phone

COMMAND = (sys.executable, "-m", "commonweal.interfaces.cli.main", "assembly")
CODE = re.compile(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}")
ROOM = re.compile(r"code of the room: ([0-9A-Z-]+)")
DESK = re.compile(r"code of this desk.*: ([0-9A-Z-]+)")

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

type Step = Callable[..., dict[str, Any]]


@pytest.fixture
def node(engine: str, tmp_path: Path) -> Step:
    """Do one step on the node, in a process of its own."""

    def step(name: str, *arguments: str) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.node_story", name, *arguments],
            cwd=machine.ROOT,
            env=_environment(engine, tmp_path),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return report

    return step


class Laptop:
    """A laptop with a folder of its own, and no way to the node."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "laptop"
        self.env = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COMMONWEAL_", "DJANGO_"))
        } | {"PYTHONPATH": str(machine.ROOT / "src")}
        self.serving: subprocess.Popen[str] | None = None

    @property
    def code(self) -> str:
        """The code that it shows."""
        return CODE.findall(self.said())[0]

    def said(self, *words: str, status: int = 0) -> str:
        """Let it do something, and give what it says."""
        done = subprocess.run(
            [*COMMAND, *words, "--folder", str(self.folder)],
            cwd=machine.ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done.stdout + done.stderr

    def opens(self, file: Path) -> tuple[str, str, str]:
        """Open the room; give its address, its code and the code of the desk."""
        port = _free_port()
        words = [*COMMAND, str(file), "--port", str(port), "--folder", self.folder]
        self.serving = subprocess.Popen(
            [str(one) for one in words],
            cwd=machine.ROOT,
            env=self.env,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.serving.stdout
        told = ""
        for line in self.serving.stdout:
            told += line
            if "For the wall" in line:
                break
        address = f"http://127.0.0.1:{port}"
        _wait_for(port)
        return address, ROOM.findall(told)[0], DESK.findall(told)[0]

    def is_unplugged(self) -> None:
        """Take the power away."""
        if self.serving is not None:
            self.serving.send_signal(signal.SIGTERM)
            self.serving.wait(PATIENCE_S)
            self.serving = None


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    there = Laptop(tmp_path)
    yield there
    there.is_unplugged()


def an_evening(address: str, room: str, desk: str) -> None:
    """Let Asha lead from the laptop and Ben answer by phone, and a key be bought."""
    asha, ben = Phone(address), Phone(address)
    asha.come_in(desk, "Asha")
    ben.come_in(room, "Ben")
    here = ben.at.removeprefix(address)
    asha.read(here)
    ids = {name: id_ for id_, name in OPTION.findall(asha.page)}

    def did(phone: Phone, deed: str, **more: str) -> None:
        phone.read(here)
        phone.send(f"{here}act/", deed=deed, **more)
        assert phone.status == 200, phone.page

    did(asha, "hand_on", what="minute_taker", about=ids["Ben"])
    did(asha, "open")
    did(ben, "choose_channel", what="phone")
    did(asha, "turn_to", item="1")
    did(asha, "decide", item="1")
    did(ben, "answer", what="yes")
    did(asha, "count", yes="1", no="0", abstain="0")
    did(ben, "count", yes="1", no="0", abstain="0")
    did(asha, "end_decision")
    did(asha, "close")


@pytest.fixture
def taken(node: Step, laptop: Laptop, tmp_path: Path) -> Path:
    """Give the file for the laptop, of an assembly that was called."""
    node("called")
    file = tmp_path / "to-laptop.json"
    node("taken", laptop.code, str(file))
    return file


@ON_BOTH_IN_TIME
def test_the_room_decides_on_the_laptop_and_it_comes_back_once(
    node: Step, laptop: Laptop, taken: Path, tmp_path: Path
) -> None:
    an_evening(*laptop.opens(taken))
    laptop.is_unplugged()
    laptop.said(str(taken), "--finish", "--to", str(tmp_path))
    [came] = tmp_path.glob("*-from-laptop.json")
    changed = tmp_path / "changed.json"
    changed.write_bytes(came.read_bytes()[:-40] + b"A" + came.read_bytes()[-39:])
    before = node("state")

    refused = node("brought", str(changed))
    late = node("brought", str(came), "200")

    assert refused == {"refused": "result_unreadable"} | before
    assert late == {"refused": "result_is_late"} | before

    killed = node("killed_while_bringing_in", str(came))

    after = {json.dumps(one) for one in killed["after_deaths"]}
    whole = killed["in_the_end"]
    assert len(killed["after_deaths"]) > 5
    # After each death there is nothing of it or all of it.
    assert after <= {json.dumps(before), json.dumps(whole)}
    assert whole["stage"] == "closed"
    assert whole["results"] == [[2, 0, 0]]
    assert whole["away"] == 0
    assert whole["broken"] == []
    assert whole["deeds"][0] == "take_along"
    assert whole["deeds"][-2:] == ["close", "bring_in"]

    again = node("brought", str(came))

    assert again == {"refused": "result_is_here"} | whole

    not_yet = laptop.said(str(taken), "--forget", "00000000", status=2)
    laptop.said(str(taken), "--forget", node("number")["result"][:16])

    assert "Nobody else has this assembly yet" in not_yet
    assert [one.name for one in laptop.folder.iterdir()] == ["laptop.key"]
    assert laptop.said(str(taken), "--forget", "00000000", status=2)


@ON_SQLITE
def test_what_was_done_outlasts_a_laptop_that_goes_out(
    laptop: Laptop, taken: Path
) -> None:
    address, room, desk = laptop.opens(taken)
    Phone(address).come_in(desk, "Asha")
    laptop.is_unplugged()

    address, again, _ = laptop.opens(taken)

    phone = Phone(address)
    phone.come_in(room, "Ben")
    assert again == room
    assert "Asha" in phone.page


@ON_SQLITE
def test_a_file_is_for_one_laptop(laptop: Laptop, taken: Path, tmp_path: Path) -> None:
    other = Laptop(tmp_path / "other")

    said = other.said(str(taken), status=2)

    assert "not for this laptop" in said


def _free_port() -> int:
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    """Wait until somebody listens there: the page says so by answering."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        with closing(socket.socket()) as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nobody listens")

"""A node and a laptop: the cable is pulled, the room decides, it comes back once."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import machine
from tests.faults.conftest import ON_BOTH_IN_TIME, PATIENCE_S, _environment
from tests.faults.phones import OPTION, Phone
from tests.laptops import Laptop

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

"""A laptop beside a node: its command in a process of its own, on its own clock."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests import machine

COMMAND = (sys.executable, "-m", "commonweal.interfaces.cli.main", "assembly")
CODE = re.compile(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}")
ROOM = re.compile(r"code of the room: ([0-9A-Z-]+)")
DESK = re.compile(r"code of this desk.*: ([0-9A-Z-]+)")
PATIENCE_S = 120


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

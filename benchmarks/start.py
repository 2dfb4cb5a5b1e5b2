"""From a fresh clone to the first page, and from a second start.

`python benchmarks/start.py [--clone URL]` clones the repository to a temporary folder,
runs `bin/run` there twice with the packages that earlier runs left in the cache, and
prints the seconds until the front page came, with what it took to load.
"""

import argparse
import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FIRST_START_S = 60
SECOND_START_S = 5
PATIENCE_S = 300


class Start(NamedTuple):
    """One start: how long until a page came, and how large the page was."""

    seconds: float
    status: int
    size: int


def main(arguments: Sequence[str]) -> int:
    """Measure both starts; give 1 if either takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clone", default=str(ROOT), help="where to clone from")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="commonweal-start-") as folder:
        tree = Path(folder) / "commonweal"
        began = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", options.clone, tree], check=True)
        first = start(tree, began)
        second = start(tree, time.monotonic())
    print(f"fresh clone to page: {told(first)}; may take {FIRST_START_S} s")
    print(f"second start:        {told(second)}; may take {SECOND_START_S} s")
    in_time = first.seconds <= FIRST_START_S and second.seconds <= SECOND_START_S
    return 0 if in_time and first.status == second.status == 200 else 1


def start(tree: Path, began: float) -> Start:
    """Run `bin/run` until the address it prints gives a page, and stop it again."""
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith("COMMONWEAL")
    }
    server = subprocess.Popen(
        ["./bin/run"],
        cwd=tree,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        return page(address(server, began), began)
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait(30)


def address(server: subprocess.Popen[str], began: float) -> str:
    """Read on until the address is printed."""
    assert server.stdout
    for line in server.stdout:
        print(f"  {time.monotonic() - began:5.1f} s  {line.rstrip()}", flush=True)
        if found := re.search(r"http://([\w.]+:\d+)/", line):
            return found[1]
    raise SystemExit("bin/run ended without an address")


def page(host: str, began: float) -> Start:
    """Fetch the front page."""
    door = http.client.HTTPConnection(host, timeout=PATIENCE_S)
    door.request("GET", "/")
    answer = door.getresponse()
    size = len(answer.read())
    return Start(time.monotonic() - began, answer.status, size)


def told(start: Start) -> str:
    """Say one start in words."""
    return f"{start.seconds:.1f} s (status {start.status}, {start.size} bytes)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

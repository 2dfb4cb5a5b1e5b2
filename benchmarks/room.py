"""A hall of phones on one assembly: `python -m benchmarks.room [--phones N]`.

One process serves the pages (gunicorn, four threads), one the news; phones run beside
them on the same cores. What is measured: after how long an answer is on every screen
(bar: 95 of 100 within 1 s), and how votes sent over half a minute fare (bar: none lost,
95 of 100 within 300 ms). Beside the first stands what it costs to draw the part of one
phone alone, times the phones: with one core for the pages no screen can have it sooner
than the last of these is drawn. On SQLite, or with `--database` where the tables lie.
Gives 1 if a bar is missed.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager

from benchmarks.casting import ROOT, ran, wait_for

SOON_S, QUICK_S, RUSH_S, PROBES = 1.0, 0.3, 30.0, 5
PAGES = "python:commonweal.project.server"
NEWS = "python:commonweal.project.news_server"


def main(words: Sequence[str]) -> int:
    """Fill a room, let the phones in, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--votes", type=int, default=400)
    parser.add_argument("--workers", type=int, default=1, help="processes for pages")
    parser.add_argument("--database", default="", help="a URL; else SQLite")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="commonweal-room-") as folder:
        told, kept = lived_through(folder, options)
    return judged(told, kept, options)


def lived_through(
    folder: str, options: argparse.Namespace
) -> tuple[dict[str, list[float]], dict[str, int]]:
    """Give what the phones saw, and what stands in the tables afterwards."""
    ports = _free_ports()
    environment = os.environ | {
        "COMMONWEAL_DATA": folder,
        "COMMONWEAL_NEWS": f":{ports[1]}/",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    if options.database:
        environment["COMMONWEAL_DATABASE_URL"] = options.database
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    fill = [sys.executable, "-m", "benchmarks.room_filled"]
    plan = json.loads(ran([*fill, str(options.phones)], environment))
    plan |= {"votes": options.votes, "probes": PROBES}
    phones = [sys.executable, "-m", "benchmarks.room_phones", *map(str, ports)]
    with ExitStack() as open_:
        for config, port, workers in (
            (PAGES, ports[0], options.workers),
            (NEWS, ports[1], 1),
        ):
            open_.enter_context(serving(config, port, workers, environment))
        told = json.loads(ran([*phones, str(RUSH_S)], None, json.dumps(plan)))
    return told, json.loads(ran([*fill, "count"], environment))


@contextmanager
def serving(
    config: str, port: int, workers: int, environment: dict[str, str]
) -> Iterator[None]:
    """Serve pages or news."""
    command = [sys.executable, "-m", "gunicorn", "--config", config]
    command += ["-b", f"127.0.0.1:{port}", "--workers", str(workers)]
    server = subprocess.Popen(
        [*command, "--log-level", "error"], env=environment, cwd=ROOT
    )
    try:
        wait_for(port)
        yield
    finally:
        server.terminate()
        server.wait(60)


def judged(
    told: dict[str, list[float]], kept: dict[str, int], options: argparse.Namespace
) -> int:
    """Print what was measured beside its bar; 1 if one is missed."""
    screens, votes = sorted(told["screens"]), told["votes"]
    alone: float = told["alone"]  # type: ignore[assignment]
    limit = alone * options.phones / options.workers
    times = sorted(seconds for _, seconds in votes)  # type: ignore[misc]
    failed = sum(status != 302 for status, _ in votes)  # type: ignore[misc]
    lost = options.votes + PROBES - failed - kept["answers"]
    soon, quick = _p95(screens), _p95(times)
    print(
        f"{options.phones} phones: one alone gets its part in {alone * 1000:.1f} ms, "
        f"all one after another in {limit:.2f} s; that is {soon / limit:.2f} x"
    )
    held = {
        f"on a screen: p50 {screens[len(screens) // 2]:.2f} s, p95 {soon:.2f} s": soon
        <= SOON_S,
        f"a vote: p50 {times[len(times) // 2] * 1000:.0f} ms, "
        f"p95 {quick * 1000:.0f} ms": quick <= QUICK_S,
        f"{options.votes} votes in {RUSH_S:.0f} s, {failed} refused, {lost} lost": (
            not failed and not lost
        ),
    }
    for said, holds in held.items():
        print(f"{'holds ' if holds else 'MISSED'} {said}")
    return 0 if all(held.values()) else 1


def _p95(sorted_: Sequence[float]) -> float:
    return sorted_[min(len(sorted_) * 95 // 100, len(sorted_) - 1)]


def _free_ports() -> tuple[int, int]:
    with closing(socket.socket()) as one, closing(socket.socket()) as other:
        for door in (one, other):
            door.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

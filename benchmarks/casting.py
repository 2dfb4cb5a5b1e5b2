"""Casting over HTTP against a bare Django view: `python -m benchmarks.casting`.

Both sites run under the same server (gunicorn, one worker, four threads) on SQLite, one
after the other in turn, and neither answers before the disk has what was sent. 32
browsers send the forms of as many different signed-in people. The bare view
(`benchmarks/bare`) has sessions, CSRF and the signed-in user, and keeps one row. The
two are held against each other round by round, and the middle of the rounds is judged:
a shared machine goes half as fast again within minutes. Gives 1 if an open ballot
misses a bar; what a secret one costs, which is sealed besides, is shown with it.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
LEAST_RATE, MOST_CPU, MOST_P99 = 0.8, 2.5, 2.5
CLIENTS, ROUNDS = 32, 7
WARM_UP = 100


class Site(NamedTuple):
    """A site: the module that fills it, the one that serves it, and with what."""

    fill: str
    serve: str
    filled_with: tuple[str, ...] = ()


BARE, OPEN, SECRET = "bare Django", "open ballot", "secret ballot"
SITES = {
    BARE: Site("benchmarks.bare.fill", "benchmarks.bare.wsgi"),
    OPEN: Site("benchmarks.crowd", "commonweal.project.wsgi", ("open",)),
    SECRET: Site("benchmarks.crowd", "commonweal.project.wsgi", ("secret",)),
}


class Run(NamedTuple):
    """What one run of a site gave."""

    rate: float
    cpu_ms: float
    p50: float
    p99: float
    failed: int


def main(words: Sequence[str]) -> int:
    """Measure both, print the table, and say whether it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=1500, help="forms in a run")
    parser.add_argument("--workers", type=int, default=1, help="server processes")
    options = parser.parse_args(words)
    runs: dict[str, list[Run]] = {name: [] for name in SITES}
    for _ in range(ROUNDS):
        for name, site in SITES.items():
            runs[name].append(measured(site, options.forms, options.workers))
    for name, some in runs.items():
        print(f"{name:13}", told(middle_of(some)))
    return judged(runs[BARE], runs[OPEN])


def judged(bare: Sequence[Run], ours: Sequence[Run]) -> int:
    """Print each ratio with its bar; 1 if one is missed."""
    rounds = list(zip(ours, bare, strict=True))
    rates = sorted(one.rate / other.rate for one, other in rounds)
    rate, cpu = median(rates), median(a.cpu_ms / b.cpu_ms for a, b in rounds)
    spread = median(one.p99 / one.p50 for one in ours)
    failed = sum(one.failed for one in ours)
    held = {
        f"rate {rate:.2f} x ({rates[0]:.2f} to {rates[-1]:.2f})": rate >= LEAST_RATE,
        f"CPU {cpu:.2f} x": cpu <= MOST_CPU,
        f"p99 {spread:.2f} x p50": spread <= MOST_P99,
        f"{failed} failed": not failed,
    }
    for said, holds in held.items():
        print(f"{'holds ' if holds else 'MISSED'} {said}")
    return 0 if all(held.values()) else 1


def told(run: Run) -> str:
    """Say a run in one line."""
    return (
        f"{run.rate:7.1f} a second, {run.cpu_ms:6.2f} ms of CPU each, "
        f"p50 {run.p50 * 1000:6.1f} ms, p99 {run.p99 * 1000:6.1f} ms, "
        f"{run.failed} failed"
    )


def middle_of(runs: Sequence[Run]) -> Run:
    """Give the median of each figure, and all failures."""
    *figures, failed = zip(*runs, strict=True)
    return Run(*(median(one) for one in figures), failed=sum(failed))


def measured(site: Site, forms: int, workers: int) -> Run:
    """Fill a site, serve it, send it forms, and see what it took."""
    with tempfile.TemporaryDirectory(prefix="commonweal-cast-") as folder:
        environment = os.environ | {
            "COMMONWEAL_DATA": folder,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        plan = json.loads(ran(fill(site, WARM_UP + forms), environment))
        with served(site, workers, environment) as (port, server):
            send(port, plan | {"keys": plan["keys"][:WARM_UP]})
            before = cpu_seconds(server)
            answers = send(port, plan | {"keys": plan["keys"][WARM_UP:]})
            return figures(answers, cpu_seconds(server) - before)


def fill(site: Site, people: int) -> list[str]:
    """Say how a site is filled with so many people."""
    return [sys.executable, "-m", site.fill, str(people), *site.filled_with]


def figures(sent: dict[str, Any], cpu: float) -> Run:
    """Turn answers into figures."""
    times = sorted(seconds for _, seconds in sent["answers"])
    return Run(
        rate=len(times) / sent["seconds"],
        cpu_ms=cpu / len(times) * 1000,
        p50=times[len(times) // 2],
        p99=times[len(times) * 99 // 100],
        failed=sum(status != 302 for status, _ in sent["answers"]),
    )


@contextmanager
def served(
    site: Site, workers: int, environment: dict[str, str]
) -> Iterator[tuple[int, int]]:
    """Serve a site; give its port and its first process."""
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", site.serve, "-b", f"127.0.0.1:{port}"]
    command += ["--config", "python:commonweal.project.server"]
    command += ["--workers", str(workers), "--log-level", "error"]
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        wait_for(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port: int) -> None:
    """Wait until somebody answers."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            time.sleep(1)
            return
    raise SystemExit("the server never answered")


def send(port: int, plan: dict[str, Any]) -> dict[str, Any]:
    """Let the browsers send a plan."""
    command = [sys.executable, "-m", "benchmarks.clients", str(port), str(CLIENTS)]
    answers: dict[str, Any] = json.loads(ran(command, None, json.dumps(plan)))
    return answers


def cpu_seconds(server: int) -> float:
    """Add up what the server's workers have used, kernel included."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    used = [
        Path(f"/proc/{child}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        for child in children
    ]
    return sum(int(one) for pair in used for one in pair) / os.sysconf("SC_CLK_TCK")


def ran(
    command: list[str], environment: dict[str, str] | None, given: str | None = None
) -> str:
    """Run a command to its end and give the last line it printed."""
    done = subprocess.run(
        command,
        env=environment,
        cwd=ROOT,
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

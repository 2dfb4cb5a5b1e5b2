"""Serve a node on this machine: tables made, the demo loaded, its worker running.

`bin/run` calls this in the environment it made. It keeps everything in one folder that
only this user may look into (`var`, or COMMONWEAL_DATA), prints the address once pages
come, and stops the server, the news beside it and the worker when it is told to stop.
"""

import argparse
import http.client
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib import import_module
from multiprocessing.context import ForkProcess as Process
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

import django
from django.conf import settings
from django.db import connection
from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger

from commonweal.interfaces.cli.main import main as commonweal
from commonweal.project.logs import TellsNobody

ROOT = Path(__file__).resolve().parent.parent
WSGI = "commonweal.project.wsgi"
PAGES, NEWS = "commonweal.project.server", "commonweal.project.news_server"
FIRST_PORT = 8000
PATIENCE_S = 60
SECONDS_TO_STOP = 10
INTERRUPTED = 130
TOLD_TO_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# All that is loaded by then, every process has without loading it again.
PROCESSES = multiprocessing.get_context("fork")
# How soon it is seen that the worker has gone, and one is started anew.
LOOK_EVERY_S = 5


def main(arguments: Sequence[str]) -> int:
    """Prepare, serve until told to stop, and give the exit status."""
    options = _options(arguments)
    os.chdir(ROOT)
    port = options.port or _free_port(options.bind)
    os.environ.setdefault("COMMONWEAL_ADDRESS", f"http://localhost:{port}")
    # There is no proxy, so pages hear on the next port that something was done.
    os.environ.setdefault("COMMONWEAL_NEWS", f":{port + 1}/")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
    django.setup()
    if options.fresh and not _throw_away_demo():
        return 1
    prepare()
    return _serve(options.bind, port)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bin/run", description="Serve Commonweal here, with a demo to look at."
    )
    parser.add_argument(
        "--port",
        type=int,
        default=int(os.environ.get("COMMONWEAL_PORT", "0")),
        help="the port to serve on (else COMMONWEAL_PORT, else a free one from 8000)",
    )
    parser.add_argument(
        "--bind",
        default=os.environ.get("COMMONWEAL_BIND", "127.0.0.1"),
        help="the address to listen on; 0.0.0.0 lets the network in (COMMONWEAL_BIND)",
    )
    parser.add_argument(
        "--fresh", action="store_true", help="throw the demo away and load it anew"
    )
    return parser.parse_args(arguments)


def prepare() -> None:
    """Make the tables and the translations; load the demo where nothing is yet."""
    if commonweal(["translations", "compile"]):
        raise SystemExit(1)
    if commonweal(["upgrade"]):
        raise SystemExit(1)
    if _is_empty():
        # In a process of its own, so that the server does not carry what it left.
        loading = _start(lambda: commonweal(["demo", "load"]))
        loading.join()
        if loading.exitcode:
            raise SystemExit(loading.exitcode)


def _is_empty() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT NOT EXISTS (SELECT 1 FROM people_person)")
        return bool(cursor.fetchone()[0])


def _throw_away_demo() -> bool:
    database = settings.DATABASES["default"]
    if "sqlite3" not in database["ENGINE"]:
        say(
            "--fresh throws away an SQLite file, and this node keeps its data elsewhere"
        )
        return False
    path = Path(database["NAME"])
    if path.exists() and not _is_demo():
        say(f"{path} is not a demo, so it is left alone")
        return False
    connection.close()
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    return True


def _is_demo() -> bool:
    if "nodes_node" not in connection.introspection.table_names():
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM nodes_node WHERE is_demo")
        return bool(cursor.fetchone()[0]) or _is_empty()


# ---- serving


def _serve(bind: str, port: int) -> int:
    import_module(WSGI)
    for told in TOLD_TO_STOP:
        signal.signal(told, _stop)
    server = _start(lambda: _web(PAGES, bind, port))
    children = [server]
    if f":{port + 1}/" == settings.NEWS:
        # Where it stops, pages ask by themselves.
        children.append(_start(lambda: _web(NEWS, bind, port + 1)))
    worker = None
    try:
        if _answers(bind, port, server):
            say(f"open {os.environ['COMMONWEAL_ADDRESS']}/   (stop with Ctrl-C)")
        while server.is_alive():
            worker = _working(worker)
            server.join(LOOK_EVERY_S)
        return server.exitcode or 0
    except KeyboardInterrupt:
        return 0
    finally:
        _end([*children, *([worker] if worker else [])])


def _working(worker: Process | None = None) -> Process:
    """Give the worker, or a new one where it has gone."""
    if worker and worker.is_alive():
        return worker
    if worker:
        say(f"the worker stopped ({worker.exitcode}); another is started")
    return _start(lambda: commonweal(["work"]))


def _web(config: str, bind: str, port: int) -> int:
    sys.argv = [
        *("gunicorn", "--config", f"python:{config}", "--no-control-socket"),
        *("--bind", f"{bind}:{port}", "--log-level", "warning"),
        *("--graceful-timeout", str(SECONDS_TO_STOP)),
    ]
    server = WSGIApplication()
    server.cfg.set("logger_class", QuietLogger)
    server.run()
    return 0


class QuietLogger(Logger):
    """Tells the terminal how the server fares, and not who reads what."""

    def setup(self, cfg: Config) -> None:
        """Write as little of a request as the rest of the node does."""
        super().setup(cfg)
        for told in (*self.error_log.handlers, *self.access_log.handlers):
            told.setFormatter(TellsNobody())


def _start(deed: Callable[[], int]) -> Process:
    # A connection to the database is never shared between processes.
    connection.close()
    child = PROCESSES.Process(target=_alone, args=(deed,))
    # Whatever tells it to stop waits until it does not answer as we do any more.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, TOLD_TO_STOP)
    try:
        child.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return child


def _alone(deed: Callable[[], int]) -> None:
    # A session of its own: Ctrl-C reaches us alone, and we stop them in good order.
    os.setsid()
    for told in TOLD_TO_STOP:
        signal.signal(told, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, TOLD_TO_STOP)
    sys.exit(deed())


def _stop(told: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _answers(bind: str, port: int, server: Process) -> bool:
    """Wait until the first page comes, or the server has given up."""
    host = "127.0.0.1" if bind == "0.0.0.0" else bind
    until = time.monotonic() + PATIENCE_S
    while server.is_alive() and time.monotonic() < until:
        try:
            with closing(http.client.HTTPConnection(host, port, timeout=10)) as door:
                door.request("GET", "/")
                return door.getresponse().status < 500
        except OSError:
            time.sleep(0.05)
    return False


def _end(children: Sequence[BaseProcess]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.join(SECONDS_TO_STOP)
        if child.is_alive():
            child.kill()


def _free_port(bind: str) -> int:
    for port in range(FIRST_PORT, FIRST_PORT + 100):
        with closing(socket.socket()) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind((bind, port))
            except OSError:
                continue
            return port
    raise SystemExit("commonweal: no port between 8000 and 8099 is free")


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(f"commonweal: {text}", flush=True)


if __name__ == "__main__":
    try:
        status = main(sys.argv[1:])
    except KeyboardInterrupt:
        # Stopped while preparing: what is half loaded was one transaction.
        _end(multiprocessing.active_children())
        status = INTERRUPTED
    sys.exit(status)

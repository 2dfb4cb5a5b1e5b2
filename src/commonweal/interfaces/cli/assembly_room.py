"""The room that a laptop opens: its tables, its address, and its pages served."""

import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import FrameType

import segno
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from commonweal.capabilities.assemblies import actions, queries
from commonweal.capabilities.assemblies.models import CheckOut
from commonweal.capabilities.assemblies.queries.taken_along import result_here
from commonweal.foundation.codes import grouped
from commonweal.foundation.keys import store
from commonweal.foundation.language import say
from commonweal.foundation.private_folders import settle
from commonweal.interfaces.cli import translations
from commonweal.interfaces.cli.assembly_addresses import of_this_machine
from commonweal.interfaces.clock import machine_now
from commonweal.rules.assemblies.from_laptop import may_be_forgotten
from commonweal.rules.secrecy.spoken import spoken
from commonweal.rules.verdict import Refused, refused, require

PAGES = "python:commonweal.project.server"
NEWS = "python:commonweal.project.news_server"
ONCE_BYTES = 32


def serve(file: Path, port: int) -> int:
    """Take up what came along and serve the room until told to stop."""
    taken = _said(lambda: _take_up(file))
    if taken is None:
        return 2
    _show(taken, port)
    sys.stdout.flush()
    return _served(port)


def finish(to: Path) -> int:
    """Finish on this laptop and write the file that goes back."""
    written = _said(lambda: _finish(to))
    if written is None:
        return 2
    path, taken = written
    print(f"commonweal: {path} is written; bring it back before {taken.until_at}.")
    return 0


def forget(folder: Path, number: str) -> int:
    """Forget what came along and what was done, once it is back or over."""
    taken = queries.taken_here()
    said = _said(lambda: _may_forget(taken, number))
    if taken is not None and said is None:
        return 2
    connections.close_all()
    shutil.rmtree(folder)
    settle(folder.parent)
    print("commonweal: this laptop has forgotten that assembly.")
    return 0


def _may_forget(taken: CheckOut | None, number: str) -> bool:
    """Ask for the number under which it is back: what is not back would be lost."""
    if taken is not None:
        result = result_here(taken)
        may = may_be_forgotten(
            number, result=result, until_at=taken.until_at, at=machine_now()
        )
        require(may)
    return True


def bring_in_here(file: Path) -> int:
    """Take in, on the node, what a laptop wrote; whoever runs the node does it."""
    taken = _said(lambda: _bring_in(file))
    if taken is None:
        return 2
    number = taken.assembly.number
    print(f"commonweal: what was done on the laptop in assembly {number} stands here.")
    return 0


def _served(port: int) -> int:
    """Serve the pages, and beside them the news, until told to stop."""
    pages, news = _gunicorn(PAGES, port), _gunicorn(NEWS, port + 1)

    def stop(_told: int, _frame: FrameType | None) -> None:
        for one in (pages, news):
            one.terminate()

    for told in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(told, stop)
    pages.wait()
    news.terminate()
    news.wait()
    return 0


def _gunicorn(config: str, port: int) -> subprocess.Popen[bytes]:
    words = ["gunicorn", "--config", config, "--bind", f"0.0.0.0:{port}"]
    words += ["--log-level", "warning", "--no-control-socket"]
    # Out of the terminal's own group: we stop them, and in good order.
    return subprocess.Popen([sys.executable, "-m", *words], start_new_session=True)


def _said[Done](deed: Callable[[], Done]) -> Done | None:
    """Do it, or say why not."""
    try:
        return deed()
    except Refused as refusal:
        print(f"commonweal: {say(refusal.verdict.reason)}", file=sys.stderr)
        return None


def _take_up(file: Path) -> CheckOut:
    translations.compile_all()
    call_command("migrate", verbosity=0)
    at = machine_now()
    seed = store.kept(queries.LAPTOP_KEY)
    came = actions.opened(file.read_bytes(), seed=seed, at=at)
    return actions.take_up(came, at=at)


def _finish(to: Path) -> tuple[Path, CheckOut]:
    taken = queries.taken_here()
    if taken is None:
        raise Refused(refused("nothing_was_taken_up"))
    done = actions.finish_here(taken, at=_steady(taken))
    node, _ = queries.node_of(done)
    seed, once = store.kept(queries.LAPTOP_KEY), secrets.token_bytes(ONCE_BYTES)
    words = actions.result_of(done, seed=seed, node=node, once=once)
    row = done.assembly
    path = to / f"{row.institution.address}-{row.number}-from-laptop.json"
    path.write_bytes(words)
    return path, done


def _steady(taken: CheckOut) -> datetime:
    """Give the moment, no earlier than what was done, whatever became of the clock."""
    last = taken.assembly.deeds.order_by("-done_at").first()
    return max(machine_now(), last.done_at) if last else machine_now()


def _bring_in(file: Path) -> CheckOut:
    at = machine_now()
    words = file.read_bytes()
    taken = queries.answered_by(words)
    if taken is None:
        raise Refused(refused("result_of_another_assembly"))
    return actions.bring_in(taken.assembly, words, by=None, at=at)


def _show(taken: CheckOut, port: int) -> None:
    row = taken.assembly
    code = row.code
    link = f"{settings.ADDRESS}/?code={code}"
    signed_by, node = queries.node_of(taken)
    print(f"\n{row.title}\n\nThe number of the file that came along: {taken.digest}")
    print(f"Written for this laptop by {node}, whose key is {spoken(signed_by)}\n")
    segno.make(link, error="m", micro=False).terminal(compact=True)
    for one in of_this_machine() or ["127.0.0.1"]:
        print(f"  http://{one}:{port}/")
    print(f"\nThe code of the room: {grouped(code)}")
    print(f"The code of this desk, for you alone: {grouped(queries.desk_code())}")
    print(f"For the wall: http://127.0.0.1:{port}/screen/   (stop with Ctrl-C)\n")

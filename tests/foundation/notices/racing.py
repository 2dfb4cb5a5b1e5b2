"""A race of workers for reminders and notices, in a database of its own.

Run as a program, because threads and killed processes need a database that several
connections can open, and SQLite's for tests is in memory.
"""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

django.setup()

from commonweal.capabilities.reaching import duties  # noqa: E402
from commonweal.capabilities.reaching.models import Reminded  # noqa: E402
from commonweal.foundation.notices.duties import settle_notices  # noqa: E402
from commonweal.foundation.people.actions import Letter, write_letters  # noqa: E402
from commonweal.foundation.people.jobs import IN_HAND, deliver_letters  # noqa: E402
from commonweal.foundation.people.models import OutgoingMail  # noqa: E402
from tests.builders import a_member, confirmed, day, founder_of  # noqa: E402
from tests.capabilities.assemblies.given import an_assembly  # noqa: E402
from tests.capabilities.reaching.given import a_union  # noqa: E402
from tests.foundation.people.mail_server import (  # noqa: E402
    HANGS,
    TAKEN,
    MailServer,
    a_mail_server,
)

WORKERS = 4
MEMBERS = 6
NOON = day(7, hour=11)
DELIVERS = (
    "import sys, django; django.setup();"
    "from django.conf import settings;"
    "from tests.foundation.people.mail_server import MailServer;"
    "settings.MAILERS = MailServer(port=int(sys.argv[1])).mailers();"
    "from commonweal.foundation.people.jobs import deliver_letters;"
    "deliver_letters.call(sys.argv[2])"
)


def race(deed: Callable[[], object]) -> None:
    """Let several workers do it in the same moment."""
    ready = Barrier(WORKERS)

    def run(_number: int) -> None:
        connection.ensure_connection()
        ready.wait()
        try:
            deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(run, range(WORKERS)))


def everybody_gets_each_letter_once(server: MailServer) -> None:
    """Call an assembly, and remind of it on its day, by several workers at once."""
    union = a_union(bare=False)
    asha = confirmed(founder_of(union))
    for number in range(MEMBERS - 1):
        confirmed(a_member(union, f"Ben {number}"))
    OutgoingMail.objects.all().delete()

    an_assembly(asha, at=day(0, hour=20))
    race(lambda: deliver_letters.call(day(1).isoformat()))
    duties.write_reminders(NOON - timedelta(hours=3))
    Reminded.objects.update(look_at=NOON)
    race(lambda: duties.write_reminders(NOON))
    race(lambda: deliver_letters.call(NOON.isoformat()))
    race(lambda: settle_notices(NOON))

    got = Counter((one["To"], one["Subject"]) for one in server.taken)
    assert set(got.values()) == {1}, got
    assert len(got) == 2 * MEMBERS, got


def killed_in_between(server: MailServer, *, stops_at: str) -> int:
    """Kill a worker while the mail server has its letter; say how many come later."""
    reached = Event()

    def hangs(_letter: object) -> str:
        reached.set()
        return HANGS

    server.taken.clear()
    server.to_letter = hangs
    write_letters([Letter("z@example.org", "S", "W", stops_at=stops_at)], at=NOON)
    worker = subprocess.Popen(
        [sys.executable, "-c", DELIVERS, str(server.port), NOON.isoformat()]
    )
    assert reached.wait(60), "the worker hands the letter over"
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    server.to_letter = lambda _letter: TAKEN
    deliver_letters.call((NOON + IN_HAND / 2).isoformat())
    assert server.taken == [], "another worker may have it in hand"
    deliver_letters.call((NOON + IN_HAND).isoformat())
    deliver_letters.call((NOON + 2 * IN_HAND).isoformat())
    return len(server.taken)


def main() -> None:
    """Race, and say that it was fair."""
    call_command("migrate", verbosity=0)
    with a_mail_server() as server:
        settings.MAILERS = server.mailers()
        everybody_gets_each_letter_once(server)
        assert killed_in_between(server, stops_at="") == 1
        assert killed_in_between(server, stops_at="https://a.example/") == 0
    sys.stdout.write("fair\n")


if __name__ == "__main__":
    main()

"""A race for codes on paper, in a database of its own.

Run as a program, because threads need a database that several connections can open,
and SQLite's for tests is in memory.
"""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from commonweal.foundation import codes  # noqa: E402
from commonweal.foundation.people import actions  # noqa: E402
from commonweal.foundation.people.models import PaperCode  # noqa: E402
from commonweal.rules.verdict import Refused  # noqa: E402
from tests.builders import a_person, day  # noqa: E402

RACERS = 8
ROUNDS = 5


def race[Found](deed: Callable[[], Found]) -> list[Found]:
    """Let as many do it in the same moment; give what came of each."""
    ready = Barrier(RACERS)

    def run(_number: int) -> Found:
        # Nobody is late because their connection was.
        connection.ensure_connection()
        ready.wait()
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(RACERS) as pool:
        return list(pool.map(run, range(RACERS)))


def comes_in(code: str) -> bool:
    try:
        actions.sign_in_by_code(code)
    except Refused:
        return False
    return True


def main() -> None:
    """Print codes in many windows at once, then use one of them in many."""
    call_command("migrate", verbosity=0)
    asha, ben = a_person("Asha"), a_person("Ben")
    of_ben = set(actions.write_paper_codes(ben, at=day(0)))
    actions.write_paper_codes(asha, at=day(0))

    for _ in range(ROUNDS):
        sheets = race(lambda: actions.write_paper_codes(asha, at=day(1)))
        kept = PaperCode.objects.filter(person=asha)
        good = set(kept.values_list("code_digest", flat=True))
        of_sheets = [{codes.digest("person", one) for one in sheet} for sheet in sheets]
        assert good in of_sheets, "one sheet is good, whole"
    assert PaperCode.objects.filter(person=ben).count() == len(of_ben)

    last = sheets[of_sheets.index(good)][0]
    assert race(lambda: comes_in(last)).count(True) == 1
    assert PaperCode.objects.filter(person=asha).count() == len(good) - 1
    sys.stdout.write("fair\n")


if __name__ == "__main__":
    main()

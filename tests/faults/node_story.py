"""A node and a laptop, each a process with a database of its own.

`python -m tests.faults.node_story NAME ARGUMENT…` does one step on the node, and prints
what it found as JSON. What happens in between is the laptop's.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django.utils import timezone  # noqa: E402

from commonweal.capabilities.assemblies import queries  # noqa: E402
from commonweal.capabilities.assemblies.access import Calling, Matter  # noqa: E402
from commonweal.capabilities.assemblies.actions import (  # noqa: E402
    bring_in,
    call_assembly,
    take_along,
)
from commonweal.capabilities.assemblies.models import (  # noqa: E402
    Assembly,
    AssemblyDeed,
    CheckOut,
)
from commonweal.foundation.institutions.models import Member  # noqa: E402
from commonweal.foundation.journal import queries as journal  # noqa: E402
from commonweal.foundation.journal.models import Line  # noqa: E402
from commonweal.rules.verdict import Refused  # noqa: E402
from tests.builders import a_member, an_institution, founder_of  # noqa: E402
from tests.faults.mortal import deaths  # noqa: E402

type Report = dict[str, Any]
EARLIER = timedelta(days=8)
# Bringing in takes hundreds of steps; whoever kills at each waits for minutes.
STEPS_APART = 13


def called() -> Report:
    """Call an assembly for half an hour ago, with three members."""
    then = timezone.now() - EARLIER
    hall = an_institution(at=then - timedelta(days=30))
    asha = founder_of(hall)
    for name in ("Ben", "Chidi"):
        a_member(hall, name, at=then - timedelta(days=20))
    calling = Calling(
        "The rent and the hall",
        "Church hall",
        timezone.now() - timedelta(minutes=30),
        (Matter("Do we buy a key?", 10, decides=True), Matter("The rent", 10)),
    )
    row = call_assembly(hall, calling, by=asha, at=then)
    return {"address": hall.address, "number": row.number, "code": row.code}


def taken(code: str, to: str) -> Report:
    """Take it to the laptop with this code."""
    row, asha = _row(), Member.objects.get(name="Asha")
    there = take_along(row, code, by=asha, at=timezone.now())
    Path(to).write_bytes(bytes(there.file))
    return state()


def brought(file: str, hours: str = "0") -> Report:
    """Bring a file in, so many hours from now; say why not, if not."""
    at = timezone.now() + timedelta(hours=int(hours))
    try:
        bring_in(_row(), Path(file).read_bytes(), by=None, at=at)
    except Refused as refusal:
        return {"refused": refusal.verdict.reason.id} | state()
    return state()


def killed_while_bringing_in(file: str) -> Report:
    """Bring it in, killed at each step to the database, and look around after each."""
    words = Path(file).read_bytes()
    row, at = _row(), timezone.now()

    def deed() -> None:
        with suppress(Refused):
            # Where it was whole before it was killed, it is here already.
            bring_in(row, words, by=None, at=at)

    after = [state() for _ in deaths(deed, every=STEPS_APART)]
    return {"after_deaths": after, "in_the_end": state()}


def number() -> Report:
    """Say under which number the evening came back."""
    return {"result": CheckOut.objects.get().result}


def state() -> Report:
    """Say what stands in the tables."""
    row = _row()
    deeds = list(row.deeds.order_by("number").values_list("deed", flat=True))
    held = queries.held(row, at=timezone.now() + timedelta(hours=1))
    decided = [one.result for one in held.now.presence.decisions if one.result]
    broken = [*journal.verify(row.institution), *journal.compared(row.institution)]
    return {
        "deeds": deeds,
        "lines": Line.objects.filter(institution=row.institution).count(),
        "sealed_deeds": AssemblyDeed.objects.exclude(salt=b"").count(),
        "away": CheckOut.objects.filter(ended_at=None).count(),
        "stage": held.now.stage,
        "results": [[one.yes, one.no, one.abstain] for one in decided],
        "broken": [one.id for one in broken],
    }


def _row() -> Assembly:
    row = Assembly.objects.get()
    row.institution = row.institution
    return row


STEPS: dict[str, Callable[..., Report]] = {
    one.__name__: one
    for one in (called, taken, brought, killed_while_bringing_in, number, state)
}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    print(json.dumps(STEPS[name](*arguments)))

"""A room of phones, a decision going on: `python -m benchmarks.room_filled PHONES`.

Makes the tables, a union, an assembly that is open with everybody in it by phone, and
prints where it is and the sign-ins. Who came in is put into the tables by the thousand;
the call, the opening and the decision come about by the actions.
"""

import json
import sys
from datetime import datetime, timedelta

from benchmarks.crowd import (  # isort: skip -- it sets Django up
    crowd,
    founded,
)

from benchmarks.sign_ins import sign_ins_of
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import Deed, call_assembly, take_part
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.foundation.institutions.models import Member

CALLED_BEFORE = timedelta(days=15)
A_MONTH = timedelta(days=60)
BEGAN = timedelta(minutes=20)


def main(phones: int) -> None:
    """Make it all and say where it is."""
    call_command("migrate", verbosity=0)
    now = timezone.now()
    union = founded("room", at=now - A_MONTH)
    members = crowd(union, phones)
    founder = Member.objects.get(institution=union, name="Asha")
    opens = now - BEGAN
    matters = (Matter("Do we buy a key?", 30, decides=True),)
    calling = Calling("The key of the hall", "The hall", opens, matters)
    row = call_assembly(union, calling, by=founder, at=opens - CALLED_BEFORE)
    take_part(row, Deed("come_in", code=row.code), by=founder, at=opens)
    come_in(row, members, opens)
    for deed in (
        Deed("hand_on", about=founder, what="minute_taker"),
        Deed("open"),
        Deed("turn_to", item="1"),
        Deed("decide", item="1"),
    ):
        opens += timedelta(seconds=1)
        take_part(row, deed, by=founder, at=opens)
    print(
        json.dumps(
            {
                "here": f"/i/{union.address}/assemblies/{row.number}/",
                "cookie": settings.SIGN_IN_COOKIE_NAME,
                "keys": sign_ins_of([one.person for one in members]),
            }
        )
    )


def come_in(row: Assembly, members: list[Member], at: datetime) -> None:
    """Put into the tables that everybody came in and answers by phone."""
    told = [("come_in", ""), ("choose_channel", "phone")]
    pairs = [(member, deed, what) for member in members for deed, what in told]
    AssemblyDeed.objects.bulk_create(
        AssemblyDeed(
            institution=row.institution,
            assembly=row,
            number=number,
            deed=deed,
            what=what,
            done_by=member,
            about=member,
            done_at=at,
        )
        for number, (member, deed, what) in enumerate(pairs, start=2)
    )


def counted() -> dict[str, int]:
    """Say how many answers stand in the tables, and from how many people."""
    answers = AssemblyDeed.objects.filter(deed="answer")
    people = answers.values("done_by").distinct().count()
    return {"answers": answers.count(), "people": people}


if __name__ == "__main__":
    if sys.argv[1] == "count":
        print(json.dumps(counted()))
    else:
        main(int(sys.argv[1]))

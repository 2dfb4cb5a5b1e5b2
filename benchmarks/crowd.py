"""A union of many with a vote going on: `python -m benchmarks.crowd COUNT [open]`.

Makes the tables, fills them, and prints where to cast and the members' sign-ins. The
members are put into the tables by the thousand; the vote comes about by the actions.
"""

import json
import os
import sys
from datetime import datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonweal.project.settings")
django.setup()

from benchmarks.sign_ins import sign_ins_of  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from commonweal import kinds  # noqa: E402
from commonweal.capabilities.decisions import actions  # noqa: E402
from commonweal.capabilities.decisions.models import Proposal  # noqa: E402
from commonweal.foundation import duties  # noqa: E402
from commonweal.foundation.institutions.actions import founding  # noqa: E402
from commonweal.foundation.institutions.models import (  # noqa: E402
    Institution,
    Member,
)
from commonweal.foundation.people import actions as people  # noqa: E402
from commonweal.foundation.people.models import Person  # noqa: E402
from commonweal.rules.charters.charter import Charter  # noqa: E402
from commonweal.rules.charters.controls import adjusted  # noqa: E402
from commonweal.rules.charters.parse import parse  # noqa: E402

A_MONTH = timedelta(days=30)
# Deliberation and notice of the kind's ordinary rule are over, and voting is not.
SINCE_PUT = timedelta(days=8)


def founded(address: str, *, at: datetime, ballot: str = "open") -> Institution:
    """Give a union of its founder alone, whose ordinary ballots are open or secret."""
    kind = "tenants_union"
    charter = adjusted(parse(kinds.text_of(kind)), {"rules.ordinary.ballot": ballot})
    assert isinstance(charter, Charter)
    founder = people.arrive(email="asha@example.org", language="en", at=at)
    return founding.found(
        kind=kind,
        charter=charter,
        address=address,
        by=founder,
        name="Asha",
        at=at,
    )


def crowd(union: Institution, count: int) -> list[Member]:
    """Put many members into a union, each a person of their own."""
    first = Member.objects.get(institution=union)
    arrived = Person.objects.bulk_create(
        Person(joined_on=union.founded_at.date()) for _ in range(count)
    )
    return Member.objects.bulk_create(
        Member(
            institution=union,
            person=person,
            name=f"Member {number}",
            member_class=first.member_class,
            joined_at=union.founded_at,
            last_active_on=timezone.now().date(),
        )
        for number, person in enumerate(arrived)
    )


def open_vote(union: Institution, supporters: list[Member], title: str) -> Proposal:
    """Give a motion whose vote is open now."""
    at = timezone.now() - SINCE_PUT
    author = supporters[0]
    words = actions.Wording(title, "Because it is cold, and has been since October.")
    draft = actions.draft_proposal(
        union, by=author, words=words, aim=actions.Aim(), at=at
    )
    proposal = actions.put_proposal(draft, by=author, at=at)
    for member in supporters[1 : proposal.support_needed]:
        actions.support(proposal, by=member, at=at)
    return proposal


def main(count: int, ballot: str) -> None:
    """Make it all and say where it is."""
    call_command("migrate", verbosity=0)
    union = founded("many", at=timezone.now() - A_MONTH, ballot=ballot)
    members = crowd(union, count)
    proposal = open_vote(union, members, "Shall we ask for a new boiler?")
    duties.settle_all(at=timezone.now())
    path = f"/i/{union.address}/decisions/{proposal.number}/ballot/1/"
    keys = sign_ins_of([one.person for one in members])
    cookie = settings.SIGN_IN_COOKIE_NAME
    print(json.dumps({"path": path, "cookie": cookie, "keys": keys}))


if __name__ == "__main__":
    main(int(sys.argv[1]), (sys.argv[2:] or ["open"])[0])

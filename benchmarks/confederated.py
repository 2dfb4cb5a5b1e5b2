"""A confederation of many bodies: `python -m benchmarks.confederated BODIES`.

Each body has a charter with its own name, two delegates, and two others that spoke for
it; one matter is before them. Rows are put into the tables by the thousand. Prints the
sign-in of somebody in one of the bodies and where the page is.
"""

import json
import sys
from datetime import datetime, timedelta
from uuid import uuid4

from benchmarks.crowd import founded  # isort: skip -- it sets Django up

from benchmarks.sign_ins import sign_ins_of
from django.core.management import call_command
from django.utils import timezone

from commonweal import kinds
from commonweal.capabilities.confederation.models import Body, ConfederalDeed, Matter
from commonweal.foundation.institutions.actions import founding
from commonweal.foundation.institutions.models import (
    CharterVersion,
    Institution,
    Member,
)
from commonweal.foundation.people.models import Person
from commonweal.rules.charters.parse import parse

A_KIND, OF_BODIES = "union_branch", "union_federation"
SEATS, SPEAK_FOR = 2, 2
AGO = timedelta(days=90)


def main(count: int) -> None:
    """Make it all and say where it is."""
    call_command("migrate", verbosity=0)
    at = timezone.now() - AGO
    first = founded("first", at=at)
    founder = Member.objects.get(institution=first).person
    whole = founding.found(
        kind=OF_BODIES,
        charter=parse(kinds.text_of(OF_BODIES)),
        address="all",
        by=founder,
        name="Asha",
        at=at,
    )
    bodies = many_bodies(count, at)
    filled(whole, bodies, at)
    reader = Person.objects.create(joined_on=at.date())
    Member.objects.create(
        institution=bodies[-1],
        person=reader,
        name="Ben",
        member_class="member",
        joined_at=at,
        last_active_on=timezone.now().date(),
    )
    [token] = sign_ins_of([reader])
    print(json.dumps({"token": token, "path": f"/i/{whole.address}/together/"}))


def many_bodies(count: int, at: datetime) -> list[Institution]:
    """Give so many institutions, each with a charter that has its name."""
    text = kinds.text_of(A_KIND)
    name = parse(text).name.versions[0][1]
    bodies = Institution.objects.bulk_create(
        Institution(address=f"branch-{number}", founded_at=at)
        for number in range(count)
    )
    CharterVersion.objects.bulk_create(
        CharterVersion(
            institution=body,
            number=1,
            text=text.replace(f'"{name}"', f'"Branch {number} of the railways"', 1),
            in_force_at=at,
        )
        for number, body in enumerate(bodies)
    )
    return bodies


def filled(whole: Institution, bodies: list[Institution], at: datetime) -> None:
    """Let all bodies be in, with delegates, and a matter before them."""
    Body.objects.bulk_create(
        Body(institution=whole, body=body.pk, applied_at=at) for body in bodies
    )
    delegates = Member.objects.bulk_create(
        Member(
            institution=whole,
            person=None,
            name=f"Delegate {number}",
            member_class="delegate",
            joined_at=at,
            last_active_on=at.date(),
        )
        for number in range(len(bodies) * SEATS)
    )
    matter = Matter.objects.create(
        institution=whole,
        number=1,
        title="The fares",
        text="We ask for free fares.",
        language="en",
        competence="strikes",
        pact=1,
        raised_at=at + timedelta(days=80),
    )
    deeds = [*coming(bodies), *sending(bodies, delegates, at)]
    deeds.append({"deed": "raised", "body": bodies[0].pk, "matter": matter})
    ConfederalDeed.objects.bulk_create(
        ConfederalDeed(
            institution=whole, number=number, decision=uuid4(), done_at=at, **deed
        )
        for number, deed in enumerate(deeds, 1)
    )
    ConfederalDeed.objects.filter(deed="raised").update(done_at=matter.raised_at)


def coming(bodies: list[Institution]) -> list[dict[str, object]]:
    """Give how each body came in."""
    first, *others = bodies
    found: list[dict[str, object]] = [
        {"deed": "applied", "body": first.pk},
        {"deed": "began", "body": first.pk},
    ]
    for number, body in enumerate(others, 1):
        found.append({"deed": "applied", "body": body.pk})
        found += [
            {"deed": "spoke_for", "body": body.pk, "facts": {"by": str(one.pk)}}
            for one in bodies[:SPEAK_FOR]
        ]
        facts = {"yes": number, "of": number}
        found.append({"deed": "admitted", "body": body.pk, "facts": facts})
    return found


def sending(
    bodies: list[Institution], delegates: list[Member], at: datetime
) -> list[dict[str, object]]:
    """Give whom each body sent."""
    facts = {"until": (at + timedelta(days=365)).isoformat(), "alternates": []}
    return [
        {
            "deed": "sent",
            "body": body.pk,
            "seat": seat,
            "who": delegates[number * SEATS + seat - 1],
            "facts": facts,
        }
        for number, body in enumerate(bodies)
        for seat in range(1, SEATS + 1)
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""A race for the last use of an invitation, in a database of its own.

Run as a program, because threads need a database that several connections can open,
and SQLite's for tests is in memory. Prints how many of the racers were let in.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from commonweal.foundation.institutions.actions import inviting, joining  # noqa: E402
from commonweal.foundation.institutions.models import Invitation, Member  # noqa: E402
from commonweal.foundation.journal import queries as journal  # noqa: E402
from commonweal.rules.verdict import Refused  # noqa: E402
from tests.builders import a_person, an_institution, day, founder_of  # noqa: E402

RACERS = 8


def race(codes, people):
    """Let every person join with their code in the same moment; say what came of it."""
    ready = Barrier(len(people))

    def run(code, person):
        ready.wait()
        try:
            name = f"Racer {person.pk} {code[:4]}"
            return str(joining.join(code, person=person, name=name, at=day(1)).pk)
        except Refused as refusal:
            return refusal.verdict.id
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return list(pool.map(run, codes, people))


def main():
    """Race for one printed code, then as one person from many browsers."""
    call_command("migrate", verbosity=0)
    union = an_institution()
    asha = founder_of(union)
    last = inviting.invite_by_codes(union, by=asha, count=1, at=day(0)).codes[0]
    people = [a_person(f"Racer {number}") for number in range(RACERS)]

    outcomes = race([last] * RACERS, people)
    assert outcomes.count("invitation_used_up") == RACERS - 1, outcomes
    assert Invitation.objects.get().uses == 1

    codes = inviting.invite_by_codes(union, by=asha, count=RACERS, at=day(0)).codes
    same = a_person("Ben")
    memberships = race(codes, [same] * RACERS)
    assert len(set(memberships)) == 1, memberships
    assert Member.objects.filter(person=same).count() == 1
    assert Invitation.objects.filter(uses=1).count() == 2

    made = inviting.invite_by_link(union, by=asha, at=day(0))
    crowd = [a_person(f"Crowd {number}") for number in range(RACERS)]
    assert len(set(race([made.code] * RACERS, crowd))) == RACERS
    assert Invitation.objects.get(pk=made.invitation.pk).uses == RACERS
    assert journal.verify(union) == ()
    sys.stdout.write("fair\n")


if __name__ == "__main__":
    main()

"""On the laptop itself: which assembly is here, who may be whom, what came along."""

import json
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from commonweal.capabilities.assemblies.models import Assembly, CheckOut
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force, members
from commonweal.foundation.keys import store
from commonweal.foundation.people.models import Person, SignIn
from commonweal.rules.charters.charter import Charter
from commonweal.rules.secrecy.spoken import LETTERS

# The laptop's own key, and what opens its desk: files beside the database.
LAPTOP_KEY = "laptop"
DESK_KEY = "desk"
DESK_BYTES = 8


class Paper(NamedTuple):
    """The words of a proposal that is talked about."""

    number: int
    title: str
    text: str


def taken_here() -> CheckOut | None:
    """Find what says which assembly this laptop holds."""
    there = CheckOut.objects.filter(is_here=True)
    return there.select_related("assembly__institution", "institution").first()


def held_here() -> Assembly | None:
    """Find the assembly that this laptop holds."""
    taken = taken_here()
    return taken.assembly if taken else None


def charter_here(row: Assembly) -> Charter:
    """Give the charter under which it was called."""
    return charter_in_force(row.institution, at=row.called_at)


def is_opened(row: Assembly) -> bool:
    """Say whether it was opened."""
    return row.deeds.filter(deed="open").exists()


def desk_code() -> str:
    """Give the code of the desk, which stands in the terminal and nowhere else."""
    key = store.kept(DESK_KEY, DESK_BYTES)
    return "".join(LETTERS[one & 31] for one in key)


def names_to_choose(
    held: Held, charter: Charter, *, at_desk: bool, at: datetime
) -> list[tuple[UUID, str]]:
    """List who one may say that one is, at the door.

    At the desk that is anybody. By the code of the room alone it is nobody who is in by
    a phone already, and nobody who has a role: that could be said by everyone.
    """
    may_come = {one.id for one in charter.classes if "attend" in one.rights}
    there = members(held.row.institution, at=at).filter(member_class__in=may_come)
    if not at_desk:
        taken = SignIn.objects.values("person")
        roles = [UUID(one) for one in held.now.roles.values() if one]
        there = there.exclude(person__in=taken).exclude(pk__in=roles)
    return [(one.pk, one.name) for one in there]


def of_person(row: Assembly, person: Person) -> Member | None:
    """Find who somebody is in the room."""
    return Member.objects.filter(institution=row.institution, person=person).first()


def papers(taken: CheckOut) -> tuple[Paper, ...]:
    """Give the words of the proposals that came along."""
    told = json.loads(bytes(taken.file))["proposals"]
    return tuple(Paper(one["number"], one["title"], one["text"]) for one in told)


def node_of(taken: CheckOut) -> tuple[bytes, str]:
    """Give the key that signed what came along, and where the node is."""
    told = json.loads(bytes(taken.file))
    return bytes.fromhex(told["by"]), told["node"]

"""On the laptop itself: which assembly is here, who may be whom, what came along."""

import hmac
import json
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import Assembly, CheckOut
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import charter_in_force, members
from commonweal.foundation.keys import store
from commonweal.foundation.people.models import Person, SignIn
from commonweal.rules.assemblies.at_door import is_named, may_come_by_phone
from commonweal.rules.charters.charter import Charter
from commonweal.rules.secrecy.spoken import LETTERS
from commonweal.rules.verdict import require

# The laptop's own key, and what opens its desk: files beside the database.
LAPTOP_KEY = "laptop"
DESK_KEY = "desk"
DESK_BYTES = 8
DEVICE_LENGTH = 40


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


def names_at_desk(
    held: Held, charter: Charter, *, at: datetime
) -> list[tuple[UUID, str]]:
    """List who one may say at the desk that one is: anybody who may be in the room."""
    return [(one.pk, one.name) for one in _may_come(held, charter, at=at)]


def by_name(
    held: Held, charter: Charter, typed: str, *, device: str, at: datetime
) -> Member:
    """Find who somebody is by the name they typed; refuse what the door does not know.

    Nobody who is in the room already, by a phone or by a hand, and nobody who has a
    role: these are seen at the desk.
    """
    there = _may_come(held, charter, at=at)
    found = {str(one.pk): one for one in there if is_named(one.name, typed)}
    people = SignIn.objects.values("person")
    by_phone = there.filter(person__in=people).values_list("pk", flat=True)
    not_by_phone = {*map(str, by_phone), *held.now.presence.there}
    not_by_phone |= {one for one in held.now.roles.values() if one}
    has_come = SignIn.objects.filter(name=device).exists()
    require(may_come_by_phone(found, not_by_phone=not_by_phone, has_come=has_come))
    return next(iter(found.values()))


def device_at(address: str) -> str:
    """Name the device that asks from an address of the room, without keeping that."""
    key = store.kept(DESK_KEY, DESK_BYTES)
    return hmac.digest(key, address.encode(), "sha256").hex()[:DEVICE_LENGTH]


def _may_come(held: Held, charter: Charter, *, at: datetime) -> QuerySet[Member]:
    may_come = {one.id for one in charter.classes if "attend" in one.rights}
    return members(held.row.institution, at=at).filter(member_class__in=may_come)


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

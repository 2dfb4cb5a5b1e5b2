"""Whose turn it is to take a role in the room, and who had it in earlier assemblies."""

from collections import Counter
from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.away import here
from commonweal.capabilities.assemblies.queries.listing import counted, over
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.events import ROLES, Role
from commonweal.rules.assemblies.role_turns import Had, go_by_turn, whose_turns
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# How many assemblies back are looked at.
LAST = 12


def turns(held: Held) -> dict[Role, str]:
    """Say whose turn each role is that nobody has; nothing where none go by turn.

    A laptop does not know what was before, so there they are handed on.
    """
    if not _are_asked(held):
        return {}
    found = whose_turns(held.room, held.now, had_before(held.row))
    return {role: of for role, of in found.items() if role not in held.now.roles}


def may_take_role(held: Held, row: AssemblyDeed) -> Verdict:
    """Ask of a role that is handed on whether it is their turn, or why it is not."""
    if row.deed != "hand_on" or row.what not in ROLES or not _are_asked(held):
        return ALLOWED
    whose = whose_turns(held.room, held.now, had_before(held.row)).get(row.what)
    if whose is None or str(row.about_id or "") == whose or row.reason.strip():
        return ALLOWED
    return refused("role_goes_by_turn", of=held.name(whose))


def had_before(row: Assembly) -> Had:
    """Count in how many of the last assemblies each had each role."""
    last = over(row.institution, at=row.called_at)[:LAST]
    done = AssemblyDeed.objects.filter(
        assembly__in=[one.pk for one in last], deed__in=("hand_on", "open")
    )
    times: dict[Role, Counter[str]] = {one: Counter() for one in ROLES}
    for role, of in _once_each(done):
        times[role][of] += 1
    return Had(str(row.pk), times)


def _once_each(done: QuerySet[AssemblyDeed]) -> Iterator[tuple[Role, str]]:
    """Give who had which role, once an assembly; whoever opened it facilitated."""
    seen: set[tuple[UUID, str, UUID]] = set()
    rows = counted(done).values_list("assembly", "deed", "what", "done_by", "about")
    for assembly, deed, what, by, about in rows:
        role, of = (what, about) if deed == "hand_on" else ("facilitator", by)
        if of and (assembly, role, of) not in seen:
            seen.add((assembly, role, of))
            yield cast(Role, role), str(of)


def _are_asked(held: Held) -> bool:
    return go_by_turn(held.room.terms) and here(held.row) is None

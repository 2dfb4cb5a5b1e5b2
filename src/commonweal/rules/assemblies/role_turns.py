"""Whose turn it is to take a role in an assembly: by turns, or by lot.

By turns it is whoever had the role in the fewest of the last assemblies; by lot, and
between those who had it equally often, the order is that of a hash of the assembly, the
role and the member, which nobody in the room chooses and anybody can work out again.
Nobody has to: whoever is passed over does not want it or cannot, and the reason is
minuted. One person does one thing where there are enough people.

Source: the rotating roles of the Occupy assemblies and of the Tech Workers Coalition's
notes on facilitation (../shared/reference/decisions.md, 3.3 and 3.11).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from commonweal.rules.assemblies.events import ROLES, Role
from commonweal.rules.assemblies.state import Assembly, Room
from commonweal.rules.assemblies.terms import Assemblies

# Without it most assemblies do not open, so it is given first.
NEEDED: Role = "minute_taker"


@dataclass(frozen=True, slots=True)
class Had:
    """In how many of the last assemblies each member had each role, and the lot.

    `lot` is what the order by lot follows from: it is new with each assembly.
    """

    lot: str
    times: Mapping[Role, Mapping[str, int]] = field(default_factory=dict)


def go_by_turn(terms: Assemblies) -> bool:
    """Say whether roles go to somebody in particular, by this charter."""
    return terms.roles != "handed_on"


def whose_turns(room: Room, now: Assembly, had: Had) -> dict[Role, str]:
    """Say whose turn each role is: one each, as long as there are enough people.

    A role that somebody has is theirs to hand on, to whoever is next in its order.
    """
    found: dict[Role, str] = {}
    for role in sorted(ROLES, key=lambda one: one != NEEDED):
        order = in_turn(room, now, role, had)
        offered = set(found.values()) if role not in now.roles else set()
        free = [of for of in order if of not in offered] or list(order)
        if free:
            found[role] = free[0]
    return found


def in_turn(room: Room, now: Assembly, role: Role, had: Had) -> tuple[str, ...]:
    """Give those who are there in the order in which a role is theirs to take.

    Only who counts in the assembly takes one. Where nobody has come in yet it is the
    order of all who may.
    """
    there = [of for of in now.presence.inside if of in room.roll] or sorted(room.roll)
    holds = {of for one, of in now.roles.items() if one != role}
    free = [of for of in there if of not in holds and now.roles.get(role) != of]
    return _ordered(room, role, free or there, had)


def _ordered(room: Room, role: Role, there: Iterable[str], had: Had) -> tuple[str, ...]:
    times = had.times.get(role, {}) if room.terms.roles == "by_turn" else {}

    def place(of: str) -> tuple[int, str]:
        drawn = sha256(f"{had.lot}|{role}|{of}".encode()).hexdigest()
        return times.get(of, 0), drawn

    return tuple(sorted(there, key=place))

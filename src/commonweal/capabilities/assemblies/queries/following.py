"""One deed after another, without reading the assembly anew each time."""

from dataclasses import replace

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.events import event_of
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.ending import as_time_went
from commonweal.rules.assemblies.process import done, may_do
from commonweal.rules.verdict import Verdict


def may_follow(now: Held, row: AssemblyDeed) -> Verdict:
    """Ask the rules whether a deed can be the next, whose room is that of `now`."""
    room = replace(now.room, asked=frozenset())
    return may_do(room, as_time_went(room, now.now, at=row.done_at), event_of(row))


def followed(now: Held, row: AssemblyDeed) -> Held:
    """Give where the assembly stands after a deed that may be the next."""
    went = as_time_went(now.room, now.now, at=row.done_at)
    after = done(now.room, went, event_of(row))
    return replace(now, now=after, deeds=(*now.deeds, row), at=row.done_at)

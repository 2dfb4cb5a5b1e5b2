"""What becomes of assemblies where an institution ends."""

from datetime import datetime

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions.minuting import send_out
from commonweal.capabilities.assemblies.actions.taking_along import give_up
from commonweal.capabilities.assemblies.actions.telling import tell_everybody
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.assemblies.queries.away import taken_elsewhere
from commonweal.capabilities.assemblies.queries.held import sealed_assembly
from commonweal.capabilities.assemblies.queries.listing import (
    minutes_not_out,
    not_begun,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.rows import new_salt
from commonweal.rules.canonical import Json


def stop_assemblies(institution: Institution, *, at: datetime) -> None:
    """Wait for no laptop any more, send out what was minuted, call off what is to come.

    The institution ends and is locked. What is open in a room goes on until it is over
    by itself; once nobody belongs here any more, its minutes go to nobody.
    """
    for taken in taken_elsewhere(institution):
        give_up(institution, taken, at=at)
    for row in minutes_not_out(institution):
        kept = queries.minutes_anew(institution, row, at=at)
        if kept.draft.closed_at is not None:
            send_out(kept, at=at)
    for row in not_begun(institution, at=at):
        _call_off(queries.read_anew(institution, row), at=at)


def _call_off(row: Assembly, *, at: datetime) -> None:
    """Call an assembly off by nobody's hand, and tell whoever still belongs."""
    deed = AssemblyDeed.objects.create(
        institution=row.institution,
        assembly=row,
        number=queries.deeds_done(row) + 1,
        deed="call_off",
        done_at=at,
        salt=new_salt(),
    )
    charter = charter_in_force(row.institution, at=at)
    tell_everybody(row, charter, "assembly_called_off", by=None, at=at)
    facts: dict[str, Json] = {"number": row.number, **sealed_assembly(row, deed)}
    journal.record("assembly_fell", about=row, by=None, at=at, facts=facts)

"""Taking an assembly to a laptop for a room without internet, and calling it back."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import transaction

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions.taking_part import (
    LONGEST_REASON,
    make_ready,
)
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed, CheckOut
from commonweal.capabilities.assemblies.queries.columns import OUR_KEY, TO_LAPTOP
from commonweal.capabilities.assemblies.queries.held import sealed_check_out
from commonweal.foundation.codes import normal
from commonweal.foundation.institutions.access import (
    has_right,
    may_anything_end,
    may_be_written_in,
)
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.keys.standing import standing_key
from commonweal.foundation.rows import new_salt
from commonweal.foundation.text import clean_line
from commonweal.rules.assemblies.carrying import How, until
from commonweal.rules.canonical import Json
from commonweal.rules.secrecy.carried import digest_of, is_key, packed
from commonweal.rules.secrecy.spoken import heard
from commonweal.rules.verdict import Refused, refused, require

ONCE_BYTES = 32
LINES: dict[How, str] = {
    "take_along": "took_assembly_along",
    "call_back": "called_assembly_back",
    "give_up": "gave_up_laptop",
    "bring_in": "brought_assembly_in",
    "dispute": "disputed_from_laptop",
}


@transaction.atomic
def take_along(assembly: Assembly, code: str, *, by: Member, at: datetime) -> CheckOut:
    """Write the file for a laptop; until it comes back nothing is done in it here.

    `code` is what the laptop shows: only that one opens the file.
    """
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    give_up_due(institution, at=at)
    row = queries.read_anew(institution, assembly)
    require(has_right(by, charter, "attend", at=at))
    require(may_be_written_in(institution, at=at))
    require(queries.may_be_done_here(row, at=at))
    require(queries.may_take_along_now(queries.held(row, at=at), by))
    require(queries.may_take_minutes_along(row, at=at))
    laptop = heard(normal(code))
    if laptop is None or not is_key(laptop):
        raise Refused(refused("laptop_code_mistyped"))
    if row.roll_id is None:
        make_ready(row, charter, at=at)
    deed = carry(row, "take_along", by=by, at=at)
    taken = _taken(row, deed, laptop)
    told = queries.taken_along(taken, node=settings.ADDRESS, at=at)
    taken.digest = digest_of(told)
    taken.file = packed(
        told,
        format_=TO_LAPTOP,
        seed=standing_key(OUR_KEY),
        for_=laptop,
        once=secrets.token_bytes(ONCE_BYTES),
    )
    taken.save(force_insert=True)
    note(taken, deed, {"until": {"moment": taken.until_at.isoformat()}})
    return taken


@transaction.atomic
def call_back(assembly: Assembly, reason: str, *, by: Member, at: datetime) -> CheckOut:
    """Give up what goes on at the laptop, for a reason that is minuted."""
    institution = lock(assembly.institution, at=at)
    charter = charter_in_force(institution, at=at)
    row = queries.read_anew(institution, assembly)
    require(has_right(by, charter, "attend", at=at))
    taken = queries.away(row, at=at)
    if taken is None:
        raise Refused(refused("assembly_is_not_away"))
    if taken.taken_by_id != by.pk and not queries.leads(queries.held(row, at=at), by):
        raise Refused(refused("only_who_leads_calls_back"))
    why = clean_line(reason, LONGEST_REASON)
    if not why:
        raise Refused(refused("reason_to_call_back_missing"))
    taken.assembly = row
    deed = carry(row, "call_back", by=by, at=at, reason=why)
    end(taken, deed)
    note(taken, deed, words={"reason": why})
    return taken


@transaction.atomic
def give_up_due(institution: Institution, *, at: datetime) -> bool:
    """Wait no longer for laptops whose time is up; say whether there were any."""
    institution = lock(institution, at=at)
    if not may_anything_end(institution, at=at):
        return False
    found = list(queries.given_up(institution, at=at))
    for taken in found:
        give_up(institution, taken, at=taken.until_at)
    return bool(found)


def give_up(institution: Institution, taken: CheckOut, *, at: datetime) -> None:
    """Wait for a laptop no longer, as of a moment; the institution is locked."""
    taken.assembly = queries.read_anew(institution, taken.assembly)
    deed = carry(taken.assembly, "give_up", by=None, at=at)
    end(taken, deed)
    note(taken, deed)


def carry(
    assembly: Assembly, how: How, *, by: Member | None, at: datetime, reason: str = ""
) -> AssemblyDeed:
    """Put among the deeds that the assembly was carried, and so in its minutes."""
    return AssemblyDeed.objects.create(
        institution=assembly.institution,
        assembly=assembly,
        number=queries.deeds_done(assembly) + 1,
        deed=how,
        done_by=by,
        reason=reason,
        done_at=at,
        salt=new_salt(),
    )


def end(taken: CheckOut, deed: AssemblyDeed, *, result: str = "") -> None:
    """End a check-out; who counts is asked anew where nobody opened the assembly."""
    taken.ended_at, taken.end = deed.done_at, deed.deed
    taken.result, taken.file = result, b""
    taken.save()
    assembly = taken.assembly
    if not assembly.deeds.filter(deed="open").exists():
        assembly.roll = None
        assembly.save(update_fields=["roll"])


def note(
    taken: CheckOut,
    deed: AssemblyDeed,
    facts: dict[str, Json] | None = None,
    *,
    words: dict[str, str] | None = None,
) -> None:
    """Write the line about it, which seals all that it changed."""
    told: dict[str, Json] = {"number": taken.assembly.number, **(facts or {})}
    journal.record(
        LINES[deed.deed],  # type: ignore[index]
        # Words are of the deed, so that hiding these hides them in the journal too.
        about=deed if words else taken.assembly,
        by=deed.done_by,
        at=deed.done_at,
        words=words,
        facts=told | sealed_check_out(taken, deed),
    )


def _taken(assembly: Assembly, deed: AssemblyDeed, laptop: bytes) -> CheckOut:
    return CheckOut(
        institution=assembly.institution,
        assembly=assembly,
        laptop=laptop.hex(),
        taken_by=deed.done_by,
        taken_at=deed.done_at,
        until_at=until(assembly.opens_at, at=deed.done_at),
        deeds=deed.number,
    )

"""Who may part when, and what no longer begins once an institution does."""

from datetime import datetime
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.access.confederating import (
    may_end_from_within,
)
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.rules.charters.charter import Charter
from commonweal.rules.ending import parting as rules
from commonweal.rules.ending.parting import Because, Parting
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# What the charter shows to strangers, where it shows what came of votes.
DECISIONS = "decisions"


def parting_of(institution: Institution) -> Parting | None:
    """Give how an institution parts, as was written down when it was last settled."""
    if institution.parts_from is None or institution.ends_at is None:
        return None
    because = cast(Because, institution.parts_because)
    return Parting(institution.parts_from, institution.ends_at, because)


def may_wind_up(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let members decide to part, and say why."""
    charter = charter_in_force(institution, at=at)
    now = parting_of(institution)
    return first_refusal(
        may_end_from_within(charter),
        rules.may_part(charter.ending, now, terms.get("because"), at=at),
        *(import_string(asked)(institution, at=at) for asked in settings.PARTING_ASKS),
    )


def may_go_on(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Let members call back that they part; nothing else is asked of them."""
    del terms
    return rules.may_go_on(parting_of(institution), at=at)


def may_anybody_join(institution: Institution, *, at: datetime) -> Verdict:
    """Let nobody join where people part, or have parted."""
    gone = institution.dissolved_at
    if gone is not None and gone <= at:
        return refused("institution_dissolved")
    now = parting_of(institution)
    if now is None or at < now.begins_at:
        return ALLOWED
    return refused("nobody_joins_while_parting", ends=now.ends_at)


def may_anything_begin(institution: Institution, *, at: datetime) -> Verdict:
    """Let nothing begin once the time to part is over; what has begun may end.

    In what has ended nothing ends any more, either.
    """
    may = may_anything_end(institution, at=at)
    if not may:
        return may
    ends = institution.ends_at
    if ends is None or at < ends:
        return ALLOWED
    return refused("time_to_part_is_over", ended=ends)


def may_anything_end(institution: Institution, *, at: datetime) -> Verdict:
    """Let what has begun end by itself, but not once the institution has ended."""
    gone = institution.dissolved_at
    if gone is not None and gone <= at:
        return refused("institution_dissolved")
    return ALLOWED


def may_read_journal(
    institution: Institution, member: Member | None, charter: Charter, *, at: datetime
) -> Verdict:
    """Let members read the journal, and once it has ended whom the charter shows it to.

    Nobody is a member then. Where the charter lets strangers read what was decided,
    they may read how it came about, without names and without anybody's words; else it
    stays with whoever kept a file of it.
    """
    gone = institution.dissolved_at
    has_ended = gone is not None and gone <= at
    if member is not None or (has_ended and DECISIONS in charter.public):
        return ALLOWED
    return refused("members_only")

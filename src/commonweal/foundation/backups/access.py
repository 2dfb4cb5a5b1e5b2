"""What may be put back, what may be served, and who may say that they know."""

from datetime import datetime

from django.db import DEFAULT_DB_ALIAS

from commonweal.foundation.backups import engines, tables
from commonweal.foundation.backups.models import Acknowledgement, Restoration
from commonweal.foundation.institutions.access import is_known
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


def may_serve(alias: str = DEFAULT_DB_ALIAS) -> Verdict:
    """Allow serving from a database that is whole, and is still the one in use."""
    there = tables.tables_in(alias)
    return first_refusal(
        refused("restore_unfinished") if tables.BEING_RESTORED in there else ALLOWED,
        refused("database_moved_away") if tables.MOVED_AWAY in there else ALLOWED,
    )


def may_be_left(alias: str = DEFAULT_DB_ALIAS) -> Verdict:
    """Allow moving out of a database that no server or worker has open."""
    return refused("node_is_running") if engines.others_at_it(alias) else ALLOWED


def may_be_put_back(taken_at: datetime, *, at: datetime) -> Verdict:
    """Allow putting a backup back by a clock that is not behind it."""
    return ALLOWED if at >= taken_at else refused("clock_behind_backup", taken=taken_at)


def may_acknowledge(
    member: Member | None, restoration: Restoration, *, at: datetime
) -> Verdict:
    """Let each member who counts say once that they know.

    Whoever nobody knows yet may be one person under two names.
    """
    if member is None:
        return refused("members_only")
    given = Acknowledgement.objects.filter(restoration=restoration, member=member)
    return first_refusal(
        refused("member_has_left")
        if member.left_at is not None and member.left_at <= at
        else ALLOWED,
        is_known(member, at=at),
        refused("already_acknowledged") if given.exists() else ALLOWED,
    )

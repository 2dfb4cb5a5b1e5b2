"""What happens by itself with a matter, and when: it follows from the deeds alone.

A row notes when something is due, so that it is found quickly. Where that is not what
the deeds say, it is found all the same, and whoever compares the journal reads so.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from commonweal.capabilities.confederation.models import ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    closes_at,
    matter_with,
)
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.sentence import Sentence

# What becomes of a change that the bases said yes to.
CHANGED = ("changed_pact", "left_pact")


def is_composed(read: Read, put: ConfederalDeed) -> bool:
    """Say whether what a congress came to is written down."""
    return any(one.facts["put"] == put.number for one in read.of("composed"))


def next_due(read: Read) -> datetime | None:
    """Say when something next happens by itself with a matter."""
    put = read.put
    ends = [read.now.until] if read.now.until else []
    if put is not None and not is_composed(read, put):
        ends.append(closes_at(put))
    return min(ends, default=None)


def is_undone(read: Read, *, at: datetime) -> bool:
    """Say whether something had to be written down by `at`, and is not."""
    put = read.put
    if put is not None and closes_at(put) <= at and not is_composed(read, put):
        return True
    ratified = read.matter.change and read.now.ratified_at
    return bool(ratified) and not read.of(*CHANGED)


def forgotten(institution: Institution | None = None, *, at: datetime) -> list[Matter]:
    """Find matters with which something is to be done that their rows do not note."""
    there = Matter.objects.select_related("institution")
    if institution is not None:
        there = there.filter(institution=institution)
    later = there.filter(Q(next_due_at=None) | Q(next_due_at__gt=at))
    return [
        one
        for one in _unfinished(later)
        if (read := _read(one, at=at)) and is_undone(read, at=at)
    ]


def unnoted(institution: Institution) -> Iterator[Sentence]:
    """Say where a row does not note what is due by the deeds."""
    for one in _unfinished(Matter.objects.filter(institution=institution)):
        if not _is_noted(one):
            yield Sentence("matter_due_unnoted", {"number": one.number})


def _unfinished(rows: QuerySet[Matter]) -> list[Matter]:
    """Give those whose congress is not counted yet, or that may change the pact."""
    deeds = ConfederalDeed.objects.filter(matter=OuterRef("pk"))
    congress = deeds.filter(deed__in=("put", "composed")).order_by("-number")
    changed = deeds.filter(deed__in=CHANGED)
    known = rows.annotate(
        last_of_congress=Subquery(congress.values("deed")[:1]),
        last_change=Subquery(changed.values("deed")[:1]),
    )
    open_change = ~Q(change={}) & Q(last_change=None)
    return list(known.filter(Q(last_of_congress="put") | open_change))


def _is_noted(row: Matter) -> bool:
    """Hold what a row notes against each moment at which something falls due."""
    at: datetime | None = row.deeds.order_by("-done_at").values_list(
        "done_at", flat=True
    )[0]
    while at is not None:
        read = _read(row, at=at)
        assert read is not None, "it is one of them"
        if is_undone(read, at=at):
            # Nothing goes on before that is written down.
            return row.next_due_at is not None and row.next_due_at <= at
        due = next_due(read)
        if row.next_due_at is not None and due is not None and row.next_due_at <= due:
            return True
        at = due if due is None or due > at else None
    return row.next_due_at is None


def _read(row: Matter, *, at: datetime) -> Read | None:
    return matter_with(row.institution, row.pk, at=at)

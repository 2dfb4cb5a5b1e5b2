"""What the operator took down or stopped here, and what became of it."""

from collections.abc import Iterator
from datetime import datetime

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads.models import LastResort
from commonweal.rules.sentence import Fact, Sentence


def last_resorts(institution: Institution) -> tuple[LastResort, ...]:
    """List everything the operator ever did here in the last resort, newest first."""
    rows = LastResort.objects.filter(institution=institution)
    return tuple(rows.select_related("institution", "hiding").order_by("-number"))


def last_resort_of(institution: Institution, number: int) -> LastResort | None:
    """Find one by its number."""
    rows = LastResort.objects.filter(institution=institution, number=number)
    return rows.select_related("institution", "hiding").first()


def unsettled(institution: Institution) -> tuple[LastResort, ...]:
    """Give what waits for its review or its date, in the order it was done."""
    rows = LastResort.objects.filter(institution=institution, settled_at=None)
    return tuple(rows.select_related("institution", "hiding").order_by("number"))


def last_resort_told(measure: LastResort, *, at: datetime) -> tuple[Sentence, ...]:
    """Say what the operator did, why, and what ends it or ended it."""
    return tuple(_told(measure, at))


def _told(measure: LastResort, at: datetime) -> Iterator[Sentence]:
    facts: dict[str, Fact] = {
        "when": measure.taken_at,
        "wrong": Sentence(f"wrong_{measure.wrong}"),
        "reason": measure.reason,
    }
    yield Sentence(f"last_resort_{measure.what}", facts)
    ends = measure.ends_at
    if ends is not None and ends <= at:
        how = measure.outcome or "over"
        yield Sentence(f"last_resort_ended_{how}", {"ended": ends})
    elif measure.outcome != "stands":
        assert ends is not None, "what is not settled has a date"
        yield Sentence("last_resort_until", {"until": ends})
    elif ends is None:
        yield Sentence("last_resort_stands")
    else:
        yield Sentence("last_resort_stands_until", {"until": ends})

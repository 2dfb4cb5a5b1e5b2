"""What the operator does in the last resort; seen by all, and ended by the members.

Whoever runs the machine could do worse without a word. These deeds are for an operator
who must act, by law or under attack, and wants to answer for it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.threads import access
from commonweal.foundation.threads.actions.hiding import reasoned
from commonweal.foundation.threads.models import Hiding, LastResort
from commonweal.foundation.threads.queries.held import sealed_last_resort
from commonweal.rules.canonical import Json
from commonweal.rules.days import days_later
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import require

# What members let stand is looked at again after a year; words stay hidden.
STANDS_FOR = timedelta(days=365)
COLUMNS = {"writing": "frozen_until", "face": "face_hidden_until"}


class Ground(NamedTuple):
    """Why the operator acts, one of `access.GROUNDS`, in a sentence, for how long."""

    wrong: str
    reason: str
    days: int


@transaction.atomic
def hide_in_last_resort(
    institution: Institution, said: Said, *, ground: Ground, at: datetime
) -> LastResort:
    """Take words out of everybody's sight until a date; no steward can show them."""
    institution = lock(institution, at=at)
    require(access.may_take(institution, ground=ground.wrong, days=ground.days, at=at))
    require(access.may_hide(institution, said, days=ground.days, at=at))
    ends_at = _end(institution, ground, at)
    hiding = Hiding.objects.create(
        institution=institution,
        about_kind=said.kind,
        about_id=said.id,
        wrong=ground.wrong,
        reason=reasoned(ground.reason),
        office="",
        is_named=False,
        hidden_at=at,
        appeal_until=ends_at,
        shown_at=ends_at,
    )
    return _keep(institution, "words", hiding, ground, at)


@transaction.atomic
def stop_in_last_resort(
    institution: Institution, what: str, *, ground: Ground, at: datetime
) -> LastResort:
    """Hide the whole public face, or freeze writing, until a date."""
    institution = lock(institution, at=at)
    require(access.may_take(institution, ground=ground.wrong, days=ground.days, at=at))
    require(access.may_stop(institution, what, days=ground.days, at=at))
    return _keep(institution, what, None, ground, at)


@transaction.atomic
def lift_last_resort(measure: LastResort, *, reason: str, at: datetime) -> None:
    """End what the operator did, before its date."""
    lock(measure.institution, at=at)
    measure = LastResort.objects.get(pk=measure.pk)
    require(access.may_lift(measure, at=at))
    why = reasoned(reason)
    _settle(measure, "lifted", ends_at=at, at=at)
    _note("lifted_last_resort", measure, at=at, reason=why)


@transaction.atomic
def let_last_resort_stand(
    institution: Institution, *, terms: Terms, decision: UUID, at: datetime
) -> None:
    """Let stand what the operator did, because the members decided so."""
    institution = lock(institution, at=at)
    require(access.may_last_resort_stand(institution, terms, at))
    measure = access.measure_in(institution, terms)
    assert measure is not None, "it was just found to be in order"
    ends_at = None if measure.what == "words" else at + STANDS_FOR
    _settle(measure, "stands", ends_at=ends_at, at=at)
    facts = _sealed(measure, {"decision": str(decision)})
    journal.record("let_last_resort_stand", about=measure, by=None, at=at, facts=facts)


def end_rejected(measure: LastResort, *, at: datetime) -> None:
    """End what the members did not let stand; the institution is locked."""
    _settle(measure, "rejected", ends_at=at, at=at)
    facts = _sealed(measure, {})
    journal.record("ended_last_resort", about=measure, by=None, at=at, facts=facts)


def let_run_out(measure: LastResort) -> None:
    """Write down that nobody decided until the date; the institution is locked."""
    assert measure.ends_at is not None
    at = measure.ends_at
    _settle(measure, "over", ends_at=at, at=at)
    facts = _sealed(measure, {})
    journal.record("last_resort_ran_out", about=measure, by=None, at=at, facts=facts)


def remember_review(measure: LastResort, review: UUID) -> None:
    """Write down which proposal asks the members; the institution is locked."""
    measure.review_id = review
    measure.save(update_fields=["review_id"])


def _end(institution: Institution, ground: Ground, at: datetime) -> datetime:
    zone = charter_in_force(institution, at=at).time_zone
    return days_later(at, ground.days, zone)


def _keep(
    institution: Institution,
    what: str,
    hiding: Hiding | None,
    ground: Ground,
    at: datetime,
) -> LastResort:
    made = LastResort.objects.create(
        institution=institution,
        number=LastResort.objects.filter(institution=institution).count() + 1,
        what=what,
        hiding=hiding,
        wrong=ground.wrong,
        reason=reasoned(ground.reason),
        taken_at=at,
        ends_at=_end(institution, ground, at),
    )
    _stop_until(institution, made)
    _note(f"took_last_resort_{what}", made, at=at, reason=made.reason)
    return made


def _settle(
    measure: LastResort, outcome: str, *, ends_at: datetime | None, at: datetime
) -> None:
    if measure.settled_at is None or outcome == "lifted":
        measure.settled_at, measure.outcome = at, outcome
    measure.ends_at = ends_at
    measure.save(update_fields=["settled_at", "outcome", "ends_at"])
    if measure.hiding_id is not None:
        Hiding.objects.filter(pk=measure.hiding_id).update(shown_at=ends_at)
    _stop_until(measure.institution, measure)


def _stop_until(institution: Institution, measure: LastResort) -> None:
    """Keep on the institution what every page asks, so that none has to look for it."""
    column = COLUMNS.get(measure.what)
    until = {column: measure.ends_at} if column else {}
    waits = LastResort.objects.filter(institution=institution, settled_at=None)
    Institution.objects.filter(pk=institution.pk).update(
        review_waits=waits.exists(), **until
    )


def _note(deed: str, measure: LastResort, *, at: datetime, reason: str) -> None:
    """Write down what the operator did; the sentence says that it was the operator."""
    facts = _sealed(measure, {"wrong": measure.wrong})
    if measure.ends_at is not None:
        facts["until"] = {"moment": measure.ends_at.astimezone(UTC).isoformat()}
    words: Mapping[str, str] = {"reason": reason}
    journal.record(deed, about=measure, by=None, at=at, facts=facts, words=words)


def _sealed(measure: LastResort, facts: Mapping[str, Json]) -> dict[str, Json]:
    return {"number": measure.number, **facts, **sealed_last_resort(measure)}

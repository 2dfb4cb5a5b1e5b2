"""Hiding words with a reason, leaving them, and showing them again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.text import clean_text
from commonweal.foundation.threads import access
from commonweal.foundation.threads.actions.forgetting import forget_who_reported
from commonweal.foundation.threads.models import Hiding, Report
from commonweal.foundation.threads.queries.held import sealed_hiding
from commonweal.rules.canonical import Json
from commonweal.rules.days import days_later
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import ALLOWED, refused, require

LONGEST_REASON = 1_000


@transaction.atomic
def hide(
    said: Said,
    *,
    institution: Institution,
    by: Member | None,
    wrong: str,
    reason: str,
    at: datetime,
) -> Hiding:
    """Hide words that others reported, saying why; they can be asked back for."""
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.may_decide(by, charter, said, institution, at=at))
    require(ALLOWED if wrong in access.WRONGS else refused("wrong_unknown"))
    terms = charter.moderation
    made = Hiding.objects.create(
        institution=institution,
        about_kind=said.kind,
        about_id=said.id,
        wrong=wrong,
        reason=reasoned(reason),
        office=terms.office,
        hidden_by=by,
        is_named=terms.named,
        hidden_at=at,
        appeal_until=days_later(at, terms.appeal_days, charter.time_zone),
    )
    close_reports(said, institution, at=at)
    facts: Mapping[str, Json] = {"wrong": wrong, "office": terms.office}
    note("hid_words", made, by, at=at, facts=facts, reason=made.reason)
    return made


@transaction.atomic
def leave_standing(
    said: Said,
    *,
    institution: Institution,
    by: Member | None,
    reason: str,
    at: datetime,
) -> None:
    """Answer the reports of words by leaving them where they are, saying why."""
    institution = lock(institution, at=at)
    charter = charter_in_force(institution, at=at)
    require(access.may_decide(by, charter, said, institution, at=at))
    why = reasoned(reason)
    report = access.open_reports(institution).filter(about_id=said.id)[0]
    close_reports(said, institution, at=at)
    journal.record(
        "left_words_standing",
        about=report,
        by=by if charter.moderation.named else None,
        at=at,
        facts={"office": charter.moderation.office},
        words={"reason": why},
    )


@transaction.atomic
def show_again(
    hiding: Hiding, said: Said, *, by: Member | None, reason: str, at: datetime
) -> None:
    """Undo a hiding: the words stand where they stood."""
    lock(hiding.institution, at=at)
    hiding = Hiding.objects.select_related("institution").get(pk=hiding.pk)
    charter = charter_in_force(hiding.institution, at=at)
    require(access.may_show_again(by, charter, said, hiding, at=at))
    hiding.shown_at = at
    hiding.save(update_fields=["shown_at"])
    facts: Mapping[str, Json] = {"office": charter.moderation.office}
    note("showed_words_again", hiding, by, at=at, facts=facts, reason=reasoned(reason))


def close_reports(said: Said, institution: Institution, *, at: datetime) -> None:
    """Answer every open report of these words, and forget who made it and how."""
    rows = Report.objects.filter(
        institution=institution, about_id=said.id, answered_at=None
    )
    forget_who_reported(rows)
    rows.update(answered_at=at)


def reasoned(reason: str) -> str:
    """Give a reason as it will be kept; there has to be one."""
    clean = clean_text(reason, LONGEST_REASON)
    require(ALLOWED if clean else refused("reason_missing"))
    return clean


def note(
    deed: str,
    hiding: Hiding,
    by: Member | None,
    *,
    at: datetime,
    facts: Mapping[str, Json],
    reason: str,
) -> None:
    """Write a steward's deed down, by name where the charter is open about it."""
    journal.record(
        deed,
        about=hiding,
        by=by if hiding.is_named else None,
        at=at,
        facts={**facts, **sealed_hiding(hiding)},
        words={"reason": reason},
    )

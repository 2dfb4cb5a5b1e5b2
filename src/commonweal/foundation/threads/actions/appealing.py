"""Asking for words to come back, and deciding about that."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions.locking import lock
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.journal import actions as journal
from commonweal.foundation.threads import access
from commonweal.foundation.threads.actions.hiding import note, reasoned
from commonweal.foundation.threads.models import Appeal, Hiding
from commonweal.foundation.threads.queries.held import sealed_hiding
from commonweal.rules.days import days_later
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import require


@transaction.atomic
def appeal(
    hiding: Hiding, said: Said, *, by: Member | None, words: str, at: datetime
) -> Appeal:
    """Ask for hidden words to come back; somebody else than who hid them decides.

    The journal does not say who asked.
    """
    lock(hiding.institution, at=at)
    hiding = Hiding.objects.select_related("institution").get(pk=hiding.pk)
    charter = charter_in_force(hiding.institution, at=at)
    require(access.may_appeal(by, charter, said, hiding, at=at))
    made = Appeal.objects.create(
        institution=hiding.institution,
        hiding=hiding,
        made_by=by,
        words=reasoned(words),
        made_at=at,
        answer_until=days_later(at, charter.moderation.answer_days, charter.time_zone),
    )
    facts = sealed_hiding(hiding)
    journal.record("appealed", about=made, by=None, at=at, facts=facts)
    return made


@transaction.atomic
def answer_appeal(
    appeal: Appeal,
    said: Said,
    *,
    by: Member | None,
    stays_hidden: bool,
    reason: str,
    at: datetime,
) -> None:
    """Decide an appeal: the words come back, or stay hidden for good."""
    lock(appeal.institution, at=at)
    appeal = Appeal.objects.select_related("hiding__institution").get(pk=appeal.pk)
    hiding = appeal.hiding
    charter = charter_in_force(hiding.institution, at=at)
    require(access.may_answer_appeal(by, charter, said, appeal, at=at))
    appeal.answered_at, appeal.stays_hidden = at, stays_hidden
    appeal.answer = reasoned(reason)
    appeal.save(update_fields=["answered_at", "stays_hidden", "answer"])
    if not stays_hidden:
        hiding.shown_at = at
        hiding.save(update_fields=["shown_at"])
    deed = "kept_words_hidden" if stays_hidden else "granted_appeal"
    facts = {"office": charter.moderation.deciding_office}
    note(deed, hiding, by, at=at, facts=facts, reason=appeal.answer)


@transaction.atomic
def let_words_come_back(institution: Institution, *, at: datetime) -> None:
    """Write down which words came back because nobody answered an appeal in time."""
    institution = lock(institution, at=at)
    waiting = Appeal.objects.filter(
        institution=institution,
        answered_at=None,
        answer_until__lte=at,
        hiding__shown_at=None,
    ).select_related("hiding")
    for unanswered in waiting.order_by("answer_until", "id"):
        moment = unanswered.answer_until
        unanswered.answered_at, unanswered.stays_hidden = moment, False
        unanswered.save(update_fields=["answered_at", "stays_hidden"])
        unanswered.hiding.shown_at = moment
        unanswered.hiding.save(update_fields=["shown_at"])
        hiding = unanswered.hiding
        facts = sealed_hiding(hiding)
        journal.record("words_came_back", about=hiding, by=None, at=moment, facts=facts)

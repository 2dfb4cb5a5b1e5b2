"""Until when votes are open: for one member, who may be let back in then, or at all."""

from datetime import datetime

from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.models import Institution, Member


def last_vote_closes(institution: Institution, *, at: datetime) -> datetime | None:
    """Say when the last vote closes that has opened by `at` and was not closed then."""
    there = Question.objects.filter(institution=institution, opens_at__lte=at)
    closing = there.filter(closes_at__gt=at).order_by("-closes_at")
    return closing.values_list("closes_at", flat=True).first()


def votes_open_until(member: Member, *, at: datetime) -> datetime | None:
    """Say when the last vote closes that is open and has this member on its roll."""
    mine = Question.objects.filter(
        institution=member.institution_id,
        roll__entries__member=member,
        opens_at__lte=at,
        closes_at__gt=at,
    )
    return mine.order_by("-closes_at").values_list("closes_at", flat=True).first()

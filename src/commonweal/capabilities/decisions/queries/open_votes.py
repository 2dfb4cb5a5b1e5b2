"""Whether a member may vote in anything now: asked before somebody is let back in."""

from datetime import datetime

from commonweal.capabilities.decisions.models import Question
from commonweal.foundation.institutions.models import Member


def votes_open_until(member: Member, *, at: datetime) -> datetime | None:
    """Say when the last vote closes that is open and has this member on its roll."""
    mine = Question.objects.filter(
        institution=member.institution_id,
        roll__entries__member=member,
        opens_at__lte=at,
        closes_at__gt=at,
    )
    return mine.order_by("-closes_at").values_list("closes_at", flat=True).first()

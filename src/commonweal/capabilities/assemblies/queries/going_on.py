"""Until when an assembly goes on for a member: nobody comes back as them then."""

from datetime import datetime

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Member
from commonweal.rules.assemblies.ending import ENDS_AFTER


def goes_on_until(member: Member, *, at: datetime) -> datetime | None:
    """Say when an assembly is over at the latest that has this member on its roll."""
    mine = Assembly.objects.filter(
        institution=member.institution_id,
        roll__entries__member=member,
        opens_at__lte=at,
        opens_at__gt=at - ENDS_AFTER,
    )
    still = mine.exclude(deeds__deed__in=("close", "call_off"))
    opens = still.order_by("-opens_at").values_list("opens_at", flat=True).first()
    return opens + ENDS_AFTER if opens else None

"""Whether those who were put down as there by a laptop say that it was so."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from commonweal.capabilities.assemblies.models import Assembly, CheckOut, MinutesDeed
from commonweal.capabilities.assemblies.queries.rooms import brought
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import Membership
from commonweal.rules.assemblies.set_aside import FromLaptop, may_dispute
from commonweal.rules.verdict import Verdict

# Who was put down as there is asked for so long, if minutes go out no later.
ASKED_WITHIN = timedelta(days=7)


def last_brought(assembly: Assembly) -> FromLaptop | None:
    """Give what came back last from a laptop, and who objects to it."""
    found = brought(assembly.deeds.order_by("number"))
    return found[-1] if found else None


def may_dispute_now(
    assembly: Assembly, *, by: Member, reason: str = "…", at: datetime
) -> Verdict:
    """Say whether a member may say that what came back is not what happened."""
    brought_in = assembly.deeds.filter(deed="bring_in").order_by("-number").first()
    out = assembly.minutes_deeds.filter(deed__in=("send_out", "approve"))
    return may_dispute(
        last_brought(assembly),
        by=str(by.pk),
        reason=reason,
        brought_at=brought_in.done_at if brought_in else None,
        sent_out=out.filter(done_at__lte=at).exists(),
        at=at,
    )


def to_check(
    memberships: Mapping[UUID, Membership], *, at: datetime
) -> Iterator[tuple[Membership, Assembly]]:
    """Find what came back from laptops lately, for those it puts down as there.

    Whoever did something with its minutes has read them.
    """
    mine = [one.member.pk for one in memberships.values()]
    said = MinutesDeed.objects.filter(done_by__in=mine).values("assembly")
    lately = CheckOut.objects.filter(
        institution__in=memberships,
        end="bring_in",
        ended_at__gt=at - ASKED_WITHIN,
        ended_at__lte=at,
    ).exclude(assembly__in=said)
    for taken in lately.select_related("assembly__institution").order_by("ended_at"):
        membership = memberships[taken.institution_id]
        if may_dispute_now(taken.assembly, by=membership.member, at=at):
            yield membership, taken.assembly

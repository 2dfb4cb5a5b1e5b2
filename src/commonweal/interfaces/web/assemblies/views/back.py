"""What of earlier assemblies is at hand on the page of one: minutes to approve."""

from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.institutions.models import Member
from commonweal.rules.verdict import first_refusal


def at_hand(held: Held, member: Member) -> dict[str, Any]:
    """Give the minutes that are talked about, with what the reader may do with them."""
    item = held.now.agenda.current
    if held.now.stage != "open" or not item:
        return {}
    minutes = queries.minutes_before(held, item)
    if minutes is None:
        return {}
    agree = first_refusal(
        queries.may_now(held, "agree", by=member, item=item),
        queries.may_settle(held, "agree", by=member, item=item, what=""),
    )
    return {
        "minutes_at_hand": minutes,
        "corrections": [
            one for line in minutes.lines for one in line.beside if one.waits
        ],
        "may_agree": agree,
        "may_object": queries.may_now(held, "object", by=member, item=item),
        "has_agreed": item in held.now.back.agreed,
        "objections": len(held.now.back.objected.get(item, ())),
    }

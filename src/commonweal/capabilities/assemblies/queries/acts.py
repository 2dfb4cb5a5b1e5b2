"""What somebody may do in an assembly now, and why not."""

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.events import event_of
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.foundation.institutions.models import Member
from commonweal.rules.assemblies.deed_names import ABOUT_SOMEBODY
from commonweal.rules.assemblies.process import may_do
from commonweal.rules.verdict import Verdict


def may_now(
    held: Held,
    deed: str,
    *,
    by: Member,
    what: str = "",
    item: str = "",
    reason: str = "…",
) -> Verdict:
    """Say whether a member may do this now, by the rules, about nobody else.

    What needs a reason is asked as if there were one.
    """
    row = AssemblyDeed(
        deed=deed,
        done_by=by,
        about=by if deed in ABOUT_SOMEBODY else None,
        item=item,
        what=what,
        reason=reason,
        done_at=held.at,
    )
    return may_do(held.room, held.now, event_of(row))

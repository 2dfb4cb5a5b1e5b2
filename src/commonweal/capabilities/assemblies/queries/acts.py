"""What somebody may do in an assembly now, and why not."""

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.events import event_of
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.secretly import cast_so_far
from commonweal.foundation.institutions.models import Member
from commonweal.rules.assemblies.deed_names import ABOUT_SOMEBODY
from commonweal.rules.assemblies.process import may_do
from commonweal.rules.verdict import Verdict

# What is nothing without words.
WITH_WORDS = frozenset({"bring_text", "amend"})


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

    What needs a reason, or words, is asked as if there were some.
    """
    ballots = cast_so_far(held) if deed == "end_decision" else ""
    row = AssemblyDeed(
        deed=deed,
        done_by=by,
        about=by if deed in ABOUT_SOMEBODY else None,
        item=item,
        what=what,
        reason=reason,
        words="…" if deed in WITH_WORDS else ballots,
        done_at=held.at,
    )
    return may_do(held.room, held.now, event_of(row))

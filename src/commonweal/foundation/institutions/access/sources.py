"""May a list say that its names come from there, and may a place be given back?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from commonweal.foundation.institutions.access.belonging import may_be_used
from commonweal.foundation.institutions.models import Invitation
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# On what ground a member may put others on the list, in the order it is asked.
GROUNDS = ("consent", "belonging")
BY_DECISION = "decision"
LONGEST_ORIGIN = 200


def may_come_from(
    origin: str,
    ground: str,
    gathered_on: date | None,
    charter: Charter,
    *,
    at: datetime,
) -> Verdict:
    """Allow names of which it is said who gave them, on what ground, and when."""
    today = at.astimezone(ZoneInfo(charter.time_zone)).date()
    return first_refusal(
        ALLOWED if origin else refused("source_missing"),
        ALLOWED if ground in GROUNDS else refused("source_ground_missing"),
        ALLOWED if gathered_on is not None else refused("source_day_missing"),
        refused("source_in_future")
        if gathered_on is not None and gathered_on > today
        else ALLOWED,
    )


def may_decline(invitation: Invitation | None, *, at: datetime) -> Verdict:
    """Let whoever holds the code of a place that nobody took up give it back."""
    if invitation is None:
        return refused("invitation_unknown")
    return first_refusal(
        ALLOWED if invitation.for_member_id else refused("code_is_for_nobody"),
        may_be_used(invitation, at=at),
    )

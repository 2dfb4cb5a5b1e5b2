"""Whether somebody who came by an open door votes at once, and who may speak for them.

Members say that they know a newcomer as one person; until enough have, the newcomer
belongs and may talk, and is on no roll. The first members of an institution count at
once: at a founding nobody could speak for anybody yet.
"""

from datetime import datetime, timedelta

from commonweal.rules.belonging.independence import Origin
from commonweal.rules.belonging.terms import Joining
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

# The door of whoever comes to a place that was kept, by a code of a member's.
PLACE = "place"


def confirmers_needed(
    terms: Joining,
    *,
    door: str,
    came_before: int,
    could_confirm: int,
    founded_at: datetime,
    at: datetime,
) -> int:
    """Count the members who have to say that they know somebody who comes now.

    `door` is `link`, `code`, or for a place kept by name `PLACE`, where a member made
    the code for it later, and else empty. Whatever the charter says of doors, somebody
    else knows who comes by such a code: whoever made it could use it themselves.
    `came_before` counts everybody who ever came, the founder among them, so that
    leaving makes no room. Never more than `could_confirm`: nobody waits for people who
    are not there.
    """
    if door not in (*terms.confirmed, PLACE):
        return 0
    first = came_before < terms.founders
    if first and at < founded_at + timedelta(days=terms.founding_days):
        return 0
    asked = 1 if door == PLACE else terms.confirmers
    return min(asked, could_confirm)


def may_confirm(
    by: Origin,
    newcomer: Origin,
    *,
    is_known: bool,
    counts: bool,
    others_could: bool,
    said_already: bool,
) -> Verdict:
    """Let a member who counts say that they know somebody who is not known yet.

    `is_known` says whether enough have said so, or nobody ever has to. Not whoever
    invited them, unless there is nobody else, and not whoever came by the same link or
    sheet: that could be the same person again. Who counted at once was there before
    that door stood open, and comes here without one.
    """
    invited = newcomer.invited_by == by.member
    came_along = bool(by.door) and by.door == newcomer.door
    return first_refusal(
        refused("confirming_oneself") if by.member == newcomer.member else ALLOWED,
        ALLOWED if counts else refused("not_confirmed_yet"),
        refused("confirmed_already") if is_known else ALLOWED,
        refused("confirmer_came_along") if came_along else ALLOWED,
        refused("confirmer_invited_them") if invited and others_could else ALLOWED,
        refused("said_so_already") if said_already else ALLOWED,
    )

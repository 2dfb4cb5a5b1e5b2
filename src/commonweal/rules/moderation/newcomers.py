"""Who is new here, and how many proposals one member may put in a while."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def is_newcomer(
    terms: Moderation, *, joined_at: datetime, vouched: int, at: datetime
) -> bool:
    """Say whether a member's contributions wait for a sponsor still.

    They do while fewer than `newcomer_posts` of them were let through (`vouched`), and
    also in the first `newcomer_days` days. A charter that names neither knows no
    newcomers.
    """
    return vouched < terms.newcomer_posts or at < joined_at + timedelta(
        days=terms.newcomer_days
    )


def may_put_another(
    terms: Moderation, *, put: Sequence[datetime], at: datetime
) -> Verdict:
    """Allow one more proposal within the charter's limit for a member.

    `put` are the moments at which the member put proposals, withdrawn ones included:
    taking one back makes no room, or the limit would be none. Refuses with the moment
    from which there is room again.
    """
    if not terms.most_proposals:
        return ALLOWED
    while_ = timedelta(days=terms.proposal_days)
    counted = sorted(one for one in put if one > at - while_)
    if len(counted) < terms.most_proposals:
        return ALLOWED
    return refused(
        "proposals_used_up",
        most=terms.most_proposals,
        days=terms.proposal_days,
        again=counted[-terms.most_proposals] + while_,
    )

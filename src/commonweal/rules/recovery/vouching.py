"""Whether a member may vouch, and from when two of them may open the door."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# How long halves of a code may be printed and used before all must vouch again.
OPEN_DAYS = 30


def may_vouch(
    terms: Recovery, *, belongs_since: datetime, is_oneself: bool, at: datetime
) -> Verdict:
    """Let a member vouch for another, once they have belonged for long enough.

    The days keep somebody from bringing in their own vouchers first.
    """
    if not terms.vouchers:
        return refused("recovery_by_nobody")
    if is_oneself:
        return refused("vouching_for_oneself")
    if at < belongs_since + timedelta(days=terms.member_days):
        return refused("voucher_is_new", days=terms.member_days)
    return ALLOWED


def opens_at(
    vouched_at: Sequence[datetime], *, needed: int, delay_days: int
) -> datetime | None:
    """Say from when the door may be opened: so many days after the last needed vouch.

    None while too few have vouched. Vouches that come later change nothing.
    """
    assert needed >= 2, "nobody is let in by one alone"
    if len(vouched_at) < needed:
        return None
    return sorted(vouched_at)[needed - 1] + timedelta(days=delay_days)

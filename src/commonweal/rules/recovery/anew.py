"""Who has to say that they know whoever was given a place back, before they vote.

Whoever vouched gave the place to somebody: it is for others to say that it is the same
person. Until then whoever came back talks and reads, and votes in nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


@dataclass(frozen=True, slots=True)
class Knower:
    """Somebody who would say it: what they are to whoever came back.

    `is_independent` says whether their word adds to the words of those who vouched.
    """

    belongs_since: datetime
    counts: bool
    is_oneself: bool = False
    vouched: bool = False
    is_independent: bool = True
    said_already: bool = False


def needed_anew(confirmers: int, *, others: int) -> int:
    """Count who has to say so, of so many who count and did not vouch.

    Never more than there are, so that two of three can let in the third.
    """
    return min(max(confirmers, 1), others)


def may_know_again(terms: Recovery, by: Knower, *, at: datetime) -> Verdict:
    """Let a member say so who counts, belongs for long enough and did not vouch."""
    long = at >= by.belongs_since + timedelta(days=terms.member_days)
    return first_refusal(
        refused("confirming_oneself") if by.is_oneself else ALLOWED,
        ALLOWED if by.counts else refused("not_confirmed_yet"),
        refused("others_than_vouchers") if by.vouched else ALLOWED,
        refused("said_so_already") if by.said_already else ALLOWED,
        ALLOWED if long else refused("voucher_is_new", days=terms.member_days),
        ALLOWED if by.is_independent else refused("voucher_depends"),
    )

"""Whether a member may vouch, and from when two of them may open the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.belonging.independence import Origin, depends_on
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# How long halves of a code may be printed and used before all must vouch again.
OPEN_DAYS = 30
# How long those who vouched when it was stopped do not vouch for the same member.
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Stopped:
    """When whoever it was about last stopped it, and whether this voucher had a part.

    Both are None and False where nobody ever stopped anything.
    """

    at: datetime | None = None
    with_this_voucher: bool = False


def may_vouch(
    terms: Recovery,
    *,
    belongs_since: datetime,
    is_oneself: bool,
    stopped: Stopped = Stopped(),
    at: datetime,
) -> Verdict:
    """Let a member vouch for another, once they have belonged for long enough.

    The days keep somebody from bringing in their own vouchers first. What was stopped
    rests for `again_days`, and those who vouched then do not vouch for the same member
    for a year: whoever wants to come in as another needs new friends each time.
    """
    if not terms.vouchers:
        return refused("recovery_by_nobody")
    if is_oneself:
        return refused("vouching_for_oneself")
    if at < belongs_since + timedelta(days=terms.member_days):
        return refused("voucher_is_new", days=terms.member_days)
    return _may_vouch_again(terms, stopped, at=at)


def _may_vouch_again(terms: Recovery, stopped: Stopped, *, at: datetime) -> Verdict:
    if stopped.at is None:
        return ALLOWED
    rests_until = stopped.at + timedelta(days=terms.again_days)
    others_until = stopped.at + A_YEAR
    if at < rests_until:
        return refused("recovery_was_stopped", again=rests_until)
    if stopped.with_this_voucher and at < others_until:
        return refused("voucher_was_stopped", again=others_until)
    return ALLOWED


def may_add_to(voucher: Origin, before: Sequence[Origin]) -> Verdict:
    """Let a word count beside those before it only if it is another person's."""
    found = depends_on(voucher, before)
    return ALLOWED if found is None else refused("voucher_depends")


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

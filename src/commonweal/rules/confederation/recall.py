"""Whether a body may take back the seat of its delegate now, and from when it counts.

At any quorate meeting that has it on the agenda, or when enough members ask for it in
time. It counts from the decision on; whoever stands in speaks at once.

Sources: petitions of a tenth of the members (IAM, 2003) and of thirty in a hundred
within sixty days (AFA); a pause of thirty days after a recall that failed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.confederation.terms import Delegates
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Meeting:
    """An assembly of the body: whether it is quorate, and has this on its agenda."""

    is_quorate: bool
    is_on_agenda: bool


def may_ask_in(
    terms: Delegates, meeting: Meeting, *, failed_at: datetime | None, at: datetime
) -> Verdict:
    """Let a meeting decide on a recall that was announced, while enough are there.

    Refuses with `recall_not_on_agenda`, `recall_not_quorate` or `recall_rests`.
    """
    if not meeting.is_on_agenda:
        return refused("recall_not_on_agenda")
    if not meeting.is_quorate:
        return refused("recall_not_quorate")
    return rested(terms, failed_at=failed_at, at=at)


def rested(terms: Delegates, *, failed_at: datetime | None, at: datetime) -> Verdict:
    """Leave whoever was kept in their seat in peace for some days."""
    if failed_at is None:
        return ALLOWED
    again = failed_at + timedelta(days=terms.cooldown_days)
    return ALLOWED if at >= again else refused("recall_rests", again=again)


def petitioned_at(
    terms: Delegates, signed_at: Iterable[datetime], *, members: int
) -> datetime | None:
    """Say when a petition for a recall had enough members, if it ever had.

    Enough sign within `petition_days` of each other; `members` are those of the body.
    None where too few have.
    """
    needed = max(
        1, -((-terms.petition.numerator * members) // terms.petition.denominator)
    )
    window = timedelta(days=terms.petition_days)
    times = sorted(signed_at)
    for first, last in zip(times, times[needed - 1 :], strict=False):
        if last - first <= window:
            return last
    return None

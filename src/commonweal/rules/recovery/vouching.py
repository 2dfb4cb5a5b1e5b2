"""Whether a member may vouch, and from when two of them may open the door.

Members who do this together could take the places of others, of whom some get no letter
and look at no page for weeks. So whoever vouches does so for one member at a time, few
are let back in at once, and any other member can have it paused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from commonweal.rules.belonging.independence import Origin, depends_on
from commonweal.rules.recovery.terms import Recovery
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# How long halves of a code may be printed and used before all must vouch again.
OPEN_DAYS = 30
# Two open the door.
HALVES = 2
# How long those who vouched when it was stopped do not vouch for the same member.
A_YEAR = timedelta(days=365)
# Of so many members one is let back in at a time; two always can be.
ONE_OF, ALWAYS = 20, 2


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
    vouches_already: bool = False,
    stopped: Stopped = Stopped(),
    at: datetime,
) -> Verdict:
    """Let a member vouch for another, once they have belonged for long enough.

    The days keep somebody from bringing in their own vouchers first. Who
    `vouches_already` has vouched for another member, and that is not over: it is once
    others have said that they know whoever came back, or nobody came. What was stopped
    rests for `again_days`, and those who vouched then do not vouch for the same member
    for a year: whoever wants to come in as another needs new friends each time.
    """
    if not terms.vouchers:
        return refused("recovery_by_nobody")
    if is_oneself:
        return refused("vouching_for_oneself")
    if at < belongs_since + timedelta(days=terms.member_days):
        return refused("voucher_is_new", days=terms.member_days)
    if vouches_already:
        return refused("vouches_for_another")
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
    vouched_at: Sequence[datetime],
    *,
    needed: int,
    delay_days: int,
    paused_at: datetime | None = None,
    others: int = 0,
) -> datetime | None:
    """Say from when the door may be opened: so many days after the last needed vouch.

    None while too few have vouched. Vouches that come later change nothing. After a
    pause only those count that came later, `others` of whom could have been given.
    """
    assert needed >= 2, "nobody is let in by one alone"
    delay = timedelta(days=delay_days)
    if paused_at is None:
        said = sorted(vouched_at)
        return said[needed - 1] + delay if len(said) >= needed else None
    said = sorted([paused_at, *(one for one in vouched_at if one > paused_at)])
    still = needed_after_pause(needed, others=others)
    return said[still] + delay if len(said) > still else None


def few_at_once(members: int) -> int:
    """Say how many of so many members may be on their way back at a time."""
    return max(ALWAYS, members // ONE_OF)


def may_be_enough(*, is_enough: bool, on_their_way: int, members: int) -> Verdict:
    """Refuse the last word that is needed while as many as may be are on their way.

    `on_their_way` are others for whom enough have vouched, or who came back and of whom
    others have yet to say that they know them.
    """
    most = few_at_once(members)
    if not is_enough or on_their_way < most:
        return ALLOWED
    return refused("enough_come_back_now", most=most)


def may_pause(
    *, counts: bool, vouched: bool, is_oneself: bool, paused_before: bool
) -> Verdict:
    """Let any member who did not vouch have it paused, once for each who comes back.

    `paused_before` says whether they did so for the same member within a year: one
    member alone keeps nobody out for ever.
    """
    if not counts:
        return refused("not_confirmed_yet")
    if is_oneself:
        return refused("stop_it_yourself")
    if vouched:
        return refused("vouchers_pause_nothing")
    return refused("paused_before") if paused_before else ALLOWED


def who_print(
    given: Iterable[tuple[str, datetime]], *, paused_at: datetime | None
) -> frozenset[str]:
    """Give who prints halves: after a pause who vouched later, if they are two.

    Where fewer could, whoever vouched before prints the other half.
    """
    said = list(given)
    later = {by for by, when in said if paused_at is None or when > paused_at}
    return frozenset(later if len(later) >= HALVES else {by for by, _ in said})


def needed_after_pause(needed: int, *, others: int) -> int:
    """Say how many others have to vouch after a pause, of so many who could.

    Never more than there are: where everybody else has vouched, and one member had it
    paused, the days begin anew and no more.
    """
    return min(needed, others)

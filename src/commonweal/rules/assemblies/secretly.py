"""Secret votes in the room: some by phone, the others on slips, and nobody followed.

Who is on a phone casts one ballot there that nobody, they included, can look up or
change; all others get a slip of paper, which two count. Who does which is fixed when
it begins, so nobody has both. Two of those who count know what slips say, and so what
phones say from the sum: one or two are never alone on either. The deed that ends it
brings what phones said, as sums; who said it is nowhere by then.

Sources: those of `rules/voting/secret_ballots` and `rules/voting/channels`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from commonweal.rules.assemblies.counting import (
    NONE,
    Decision,
    Hands,
    pairs_of,
)
from commonweal.rules.assemblies.events_deciding import ANSWERS
from commonweal.rules.assemblies.rivals import may_rank, numbers, would_raise
from commonweal.rules.assemblies.state import Presence
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.channels import SMALLEST_CHANNEL
from commonweal.rules.voting.secret_ballots import SMALLEST_CELL

SUMS = re.compile(r"[0-9]{1,5}:[0-9]{1,5}:[0-9]{1,5}")


def may_be_split(decision: Decision) -> Verdict:
    """Ask of a secret decision that begins whether phones and slips are enough each.

    Refuses `nobody_is_on_a_phone`, and `too_few_on_slips` or `too_few_on_phones` where
    whoever counts could know what one or two said.
    """
    # People, and not whom they act for: one who casts three ballots is alone too.
    phones = len(decision.by_phone)
    slips = len(set(decision.counted.values()) - decision.by_phone)
    if not phones:
        return refused("nobody_is_on_a_phone")
    if 0 < slips < SMALLEST_CHANNEL:
        return refused("too_few_on_slips", slips=slips, least=SMALLEST_CHANNEL)
    if slips and phones < SMALLEST_CHANNEL:
        return refused("too_few_on_phones", phones=phones, least=SMALLEST_CHANNEL)
    return ALLOWED


def may_cast(now: Presence, by: str, says: str, *, has_cast: bool) -> Verdict:
    """Say whether somebody can cast this ballot by phone now."""
    decision = now.deciding
    if decision is None or not decision.in_secret:
        return refused("no_secret_decision_goes_on")
    if by not in decision.counted.values():
        return refused("not_counted_in_this")
    if by not in decision.by_phone:
        return refused("votes_on_a_slip")
    if not now.is_inside(by):
        return refused("not_in_the_room_yourself")
    if has_cast:
        return refused("ballot_of_room_is_in")
    if decision.options:
        return may_rank(says, decision.options)
    return ALLOWED if says in ANSWERS else refused("deed_unknown")


def summed(decision: Decision, said: Iterable[str]) -> tuple[Hands, ...]:
    """Sum ballots from phones: yes and no, or of rival texts each pair by itself."""
    given = tuple(said)
    if not decision.options:
        return (Hands(*(given.count(one) for one in ANSWERS)),)
    return tuple(
        sum((would_raise(one, pair) for one in given), NONE)
        for pair in pairs_of(decision.options)
    )


def written(sums: Sequence[Hands]) -> str:
    """Write sums as the deed that ends a decision keeps them."""
    return ";".join(f"{one.yes}:{one.no}:{one.abstain}" for one in sums)


def read(text: str) -> tuple[Hands, ...]:
    """Read sums; what are none is nothing."""
    found = text.split(";")
    if not all(map(SUMS.fullmatch, found)):
        return ()
    return tuple(Hands(*map(int, one.split(":"))) for one in found)


def fits(decision: Decision, sums: Sequence[Hands]) -> bool:
    """Say whether sums are of this decision, and of no more ballots than there are."""
    most = len(decision.counted) - decision.raised
    sorts = len(pairs_of(decision.options)) if decision.options else 1
    return len(sums) in (0, sorts) and all(one.all <= most for one in sums)


def with_sums(decision: Decision, sums: Sequence[Hands]) -> Decision:
    """Give a secret decision what its phones said, where that can be."""
    if not decision.in_secret or not fits(decision, sums):
        return decision
    return replace(decision, from_phones=tuple(sums))


def turnout(decision: Decision) -> int:
    """Say how many ballots and slips there were; of pairs, as many as the fullest."""
    return max((one.all for one in _sums(decision)), default=0)


def can_be_told(decision: Decision, *, floor: int) -> bool:
    """Say whether numbers are told: enough, none all but alone, and not all the same.

    One or two who cast on one channel are told with nobody's numbers: whoever counted
    the other could subtract.
    """
    phones = max((one.all for one in decision.from_phones), default=0)
    slips = turnout(decision) - phones
    return (
        turnout(decision) >= max(floor, SMALLEST_CELL)
        and all(not one or one >= SMALLEST_CHANNEL for one in (phones, slips))
        and all(map(_tells_of_nobody, _sums(decision)))
    )


def _tells_of_nobody(found: Hands) -> bool:
    cells = (found.yes, found.no, found.abstain)
    sides = min(found.yes, found.no)
    return bool(sides) and all(not one or one >= SMALLEST_CELL for one in cells)


def _sums(decision: Decision) -> tuple[Hands, ...]:
    if decision.options:
        return tuple(numbers(decision).values())
    return (decision.result,) if decision.result else ()

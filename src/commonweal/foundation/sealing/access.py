"""Who may seal, open, read and destroy."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.safeguards.access import may_show
from commonweal.foundation.sealing.models import Holder, KeyShare, SealedThing, Trustee
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

LONGEST_KEPT = timedelta(days=3660)
LONGEST_PURPOSE = 200
LONGEST_WORDS = 20_000
MOST_TRUSTEES = 20


def is_member(member: Member | None) -> Verdict:
    """Let only those in who belong here, and have not left."""
    belongs = member is not None and member.left_at is None
    return ALLOWED if belongs else refused("members_only")


def may_be_sealed(
    words: str, purpose: str, *, opens_at: datetime, destroy_at: datetime, at: datetime
) -> Verdict:
    """Allow words with a purpose, an hour to open, and a day on which they end."""
    return first_refusal(
        ALLOWED if words and purpose else refused("sealed_says_nothing"),
        ALLOWED
        if max(at, opens_at) < destroy_at <= at + LONGEST_KEPT
        else refused("sealed_without_end", most=LONGEST_KEPT.days),
    )


def may_be_trusted(
    trustees: Sequence[Trustee], threshold: int, member: Member | None
) -> Verdict:
    """Allow several trustees of this institution, more than one of whom must agree."""
    if not trustees:
        return ALLOWED if threshold == 0 else refused("trustees_missing")
    ours = member is not None and all(
        one.institution_id == member.institution_id for one in trustees
    )
    return first_refusal(
        ALLOWED if ours else refused("trustee_of_another"),
        ALLOWED
        if 2 <= threshold <= len(set(trustees)) == len(trustees) <= MOST_TRUSTEES
        else refused("trustees_out_of_range", most=MOST_TRUSTEES),
    )


def may_give_share(
    share: KeyShare | None, thing: SealedThing, *, at: datetime
) -> Verdict:
    """Let a trustee open together with others, once it is time."""
    return first_refusal(
        ALLOWED if share else refused("trustees_only"),
        _still_there(thing, at),
        ALLOWED if at >= thing.opens_at else refused("sealed_until", at=thing.opens_at),
    )


def may_destroy(share: KeyShare | None, thing: SealedThing, *, at: datetime) -> Verdict:
    """Let a trustee have the keys destroyed together with others."""
    return first_refusal(
        ALLOWED if share else refused("trustees_only"), _still_there(thing, at)
    )


def may_read(member: Member | None, thing: SealedThing, *, at: datetime) -> Verdict:
    """Let those read for whom it was sealed, once it is open."""
    holds = member is not None and (
        Holder.objects.filter(thing=thing, member=member, member__left_at=None).exists()
    )
    return first_refusal(
        ALLOWED if holds and _is_let_know(member, thing) else refused("holders_only"),
        _still_there(thing, at),
        ALLOWED if at >= thing.opens_at else refused("sealed_until", at=thing.opens_at),
        ALLOWED
        if not thing.threshold or thing.opened_at is not None
        else refused("sealed_until_shares", threshold=thing.threshold),
    )


def _is_let_know(reader: Member | None, thing: SealedThing) -> bool:
    """Ask the safeguards; who is kept apart is told what any stranger to it is told."""
    if reader is None or thing.subject is None:
        return True
    return bool(may_show(thing.subject, reader))


def _still_there(thing: SealedThing, at: datetime) -> Verdict:
    # Past its date it is as good as destroyed, whether or not the duty has run.
    is_there = thing.destroyed_at is None and at < thing.destroy_at
    return ALLOWED if is_there else refused("sealed_and_destroyed")

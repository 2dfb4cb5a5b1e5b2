"""Who may seal, open, read and destroy."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.access.knowing import is_known
from commonweal.foundation.institutions.charters import Terms, charter_in_force
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.safeguards.access import kept_from
from commonweal.foundation.sealing.models import (
    Holder,
    KeyShare,
    NamedTrustee,
    SealedThing,
    Trustee,
)
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

LONGEST_KEPT = timedelta(days=3660)
LONGEST_PURPOSE = 200
LONGEST_WORDS = 20_000
MOST_TRUSTEES = 20
MOST_SEALED = 1_000


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


def may_be_named(institution: Institution, terms: Terms, at: datetime) -> Verdict:
    """Allow naming several members as trustees, more than one of whom must agree."""
    listed, threshold = terms.get("trustees"), str(terms.get("threshold"))
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        return refused("terms_unreadable")
    charter = charter_in_force(institution, at=at)
    there = Member.objects.filter(institution=institution).in_bulk(ids_of(listed))
    fits = (
        threshold.isascii()
        and threshold.isdecimal()
        and threshold == str(int(threshold[:3]))
        and 2 <= int(threshold[:3]) <= len(there) == len(listed) <= MOST_TRUSTEES
    )
    return first_refusal(
        ALLOWED if fits else refused("trustees_out_of_range", most=MOST_TRUSTEES),
        *(has_right(one, charter, "stand", at=at) for one in there.values()),
    )


def ids_of(listed: Sequence[object]) -> list[UUID]:
    """Read the ids among what was listed; what is none is left out."""
    found = []
    for one in listed[:MOST_TRUSTEES]:
        try:
            found.append(UUID(str(one)))
        except ValueError:
            continue
    return found


def board(institution: Institution) -> list[NamedTrustee]:
    """Give those named as trustees by the last decision who still belong here."""
    rows = NamedTrustee.objects.filter(institution=institution)
    last = rows.order_by("-named_at", "-id").first()
    if last is None:
        return []
    named = rows.filter(decision_id=last.decision_id, member__left_at=None)
    return list(named.select_related("member").order_by("member__name", "id"))


def with_keys(named: Sequence[NamedTrustee]) -> list[Trustee]:
    """Give the keys of those named who have taken the code for theirs."""
    members = [one.member_id for one in named]
    return list(Trustee.objects.filter(member__in=members).order_by("id"))


def may_take_code(member: Member | None) -> Verdict:
    """Let those whom the members named take a code on paper."""
    if member is None or member.left_at is not None:
        return refused("members_only")
    named = {one.member_id for one in board(member.institution)}
    return ALLOWED if member.pk in named else refused("not_named_trustee")


def may_seal_for_trustees(member: Member | None, *, at: datetime) -> Verdict:
    """Let members seal words once enough trustees have taken their codes.

    All have a bound together, since none has a name: so only whoever is known.
    """
    if member is None or member.left_at is not None:
        return refused("members_only")
    named = board(member.institution)
    if not named:
        return refused("nobody_is_trustee")
    ready, needed = len(with_keys(named)), named[0].threshold
    there = SealedThing.objects.filter(
        institution=member.institution_id, destroyed_at=None
    )
    return first_refusal(
        is_known(member, at=at),
        ALLOWED
        if ready >= needed
        else refused("trustees_not_ready", ready=ready, needed=needed),
        ALLOWED
        if there.count() < MOST_SEALED
        else refused("too_much_is_sealed", most=MOST_SEALED),
    )


def may_hand_over(
    member: Member | None, share: KeyShare | None, thing: SealedThing, *, at: datetime
) -> Verdict:
    """Let a trustee give an opened thing into the hands of those named since."""
    return first_refusal(
        ALLOWED if share else refused("trustees_only"),
        _still_there(thing, at),
        ALLOWED
        if thing.opened_at is not None
        else refused("sealed_until_shares", threshold=thing.threshold),
        may_seal_for_trustees(member, at=at),
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
    """Ask what the subject asked for; who is kept apart is told what strangers are.

    What a reader asked for themselves is not asked: they could try out whose it is.
    """
    if reader is None or thing.subject_id is None:
        return True
    return not kept_from([reader.pk], by={thing.subject_id: date.max})


def _still_there(thing: SealedThing, at: datetime) -> Verdict:
    # Past its date it is as good as destroyed, whether or not the duty has run.
    is_there = thing.destroyed_at is None and at < thing.destroy_at
    return ALLOWED if is_there else refused("sealed_and_destroyed")

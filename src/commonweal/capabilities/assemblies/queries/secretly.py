"""The ballots of a secret vote by phone: whose are in, and what they say together.

They are kept as those of secret questions are (docs/adr/0014 and 0032): a mark that is
a digest by the key of this vote, an envelope sealed with it, and nothing between them.
"""

from collections.abc import Iterator
from uuid import UUID

from commonweal.capabilities.assemblies.models import (
    AssemblyDeed,
    RoomEnvelope,
    RoomMark,
)
from commonweal.capabilities.assemblies.queries.away import here
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.decisions.access import mark_of
from commonweal.foundation.keys import queries as keys
from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import InUse
from commonweal.rules.assemblies import secretly as rules
from commonweal.rules.assemblies.deciding import breaks_off
from commonweal.rules.assemblies.deed_names import IN_SECRET, decides
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting import secret_ballots

SAYS = "says"


def key_name(began: AssemblyDeed) -> str:
    """Name the key of the ballots in the vote that a deed began."""
    return f"rooms/{began.pk}"


def keys_in_use() -> Iterator[InUse]:
    """Name the keys of secret votes by phone that lie in a box."""
    boxes = set(RoomMark.objects.values_list("began_id", flat=True))
    boxes |= set(RoomEnvelope.objects.values_list("began_id", flat=True))
    for began in AssemblyDeed.objects.filter(pk__in=boxes).order_by("pk"):
        yield InUse(key_name(began))


def began_by(held: Held) -> AssemblyDeed | None:
    """Find the deed that began the secret vote by phone that goes on."""
    decision = held.now.presence.deciding
    if decision is None or not decision.in_secret:
        return None
    return [one for one in held.deeds if one.deed == "decide"][-1]


def may_be_secret_here(held: Held, what: str) -> Verdict:
    """Refuse phones in a secret vote where others on the Wi-Fi could read along."""
    is_secret = decides(what)[0] == IN_SECRET
    if is_secret and here(held.row) is not None:
        return refused("phones_are_seen_on_wifi")
    return ALLOWED


def has_cast(held: Held, of: UUID) -> bool:
    """Say whether somebody's ballot is in, in the vote that goes on."""
    began = began_by(held)
    if began is None or not store.is_kept(key_name(began)):
        return False
    mark = mark_of(of, key=key_name(began))
    return RoomMark.objects.filter(began=began, mark=mark).exists()


def all_cast(held: Held) -> bool:
    """Say whether everybody who is on a phone has cast their ballot."""
    began, decision = began_by(held), held.now.presence.deciding
    if began is None or decision is None:
        return False
    return RoomMark.objects.filter(began=began).count() >= len(decision.by_phone)


def sums_to_keep(held: Held, row: AssemblyDeed) -> str:
    """Give the sums that the deed which ends a secret vote keeps; else nothing."""
    began, decision = began_by(held), held.now.presence.deciding
    if began is None or decision is None:
        return ""
    if row.reason and not decision.is_counted:
        # Broken off it is unread, also where its key is gone.
        return ""
    sums = rules.summed(decision, said_in(began))
    ends = rules.with_sums(decision, sums)
    is_off = breaks_off(held.room, ends, row.reason)
    return "" if is_off else rules.written(sums)


def cast_so_far(held: Held) -> str:
    """Give how many ballots there are as sums that say nothing of them.

    So the rules can say whether the vote can end, without an envelope being opened.
    """
    began, decision = began_by(held), held.now.presence.deciding
    if began is None or decision is None:
        return ""
    there = RoomEnvelope.objects.filter(began=began).count()
    return rules.written(rules.summed(decision, ["abstain"] * there))


def said_in(began: AssemblyDeed) -> list[str]:
    """Open the envelopes of a vote, in no order that means anything."""
    rows = RoomEnvelope.objects.filter(began=began).order_by("id")
    opened = (keys.opened(bytes(one.sealed), about=str(began.pk)) for one in rows)
    return sorted(str(secret_ballots.read(text)[SAYS]) for text in opened)


def envelope_text(says: str) -> str:
    """Write a ballot to the one length that all have."""
    return secret_ballots.written({SAYS: says}, options=())

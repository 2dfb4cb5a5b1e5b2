"""Casting a secret ballot by phone in the room, and emptying the box at its end.

Casting writes a mark that somebody has voted and an envelope with what they said,
together or not at all, and nothing else: no deed, no line of the journal. At the end
the deed keeps sums, and marks, envelopes and the key are destroyed with it.
"""

from datetime import datetime

from django.db import transaction

from commonweal.capabilities.assemblies import access, queries
from commonweal.capabilities.assemblies.models import (
    Assembly,
    AssemblyDeed,
    RoomEnvelope,
    RoomMark,
)
from commonweal.capabilities.assemblies.queries import secretly
from commonweal.capabilities.decisions.access import mark_of
from commonweal.foundation.institutions.locking import hold
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.keys import store
from commonweal.rules.assemblies.ending import ENDS_AFTER
from commonweal.rules.assemblies.secretly import may_cast
from commonweal.rules.verdict import require


@transaction.atomic
def cast_in_room(assembly: Assembly, says: str, *, by: Member, at: datetime) -> None:
    """Take one member's ballot, and one more for each whom they act for."""
    # Held so that ending the vote waits for this ballot, or refuses it.
    hold(assembly.institution)
    charter = charter_in_force(assembly.institution, at=at)
    assembly = queries.read_anew(assembly.institution, assembly)
    require(queries.may_be_done_here(assembly, at=at))
    require(access.may_take_part(by, "answer", None, charter, at=at))
    held = queries.held(assembly, at=at)
    cast = secretly.has_cast(held, by.pk)
    require(may_cast(held.now.presence, str(by.pk), says, has_cast=cast))
    began, decision = secretly.began_by(held), held.now.presence.deciding
    assert began, "a vote that goes on was begun"
    assert decision, "and is known"
    key, here = secretly.key_name(began), assembly.institution
    # Refuses where the key is gone: one made anew could never open what it sealed.
    mark = mark_of(by.pk, key=key)
    RoomMark.objects.create(institution=here, began=began, mark=mark)
    for _ in range(decision.weight(str(by.pk))):
        text = secretly.envelope_text(says)
        sealed = keys.seal(text, key=key, about=str(began.pk))
        RoomEnvelope.objects.create(institution=here, began=began, sealed=sealed)


def set_up_box(began: AssemblyDeed) -> None:
    """Make the key of a secret vote: on the disk before the vote is."""
    store.made(secretly.key_name(began))


def empty_box(began: AssemblyDeed) -> None:
    """Let nothing tell any more whose ballots there were."""
    RoomMark.objects.filter(began=began).delete()
    RoomEnvelope.objects.filter(began=began).delete()
    keys.destroy([secretly.key_name(began)])


def empty_all_boxes(institution: Institution, *, at: datetime) -> None:
    """Empty the boxes of an institution that ends. It is locked."""
    assert at.tzinfo is not None, "an instant knows its offset"
    left = RoomMark.objects.filter(institution=institution).values("began")
    for one in AssemblyDeed.objects.filter(pk__in=left):
        empty_box(one)


@transaction.atomic
def forget_boxes_due(institution: Institution, *, at: datetime) -> bool:
    """Empty the boxes of votes that nobody ended, in assemblies that are over."""
    hold(institution)
    left = RoomMark.objects.filter(institution=institution)
    began = AssemblyDeed.objects.filter(pk__in=left.values("began"))
    ended = AssemblyDeed.objects.filter(
        institution=institution, deed="open", done_at__lte=at - ENDS_AFTER
    )
    due = list(began.filter(assembly__in=ended.values("assembly")))
    for one in due:
        empty_box(one)
    return bool(due)

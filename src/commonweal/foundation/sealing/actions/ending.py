"""Ending what is sealed: by enough trustees, or on its date."""

from datetime import datetime

from django.db import transaction

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.keys import actions as keys
from commonweal.foundation.sealing import access, queries
from commonweal.foundation.sealing.actions.upkeep import held, note
from commonweal.foundation.sealing.models import SealedThing
from commonweal.rules.verdict import ALLOWED, refused, require


@transaction.atomic
def agree_to_destroy(thing: SealedThing, *, by: Member | None, at: datetime) -> bool:
    """Want the keys destroyed; once enough trustees do, they are. Say whether so."""
    thing = held(thing, at=at)
    row = queries.share_of(thing, by)
    require(access.may_destroy(row, thing, at=at))
    assert row is not None
    wanting = thing.shares.filter(pk=row.pk, destroying_since=None)
    if wanting.update(destroying_since=at):
        note("agreed_to_destroy", thing, by=by, at=at)
    # Whoever has left wants nothing here any more.
    agreed = thing.shares.filter(trustee__member__left_at=None)
    if agreed.exclude(destroying_since=None).count() < thing.threshold:
        return False
    destroy(thing, at=at)
    return True


@transaction.atomic
def end(thing: SealedThing, *, at: datetime) -> None:
    """Destroy what is past its date."""
    thing = held(thing, at=at)
    require(ALLOWED if at >= thing.destroy_at else refused("sealed_and_destroyed"))
    if thing.destroyed_at is None:
        destroy(thing, at=at)


def destroy_all(institution: Institution, *, at: datetime) -> None:
    """Destroy whatever is sealed in an institution that ends. It is locked."""
    there = SealedThing.objects.filter(institution=institution, destroyed_at=None)
    for thing in there.order_by("opens_at", "id"):
        destroy(thing, at=at)


def destroy(thing: SealedThing, *, at: datetime) -> None:
    """Destroy every key of a thing: no copy of it opens any more, wherever it is."""
    keys.destroy(queries.keys_of(thing))
    thing.words, thing.subject, thing.destroyed_at = None, None, at
    thing.save(update_fields=["words", "subject", "destroyed_at"])
    thing.holders.all().delete()
    thing.shares.update(share=b"", digest="")
    note("destroyed_keys", thing, by=None, at=at)

"""What is sealed here, and who has read what is sealed about somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import Membership
from commonweal.foundation.keys import store
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing import access
from commonweal.foundation.sealing.models import (
    KeyShare,
    NamedTrustee,
    Reading,
    SealedThing,
    Trustee,
)
from commonweal.foundation.sealing.queries.held import (
    trustees_compared as trustees_compared,
)

READINGS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading as its subject sees it."""

    reader: str
    read_on: date
    purpose: str


def trustee_of(member: Member | None) -> Trustee | None:
    """Give a member's trust, if they have one."""
    return None if member is None else Trustee.objects.filter(member=member).first()


def share_of(thing: SealedThing, member: Member | None) -> KeyShare | None:
    """Give the share of a thing's key that a member keeps, if they are a trustee."""
    found = thing.shares.select_related("trustee").filter(trustee__member=member)
    return found.first() if member is not None and member.left_at is None else None


@dataclass(frozen=True, slots=True)
class TrusteeView:
    """A member whom the members named as trustee, and whether they have their code."""

    member: Member
    has_code: bool


@dataclass(frozen=True, slots=True)
class ThingView:
    """A sealed thing as a trustee of it sees it: how far it is from open, or gone."""

    thing: SealedThing
    share: KeyShare
    trustees: int
    given: int
    destroying: int

    @property
    def is_lost(self) -> bool:
        """Whether fewer trustees are left than it takes to open it."""
        opened = self.thing.opened_at is not None
        return not opened and self.trustees < self.thing.threshold


def trustees(institution: Institution) -> tuple[TrusteeView, ...]:
    """List those named as trustees, by name."""
    named = access.board(institution)
    ready = {one.member_id for one in access.with_keys(named)}
    return tuple(TrusteeView(one.member, one.member_id in ready) for one in named)


def codes_to_take(memberships: Sequence[Membership]) -> tuple[Membership, ...]:
    """List where a person is a named trustee and has not taken their code yet."""
    ids = [one.member.pk for one in memberships]
    rows = NamedTrustee.objects.filter(member__in=ids)
    named = set(rows.values_list("member_id", flat=True))
    ready = (
        Trustee.objects.filter(member__in=named) if named else Trustee.objects.none()
    )
    waiting = named - set(ready.values_list("member_id", flat=True))
    return tuple(
        one
        for one in memberships
        if one.member.pk in waiting and access.may_take_code(one.member)
    )


def threshold(institution: Institution) -> int:
    """Say how many of those named open something together; 0 where nobody is."""
    named = access.board(institution)
    return named[0].threshold if named else 0


def things_of(member: Member, *, at: datetime) -> tuple[ThingView, ...]:
    """List what a member keeps a share of and is still there, the newest first."""
    shares = KeyShare.objects.filter(
        trustee__member=member, thing__destroyed_at=None, thing__destroy_at__gt=at
    )
    is_held = Q(thing__shares__trustee__isnull=False)
    is_here = Q(thing__shares__trustee__member__left_at=None)
    rows = shares.select_related("thing__institution").annotate(
        here=Count("thing__shares", filter=is_held & is_here),
        given=Count("thing__shares__given_at"),
        destroying=Count("thing__shares__destroying_since", filter=is_here),
    )
    return tuple(
        ThingView(row.thing, row, row.here, row.given, row.destroying)
        for row in rows.order_by("-thing__opens_at", "-thing_id")
    )


def thing_of(member: Member | None, id_: UUID, *, at: datetime) -> ThingView | None:
    """Find one of the things a member keeps a share of."""
    there = things_of(member, at=at) if member is not None else ()
    return next((one for one in there if one.thing.pk == id_), None)


def due_to_end(
    at: datetime, institution: Institution | None = None
) -> QuerySet[SealedThing]:
    """Find what is past its date and still there, oldest first."""
    due = SealedThing.objects.filter(destroyed_at=None, destroy_at__lte=at)
    ours = due if institution is None else due.filter(institution=institution)
    return ours.order_by("destroy_at", "id")


def readings_about(person: Person) -> tuple[ReadingView, ...]:
    """List who has read what is sealed about a person, the latest first."""
    rows = Reading.objects.select_related("reader").filter(person=person)
    return tuple(
        ReadingView(row.reader.name if row.reader else "", row.read_on, row.purpose)
        for row in rows.order_by("-read_on", "-id")[:READINGS_SHOWN]
    )


def keys_of(thing: SealedThing) -> list[str]:
    """Name every key that has to do with a thing, wherever it lies."""
    return store.names(folder_of(thing))


def folder_of(thing: SealedThing) -> str:
    """Name the folder a thing's keys are in."""
    return f"sealed/{thing.id}"


def bound_to(thing: SealedThing, shares: Sequence[KeyShare]) -> str:
    """Say what the words are bound to: the thing, its threshold, every share's digest.

    Whoever puts another share in a trustee's place, and its digest with it, makes the
    words unreadable, and is found.
    """
    digests = "".join(share.digest for share in shares)
    bound = sha256(f"{thing.threshold} {digests}".encode()).hexdigest()
    return f"sealed {thing.id} {bound}"


def key_name(thing: SealedThing) -> str:
    """Name the key of a thing, once it is here."""
    return f"{folder_of(thing)}/key"


def half_name(thing: SealedThing, number: int) -> str:
    """Name the secret half of the key pair made for one share."""
    return f"{folder_of(thing)}/half-{number}"


def given_name(thing: SealedThing, number: int) -> str:
    """Name a share that was given in and waits for the others."""
    return f"{folder_of(thing)}/given-{number}"

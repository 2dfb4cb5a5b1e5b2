"""What is sealed here, and who has read what is sealed about somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db.models import QuerySet

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.keys import store
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing.models import KeyShare, Reading, SealedThing, Trustee

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

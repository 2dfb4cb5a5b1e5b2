"""How often the same corner of the network may try a door, without keeping addresses.

A bucket of tries fills up again with time. Buckets live in memory only and are named
by a keyed digest of the address; the key is made anew every hour (every day for what
may be done a few times a day) and never stored, so that nobody can learn from here who
came.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import normal_address
from commonweal.interfaces.corners import corner
from commonweal.rules.verdict import ALLOWED, Verdict, refused

KEY_LASTS = timedelta(hours=1)
MOST_BUCKETS = 50_000


@dataclass(frozen=True, slots=True)
class Door:
    """Something that is tried: how many tries at once, and how soon one comes back."""

    name: str
    tries: int
    one_back_every: timedelta
    reason: str = "too_many_tries"

    @property
    def takes_days(self) -> bool:
        """Say whether it is long until all tries are back."""
        return self.tries * self.one_back_every > KEY_LASTS


SIGN_IN = Door("sign in", 8, timedelta(minutes=2))
CODES = Door("codes", 12, timedelta(seconds=30))
# The code on the wall of a room, typed by somebody signed in: counted by who they are.
# A hall has one line, and nobody in it closes the door for all others.
ROOM = Door("room codes", 12, timedelta(seconds=30))
HALL = Door("hall", 600, timedelta(seconds=1))
# Counted by who reports, where they say who they are; else by their corner.
REPORTS = Door("reports", 10, timedelta(minutes=6))
# The same words, by strangers of one corner.
ONE_THING = Door("reports of one thing", 1, timedelta(days=1))
# Files from laptops: opening one takes work, whoever wrote it. Counted by who brings
# them, as the code of a room is: those in one hall bring theirs by one line.
RESULTS = Door("results", 6, timedelta(minutes=2))
# One comes back sooner than a link ends: whoever uses up the letters of somebody else
# locks nobody out, since the newest letter in that mailbox still signs in.
LETTERS = Door("letters", 6, timedelta(minutes=30), "letters_are_there")
# Letters that show whose an address is, counted apart from those that sign in: asking
# for somebody else's address takes no letter to sign in from them.
SHOWING = Door("showing", 6, timedelta(minutes=30), "letters_are_there")
# What is sealed without a name is bounded for all together; this is one's own part.
SEALING = Door("sealing", 5, timedelta(days=1) / 5, "too_many_sealed")
FOUNDING = Door("founding", 5, timedelta(days=1) / 5, "too_many_founded")


@dataclass(slots=True)
class Buckets:
    """All buckets of this process: for each, the moment from which it is full again."""

    key_lasts: timedelta = KEY_LASTS
    key: bytes = b""
    key_made_at: datetime | None = None
    full_at: dict[bytes, datetime] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def take(self, door: Door, address: str, *, at: datetime) -> bool:
        """Take one try out of the bucket of this address, if one is left."""
        with self.lock:
            self._renew(at)
            name = self._name(door, address)
            full_at = max(self.full_at.get(name, at), at) + door.one_back_every
            if full_at - at > door.tries * door.one_back_every:
                return False
            self.full_at[name] = full_at
            return True

    def give_back(self, door: Door, address: str) -> None:
        """Put a try back that turned out to be no guess."""
        with self.lock:
            name = self._name(door, address)
            if name in self.full_at:
                self.full_at[name] -= door.one_back_every

    def _name(self, door: Door, address: str) -> bytes:
        return hmac.digest(self.key, f"{door.name} {address}".encode(), "sha256")

    def _renew(self, at: datetime) -> None:
        made = self.key_made_at
        stale = made is None or not made <= at < made + self.key_lasts
        if stale or len(self.full_at) > MOST_BUCKETS:
            self.key, self.key_made_at = secrets.token_bytes(32), at
            self.full_at.clear()


_BUCKETS = Buckets()
_BUCKETS_OF_DAYS = Buckets(key_lasts=timedelta(days=1))


def may_try(request: HttpRequest, door: Door, *, at: datetime) -> Verdict:
    """Say whether whoever asks may try this door once more, and count the try."""
    taken = [_of(door).take(door, one, at=at) for one in _askers(request, door)]
    return ALLOWED if all(taken) else refused(door.reason)


def may_try_room(request: HttpRequest, person: Person, *, at: datetime) -> Verdict:
    """Say whether somebody may try the code of a room once more, and count the try."""
    own = _of(ROOM).take(ROOM, f"person {person.pk}", at=at)
    if not own or not _of(HALL).take(HALL, _address(request), at=at):
        return refused(ROOM.reason)
    return ALLOWED


def may_report(request: HttpRequest, person: Person | None, *, at: datetime) -> Verdict:
    """Say whether somebody may report once more, and count it.

    Whoever is known is counted as themselves: no stranger on their line keeps them out.
    """
    if person is None:
        return may_try(request, REPORTS, at=at)
    taken = _of(REPORTS).take(REPORTS, f"person {person.pk}", at=at)
    return ALLOWED if taken else refused(REPORTS.reason)


def is_first_report(request: HttpRequest, about: UUID, *, at: datetime) -> bool:
    """Say whether no stranger of this corner reported this today, and count it."""
    return _of(ONE_THING).take(ONE_THING, f"{_address(request)} {about}", at=at)


def was_in_room(request: HttpRequest, person: Person) -> None:
    """Give the try back of whoever came in by the right code."""
    _of(ROOM).give_back(ROOM, f"person {person.pk}")
    _of(HALL).give_back(HALL, _address(request))


def may_seal(person: Person | None, *, at: datetime) -> Verdict:
    """Say whether somebody may seal once more today, and count it; nothing is kept."""
    if person is None:
        return ALLOWED
    taken = _of(SEALING).take(SEALING, f"person {person.pk}", at=at)
    return ALLOWED if taken else refused(SEALING.reason)


def may_bring_result(person: Person, *, at: datetime) -> Verdict:
    """Say whether somebody may bring one more file from a laptop, and count it."""
    taken = _of(RESULTS).take(RESULTS, f"person {person.pk}", at=at)
    return ALLOWED if taken else refused(RESULTS.reason)


def was_result(person: Person) -> None:
    """Give the try back of whoever brought a file that was one."""
    _of(RESULTS).give_back(RESULTS, f"person {person.pk}")


def may_be_written_to(email: str, *, at: datetime) -> Verdict:
    """Say whether one more letter with a link may go there, whoever asks, and count it.

    It is the same for an address that nobody here has.
    """
    taken = _of(LETTERS).take(LETTERS, f"mail {normal_address(email)}", at=at)
    return ALLOWED if taken else refused(LETTERS.reason)


def may_show_address(person: Person, email: str, *, at: datetime) -> Verdict:
    """Say whether this person may have one more letter sent to show whose that is.

    Counted by who asks, and by the mailbox in a bucket of its own, so that several who
    agree flood nobody.
    """
    who = (f"person {person.pk}", f"mail {normal_address(email)}")
    taken = [_of(SHOWING).take(SHOWING, one, at=at) for one in who]
    return ALLOWED if all(taken) else refused(SHOWING.reason)


def was_no_guess(request: HttpRequest, door: Door) -> None:
    """Give the try back: a hall full of people may come in by one line, one by one."""
    for one in _askers(request, door):
        _of(door).give_back(door, one)


def forget() -> None:
    """Empty all buckets, as a restart would."""
    for buckets in (_BUCKETS, _BUCKETS_OF_DAYS):
        with buckets.lock:
            buckets.full_at.clear()


def _of(door: Door) -> Buckets:
    return _BUCKETS_OF_DAYS if door.takes_days else _BUCKETS


def _askers(request: HttpRequest, door: Door) -> list[str]:
    """Name who tries: a corner of the network, and for long a person wherever."""
    person = (
        request.user.pk if door.takes_days and request.user.is_authenticated else ""
    )
    return [_address(request), *([f"person {person}"] if person else [])]


def _address(request: HttpRequest) -> str:
    """Find the corner a request comes from; behind a proxy, what that proxy saw."""
    if settings.BEHIND_PROXY:
        hops = request.headers.get("X-Forwarded-For", "")
        return corner(hops.rsplit(",", maxsplit=1)[-1].strip())
    return corner(str(request.META.get("REMOTE_ADDR", "")))

"""How a body comes into a confederation, goes, and is put out.

Coming in takes bodies that speak for it and the yes of enough others; whoever has asked
and was not let in asks no longer after some days, or when it says so. Going takes
notice and nobody's leave; until the notice has run out it is asked and bound like all.
Whoever is put out has been told why, and has had time to be heard.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from commonweal.rules.confederation.majorities import Missed, reached
from commonweal.rules.confederation.terms import Belonging
from commonweal.rules.days import days_later
from commonweal.rules.verdict import ALLOWED, Verdict, refused

ADMISSION_MISSED = Missed("admission_missed_above", "admission_missed_reached")
# Of so many days without enough yes nothing is left but to ask again.
ASKING_DAYS = 90
# How long the others have, once a body was heard, to say that it goes.
JUDGING_DAYS = 60
EXPULSION_MISSED = Missed("expulsion_missed_above", "expulsion_missed_reached")
type Place = Literal["outside", "applying", "in", "leaving", "accused"]


@dataclass(frozen=True, slots=True)
class Applied:
    """A body asks to come in, under the pact as it is."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Began:
    """The first body, with which a confederation begins, is asked by nobody."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Sponsored:
    """A body that is in speaks for it."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Admitted:
    """So many bodies of so many said yes to it, out of those that answered."""

    yes: int
    of: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Noticed:
    """The body says that it leaves, or that it no longer asks to come in."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Stayed:
    """The body takes its notice back."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """The body is no more."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Accused:
    """Others want it out, and say why."""

    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """So many bodies of so many said that it goes, without its own voice."""

    yes: int
    of: int
    at: datetime


type Deed = (
    Applied | Began | Sponsored | Admitted | Noticed | Stayed | Ended | Accused | Judged
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a body stands, since when, and when that changes by itself."""

    place: Place = "outside"
    since: datetime | None = None
    until: datetime | None = None
    sponsors: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_in(self) -> bool:
        """Say whether it is asked and bound."""
        return self.place in ("in", "leaving", "accused")


def standing(
    terms: Belonging, deeds: Iterable[Deed], *, zone: str, at: datetime
) -> Standing:
    """Say where a body stands at an instant. What could not be done is left out."""
    now = Standing()
    known = (deed for deed in deeds if deed.at <= at)
    for deed in sorted(known, key=lambda deed: deed.at):
        now = _time_passed(now, until=deed.at)
        if may_do(terms, now, deed):
            now = _done(terms, now, deed, zone)
    return _time_passed(now, until=at)


def may_do(terms: Belonging, now: Standing, deed: Deed) -> Verdict:
    """Let a deed be done where a body stands so.

    Refuses with `body_is_in`, `body_is_not_in`, `body_not_applying`, `sponsored_twice`,
    `too_few_sponsors`, `admission_missed_…`, `body_not_leaving`, `body_not_accused`,
    `body_still_heard` or `expulsion_missed_…`.
    """
    match deed:
        case Applied():
            return ALLOWED if now.place == "outside" else refused("body_is_in")
        case Sponsored() | Admitted() | Began():
            return _may_come_in(terms, now, deed)
        case Noticed():
            may_go = now.place in ("in", "accused", "applying")
            return ALLOWED if may_go else refused("body_is_not_in")
        case Stayed():
            return ALLOWED if now.place == "leaving" else refused("body_not_leaving")
        case Accused():
            return ALLOWED if now.place == "in" else refused("body_is_not_in")
        case Ended():
            return ALLOWED
        case _:
            return _may_put_out(terms, now, deed)


def _may_come_in(
    terms: Belonging, now: Standing, deed: Sponsored | Admitted | Began
) -> Verdict:
    if now.place != "applying":
        return refused("body_not_applying")
    if isinstance(deed, Began):
        return ALLOWED
    if isinstance(deed, Sponsored):
        twice = deed.by in now.sponsors
        return refused("sponsored_twice") if twice else ALLOWED
    # Where fewer are in than are to speak for it, all of them are enough.
    needed = min(terms.sponsors, deed.of)
    if len(now.sponsors) < needed:
        facts = {"sponsors": len(now.sponsors), "needed": needed}
        return refused("too_few_sponsors", **facts)
    return reached(terms.admission, ADMISSION_MISSED, yes=deed.yes, of=deed.of)


def _may_put_out(terms: Belonging, now: Standing, deed: Judged) -> Verdict:
    if now.place != "accused" or now.until is None:
        return refused("body_not_accused")
    if deed.at < now.until:
        return refused("body_still_heard", until=now.until)
    return reached(terms.expulsion, EXPULSION_MISSED, yes=deed.yes, of=deed.of)


def _done(terms: Belonging, now: Standing, deed: Deed, zone: str) -> Standing:
    match deed:
        case Applied(at):
            return Standing("applying", at, days_later(at, ASKING_DAYS, zone))
        case Sponsored(by):
            return replace(now, sponsors=(*now.sponsors, by))
        case Admitted(at=at) | Stayed(at=at) | Began(at=at):
            return Standing("in", at)
        case Noticed(at) if now.place == "applying":
            return Standing("outside", at)
        case Noticed(at):
            return Standing("leaving", at, days_later(at, terms.withdraw_days, zone))
        case Accused(reason, at):
            heard_until = days_later(at, terms.hearing_days, zone)
            return Standing("accused", at, heard_until, reason=reason)
        case _:
            return Standing("outside", deed.at)


def _time_passed(now: Standing, *, until: datetime) -> Standing:
    """Let notice and asking run out: who gave the one has left, and asks no more.

    Whoever was heard and not put out is in as before.
    """
    if now.place == "accused" and now.until is not None:
        judged_by = now.until + timedelta(days=JUDGING_DAYS)
        return Standing("in", judged_by) if judged_by <= until else now
    ends = now.place in ("leaving", "applying")
    if ends and now.until is not None and now.until <= until:
        return Standing("outside", now.until)
    return now

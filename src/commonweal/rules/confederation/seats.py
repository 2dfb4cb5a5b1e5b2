"""Who holds a seat of a body at an instant: the holder, or whoever stands in.

A seat belongs to the body. Its holder is called home at any time; the first alternate
who can, steps in at once. What the seat is, follows from what was done to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from commonweal.rules.confederation.terms import Delegates
from commonweal.rules.days import days_later
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused


@dataclass(frozen=True, slots=True)
class Filled:
    """The body gives the seat to somebody, and names who steps in, in their order."""

    holder: str
    at: datetime
    until: datetime
    alternates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """The body takes the seat back from somebody, by a decision of its own."""

    person: str
    at: datetime
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Resigned:
    """Somebody gives the seat back."""

    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody hands the seat over for a while, or cannot step in.

    What they said last holds: until the same moment, they are there again.
    """

    person: str
    at: datetime
    until: datetime


type Deed = Filled | Recalled | Resigned | Away


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat at one instant: who may hold it, first before later, and who is away."""

    line: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    away: frozenset[str] = frozenset()
    out: frozenset[str] = field(default=frozenset())

    @property
    def holder(self) -> str | None:
        """Name whoever speaks from the seat: the first in line who is there."""
        there = (one for one in self.line if one not in self.away | self.out)
        return next(there, None)


def seat(deeds: Iterable[Deed], *, at: datetime) -> Seat:
    """Say how a seat stands at an instant; what was done later is not known yet.

    Whoever was recalled is out until the body fills the seat again. A term that has run
    out leaves the seat empty: at the end of it nobody speaks from it.
    """
    now = Seat()
    away: dict[str, datetime] = {}
    known = (deed for deed in deeds if deed.at <= at)
    for deed in sorted(known, key=lambda deed: deed.at):
        match deed:
            case Filled():
                line = (deed.holder, *deed.alternates)
                now = Seat(line, deed.at, deed.until)
            case Recalled() | Resigned():
                now = replace(now, out=now.out | {deed.person})
            case _:
                away[deed.person] = deed.until
    if now.until is None or at >= now.until:
        return Seat()
    return replace(
        now, away=frozenset(one for one, until in away.items() if at < until)
    )


def may_hand_over(now: Seat, person: str) -> Verdict:
    """Let whoever holds a seat hand it over to who steps in.

    Refuses with `holds_no_seat` or `nobody_steps_in`.
    """
    if now.holder != person:
        return refused("holds_no_seat")
    there = set(now.line) - now.away - now.out - {person}
    return ALLOWED if there else refused("nobody_steps_in")


def may_take_back(now: Seat, person: str) -> Verdict:
    """Let whoever handed a seat over take it back. Refuses with `nothing_handed_over`.

    Whoever was called home meanwhile is not let back by this.
    """
    is_theirs = person in now.line and person in now.away - now.out
    return ALLOWED if is_theirs else refused("nothing_handed_over")


@dataclass(frozen=True, slots=True)
class Served:
    """A term that somebody served or serves, from when to when."""

    person: str
    since: datetime
    until: datetime


def may_be_sent(
    terms: Delegates,
    person: str,
    *,
    served: Sequence[Served],
    sent_by_others: bool,
    holds_office: bool,
    at: datetime,
) -> Verdict:
    """Let a member be sent who is free to carry what this body says, and only this.

    `served` are terms in this council; those with less than a term between them follow
    one after another. Refuses with `delegate_of_two_bodies`, `delegate_holds_office` or
    `delegate_too_many_terms`.
    """
    in_a_row = terms_in_a_row(terms, [s for s in served if s.person == person], at=at)
    return first_refusal(
        refused("delegate_of_two_bodies") if sent_by_others else ALLOWED,
        refused("delegate_holds_office")
        if holds_office and not terms.plural_office
        else ALLOWED,
        refused("delegate_too_many_terms", terms=terms.terms)
        if in_a_row >= terms.terms
        else ALLOWED,
    )


def terms_in_a_row(terms: Delegates, served: Sequence[Served], *, at: datetime) -> int:
    """Count the terms that follow one after another up to now, without a break.

    A break is as long as a term.
    """
    count, next_begins = 0, at
    for term in sorted(served, key=lambda one: one.until, reverse=True):
        if term.until + timedelta(days=terms.term_days) <= next_begins:
            return count
        count, next_begins = count + 1, term.since
    return count


def term_ends(terms: Delegates, *, at: datetime, zone: str) -> datetime:
    """Give when a term that begins at an instant ends, with the days to hand over."""
    return days_later(at, terms.term_days + terms.overlap_days, zone)


def holds_parity(terms: Delegates, described: Sequence[str]) -> Verdict:
    """Ask that not all seats of a body go to people of one gender, as they say it.

    `described` is what the holders said of themselves; "" where somebody said nothing,
    and nobody has to. A body with one seat is not asked. Refuses with
    `seats_no_parity`.
    """
    said = {one for one in described if one}
    uneven = len(described) > 1 and "" not in described and len(said) == 1
    return refused("seats_no_parity") if terms.parity and uneven else ALLOWED

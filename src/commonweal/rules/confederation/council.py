"""How a congress counts: seats speak, bodies weigh, and only mandates count.

Each body has the votes of the pact, shared by those of its seats from which something
counts: a seat that is empty or silent takes nothing from the others. What a delegate
says outside the mandate has no effect; it is kept with the reason, for the base to see.
What a congress agrees on is words: they bind nobody until the bases say yes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

from commonweal.rules.confederation.instructions import within
from commonweal.rules.confederation.majorities import Majority, Missed, reached
from commonweal.rules.confederation.mandates import (
    STANCES,
    Mandate,
    Order,
    Put,
    Saying,
    Shared,
    Stance,
    Whole,
    in_force,
)
from commonweal.rules.confederation.seats import Deed, Recalled, seat
from commonweal.rules.confederation.terms import VotesBefore
from commonweal.rules.confederation.ways import Choice, preferred
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused
from commonweal.rules.voting.rule_words import share_words

VOTES_MISSED = Missed("congress_says_no_above", "congress_says_no_reached")
# How long a body that put words last waits before it does again, unless others did.
OTHERS_FIRST_DAYS = 7
NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Place:
    """A seat in a congress: whose it is, all votes of that body, what befell it."""

    body: str
    votes: Fraction
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said from a seat, and when."""

    seat: str
    by: str
    saying: Saying
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """What counts of what was said from one seat; what does not, with the reason.

    `votes` are what it weighs: none where nothing counts.
    """

    seat: str
    body: str
    votes: Fraction
    counts: Spoken | None
    not_counted: tuple[tuple[Spoken, Sentence], ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """The votes on each side, and every seat's line."""

    votes: Mapping[Stance, Fraction]
    lines: tuple[Line, ...]

    @property
    def outside(self) -> tuple[tuple[str, Spoken, Sentence], ...]:
        """Name the bodies whose delegates said what does not count: these are told."""
        return tuple(
            (line.body, spoken, why)
            for line in self.lines
            for spoken, why in line.not_counted
        )


@dataclass(frozen=True, slots=True)
class Sitting:
    """A congress with something before it: its seats by their ids, and the mandates.

    After a recall what was said stands or falls as the pact has it.
    """

    put: Put
    seats: Mapping[str, Place]
    mandates: Sequence[Mandate]
    votes_before: VotesBefore = "stand"


def counted(sitting: Sitting, spoken: Sequence[Spoken], *, at: datetime) -> Count:
    """Count what was said until an instant: from each seat the last that counts.

    Whoever speaks holds the seat when they do, and says what their body's mandate of
    that moment has. If the body decides otherwise before the end, it does not count.
    """
    lines = _shared([_line(sitting, name, spoken, at=at) for name in sitting.seats])
    return Count(_votes(lines), lines)


def agreed(
    count: Count,
    *,
    bodies: int,
    present: int,
    quorum: Fraction,
    majority: Majority,
) -> Verdict:
    """Agree on words if enough bodies are there, and enough votes out of yes and no.

    `present` of `bodies` are there, whatever they say. Refuses with
    `congress_not_quorate` or `congress_says_no`, as `_above` or `_reached`.
    """
    there = quorate(bodies=bodies, present=present, quorum=quorum)
    if not there:
        return there
    yes, sided = count.votes["yes"], count.votes["yes"] + count.votes["no"]
    return reached(majority, VOTES_MISSED, yes=yes, of=sided)


def chosen_way(
    count: Count,
    ways: Sequence[str],
    *,
    bodies: int,
    present: int,
    quorum: Fraction,
    majority: Majority,
) -> Choice:
    """Choose one of several ways if enough bodies are there, by the orders that count.

    Refuses with `congress_not_quorate`, or as `preferred` does.
    """
    there = quorate(bodies=bodies, present=present, quorum=quorum)
    if not there:
        return Choice("", there)
    said = [(line.counts.saying, line.votes) for line in count.lines if line.counts]
    orders = [(one.ranking, votes) for one, votes in said if isinstance(one, Order)]
    return preferred(ways, orders, majority)


def quorate(*, bodies: int, present: int, quorum: Fraction) -> Verdict:
    """Ask that enough bodies are there. Refuses with `congress_not_quorate`."""
    assert present <= bodies, "a part is not above the whole"
    if present < quorum * bodies or not present:
        return refused(
            "congress_not_quorate",
            present=present,
            bodies=bodies,
            needed=share_words(quorum),
        )
    return ALLOWED


def may_put_again(*, closed_at: datetime, at: datetime) -> Verdict:
    """Let a body that put words last let others go first for some days.

    Else one delegate could keep a congress busy for ever.
    """
    again = closed_at + timedelta(days=OTHERS_FIRST_DAYS)
    return ALLOWED if at >= again else refused("others_put_first", again=again)


def _line(
    sitting: Sitting, name: str, spoken: Sequence[Spoken], *, at: datetime
) -> Line:
    place = sitting.seats[name]
    counts: Spoken | None = None
    not_counted: list[tuple[Spoken, Sentence]] = []
    here = (one for one in spoken if one.seat == name and one.at <= at)
    for one in sorted(here, key=lambda one: one.at):
        may = may_speak(sitting, one)
        falls = sitting.votes_before == "fall"
        if may and falls and was_recalled(place, one, at=at):
            may = refused("vote_fell_with_recall")
        if may:
            may = _still_within(sitting, place.body, one, at=at)
        if may:
            counts = one
        else:
            not_counted.append((one, may.reason))
    return Line(name, place.body, place.votes, counts, tuple(not_counted))


def _shared(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Share the votes of each body among its seats from which something counts."""
    speak = Counter(line.body for line in lines if line.counts)
    return tuple(
        replace(line, votes=line.votes / speak[line.body] if line.counts else NOTHING)
        for line in lines
    )


def may_speak(sitting: Sitting, spoken: Spoken) -> Verdict:
    """Let the holder of a seat say what the mandate has.

    Refuses with `seat_held_by_another`, or as `in_force` and `within` do.
    """
    place = sitting.seats[spoken.seat]
    if seat(place.deeds, at=spoken.at).holder != spoken.by:
        return refused("seat_held_by_another")
    put = sitting.put
    mandate = in_force(sitting.mandates, put, body=place.body, at=spoken.at)
    if isinstance(mandate, Verdict):
        return mandate
    return within(mandate, put, spoken.saying)


def _still_within(
    sitting: Sitting, body: str, spoken: Spoken, *, at: datetime
) -> Verdict:
    """Let what was said stand unless the body decided otherwise while it is open.

    Refuses with `mandate_changed_since`.
    """
    mandate = in_force(sitting.mandates, sitting.put, body=body, at=at)
    if isinstance(mandate, Verdict) or within(mandate, sitting.put, spoken.saying):
        return ALLOWED
    return refused("mandate_changed_since")


def was_recalled(place: Place, spoken: Spoken, *, at: datetime) -> bool:
    """Tell whether whoever spoke was called home afterwards."""
    return any(
        isinstance(deed, Recalled)
        and deed.person == spoken.by
        and spoken.at <= deed.at <= at
        for deed in place.deeds
    )


def _votes(lines: Sequence[Line]) -> dict[Stance, Fraction]:
    votes: dict[Stance, Fraction] = dict.fromkeys(STANCES, Fraction(0))
    for line in lines:
        match line.counts.saying if line.counts else None:
            case Whole(stance):
                votes[stance] += line.votes
            case Shared(yes, no, abstain):
                votes["yes"] += line.votes * yes
                votes["no"] += line.votes * no
                votes["abstain"] += line.votes * abstain
            case _:
                # Orders and numbers are counted by the method of their question.
                pass
    return votes

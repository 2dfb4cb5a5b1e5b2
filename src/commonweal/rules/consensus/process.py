"""A test of consensus as it goes: from positions, deeds and time to a decision.

All say where they stand. What nothing stands against is adopted, after days in which
those who were away can still speak. What something stands against is talked over, in a
number of meetings and within a number of days; whoever blocks takes part or their block
lapses, and the others may rule that a block does not hold. If it still stands, there is
a last vote. Each step has an end, so that nobody can hold a decision up for ever; who
keeps silent holds up nothing.

Where it stands is a function of what was done and of the time. A deadline is the last
instant: at the deadline it is over.

Sources: N Street Cohousing, Consensus Process (2019): the window for those who were
away, up to six meetings in three months, then a vote in which abstainers leave the
denominator. La Reunion co-operative: others rule on a block. Occupy Seattle: what a
block has to name. Sociocracy, on reasoned objections that are heard and built in.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from commonweal.rules.consensus.events import (
    Amended,
    AskedAgain,
    Concluded,
    Event,
    Judged,
    Met,
    Position,
    Raised,
    Said,
    Voted,
)
from commonweal.rules.consensus.state import (
    ENDS,
    Circle,
    Process,
    Stage,
    Turn,
    last_vote,
)
from commonweal.rules.consensus.verdicts import may_do
from commonweal.rules.consensus.weighing import against
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Sentence


def process(circle: Circle, events: Iterable[Event], *, at: datetime) -> Process:
    """Say where it stands at an instant; what was done later is not known yet.

    Events are taken in order of time, those of one instant as they are given. One that
    could not be done when it was is left out of account and named in `not_counted`.
    Raises `AssertionError` for an instant without an offset.
    """
    assert at.tzinfo is not None, "an instant knows its offset"
    now = _begun(circle, at=circle.opened_at)
    known = (event for event in events if event.at <= at)
    for event in sorted(known, key=lambda event: event.at):
        now = _time_passed(circle, now, until=event.at)
        may = may_do(circle, now, event)
        if may:
            now = _done(circle, now, event)
        else:
            left_out = (*now.not_counted, (event, may.reason))
            now = replace(now, not_counted=left_out)
    return _time_passed(circle, now, until=at)


def _begun(circle: Circle, *, at: datetime) -> Process:
    why = Sentence("test_begins", {"number": len(circle.roll)})
    until = days_later(at, circle.terms.test_days, circle.zone)
    before = circle.before
    now = Process(
        "testing",
        until,
        (Turn(at, "testing", why),),
        round=before.rounds + 1,
        meetings=before.meetings,
        is_heard=before.meetings > 0,
        talks_end_at=before.talks_end_at,
    )
    if not circle.terms.lapses_if_away:
        return now
    lapsed = dict.fromkeys(sorted(before.stayed_away), Sentence("block_lapsed"))
    return _ruled_out(now, lapsed, at=at)


def _time_passed(circle: Circle, now: Process, *, until: datetime) -> Process:
    """Let every stage that ended by then give way to the next."""
    while now.until is not None and now.until <= until:
        now = _ended(circle, now, at=now.until)
    return now


def _ended(circle: Circle, now: Process, *, at: datetime) -> Process:
    match now.stage:
        case "testing":
            return _weighed_first(circle, now, at=at)
        case "absentees":
            return _turned(now, "adopted", at, Sentence("nobody_away_spoke_against"))
        case "resolving":
            why = against(circle.terms, now.weights(circle.terms))
            assert why, "what nothing stands against is adopted at once"
            return _without_consensus(circle, now, why, at=at)
        case _:
            stage, why = last_vote(circle, now.answers)
            return _turned(now, stage, at, why)


def _weighed_first(circle: Circle, now: Process, *, at: datetime) -> Process:
    """Weigh what was said once the test is over."""
    if now.spoke < circle.quorum:
        facts = {"spoke": now.spoke, "needed": circle.quorum}
        return _turned(now, "no_quorum", at, Sentence("too_few_spoke", facts))
    return _weighed(circle, now, at=at)


def _weighed(circle: Circle, now: Process, *, at: datetime) -> Process:
    """Adopt what nothing stands against; talk the rest over while there is time."""
    why = against(circle.terms, now.weights(circle.terms))
    if why is None:
        return _with_consensus(circle, now, at=at)
    talks_end = now.talks_end_at or days_later(
        at, circle.terms.resolution_days, circle.zone
    )
    if now.meetings >= circle.terms.meetings or at >= talks_end:
        return _without_consensus(circle, now, why, at=at)
    if now.stage == "resolving":
        return now
    now = replace(now, talks_end_at=talks_end)
    return _turned(now, "resolving", at, why, until=talks_end)


def _with_consensus(circle: Circle, now: Process, *, at: datetime) -> Process:
    away = len(circle.roll - now.were_asked)
    days = circle.terms.absentee_days
    if away and days and not now.had_absentees:
        now = replace(now, had_absentees=True)
        why = Sentence("those_away_are_asked", {"number": away, "days": days})
        until = days_later(at, days, circle.zone)
        return _turned(now, "absentees", at, why, until=until)
    facts = {"agreed": now.count("agree"), "spoke": now.spoke}
    return _turned(now, "adopted", at, Sentence("consensus_found", facts))


def _without_consensus(
    circle: Circle, now: Process, why: Sentence, *, at: datetime
) -> Process:
    if not circle.terms.fallback:
        return _turned(now, "not_adopted", at, why)
    until = days_later(at, circle.terms.fallback_days, circle.zone)
    last = Sentence("last_vote_begins", {"why": why})
    return _turned(now, "falling_back", at, last, until=until)


def _done(circle: Circle, now: Process, event: Event) -> Process:
    match event:
        case Said():
            now = replace(now, positions={**now.positions, event.by: event})
        case Raised():
            now = _raised(now, event)
        case Judged():
            now = _judged(circle, now, event)
        case Met():
            now = _met(circle, now, event)
        case Amended() | AskedAgain():
            return _put_anew(circle, now, event)
        case Concluded():
            return _weighed_first(circle, now, at=event.at)
        case Voted():
            return replace(now, answers={**now.answers, event.by: event.answer})
    return _weighed_again(circle, now, at=event.at)


def _weighed_again(circle: Circle, now: Process, *, at: datetime) -> Process:
    """See whether a deed has changed anything before the time of the stage is up."""
    if now.stage == "testing":
        return now
    if (
        now.stage == "absentees"
        and against(circle.terms, now.weights(circle.terms)) is None
    ):
        return now
    return _weighed(circle, now, at=at)


def _raised(now: Process, event: Raised) -> Process:
    hands: dict[Position, int] = {
        "agree": event.agree,
        "reservations": event.reservations,
        "stand_aside": event.stand_aside,
    }
    return replace(now, raised=event.of, hands=hands)


def _judged(circle: Circle, now: Process, event: Judged) -> Process:
    found = {**now.judgments.get(event.of, {}), event.by: event.holds}
    now = replace(now, judgments={**now.judgments, event.of: found})
    if circle.terms.validity == "panel":
        judges, needed = circle.panel, Fraction(1, 2)
    else:
        judges = now.were_asked - frozenset(now.blocks)
        needed = circle.terms.validity_share
    no = sum(by in judges and not holds for by, holds in found.items())
    share = Fraction(no, len(judges))
    is_out = share > needed if circle.terms.validity == "panel" else share >= needed
    if not is_out:
        return now
    why = Sentence("block_does_not_hold", {"number": no, "of": len(judges)})
    return _ruled_out(now, {event.of: why}, at=event.at)


def _met(circle: Circle, now: Process, event: Met) -> Process:
    now = replace(now, meetings=now.meetings + 1, is_heard=True)
    if not circle.terms.lapses_if_away:
        return now
    away = [member for member in now.blocks if member not in event.present]
    why = Sentence("block_lapsed")
    return _ruled_out(now, dict.fromkeys(away, why), at=event.at)


def _ruled_out(now: Process, out: dict[str, Sentence], *, at: datetime) -> Process:
    turns = tuple(Turn(at, now.stage, why) for why in out.values())
    return replace(now, ruled_out={**now.ruled_out, **out}, turns=now.turns + turns)


def _put_anew(circle: Circle, now: Process, event: Amended | AskedAgain) -> Process:
    """Ask all anew; on the same words, what was ruled of blocks on them stands."""
    anew = replace(now, had_absentees=False, positions={}, raised=frozenset(), hands={})
    if isinstance(event, Amended):
        anew = replace(
            anew, round=now.round + 1, is_heard=False, ruled_out={}, judgments={}
        )
        facts = {"round": anew.round, "rounds": circle.terms.rounds}
        why = Sentence("words_changed", facts)
    else:
        anew, why = replace(anew, is_heard=True), Sentence("asked_again")
    until = days_later(event.at, circle.terms.test_days, circle.zone)
    return _turned(anew, "testing", event.at, why, until=until)


def _turned(
    now: Process,
    stage: Stage,
    at: datetime,
    why: Sentence,
    *,
    until: datetime | None = None,
) -> Process:
    assert (until is None) == (stage in ENDS), "what goes on has an end in sight"
    turns = (*now.turns, Turn(at, stage, why))
    return replace(now, stage=stage, until=until, turns=turns)

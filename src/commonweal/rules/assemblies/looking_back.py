"""Looking back: an assembly approves earlier minutes, and asks after tasks.

Whoever facilitates asks whether anybody objects. Where nobody does, the minutes are
approved; where one does, hands are shown. Both only while the matter is at hand and
enough are there.

Source: Robert's Rules of Order Newly Revised, 10th ed., on approving minutes by
unanimous consent.
"""

from dataclasses import replace

from commonweal.rules.assemblies.events import Role
from commonweal.rules.assemblies.events_back import (
    Agreed,
    Answered,
    Back,
    Objected,
    TaskChecked,
    TaskGiven,
)
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.state import Assembly, LookedBack, Room
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

WRITERS: tuple[Role, ...] = ("facilitator", "minute_taker")


def may_look_back(room: Room, now: Assembly, event: Back) -> Verdict:
    """Say whether this can be done with earlier minutes, or with tasks, now."""
    match event:
        case TaskGiven():
            return _may_give(now, event)
        case TaskChecked():
            return _may_check(now, event)
        case _:
            return _may_on_minutes(room, now, event)


def _may_on_minutes(
    room: Room, now: Assembly, event: Agreed | Objected | Answered
) -> Verdict:
    item = now.agenda.item(event.item)
    if item is None or item.standing != "minutes" or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if now.presence.goes_on:
        return refused("decision_goes_on")
    if event.item in now.back.agreed or now.presence.is_decided(event.item):
        return refused("minutes_are_settled_here")
    if isinstance(event, Objected):
        return _may_object(room, now, event)
    return first_refusal(
        ALLOWED
        if now.is_one_of(event.by, "facilitator")
        else refused("only_the_facilitator"),
        quorum(room, now.presence, item).verdict,
        _may_settle(now.back, event),
    )


def looked_back(now: LookedBack, event: Back) -> LookedBack:
    """Give what was done about earlier assemblies after something that may be done."""
    match event:
        case Agreed():
            agreed = {**now.agreed, event.item: event.at}
            return replace(now, agreed=agreed, settled_at=event.at)
        case Objected():
            others = now.objected.get(event.item, frozenset())
            objected = {**now.objected, event.item: others | {event.by}}
            return replace(now, objected=objected)
        case Answered():
            answer = {(event.item, event.correction): event.is_taken}
            answered = {**now.answered, **answer}
            return replace(now, answered=answered, settled_at=event.at)
        case TaskChecked():
            return replace(now, checked=now.checked | {event.task})
        case TaskGiven():
            return now


def _may_give(now: Assembly, event: TaskGiven) -> Verdict:
    """Let those who lead and write note tasks; anybody there takes one on."""
    if event.by == event.of and event.by in now.presence.inside:
        return ALLOWED
    is_theirs = now.is_one_of(event.by, *WRITERS)
    return ALLOWED if is_theirs else refused("only_writers_note_tasks")


def _may_check(now: Assembly, event: TaskChecked) -> Verdict:
    item = now.agenda.item(event.item)
    if item is None or item.standing != "tasks" or event.item != now.agenda.current:
        return refused("not_the_matter_at_hand")
    if not now.is_one_of(event.by, *WRITERS):
        return refused("only_writers_note_tasks")
    is_done = event.task in now.back.checked
    return refused("task_was_checked_here") if is_done else ALLOWED


def _may_object(room: Room, now: Assembly, event: Objected) -> Verdict:
    if event.by not in room.roll:
        return refused("not_asked_to_this")
    if event.by not in now.presence.inside:
        return refused("not_in_the_room_yourself")
    has = event.by in now.back.objected.get(event.item, frozenset())
    return refused("has_objected") if has else ALLOWED


def _may_settle(now: LookedBack, event: Agreed | Answered) -> Verdict:
    match event:
        case Agreed() if now.objected.get(event.item):
            return refused("somebody_objects")
        case Answered() if (event.item, event.correction) in now.answered:
            return refused("no_such_correction")
    return ALLOWED

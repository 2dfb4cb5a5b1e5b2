"""An assembly as it goes: from what was done and when to where it stands.

Nothing is kept but deeds: who came and went, what was turned to, who asked and was
called. Where the assembly stands at any instant follows from them, so that its minutes
can be checked by anyone, and a second machine that has the same deeds says the same.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from commonweal.rules.assemblies.agenda import done_on_agenda, may_on_agenda
from commonweal.rules.assemblies.amending import may_word, worded
from commonweal.rules.assemblies.carrying import Carried, SeenAtDoor
from commonweal.rules.assemblies.deed_names import TEXTS
from commonweal.rules.assemblies.ending import as_time_went, closed
from commonweal.rules.assemblies.events import (
    ON_AGENDA,
    PRESENCE,
    CalledOff,
    CameIn,
    Closed,
    DecisionBegan,
    Described,
    Event,
    Handed,
    InRoom,
    OnAgenda,
    Opened,
    ProxyGiven,
    Undone,
    WentOut,
)
from commonweal.rules.assemblies.events import Presence as PresenceEvent
from commonweal.rules.assemblies.events_back import BACK
from commonweal.rules.assemblies.events_deciding import ChannelChosen
from commonweal.rules.assemblies.events_spokes import SpokeNamed
from commonweal.rules.assemblies.events_texts import WORDING, AmendmentAccepted
from commonweal.rules.assemblies.floor import (
    back_on,
    done_on_floor,
    left_by,
    may_on_floor,
    silenced,
)
from commonweal.rules.assemblies.forming import may_in_form
from commonweal.rules.assemblies.looking_back import looked_back, may_look_back
from commonweal.rules.assemblies.opening import preflight
from commonweal.rules.assemblies.presence import done_present, may_be_present
from commonweal.rules.assemblies.rivals import with_options
from commonweal.rules.assemblies.state import Agenda, Assembly, Room
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MAY_COME_BACK = timedelta(minutes=5)
# What people do before it is opened: come in, hand on roles, give a proxy, get ready,
# bring texts and amend them.
BEFORE = (
    *(Opened, CalledOff, Handed, CameIn, WentOut, Undone),
    *(ProxyGiven, Described, ChannelChosen, SpokeNamed, SeenAtDoor),
    *(one for one in WORDING if one is not AmendmentAccepted),
)


def assembly(room: Room, events: Iterable[Event], *, at: datetime) -> Assembly:
    """Say where an assembly stands at an instant; what was done later is not known yet.

    Events are taken in order of time, those of one instant as they are given. One that
    could not be done when it was is left out of account and named in `not_counted`.
    Raises `AssertionError` for an instant without an offset.
    """
    assert at.tzinfo is not None, "an instant knows its offset"
    now = called(room)
    known = (event for event in events if event.at <= at)
    for event in sorted(known, key=lambda event: event.at):
        now = as_time_went(room, now, at=event.at)
        may = may_do(room, now, event)
        if may:
            now = done(room, now, event)
        else:
            left_out = (*now.not_counted, (event, may.reason))
            now = replace(now, not_counted=left_out)
    return as_time_went(room, now, at=at)


def called(room: Room) -> Assembly:
    """Give the assembly as it is before anybody does anything."""
    return Assembly(
        roles={"facilitator": room.called_by}, agenda=Agenda(items=room.items)
    )


def may_do(room: Room, now: Assembly, event: Event) -> Verdict:
    """Say whether a deed is one that this person can do now."""
    if isinstance(event, Carried):
        # Who carries it is asked where it is carried; it changes nothing here.
        return ALLOWED
    if not (may := _may_now(now, event)):
        return may
    match event:
        case Opened():
            return _may_open(room, now, event)
        case Closed() | CalledOff():
            return _may_end(room, now, event)
        case Handed():
            return _may_hand(room, now, event)
        case SeenAtDoor():
            return _may_see(now, event)
        case _:
            return _may_in_room(room, now, event)


def _may_now(now: Assembly, event: Event) -> Verdict:
    if now.is_over:
        has_lapsed = now.stage == "lapsed"
        return refused("assembly_lapsed" if has_lapsed else "assembly_is_over")
    if now.stage == "called" and not isinstance(event, BEFORE):
        return refused("assembly_not_open")
    return ALLOWED


def done(room: Room, now: Assembly, event: Event) -> Assembly:
    """Give the assembly after a deed that may be done."""
    match event:
        case Opened():
            return replace(now, stage="open", opened_at=event.at)
        case Closed():
            return closed(now, at=event.at)
        case CalledOff():
            return replace(now, stage="called_off", closed_at=event.at)
        case Handed():
            return replace(now, roles={**now.roles, event.role: event.to})
        case Carried() | SeenAtDoor():
            return now
        case _:
            return _done_in_room(room, now, event)


def _done_in_room(room: Room, now: Assembly, event: InRoom) -> Assembly:
    if isinstance(event, ON_AGENDA):
        return _turned(now, event)
    if isinstance(event, PRESENCE):
        return _present(room, now, event)
    if isinstance(event, BACK):
        return replace(now, back=looked_back(now.back, event))
    if isinstance(event, WORDING):
        return replace(now, texts=worded(now.texts, event))
    return replace(now, floor=done_on_floor(room, now, event))


def _turned(now: Assembly, event: OnAgenda) -> Assembly:
    """Change the agenda; the queue is about one matter and ends with it."""
    agenda = done_on_agenda(now.agenda, event)
    if agenda.current == now.agenda.current:
        return replace(now, agenda=agenda)
    floor = silenced(now.floor, at=event.at)
    floor = replace(floor, requests=(), round=(), is_closed=False)
    return replace(now, agenda=agenda, floor=floor)


def _present(room: Room, now: Assembly, event: PresenceEvent) -> Assembly:
    """Change who is there; whoever is no longer there has no place in the queue."""
    presence = done_present(room, now.presence, event)
    if isinstance(event, DecisionBegan) and event.about == TEXTS:
        presence = with_options(presence, now.texts)
    if presence.moves is now.presence.moves:
        # Most of an evening is said by those who stay.
        return replace(now, presence=presence)
    assert isinstance(event, CameIn | WentOut | Undone), "nobody else comes or goes"
    was, is_now = now.presence.is_inside(event.of), presence.is_inside(event.of)
    floor = now.floor
    if was and not is_now:
        floor = left_by(floor, event.of, at=event.at)
    elif is_now and not was:
        floor = back_on(floor, event.of, by_mistake=isinstance(event, Undone))
    return replace(now, presence=presence, floor=floor)


def _may_in_room(room: Room, now: Assembly, event: InRoom) -> Verdict:
    may = may_in_form(room, now, event)
    return may and _may_by_order(room, now, event)


def _may_by_order(room: Room, now: Assembly, event: InRoom) -> Verdict:
    if isinstance(event, ON_AGENDA):
        return may_on_agenda(now, event)
    if isinstance(event, PRESENCE):
        return may_be_present(room, now, event)
    if isinstance(event, BACK):
        return may_look_back(room, now, event)
    if isinstance(event, WORDING):
        return may_word(room, now, event)
    return may_on_floor(room, now, event)


def _may_open(room: Room, now: Assembly, event: Opened) -> Verdict:
    if now.stage == "open":
        return refused("assembly_is_open")
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    is_inside = now.presence.is_inside(event.by)
    return first_refusal(
        *preflight(room, now, at=event.at),
        ALLOWED if is_inside else refused("opener_is_outside"),
    )


def _may_end(room: Room, now: Assembly, event: Closed | CalledOff) -> Verdict:
    if isinstance(event, Closed):
        return _may_close(now, event)
    return _may_call_off(room, now, event)


def _may_close(now: Assembly, event: Closed) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    return refused("decision_goes_on") if now.presence.goes_on else ALLOWED


def _may_call_off(room: Room, now: Assembly, event: CalledOff) -> Verdict:
    """Let whoever facilitates call it off, or whoever holds an office for that.

    Nobody calls it off where its institution ends.
    """
    if now.stage == "open":
        return refused("assembly_is_open")
    if not event.by:
        return ALLOWED
    if not now.is_one_of(event.by, "facilitator") and event.by not in room.may_stop:
        return refused("only_the_facilitator")
    has_reason = bool(event.reason.strip())
    return ALLOWED if has_reason else refused("reason_to_call_off_missing")


def _may_see(now: Assembly, event: SeenAtDoor) -> Verdict:
    """Let whoever keeps the door say whom they saw; nobody says so of themselves."""
    if event.by == event.of or not now.is_one_of(event.by, "doorkeeper", "facilitator"):
        return refused("only_the_doorkeeper")
    is_inside = now.presence.is_inside(event.of)
    return ALLOWED if is_inside else refused("not_in_the_room")


def _may_hand(room: Room, now: Assembly, event: Handed) -> Verdict:
    """Let holders hand on their roles; a role whose holder has left, anybody there.

    A role that nobody has is whoever facilitates' to give. Whoever was put out by
    another has some minutes to come back before somebody else takes up what they do.
    """
    inside = now.presence.inside
    if event.to not in room.roll | room.asked:
        return refused("not_asked_to_this")
    if now.stage == "open" and event.to not in inside:
        return refused("not_in_the_room")
    holder = now.roles.get(event.role)
    if event.by == holder or now.is_one_of(event.by, "facilitator"):
        return ALLOWED
    if holder is None:
        return refused("role_is_given_by_facilitator")
    is_there = event.at < room.opens_at or holder in inside
    if is_there or event.by not in inside:
        return refused("role_is_held")
    moves = now.presence.moves.get(holder, ())
    if moves and moves[-1].by != holder and event.at < moves[-1].at + MAY_COME_BACK:
        return refused("role_may_come_back", minutes=MAY_COME_BACK.seconds // 60)
    return ALLOWED

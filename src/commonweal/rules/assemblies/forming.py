"""What the form of a meeting lets people do in it."""

from commonweal.rules.assemblies.events import Asked, Called, DecisionBegan, InRoom
from commonweal.rules.assemblies.events_spokes import (
    SPEAKING,
    Speaking,
    SpokeNamed,
    SpokesBack,
    TablesConsulted,
)
from commonweal.rules.assemblies.events_testing import PutToTest
from commonweal.rules.assemblies.spokes import MOST_GROUPS
from commonweal.rules.assemblies.state import Assembly, Room
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_in_form(room: Room, now: Assembly, event: InRoom) -> Verdict:
    """Refuse what this form of meeting has no place for; allow all else."""
    begins = isinstance(event, DecisionBegan | PutToTest)
    if begins and room.form == "working_meeting":
        return refused("working_meeting_decides_nothing")
    if room.form != "spokes_council":
        return refused("no_spokes_here") if isinstance(event, SPEAKING) else ALLOWED
    spokes = now.presence.spokes
    if isinstance(event, DecisionBegan | PutToTest):
        if event.item not in spokes.consulted:
            return refused("tables_were_not_consulted")
        return refused("tables_consult") if spokes.consulting else ALLOWED
    if isinstance(event, Called) and spokes.consulting:
        return refused("tables_consult")
    if isinstance(event, Asked) and event.sort != "process":
        speaks = event.of in spokes.speaking
        return ALLOWED if speaks else refused("only_spokes_speak")
    return ALLOWED


def may_speak_in(room: Room, now: Assembly, event: Speaking) -> Verdict:
    """Say whether somebody can speak for a group, or the tables talk, now."""
    match event:
        case SpokeNamed():
            return _may_name(room, now, event)
        case TablesConsulted():
            return _may_consult(now, event)
        case SpokesBack():
            if not now.is_one_of(event.by, "facilitator"):
                return refused("only_the_facilitator")
            is_on = bool(now.presence.spokes.consulting)
            return ALLOWED if is_on else refused("tables_do_not_consult")


def _may_name(room: Room, now: Assembly, event: SpokeNamed) -> Verdict:
    """Let people name themselves, or whoever keeps the door; a spoke, who follows."""
    spokes = now.presence.spokes
    holder = spokes.of.get(event.group)
    if now.presence.goes_on:
        return refused("decision_goes_on")
    if not 1 <= event.group <= MOST_GROUPS:
        return refused("group_is_a_number", most=MOST_GROUPS)
    if event.of not in room.roll:
        return refused("not_asked_to_this")
    if not now.presence.is_inside(event.of):
        return refused("not_in_the_room")
    if spokes.group_of(event.of) not in (None, event.group):
        return refused("speaks_for_another_group")
    if now.is_one_of(event.by, "facilitator", "doorkeeper") or event.by == holder:
        return ALLOWED
    if event.by != event.of:
        return refused("only_keepers_name_others")
    has_one = holder is not None and now.presence.is_inside(holder)
    return refused("group_has_its_spoke") if has_one else ALLOWED


def _may_consult(now: Assembly, event: TablesConsulted) -> Verdict:
    if not now.is_one_of(event.by, "facilitator"):
        return refused("only_the_facilitator")
    if now.presence.goes_on:
        return refused("decision_goes_on")
    if now.presence.spokes.consulting:
        return refused("tables_consult")
    is_at_hand = bool(event.item) and event.item == now.agenda.current
    return ALLOWED if is_at_hand else refused("not_the_matter_at_hand")

"""Whether somebody is counted by their hand or by their phone.

Who says nothing raises a hand. The choice is each person's own, for the decisions that
come, and a decision that goes on keeps what held when it began. Whose phone fails is
put back to their hand by whoever keeps the door; nobody puts anybody else on a phone.
"""

from dataclasses import replace

from commonweal.rules.assemblies.events_deciding import ChannelChosen
from commonweal.rules.assemblies.state import Assembly, Presence, Room
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_choose(room: Room, now: Assembly, event: ChannelChosen) -> Verdict:
    """Let people in the room choose between decisions how they are counted."""
    is_own = event.by == event.of
    if event.of not in room.roll:
        return refused("no_vote_in_the_room")
    if not is_own and event.channel == "phone":
        return refused("phone_is_chosen_by_oneself")
    if not is_own and not now.is_one_of(event.by, "doorkeeper", "facilitator"):
        return refused("only_the_doorkeeper")
    if not now.presence.is_inside(event.of):
        return refused("not_in_the_room")
    if now.presence.goes_on:
        return refused("channel_is_fixed")
    if now.presence.channels.get(event.of, "hand") == event.channel:
        return refused("channel_is_chosen")
    return ALLOWED


def chosen(now: Presence, event: ChannelChosen) -> Presence:
    """Give the presence after somebody chose."""
    return replace(now, channels={**now.channels, event.of: event.channel})

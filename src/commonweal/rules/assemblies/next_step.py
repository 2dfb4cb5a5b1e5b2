"""What whoever leads does next: one sentence at a time, from where the assembly stands.

It proposes and forbids nothing: whoever knows what they do passes it over. Whoever
leads for the first time can hold a whole assembly by it and read nothing else.
"""

from datetime import datetime

from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.opening import preflight
from commonweal.rules.assemblies.positions import ConsensusTest
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.rivals import key_of
from commonweal.rules.assemblies.state import Assembly, Item, Room
from commonweal.rules.assemblies.talk import SETTLED, talk
from commonweal.rules.sentence import Sentence

# What is missing before it opens, as the preflight names it, and what to do about it.
BEFORE_IT_OPENS = {
    "nobody_takes_minutes": "next.minutes",
    "nobody_keeps_the_door": "next.door",
    "too_few_spokes": "next.spokes",
}


def next_step(room: Room, now: Assembly, me: str, *, at: datetime) -> Sentence | None:
    """Say what `me`, who leads, does next; None where an assembly is over."""
    if now.stage == "called":
        return _before(room, now, me, at=at)
    if now.stage != "open":
        return None
    presence = now.presence
    if presence.testing:
        return _in_test(presence.testing, me)
    if presence.deciding:
        return _in_decision(presence.deciding, me)
    return _on_floor(room, now, at=at)


def _before(room: Room, now: Assembly, me: str, *, at: datetime) -> Sentence:
    if not now.presence.is_inside(me):
        return Sentence("next.come_in")
    missing = [one.reason.id for one in preflight(room, now, at=at)]
    found = [step for why, step in BEFORE_IT_OPENS.items() if why in missing]
    if found:
        return Sentence(found[0])
    if at < room.opens_at:
        return Sentence("next.wait", {"when": room.opens_at})
    enough = quorum(room, now.presence)
    if not enough.verdict:
        facts = {"there": enough.there, "needed": enough.needed}
        return Sentence("next.open_with_few", facts)
    return Sentence("next.open")


def _in_test(test: ConsensusTest, me: str) -> Sentence:
    if test.raisers and test.hands is None:
        counted = me in test.counts
        return Sentence("next.second_count" if counted else "next.count_positions")
    return Sentence("next.end_test" if test.all_answered else "next.wait_in_test")


def _in_decision(decision: Decision, me: str) -> Sentence:
    if decision.raised and not decision.is_counted:
        what = "slips" if decision.by_slips else "hands"
        if me in decision.counts:
            return Sentence("next.second_count")
        pair = "_of_pair" if key_of(decision.pair) else ""
        return Sentence(f"next.count_{what}{pair}")
    if decision.by_phone and not decision.all_answered:
        return Sentence("next.wait_for_phones")
    return Sentence("next.end_decision")


def _on_floor(room: Room, now: Assembly, *, at: datetime) -> Sentence:
    item = now.agenda.item(now.agenda.current)
    if item is None:
        return Sentence("next.first_matter" if now.agenda.ahead else "next.close")
    if now.floor.speaking:
        return Sentence("next.speaks")
    if now.floor.requests or now.floor.round:
        return Sentence("next.give_word")
    if item.standing:
        return _standing(now, item)
    return _undecided(room, now, item, at=at) or _after(now)


def _undecided(
    room: Room, now: Assembly, item: Item, *, at: datetime
) -> Sentence | None:
    """Say how a matter comes to be decided; None where it is, or nothing is to be."""
    if not item.decides or now.presence.is_decided(item.id):
        return None
    found = talk(room, now.presence, item.id, at=at)
    if found is None:
        return _ways(room)
    if found.now.stage == "falling_back":
        return Sentence("next.last_vote")
    return None if found.now.stage in SETTLED else Sentence("next.talk_over")


def _ways(room: Room) -> Sentence:
    """Name the ways in which the charter's ordinary rule lets a room decide."""
    if room.rule.is_consensus:
        return Sentence("next.test")
    return Sentence("next.decide_in_secret" if room.rule.is_secret else "next.decide")


def _standing(now: Assembly, item: Item) -> Sentence:
    if item.standing == "minutes" and item.id not in now.back.agreed:
        return Sentence("next.approve")
    if item.standing == "tasks" and not now.back.checked:
        return Sentence("next.ask_after_tasks")
    return _after(now)


def _after(now: Assembly) -> Sentence:
    return Sentence("next.next_matter" if now.agenda.ahead else "next.close")

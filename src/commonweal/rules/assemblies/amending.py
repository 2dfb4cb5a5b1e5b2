"""Texts and amendments in the room: who may bring them, and what becomes of each.

Whoever has a vote brings a text on a matter that is decided, and amends one: also
before the assembly, from home. In the room an amendment is friendly, where whoever
brought the text takes it in, or it is decided as any question is, one after another. Of
two that change the same sentence the second falls once the first is taken in. A text
is put once none waits any more.

Source: Robert's Rules of Order Newly Revised, 10th ed., on amendments; that what
departs furthest is taken first is from continental assemblies.
"""

from dataclasses import replace
from datetime import datetime

from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.events import DecisionBegan
from commonweal.rules.assemblies.events_texts import (
    AmendmentAccepted,
    AmendmentProposed,
    AmendmentWithdrawn,
    TextBrought,
    TextWithdrawn,
    Wording,
)
from commonweal.rules.assemblies.judging import verdict_on
from commonweal.rules.assemblies.state import Assembly, Room
from commonweal.rules.assemblies.talk import is_settled
from commonweal.rules.assemblies.texts import (
    Amendment,
    Fate,
    Part,
    Text,
    Texts,
    amended,
)
from commonweal.rules.verdict import ALLOWED, Verdict, first_refusal, refused

MOST_TEXTS = 4
FEWEST_RIVALS = 2
MOST_AMENDMENTS = 30
MOST_OF_ONE = 3


def may_word(room: Room, now: Assembly, event: Wording) -> Verdict:
    """Say whether this can be done with texts now, by whoever does it."""
    item = now.agenda.item(event.item)
    if item is None:
        return refused("not_on_the_agenda")
    is_here = now.stage != "open" or now.presence.is_inside(event.by)
    return first_refusal(
        _unless(item.decides and not item.standing, "no_decision_was_announced"),
        _unless(event.by in room.roll, "no_vote_for_texts"),
        _unless(is_here, "not_in_the_room_yourself"),
        _unless(event.item not in now.agenda.adjourned, "item_was_adjourned"),
        _unless(not now.presence.goes_on, "decision_goes_on"),
        _unless(not _is_settled(room, now, event), "decided_already"),
        _may_do(room, now, event),
    )


def _is_settled(room: Room, now: Assembly, event: Wording) -> bool:
    is_voted = now.presence.is_decided(event.item)
    return is_voted or is_settled(room, now.presence, event.item, at=event.at)


def worded(now: Texts, event: Wording) -> Texts:
    """Give the texts after something that may be done was done."""
    match event:
        case TextBrought():
            number = len(now.on(event.item)) + 1
            text = Text(event.item, number, event.by, event.words, event.at)
            return replace(now, texts=(*now.texts, text))
        case TextWithdrawn():
            texts = tuple(
                replace(one, withdrawn_at=event.at)
                if (one.item, one.number) == (event.item, event.number)
                else one
                for one in now.texts
            )
            return replace(now, texts=texts)
        case AmendmentProposed():
            return replace(now, amendments=(*now.amendments, _proposed(now, event)))
        case AmendmentAccepted() | AmendmentWithdrawn():
            changed = (_changed(one, event) for one in now.amendments)
            return replace(now, amendments=tuple(changed))


def may_put(room: Room, now: Assembly, event: DecisionBegan) -> Verdict:
    """Ask of a decision whether what it is about is there, and nothing comes first."""
    number = event.about.removeprefix("a")
    if number != event.about and number.isdecimal():
        found = now.texts.amendment(event.item, int(number))
        is_open = found is not None and fate(room, now, found) == "open"
        return _unless(is_open, "amendment_does_not_wait")
    waiting = len(open_amendments(room, now, event.item))
    if waiting:
        return refused("amendments_wait", count=waiting)
    there = len(now.texts.standing(event.item))
    if event.about == "texts":
        return _unless(there >= FEWEST_RIVALS, "fewer_than_two_texts")
    if event.about:
        return refused("deed_unknown")
    return _unless(there < FEWEST_RIVALS, "texts_stand_beside")


def fate(room: Room, now: Assembly, amendment: Amendment) -> Fate:
    """Say what became of an amendment so far."""
    if amendment.withdrawn:
        return "withdrawn"
    if amendment.accepted_at:
        return "friendly"
    verdict = decided_on(room, now, amendment)
    if verdict is not None:
        return "carried" if verdict else "lost"
    text = now.texts.text(amendment.item, amendment.text)
    others = taken_in(room, now, amendment.item, amendment.text)
    is_gone = text is None or text.withdrawn
    fell = is_gone or any(amendment.collides(one) for one in others)
    return "fell" if fell else "open"


def open_amendments(room: Room, now: Assembly, item: str) -> tuple[Amendment, ...]:
    """Give the amendments on a matter of which nothing has become yet."""
    there = now.texts.amended(item)
    return tuple(one for one in there if fate(room, now, one) == "open")


def taken_in(room: Room, now: Assembly, item: str, text: int) -> tuple[Amendment, ...]:
    """Give the amendments that changed a text, in the order they were taken in."""
    found = [
        one
        for one in now.texts.amended(item)
        if one.text == text and (one.accepted_at or decided_on(room, now, one))
    ]
    return tuple(sorted(found, key=lambda one: (_taken_at(now, one), one.number)))


def text_now(room: Room, now: Assembly, text: Text) -> tuple[Part, ...]:
    """Give a text as it stands now, sentence by sentence."""
    return amended(text, taken_in(room, now, text.item, text.number))


def text_then(
    room: Room, now: Assembly, text: Text, *, at: datetime
) -> tuple[Part, ...]:
    """Give a text as it stood at an instant."""
    found = taken_in(room, now, text.item, text.number)
    return amended(text, (one for one in found if _taken_at(now, one) <= at))


def _taken_at(now: Assembly, amendment: Amendment) -> datetime:
    when = amendment.accepted_at or decision_on(now, amendment).ended_at
    assert when, "what was taken in was so at some time"
    return when


def decided_on(room: Room, now: Assembly, amendment: Amendment) -> Verdict | None:
    """Say whether the room took an amendment in; None where it has not decided."""
    found = _decisions(now, amendment)
    return verdict_on(room, found[-1]) if found else None


def decision_on(now: Assembly, amendment: Amendment) -> Decision:
    """Give the decision that settled an amendment."""
    return _decisions(now, amendment)[-1]


def _decisions(now: Assembly, amendment: Amendment) -> list[Decision]:
    about = f"a{amendment.number}"
    done = (one for one in now.presence.decisions if one.item == amendment.item)
    return [one for one in done if one.about == about and one.result and one.held]


def _may_do(room: Room, now: Assembly, event: Wording) -> Verdict:
    match event:
        case TextBrought():
            return _may_bring(now.texts, event)
        case TextWithdrawn():
            return _may_withdraw_text(room, now, event)
        case AmendmentProposed():
            return _may_propose(room, now, event)
        case AmendmentAccepted():
            return _may_accept(room, now, event)
        case AmendmentWithdrawn():
            return _may_withdraw(room, now, event)


def _may_bring(now: Texts, event: TextBrought) -> Verdict:
    there = now.standing(event.item)
    if not event.words.strip():
        return refused("text_needs_words")
    if any(one.by == event.by for one in there):
        return refused("brought_a_text_already")
    if len(there) >= MOST_TEXTS:
        return refused("enough_texts", most=MOST_TEXTS)
    return ALLOWED


def _may_withdraw_text(room: Room, now: Assembly, event: TextWithdrawn) -> Verdict:
    text = now.texts.text(event.item, event.number)
    if text is None or text.withdrawn:
        return refused("no_such_text")
    if text.by != event.by:
        return refused("text_is_anothers")
    is_the_rooms = any(
        fate(room, now, one) == "carried"
        for one in taken_in(room, now, event.item, event.number)
    )
    return _unless(not is_the_rooms, "text_is_the_rooms")


def _may_propose(room: Room, now: Assembly, event: AmendmentProposed) -> Verdict:
    text = now.texts.text(event.item, event.text)
    there = now.texts.amended(event.item)
    theirs = [one for one in there if one.by == event.by]
    waiting = sum(fate(room, now, one) == "open" for one in theirs)
    if text is None or text.withdrawn:
        return refused("no_such_text")
    if event.verb != "after" and event.place < 1:
        return refused("no_such_sentence")
    if event.verb != "strike" and not event.words.strip():
        return refused("amendment_needs_words")
    if waiting >= MOST_OF_ONE:
        return refused("enough_amendments_of_you", most=MOST_OF_ONE)
    if len(there) >= MOST_AMENDMENTS:
        return refused("enough_amendments", most=MOST_AMENDMENTS)
    asked = _proposed(now.texts, event)
    changed = any(
        asked.collides(one) for one in taken_in(room, now, event.item, event.text)
    )
    return _unless(not changed, "sentence_was_changed")


def _may_accept(room: Room, now: Assembly, event: AmendmentAccepted) -> Verdict:
    """Let whoever brought the text take it in before all, while the matter is on."""
    found = now.texts.amendment(event.item, event.number)
    if found is None or fate(room, now, found) != "open":
        return refused("amendment_does_not_wait")
    text = now.texts.text(event.item, found.text)
    if text is None or text.by != event.by:
        return refused("only_who_brought_accepts")
    is_on = now.stage == "open" and now.agenda.current == event.item
    return _unless(is_on, "not_the_matter_at_hand")


def _may_withdraw(room: Room, now: Assembly, event: AmendmentWithdrawn) -> Verdict:
    found = now.texts.amendment(event.item, event.number)
    if found is None or fate(room, now, found) != "open":
        return refused("amendment_does_not_wait")
    return _unless(found.by == event.by, "amendment_is_anothers")


def _proposed(now: Texts, event: AmendmentProposed) -> Amendment:
    return Amendment(
        event.item,
        len(now.amended(event.item)) + 1,
        event.text,
        event.by,
        event.verb,
        event.place,
        event.words,
    )


def _changed(
    one: Amendment, event: AmendmentAccepted | AmendmentWithdrawn
) -> Amendment:
    if (one.item, one.number) != (event.item, event.number):
        return one
    if isinstance(event, AmendmentAccepted):
        return replace(one, accepted_at=event.at)
    return replace(one, withdrawn=True)


def _unless(is_so: object, why: str) -> Verdict:
    return ALLOWED if is_so else refused(why)

"""What is talked about: matters in their order, with time that is kept and borrowed."""

from dataclasses import replace
from datetime import datetime

from commonweal.rules.assemblies.events import (
    Adjourned,
    Borrowed,
    ItemBegun,
    Moved,
    OnAgenda,
    Role,
)
from commonweal.rules.assemblies.state import Agenda, Assembly, Item
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def may_on_agenda(now: Assembly, event: OnAgenda) -> Verdict:
    """Say whether this can be done with the agenda now, by whoever does it."""
    keepers: tuple[Role, ...] = ("facilitator", "timekeeper")
    if not now.is_one_of(event.by, *keepers[: 1 + isinstance(event, Borrowed)]):
        return refused("only_the_facilitator")
    if now.presence.goes_on:
        return refused("decision_goes_on")
    if now.agenda.item(event.item) is None:
        return refused("not_on_the_agenda")
    if event.item in now.agenda.adjourned:
        return refused("item_was_adjourned")
    return _may_change(now.agenda, event)


def done_on_agenda(now: Agenda, event: OnAgenda) -> Agenda:
    """Give the agenda after something that may be done was done."""
    match event:
        case ItemBegun():
            stopped = left(now, at=event.at)
            return replace(
                stopped,
                current=event.item,
                since=event.at,
                begun=stopped.begun | {event.item},
            )
        case Borrowed():
            return replace(now, items=tuple(_lent(one, event) for one in now.items))
        case Moved():
            return replace(now, items=_moved(now.items, event))
        case Adjourned():
            stopped = left(now, at=event.at) if event.item == now.current else now
            gone = {**stopped.adjourned, event.item: event.reason.strip()}
            return replace(stopped, adjourned=gone)


def left(now: Agenda, *, at: datetime) -> Agenda:
    """Leave the matter at hand, with the time it has had so far."""
    if now.since is None:
        return now
    seconds = int((at - now.since).total_seconds())
    spent = {**now.spent, now.current: now.spent.get(now.current, 0) + seconds}
    return replace(now, current="", since=None, spent=spent)


def _may_change(now: Agenda, event: OnAgenda) -> Verdict:
    match event:
        case ItemBegun() if event.item == now.current:
            return refused("item_goes_on")
        case Borrowed():
            return _may_borrow(now, event)
        case Moved():
            return _may_move(now, event)
        case Adjourned() if not event.reason.strip():
            return refused("reason_to_adjourn_missing")
    return ALLOWED


def _may_borrow(now: Agenda, event: Borrowed) -> Verdict:
    if event.lender not in {one.id for one in now.ahead} - {event.item}:
        return refused("only_later_matters_lend")
    lender = now.item(event.lender)
    assert lender, "what is ahead is on the agenda"
    if event.minutes < 1:
        return refused("minutes_to_borrow_missing")
    if event.minutes > lender.minutes:
        return refused("lender_has_fewer_minutes", minutes=lender.minutes)
    return ALLOWED


def _may_move(now: Agenda, event: Moved) -> Verdict:
    ahead = {one.id for one in now.ahead}
    if event.item not in ahead:
        return refused("item_was_begun")
    if event.before and event.before not in ahead - {event.item}:
        return refused("not_among_what_is_ahead")
    return ALLOWED


def _lent(item: Item, event: Borrowed) -> Item:
    change = {event.item: event.minutes, event.lender: -event.minutes}
    return replace(item, minutes=item.minutes + change.get(item.id, 0))


def _moved(items: tuple[Item, ...], event: Moved) -> tuple[Item, ...]:
    ids = [one.id for one in items if one.id != event.item]
    place = ids.index(event.before) if event.before else len(ids)
    ids.insert(place, event.item)
    by_id = {one.id: one for one in items}
    return tuple(by_id[id_] for id_ in ids)

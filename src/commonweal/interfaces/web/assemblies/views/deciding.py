"""What the page of an assembly shows of decisions: the one that goes on, and others."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held, secretly
from commonweal.interfaces.web.assemblies.views.rivals import (
    InPairs,
    Rivals,
    in_pairs,
    ranking_words,
    rivals,
)
from commonweal.interfaces.web.assemblies.views.texts import change_in
from commonweal.rules.assemblies.counting import Decision, Hands
from commonweal.rules.assemblies.events_deciding import Channel
from commonweal.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Mine:
    """How the reader is counted in a decision: by what, for how many, what they said.

    Whoever is not counted has no channel.
    """

    channel: Channel | None
    weight: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Deciding:
    """A decision that goes on: what about, who is counted, which hands were counted.

    Of a count that only one has made the others are not told the numbers, so that two
    come to them each for themselves. What phones say nobody is told before the end.
    """

    title: Sentence | str
    people: int
    hands: int
    phones: int
    by_hand: tuple[tuple[str, int], ...]
    counts: int
    differed: int
    agreed: Hands | None
    all_answered: bool
    mine: Mine
    by_slips: bool = False
    change: Sentence | str = ""
    rivals: Rivals | None = None
    in_secret: bool = False
    has_cast: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that has ended: how, and who said what by phone, where it is read."""

    words: Sentence
    who: tuple[tuple[str, Sentence | str, tuple[str, ...]], ...]
    pairs: tuple[InPairs, ...]


def decisions(held: Held, me: str) -> dict[str, Any]:
    """Give the decision that goes on, those that ended, how the reader is counted."""
    now = held.now.presence
    channel = now.channels.get(me, "hand")
    return {
        "deciding": _deciding(held, me),
        "decided": [
            _decided(held, one) for one in now.decisions if one.ended_at is not None
        ],
        "channel": channel if queries.may_choose_here(held, me) else "",
        "phones_are_named": queries.are_named(held),
    }


def _decided(held: Held, decision: Decision) -> Decided:
    who = queries.who_said(held, decision)
    return Decided(
        queries.ended(held, decision),
        tuple((one, ranking_words(one), names) for one, names in who),
        in_pairs(held, decision),
    )


def _deciding(held: Held, me: str) -> Deciding | None:
    decision = held.now.presence.deciding
    if decision is None:
        return None
    people = len(decision.counted)
    return Deciding(
        title=held.asked(decision),
        people=people,
        hands=decision.raised,
        phones=people - decision.raised,
        by_hand=_by_hand(held, decision),
        counts=len(decision.counts),
        differed=decision.differed,
        agreed=decision.hands,
        all_answered=secretly.all_cast(held)
        if decision.in_secret
        else decision.all_answered,
        mine=_mine(decision, me),
        by_slips=decision.by_slips,
        change=change_in(held),
        rivals=rivals(held, decision, me),
        in_secret=decision.in_secret,
        has_cast=secretly.has_cast(held, UUID(me)),
    )


def _by_hand(held: Held, decision: Decision) -> tuple[tuple[str, int], ...]:
    """Name those whose hands are counted, with how many each raises."""
    raise_one = set(decision.counted.values()) - decision.by_phone
    return tuple(sorted((held.name(of), decision.weight(of)) for of in raise_one))


def _mine(decision: Decision, me: str) -> Mine:
    weight = decision.weight(me)
    channel: Channel = "phone" if me in decision.by_phone else "hand"
    return Mine(channel if weight else None, weight, decision.answers.get(me))

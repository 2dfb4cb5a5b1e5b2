"""Decisions in the room as programs read them: by hand and by phone."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held, Veil, secretly
from commonweal.interfaces.api.schemas.common import Said, said
from commonweal.rules.assemblies.counting import Decision, Hands


def why(veils: Iterable[Veil]) -> list[Said]:
    """Say what stands in the place of hidden words."""
    return [said(line) for veil in veils for line in veil.told]


def told(held: Held, me: str) -> dict[str, Any]:
    """Give what is being decided, what was, and how the asker is counted.

    Of a decision that goes on nobody is told what phones say, but each their own.
    """
    now = held.now.presence
    return {
        "my_channel": now.channels.get(me, "hand"),
        "deciding": _deciding(held, now.deciding, me),
        "decided": [
            _decided(held, one) for one in now.decisions if one.ended_at is not None
        ],
    }


def _deciding(held: Held, decision: Decision | None, me: str) -> dict[str, Any] | None:
    if decision is None:
        return None
    people = len(decision.counted)
    return {
        "item": decision.item,
        "about": decision.about,
        "began_at": decision.began_at,
        "by_hand": decision.raised,
        "by_phone": people - decision.raised,
        "by_slips": decision.by_slips,
        "counts": len(decision.counts),
        "differed": decision.differed,
        "hands": _numbers(None if decision.by_slips else decision.hands),
        "in_secret": decision.in_secret,
        "my_ballot_is_in": secretly.has_cast(held, UUID(me)),
        "every_phone_answered": secretly.all_cast(held)
        if decision.in_secret
        else decision.all_answered,
        "my_answer": decision.answers.get(me),
        "texts": [int(one) for one in decision.options],
        "pair": [int(one or 0) for one in decision.pair or ()],
    }


def _decided(held: Held, decision: Decision) -> dict[str, Any]:
    verdict = held.verdict_on(decision)
    is_told = queries.told_in_numbers(held, decision)
    result = decision.result if is_told else None
    # In secret slips and ballots by phone are told as a sum alone.
    apart = decision if result and not decision.in_secret else None
    return {
        "item": decision.item,
        "about": decision.about,
        "by_slips": decision.by_slips,
        "in_secret": decision.in_secret,
        "began_at": decision.began_at,
        "ended_at": decision.ended_at,
        "is_carried": None if verdict is None else bool(verdict),
        "in_words": said(queries.ended(held, decision)),
        "result": _numbers(result),
        "hands": _numbers(apart.hands if apart else None),
        "phones": _numbers(apart.phones if apart else None),
        "said_by_phone": [
            {"answer": answer, "names": list(names)}
            for answer, names in queries.who_said(held, decision)
        ],
        **_rivals(held, decision, is_told=is_told),
    }


def _rivals(held: Held, decision: Decision, *, is_told: bool) -> dict[str, Any]:
    if not decision.options or not decision.has_result or not decision.held:
        return {"chosen_text": None, "pairs": []}
    found = queries.chosen_in(held, decision)
    pairs = found.numbers.items() if is_told else ()
    return {
        "chosen_text": int(found.text) if found.text else None,
        "pairs": [
            {
                "first": int(one),
                "second": int(other or 0),
                "rather_first": hands.yes,
                "rather_second": hands.no,
                "neither": hands.abstain,
            }
            for (one, other), hands in pairs
        ],
    }


def _numbers(found: Hands | None) -> dict[str, int] | None:
    if found is None:
        return None
    return {"yes": found.yes, "no": found.no, "abstain": found.abstain}

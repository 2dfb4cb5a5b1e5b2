"""Texts before an assembly and amendments to them, as programs read them."""

from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import AmendmentShown, Held, TextShown
from commonweal.interfaces.api.operations.in_the_room import why


def texts_told(held: Held) -> dict[str, Any]:
    """Give the texts that stand on each matter, and all amendments to them."""
    items = [one.id for one in held.now.agenda.items]
    return {
        "texts": [
            _text(item, one) for item in items for one in queries.texts_on(held, item)
        ],
        "amendments": [
            _amendment(item, one)
            for item in items
            for one in queries.amendments_on(held, item)
        ],
    }


def _text(item: str, one: TextShown) -> dict[str, Any]:
    return {
        "item": item,
        "number": one.number,
        "brought_by": one.by,
        "as_brought": one.as_brought,
        "sentences": [
            {"number": part.place or None, "words": part.words} for part in one.now
        ],
        "hidden": why(filter(None, [one.veil])),
    }


def _amendment(item: str, one: AmendmentShown) -> dict[str, Any]:
    return {
        "item": item,
        "number": one.number,
        "text": one.text,
        "proposed_by": one.by,
        "sort": one.verb,
        "sentence": one.place,
        "words": one.words,
        "fate": one.fate,
        "hidden": why(filter(None, [one.veil])),
    }

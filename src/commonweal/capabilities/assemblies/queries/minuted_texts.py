"""What the minutes say of texts: as brought, each amendment and its end, as put."""

from collections.abc import Iterator

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.texts import (
    fell_with,
    put_in,
    said_by,
    sentence_of,
)
from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.deed_names import decides
from commonweal.rules.assemblies.fixed import Said, member
from commonweal.rules.assemblies.texts import Amendment
from commonweal.rules.sentence import Fact, Sentence

ON_TEXTS = frozenset({"bring_text", "amend", "accept", "withdraw", "withdraw_text"})


def texts_minuted(held: Held) -> Iterator[Said]:
    """Give the lines about texts and amendments, one for each deed."""
    numbers: dict[tuple[str, str], int] = {}
    for row in held.deeds:
        if row.deed not in ON_TEXTS:
            continue
        key = row.deed, row.item
        numbers[key] = numbers.get(key, 0) + 1
        yield Said(row.number, row.done_at, _told(held, row, numbers[key]))


def with_text(held: Held, decision: Decision, words: Sentence, kind: str) -> Sentence:
    """Say after what was put, or decided, in which words; nothing where it had none."""
    text = put_in(held, decision)
    return Sentence(f"minuted.{kind}", {"what": words, "text": text}) if text else words


def with_fallen(held: Held, decision: Decision, words: Sentence) -> Sentence:
    """Say after an amendment that was decided on which others fall with it."""
    taken = _amendment_in(held, decision)
    fell = fell_with(held, taken) if taken and held.verdict_on(decision) else ()
    return _and_fell(words, fell)


def began_on(held: Held, row: AssemblyDeed, decision: Decision) -> Sentence | None:
    """Say why an amendment was taken next; None where it is about none."""
    taken = _amendment_in(held, decision)
    if taken is None:
        return None
    _way, _about, is_set = decides(row.what)
    order: dict[str, Fact] = {"by": member(str(row.done_by_id or ""))}
    return Sentence("minuted.order_set" if is_set else "minuted.order_furthest", order)


def _amendment_in(held: Held, decision: Decision) -> Amendment | None:
    if decision.settles:
        return None
    return held.now.texts.amendment(decision.item, int(decision.about[1:]))


def _told(held: Held, row: AssemblyDeed, number: int) -> Sentence:
    facts: dict[str, Fact] = {
        "by": member(str(row.done_by_id or "")),
        "item": held.title(row.item),
        "number": number,
        "words": row.words,
    }
    if row.deed == "amend":
        found = held.now.texts.amendment(row.item, number)
        assert found, "what was proposed is there"
        facts["change"] = said_by(found, sentence_of(held, found))
    if row.deed in {"amend", "bring_text"}:
        return Sentence(f"minuted.{row.deed}", facts)
    facts["number"] = int(row.what)
    told = Sentence(f"minuted.{row.deed}", facts)
    taken = held.now.texts.amendment(row.item, int(row.what))
    fell = fell_with(held, taken) if row.deed == "accept" and taken else ()
    return _and_fell(told, fell)


def _and_fell(told: Sentence, fell: tuple[Fact, ...]) -> Sentence:
    return Sentence("minuted.and_fell", {"what": told, "fell": fell}) if fell else told

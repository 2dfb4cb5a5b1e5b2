"""Texts before an assembly, and amendments to them: as they stand, what comes next."""

from dataclasses import dataclass
from uuid import UUID

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.capabilities.assemblies.queries.veils import Veil
from commonweal.rules.assemblies import amending
from commonweal.rules.assemblies import texts as rules
from commonweal.rules.assemblies.counting import Decision
from commonweal.rules.assemblies.deed_names import AMENDS, decides
from commonweal.rules.assemblies.rivals import Chosen, chosen
from commonweal.rules.assemblies.texts import Amendment, Fate, Part, Text, Verb
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# Whatever stands in a text or changes it.
WORDS_OF_TEXTS = frozenset({"bring_text", "amend"})


@dataclass(frozen=True, slots=True)
class TextShown:
    """A text as it stands now, sentence by sentence, and as it was brought."""

    number: int
    by: str
    of: str
    now: tuple[Part, ...]
    as_brought: str
    is_amended: bool
    veil: Veil | None

    @property
    def words(self) -> str:
        """Give the text as it stands now."""
        return rules.joined(self.now)


@dataclass(frozen=True, slots=True)
class AmendmentShown:
    """An amendment: to which sentence, what it says, and what became of it."""

    number: int
    text: int
    by: str
    of: str
    verb: Verb
    place: int
    old: str
    words: str
    fate: Fate
    says: Sentence
    veil: Veil | None


def texts_on(held: Held, item: str) -> tuple[TextShown, ...]:
    """Give the texts on a matter that stand, in the order they were brought."""
    return tuple(_shown(held, one) for one in held.now.texts.standing(item))


def amendments_on(held: Held, item: str) -> tuple[AmendmentShown, ...]:
    """Give the amendments on a matter: first what waits, in the order it is taken."""
    there = held.now.texts.amended(item)
    waiting = in_order(held, item)
    rest = [one for one in there if one not in waiting]
    return tuple(_amendment(held, one) for one in (*waiting, *rest))


def in_order(held: Held, item: str) -> tuple[Amendment, ...]:
    """Give the amendments that wait: what departs furthest from its text first."""
    waiting = amending.open_amendments(held.room, held.now, item)
    return rules.in_order(held.now.texts, waiting)


def as_ordered(held: Held, row: AssemblyDeed) -> str:
    """Say of a decision on an amendment if whoever leads takes it before its turn."""
    way, about, _ = decides(row.what)
    if row.deed != "decide" or not about.startswith("a"):
        return row.what
    first = next(iter(in_order(held, row.item)), None)
    is_next = first is None or about == f"a{first.number}"
    return f"{way}:{about}" + ("" if is_next else ":set")


def may_amend_there(held: Held, row: AssemblyDeed) -> Verdict:
    """Ask of an amendment whether the text that was brought has such a sentence."""
    found = AMENDS.fullmatch(row.what)
    if row.deed != "amend" or found is None:
        return ALLOWED
    text = held.now.texts.text(row.item, int(found[1]))
    if text is None:
        return ALLOWED
    there = len(rules.parts(text.words))
    return ALLOWED if int(found[3]) <= there else refused("no_such_sentence")


def put_in(held: Held, decision: Decision) -> str:
    """Give the text that a decision was about; nothing where it was about none."""
    at, there = decision.began_at, held.now.texts.on(decision.item)
    found = [one for one in there if one.stood(at)]
    if decision.options:
        text = chosen_in(held, decision).text
        found = [one for one in found if str(one.number) == text]
    if not decision.settles or len(found) != 1:
        return ""
    return rules.joined(amending.text_then(held.room, held.now, found[0], at=at))


def chosen_in(held: Held, decision: Decision) -> Chosen:
    """Say which of rival texts a decision chose, and by which numbers."""
    return chosen(held.room, decision)


def rivals_in(held: Held, decision: Decision) -> tuple[tuple[int, str], ...]:
    """Give the texts that a decision puts against each other, as they stood then."""
    at, there = decision.began_at, held.now.texts.on(decision.item)
    found = [one for one in there if str(one.number) in decision.options]
    return tuple(
        (
            one.number,
            rules.joined(amending.text_then(held.room, held.now, one, at=at)),
        )
        for one in found
    )


def fell_with(held: Held, taken: Amendment) -> tuple[Fact, ...]:
    """Number the amendments that fell because another was taken in."""
    others = held.now.texts.amended(taken.item)
    return tuple(
        str(one.number)
        for one in others
        if one != taken
        and one.collides(taken)
        and amending.fate(held.room, held.now, one) == "fell"
    )


def veils_of_texts(held: Held, item: str) -> tuple[Veil, ...]:
    """Say why words are hidden of which texts on a matter are made."""
    return tuple(
        held.veils[one.pk]
        for one in held.deeds
        if one.deed in WORDS_OF_TEXTS and one.item == item and one.pk in held.veils
    )


def sentence_of(held: Held, amendment: Amendment) -> str:
    """Give the sentence that an amendment is about, as the text was brought."""
    text = held.now.texts.text(amendment.item, amendment.text)
    return rules.sentence(text, amendment.place) if text else ""


def said_by(amendment: Amendment, old: str) -> Sentence:
    """Say what an amendment would change."""
    kind = amendment.verb
    facts: dict[str, Fact] = {
        "text": amendment.text,
        "place": amendment.place,
        "old": old,
        "words": amendment.words,
    }
    if kind == "after" and not amendment.place:
        return Sentence("amendment.first", facts)
    return Sentence(f"amendment.{kind}", facts)


def _shown(held: Held, text: Text) -> TextShown:
    now = amending.text_now(held.room, held.now, text)
    return TextShown(
        text.number,
        held.name(text.by),
        text.by,
        now,
        text.words,
        rules.joined(now) != rules.joined(rules.parts(text.words)),
        _veil(held, "bring_text", text.item, text.number),
    )


def _amendment(held: Held, one: Amendment) -> AmendmentShown:
    old = sentence_of(held, one)
    return AmendmentShown(
        one.number,
        one.text,
        held.name(one.by),
        one.by,
        one.verb,
        one.place,
        old,
        one.words,
        amending.fate(held.room, held.now, one),
        said_by(one, old),
        _veil(held, "amend", one.item, one.number),
    )


def _veil(held: Held, deed: str, item: str, number: int) -> Veil | None:
    place = place_of(held, deed, item, number)
    return held.veils.get(place) if place else None


def place_of(held: Held, deed: str, item: str, number: int) -> UUID | None:
    """Find the deed by which a text or an amendment of a number came."""
    found = [one.pk for one in held.deeds if (one.deed, one.item) == (deed, item)]
    return found[number - 1] if 0 < number <= len(found) else None

"""What delegates are told to say, in a sentence, and what a proposal of it may ask."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import reduce

from commonweal.capabilities.confederation.queries.choices import (
    SAYINGS,
    matter_named,
)
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.capabilities.confederation.queries.meant import named_with_words
from commonweal.foundation.institutions.charters import Terms
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.text import clean_text
from commonweal.rules.confederation.gaps import has_gap, ways_in
from commonweal.rules.confederation.mandates import (
    Conditional,
    Fixed,
    NegotiateThenRatify,
    Range,
    Ranked,
    Split,
    UrgentOnly,
    digest_of,
)
from commonweal.rules.confederation.mandates import Terms as Mandate
from commonweal.rules.confederation.plain import mandate_from_plain
from commonweal.rules.malformed import MALFORMED
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# As the body votes on it, its votes are shared out; the numbers come with the count.
AS_WE_VOTE = {"sort": "split"}
MOST_CONDITIONS, LONGEST_RANKING, LONGEST_WORDS = 20, 200, 20_000


def mandate_told(terms: Terms) -> Sentence:
    """Say what delegates are told to say, by the terms of a proposal."""
    return mandate_of_terms(terms.get("mandate"))


def mandate_of_terms(plain: object) -> Sentence:
    """Say what delegates are told to say."""
    name = next((one for one, known in SAYINGS.items() if known == plain), None)
    if name is not None:
        return Sentence(f"mandate_{name}")
    if plain == AS_WE_VOTE:
        return Sentence("mandate_as_we_vote")
    found = read_mandate(plain)
    return Sentence("mandate_other") if found is None else told_of(found)


def read_mandate(plain: object) -> Mandate | None:
    """Read a mandate; None for what is none."""
    try:
        return mandate_from_plain(plain)  # type: ignore[arg-type]
    except MALFORMED:
        return None


def told_of(terms: Mandate) -> Sentence:
    """Say what delegates are told to say, of whatever sort it is."""
    match terms:
        case Fixed(stance):
            return Sentence(f"mandate_{stance}")
        case Conditional():
            return _conditions(terms)
        case Ranked(ranking):
            return Sentence("mandate_ranked", {"ranking": ranking})
        case Range():
            return _limits(terms)
        case Split():
            return Sentence("mandate_split", dict(asdict(terms)))
        case UrgentOnly():
            return _urgent(terms)
        case _:
            is_free = isinstance(terms, NegotiateThenRatify)
            return Sentence("mandate_negotiate" if is_free else "mandate_report")


def _urgent(terms: UrgentOnly) -> Sentence:
    told = Sentence(f"mandate_urgent_{terms.stance or 'free'}")
    if terms.hours is None:
        return told
    return Sentence("mandate_urgent_within", {"told": told, "hours": terms.hours})


def _limits(limits: Range) -> Sentence:
    ends: dict[str, Fact] = {"least": limits.least, "most": limits.most}
    has_least, has_most = limits.least is not None, limits.most is not None
    which: dict[tuple[bool, bool], str] = {
        (False, False): "any",
        (False, True): "most",
        (True, False): "least",
        (True, True): "both",
    }
    return Sentence(f"mandate_range_{which[has_least, has_most]}", ends)


def _conditions(terms: Conditional) -> Sentence:
    """Say one condition after another, what holds else, and what of changed words."""
    said = [
        Sentence(
            "mandate_if_agreed" if when.adopted else "mandate_if_not_agreed",
            {"named": when.named, "says": _says(when.stance)},
        )
        for when in terms.whens
    ]
    otherwise = "mandate_else" if said else "mandate_as_they_are"
    said.append(Sentence(otherwise, {"says": _says(terms.otherwise)}))
    said += [
        Sentence("mandate_if_words", {"words": one.words, "says": _says(one.stance)})
        for one in terms.changed
    ]
    else_changed = "mandate_if_changed_else" if terms.changed else "mandate_if_changed"
    says = _says(terms.if_changed or "ask")
    said.append(Sentence(else_changed, {"says": says}))
    return reduce(_then, said)


def _then(first: Sentence, rest: Sentence) -> Sentence:
    return Sentence("mandate_then", {"first": first, "rest": rest})


def _says(stance: str) -> Sentence:
    return Sentence(f"they_say_{stance}")


# ---- what a proposal may ask


def fits(plain: object, read: Read, words: object) -> Verdict:
    """Let terms hold a mandate of one of the eight sorts, on words that ask for it.

    `words` is the digest that it is about; what the words no longer are is not judged.
    """
    if plain == AS_WE_VOTE:
        return ALLOWED
    found = read_mandate(plain)
    if found is None or not _is_short(found):
        return refused("mandate_unreadable")
    if words and words != read.text:
        return ALLOWED
    if isinstance(found, Range) and not has_gap(read.words):
        return refused("words_have_no_gap")
    if isinstance(found, Ranked):
        return _ways_are_there(found.ranking, ways_in(read.words))
    return ALLOWED


def _ways_are_there(ranking: Sequence[str], ways: Sequence[str]) -> Verdict:
    if not ways:
        return refused("words_list_no_ways")
    strange = next((one for one in ranking if one not in ways), None)
    return ALLOWED if strange is None else refused("way_not_in_words", way=strange)


def _is_short(terms: Mandate) -> bool:
    match terms:
        case Conditional(whens, changed=changed):
            return len(whens) + len(changed) <= MOST_CONDITIONS
        case Ranked(ranking):
            return len(ranking) <= LONGEST_RANKING
        case _:
            return True


def meant(body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the matter, and fix by their digests the words that conditions are about."""
    terms = named_with_words(body, terms, at)
    mandate = terms.get("mandate")
    if not isinstance(mandate, Mapping) or mandate.get("sort") != "conditional":
        return terms
    try:
        return {**terms, "mandate": _with_digests(mandate, at=at)}
    except MALFORMED:
        return terms


def _with_digests(mandate: Mapping[str, object], *, at: datetime) -> dict[str, object]:
    whens, changed = mandate.get("whens", []), mandate.get("changed", [])
    assert isinstance(whens, list)
    assert isinstance(changed, list)
    return {
        **mandate,
        "whens": [_when(one, at=at) for one in whens],
        "changed": [_changed(one) for one in changed],
    }


def _changed(foreseen: Mapping[str, object]) -> dict[str, object]:
    """Write words that are foreseen as a congress would write them."""
    words = clean_text(str(foreseen["words"]), LONGEST_WORDS)
    return {**foreseen, "words": words, "text": digest_of(words)}


def _when(when: Mapping[str, object], *, at: datetime) -> dict[str, object]:
    """Find what a condition names: a matter, in the words that it has now."""
    read = matter_named(when["matter"], at=at)
    assert read is not None, "a condition is about a matter"
    name = "adopted" if when["agreed"] else "rejected"
    other = "rejected" if when["agreed"] else "adopted"
    return {**when, name: [read.text], other: [], "named": read.matter.title}

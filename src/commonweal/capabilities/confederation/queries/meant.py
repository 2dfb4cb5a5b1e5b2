"""What terms are called and which words they are about, fixed as they are written."""

from collections.abc import Callable, Mapping
from datetime import datetime

from commonweal.capabilities.confederation.models import Body
from commonweal.capabilities.confederation.queries.choices import (
    body_row,
    matter_named,
)
from commonweal.capabilities.confederation.queries.decided_about import words_with
from commonweal.capabilities.confederation.queries.naming import (
    numbered,
    shows_strangers_nothing,
    unnamed_body,
)
from commonweal.capabilities.confederation.queries.terms import whole_in
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Fact, Sentence

type Terms = Mapping[str, object]


def tells(
    sentence: str, *, name: str = "named", **more: str
) -> Callable[[Charter, Terms], Sentence]:
    """Say what a yes sets in motion, with what the terms keep under these names."""

    def told(_charter: Charter, terms: Terms) -> Sentence:
        kept = {"name": name, **more}
        return Sentence(sentence, {one: str(terms.get(at)) for one, at in kept.items()})

    return told


def named_by_row(_body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the confederation by our row in it."""
    named = str(terms.get("membership") or terms.get("under")).partition(" ")[0]
    row = body_row(named)
    return terms if row is None else {**terms, "named": _name(row.institution, at=at)}


def named_by_applicant(_body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the body that asks to come in; by its number, if strangers do not find it.

    The page of the proposal may be open to strangers, and one body has no say over what
    others read of another.
    """
    return {**terms, **_named_safely(body_row(terms.get("applicant")), at=at)}


def _named_safely(row: Body | None, *, at: datetime) -> Terms:
    """Name a body as strangers may read of it: its number is 0 where it has a name."""
    there = Institution.objects.filter(pk=row.body).first() if row else None
    if row is None or there is None:
        return {}
    if not shows_strangers_nothing(charter_in_force(there, at=at)):
        return {"named": _name(there, at=at), "number": 0}
    number = numbered(row.institution)[row.body]
    return {"named": _name(row.institution, at=at), "number": number}


def named_by_matter(_body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the matter, and fix the words that it is about now."""
    read = matter_named(terms.get("matter"), at=at)
    if read is None:
        return terms
    return {**terms, "named": read.matter.title, "words": read.text}


def named_with_words(body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name the matter, and keep the words that whoever proposes chose of its words.

    What somebody else puts to the congress meanwhile changes nothing of what the base
    decides about. Without a choice, or with one that the matter never had, it is about
    the words of now.
    """
    read = matter_named(terms.get("matter"), at=at)
    chosen = terms.get("words")
    if read is None or words_with(read, chosen) is None:
        return named_by_matter(body, terms, at)
    return {**terms, "named": read.matter.title, "words": chosen}


def named_by_other(_body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name another body of our confederation; by its number, if strangers do not.

    One body has no say over what others read of another.
    """
    return {**terms, **_named_safely(body_row(terms.get("other")), at=at)}


def tells_of_body(sentence: str) -> Callable[[Charter, Terms], Sentence]:
    """Say what a yes sets in motion about another body, as it may be named."""

    def told(_charter: Charter, terms: Terms) -> Sentence:
        return Sentence(sentence, {"name": body_in_terms(terms)})

    return told


def body_in_terms(terms: Terms) -> Fact:
    """Name the body that terms are about, as they keep it."""
    number, named = terms.get("number"), str(terms.get("named"))
    if isinstance(number, int) and number > 0:
        facts: dict[str, Fact] = {"body": unnamed_body(number), "name": named}
        return Sentence("body_of_confederation", facts)
    return named


def named_by_both(body: Institution, terms: Terms, at: datetime) -> Terms:
    """Name our confederation, and the one that it would join or leave."""
    terms = named_by_row(body, terms, at)
    step, key = (
        ("joins", "confederation") if "joins" in terms else ("leaves", "membership")
    )
    above = whole_in({key: terms.get(step)}, at)
    return {**terms, "above": _name(above.institution, at=at)} if above else terms


def _name(whole: Institution, *, at: datetime) -> str:
    charter = charter_in_force(whole, at=at)
    return charter.said(charter.name, charter.language)

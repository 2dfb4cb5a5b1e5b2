"""Words of bodies and delegates that are hidden: gone where they are read, and kept.

What is counted goes by their digests, which stay.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from commonweal.capabilities.confederation.models import ConfederalDeed, Matter
from commonweal.capabilities.confederation.queries.matters import (
    Read,
    matters_of,
)
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.foundation.threads.models import Hiding
from commonweal.foundation.threads.queries import hidden_places, hidden_words, told
from commonweal.rules.moderation.said import Said
from commonweal.rules.sentence import Sentence

WORDS_TOGETHER = frozenset({"confederal_matter", "confederal_words"})
WRITTEN = (
    *("put", "answered", "reported", "accused"),
    *("found_kept", "planned_to_keep", "acted"),
)
# Of these, what only those who belong to a body read.
FOR_BODIES = tuple(one for one in WRITTEN if one not in ("put", "answered"))
WORDS_HIDDEN = Sentence("words_hidden")


@dataclass(frozen=True, slots=True)
class Veil:
    """What stands in the place of hidden words: by whom, why, what can be done."""

    hiding: Hiding
    told: tuple[Sentence, ...]


type Veils = Mapping[UUID, Veil]


def matters_shown(
    institution: Institution,
    *,
    at: datetime,
    inside: bool = True,
    most: int | None = None,
) -> tuple[Read, ...]:
    """Read every matter as it is shown, or so many: hidden words are gone from it.

    `inside` is whoever belongs to a body, who reads what the bases are asked about.
    """
    there = matters_of(institution, at=at, most=most)
    veils = veils_in(institution, at=at)
    return tuple(veiled(one, veils, inside=inside) for one in there)


def veils_in(institution: Institution, *, at: datetime) -> Veils:
    """Give what is hidden in a confederation, by its place; nearly always nothing."""
    places = hidden_places(institution, at=at)
    if not places:
        return {}
    charter = charter_in_force(institution, at=at)
    return {
        place: Veil(hiding, told(hiding, charter, at=at))
        for place, hiding in hidden_words(institution, places, at=at).items()
    }


def veiled(read: Read, veils: Veils, *, inside: bool = False) -> Read:
    """Give a matter without the words that are hidden."""
    hidden = hidden_in(read, veils, inside=inside)
    if not hidden:
        return read
    matter = copy(read.matter)
    if matter.pk in hidden:
        matter.title, matter.text = say(WORDS_HIDDEN), ""
    deeds = tuple(_bare(one) if one.pk in hidden else one for one in read.deeds)
    return replace(read, matter=matter, deeds=deeds)


def _asked_about(read: Read) -> frozenset[UUID]:
    """Give the places of the words that the bases are asked about now."""
    asked = read.now.asked
    if read.now.stage != "asking" or asked is None:
        return frozenset()
    found = [one for one in read.of("composed") if one.facts["text"] == asked.text]
    put = {one.facts["put"] for one in found}
    words = [one.pk for one in read.of("put") if one.number in put]
    return frozenset((read.matter.pk, *words, *(one.pk for one in found)))


def hidden_in(read: Read, veils: Veils, *, inside: bool = False) -> dict[UUID, Veil]:
    """Give what is hidden of a matter: of its own words, and of each deed.

    What a congress found are the words that were put, and goes with them. While the
    bases are asked, whoever is `inside` reads what they are asked about all the same:
    nobody is to vote on words that a few have hidden.
    """
    if not veils:
        return {}
    put = {one.number: one.pk for one in read.of("put")}
    found = {one.pk: put.get(one.facts["put"], one.pk) for one in read.of("composed")}
    places = [read.matter.pk, *(one.pk for one in read.deeds)]
    asked = _asked_about(read) if inside else frozenset()
    return {
        one: veils[found.get(one, one)]
        for one in places
        if found.get(one, one) in veils and one not in asked
    }


def _bare(deed: ConfederalDeed) -> ConfederalDeed:
    bare = copy(deed)
    bare.words = say(WORDS_HIDDEN) if deed.words else ""
    return bare


# ---- where they stand


def said_in_confederal_matter(institution: Institution, id_: UUID) -> Said | None:
    """Give what a matter is called, and its words."""
    row = Matter.objects.filter(institution=institution, pk=id_).first()
    if row is None:
        return None
    return Said(
        kind="confederal_matter",
        id=row.pk,
        author=None,
        answered=None,
        title=row.title,
        text=row.text,
        number=row.number,
        written_at=row.raised_at,
    )


def said_in_confederal_words(institution: Institution, id_: UUID) -> Said | None:
    """Give what was put, sent back, added to a report, or said against a body."""
    rows = ConfederalDeed.objects.filter(institution=institution, deed__in=WRITTEN)
    row = rows.exclude(words="").select_related("matter").filter(pk=id_).first()
    if row is None:
        return None
    return Said(
        kind="confederal_words",
        id=row.pk,
        author=row.who_id,
        answered=None,
        title="",
        text=row.words,
        number=row.matter.number if row.matter else 0,
        written_at=row.done_at,
    )


def is_for_bodies(institution: Institution, id_: UUID) -> bool:
    """Say whether words are for whoever belongs to a body, and for no stranger."""
    rows = ConfederalDeed.objects.filter(institution=institution, pk=id_)
    return rows.filter(deed__in=FOR_BODIES).exists()

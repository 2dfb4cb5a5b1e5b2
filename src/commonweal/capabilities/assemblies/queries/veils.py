"""Words of assemblies that are hidden: read everywhere as hidden, kept as they are.

What was done is kept and sealed with its words; hiding is beside. So minutes that were
approved keep their number, and words that come back stand where they stood.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.capabilities.decisions.queries import proposal_id
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.language import say
from commonweal.foundation.threads.models import Hiding
from commonweal.foundation.threads.queries import hidden_places, hidden_words, told
from commonweal.rules.sentence import Sentence

WORDS_HIDDEN = Sentence("words_hidden")


@dataclass(frozen=True, slots=True)
class Veil:
    """What stands in the place of hidden words: by whom, why, what can be done."""

    hiding: Hiding
    told: tuple[Sentence, ...]


type Veils = Mapping[UUID, Veil]


def veils_in(institution: Institution, *, at: datetime) -> Veils:
    """Give what is hidden in an institution, by its place; nearly always nothing."""
    places = hidden_places(institution, at=at)
    if not places:
        return {}
    charter = charter_in_force(institution, at=at)
    found = hidden_words(institution, places, at=at)
    return {
        place: Veil(hiding, told(hiding, charter, at=at))
        for place, hiding in found.items()
    }


def matter_place(assembly: UUID, item: str) -> UUID:
    """Name the place of a matter's title: it has no row of its own."""
    return uuid5(assembly, f"matter {item}")


def places_of(row: Assembly, matter: Mapping[str, Any]) -> Iterator[UUID]:
    """Give all places whose words a matter's title is: also of where it comes from."""
    yield matter_place(row.pk, matter["id"])
    if "proposal" in matter:
        proposal = proposal_id(row.institution, matter["proposal"])
        yield from (proposal,) if proposal else ()
    number, item = matter.get("from", (matter.get("minutes_of"), None))
    there = Assembly.objects.filter(institution=row.institution_id, number=number)
    earlier = there.first() if number is not None else None
    if earlier is None:
        return
    earlier.institution = row.institution
    if item is None:
        yield earlier.pk
    for one in earlier.agenda:
        if one["id"] == item:
            yield from places_of(earlier, one)


def veils_of_matter(
    row: Assembly, matter: Mapping[str, Any], veils: Veils
) -> tuple[Veil, ...]:
    """Say why the title of a matter is hidden, if it is."""
    if not veils:
        return ()
    return tuple(veils[one] for one in places_of(row, matter) if one in veils)


def veiled(row: Assembly, veils: Veils) -> Assembly:
    """Give an assembly with the words gone from what is hidden.

    Where it takes place stays readable: hiding keeps nobody from coming.
    """
    if not veils:
        return row
    bare, gone = copy(row), say(WORDS_HIDDEN)
    bare.title = gone if row.pk in veils else row.title
    bare.agenda = [
        {**one, "title": gone} if veils_of_matter(row, one, veils) else one
        for one in row.agenda
    ]
    return bare


def veiled_deeds(
    deeds: Iterable[AssemblyDeed], veils: Veils
) -> tuple[AssemblyDeed, ...]:
    """Give what was done with the reasons gone that are hidden."""
    return tuple(_without_reason(one) if one.pk in veils else one for one in deeds)


def veiled_rows(rows: Iterable[Assembly], *, at: datetime) -> list[Assembly]:
    """Give assemblies, of one institution or of several, as members may read them."""
    found: dict[UUID, Veils] = {}
    shown = []
    for row in rows:
        here = row.institution_id
        if here not in found:
            found[here] = veils_in(row.institution, at=at)
        shown.append(veiled(row, found[here]))
    return shown


def _without_reason(deed: AssemblyDeed) -> AssemblyDeed:
    bare = copy(deed)
    bare.reason = say(WORDS_HIDDEN) if deed.reason else ""
    # What is put to a test, or what a block names, goes with it.
    bare.words = say(WORDS_HIDDEN) if deed.words else ""
    return bare

"""Names that no member bears: those by which the journal says that nobody did it, and
those of what else is named in an institution."""

from collections.abc import Collection
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.rules.lookalikes import shapes
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import ALLOWED, Verdict, refused

# What stands in a line of the journal in the place of somebody's name.
IN_PLACE_OF_NAMES = ("the_institution", "member_who_left", "source_by_nobody")


def may_be_anybodys_name(name: str) -> Verdict:
    """Refuse a name that the journal, in any language, gives to nobody or to all."""
    taken = not shapes(name).isdisjoint(reserved_shapes())
    return refused("name_is_of_journal", name=name) if taken else ALLOWED


def borne_by_others(institution: Institution, its_own: Collection[str]) -> str | None:
    """Give a name with one of these shapes that something else bears here, as a body
    of a confederation does."""
    for names in settings.NAMES_BORNE:
        for one in import_string(names)(institution):
            if not shapes(one).isdisjoint(its_own):
                return str(one)
    return None


@lru_cache(maxsize=1)
def reserved_shapes() -> frozenset[str]:
    """Give the shapes of all that stands in the place of a name.

    What follows a comma explains; without it the words are read as the same.
    """
    said = {
        say(Sentence(one), language)
        for one in IN_PLACE_OF_NAMES
        for language, _ in settings.LANGUAGES
    }
    said |= {words.split(",", 1)[0] for words in said}
    return frozenset(shape for words in said for shape in shapes(words))

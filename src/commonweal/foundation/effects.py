"""What a decision can set in motion, by name.

`settings.EFFECTS` is the table from a name to where its `Effect` stands. A decision
carries a name and terms as data and so can change the charter or fill an office
without importing either.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from commonweal.foundation.institutions.effect import Effect
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Words


def names() -> Collection[str]:
    """List the effects this node knows."""
    return tuple(settings.EFFECTS)


def effect(name: str) -> Effect:
    """Find an effect by its name."""
    found: Effect = import_string(settings.EFFECTS[name])
    return found


def offered(charter: Charter, *, guards_door: bool) -> Mapping[str, Effect]:
    """Give what members may propose by itself, in the order of the table.

    What is of the server is offered only where the institution guards its door, and
    what is of the bodies only where people are the members.
    """
    return {
        name: one
        for name, one in all_effects().items()
        if f"effect_{name}_title" in one.words
        if guards_door or not one.of_the_server
        if charter.pact is None or not one.of_the_bodies
    }


def names_people(name: str) -> bool:
    """Say whether the terms of an effect name people, who did not ask to be seen."""
    return name in settings.EFFECTS and effect(name).names_people


def answers(name: str) -> bool:
    """Say whether others wait for what is decided so, as for an answer of the base."""
    return name in settings.EFFECTS and effect(name).answers


@lru_cache
def all_effects() -> Mapping[str, Effect]:
    """Give every effect this node knows."""
    return {name: effect(name) for name in names()}


SENTENCES: Mapping[str, Words] = {
    id_: words for one in all_effects().values() for id_, words in one.words.items()
}

"""At the door of a laptop: who may say who they are, by the code of the room alone.

Whoever knows that code may stand outside, with one phone or with ten. So nobody is told
who belongs here; one device comes in under one name; and whoever is in already, or has
a role, is admitted by those at the desk, who see them.
"""

from collections.abc import Collection

from commonweal.rules.reaching.searching import folded
from commonweal.rules.verdict import ALLOWED, Verdict, refused


def is_named(name: str, typed: str) -> bool:
    """Say whether a name is the one that was typed, but for capitals and accents."""
    said = folded(typed).split()
    return bool(said) and folded(name).split() == said


def may_come_by_phone(
    found: Collection[str], *, not_by_phone: Collection[str], has_come: bool
) -> Verdict:
    """Let somebody be who they say, if they are one and the device is nobody's yet.

    `found` are those who have the name that was typed; `not_by_phone` are all who are
    in already or have a role. Whether a name is nobody's, two people's or such a one's
    is said in the same words: else whoever tries names learns who belongs here.
    """
    if has_come:
        return refused("device_has_a_name")
    is_free = len(found) == 1 and not set(found) & set(not_by_phone)
    return ALLOWED if is_free else refused("name_not_by_phone")

"""How a wish to keep apart is found without saying whose it is."""

from typing import NamedTuple
from uuid import UUID

from commonweal.foundation.keys.queries import looked_up
from commonweal.foundation.rows import Identified

KEY = "avoidances"


class ById(NamedTuple):
    """A member of whom no more than the id is at hand."""

    id: UUID


def pair_digest(one: Identified, other: Identified) -> str:
    """Give the digest of two members, the same whichever is named first."""
    return looked_up(KEY, " ".join(sorted([str(one.id), str(other.id)])))


def owner_digest(member: Identified) -> str:
    """Give the digest by which a member finds their own wishes."""
    return looked_up(KEY, f"of {member.id}")


def key_name(avoidance: UUID) -> str:
    """Name the key that seals one wish."""
    return f"avoidances/{avoidance}"


def about(avoidance: UUID) -> str:
    """Say what the sealed words of a wish are bound to."""
    return f"avoidance {avoidance}"

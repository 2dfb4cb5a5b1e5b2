"""Whether the word of two members is the word of two people.

A server knows no faces: whoever holds an invitation for several can come by it under
several names. So who came by the same link or the same printed sheet, and who was
invited by whom, bears on whose word adds to whose.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """How a member came: by which link or sheet, invited by whom, known to others.

    `door` names the link or the printed sheet, and is empty for whoever founded, was
    on a list or was admitted. `is_known` says whether another member, whom that rule
    lets do it, has said that they know this person.
    """

    member: str
    door: str = ""
    invited_by: str = ""
    is_known: bool = False


def are_independent(one: Origin, other: Origin) -> bool:
    """Say whether two members could hardly be one person, or one person's doing.

    They depend if one invited the other, or if both came by the same door while one of
    them at least is known to nobody else. The order does not matter.
    """
    if one.member == other.member:
        return False
    if one.member == other.invited_by or other.member == one.invited_by:
        return False
    same_door = bool(one.door) and one.door == other.door
    return not same_door or (one.is_known and other.is_known)


def depends_on(newest: Origin, before: Sequence[Origin]) -> Origin | None:
    """Give the first of those who spoke before on whom the newest depends, or None."""
    return next((one for one in before if not are_independent(newest, one)), None)

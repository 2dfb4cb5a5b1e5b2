"""Whether the word of two members is the word of two people.

A server knows no faces: whoever holds an invitation for several can come by it under
several names. So who came by the same link or the same printed sheet, and who was
invited by whom, bears on whose word adds to whose.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """How a member came: by which link or sheet, invited by whom, known to whom.

    `door` names the link or the printed sheet, and is empty for whoever founded, was
    on a list or was admitted. `known_to` are the members who have said that they know
    this person.
    """

    member: str
    door: str = ""
    invited_by: str = ""
    known_to: frozenset[str] = frozenset()


def are_independent(one: Origin, other: Origin) -> bool:
    """Say whether two members could hardly be one person, or one person's doing.

    They depend if one invited the other, and if both came by the same door, unless
    somebody else has said that they know those who came so. The order does not matter.
    """
    if one.member == other.member:
        return False
    known = _known_besides(one, other), _known_besides(other, one)
    invited = one.invited_by == other.member, other.invited_by == one.member
    if any(by and not there for by, there in zip(invited, known, strict=True)):
        return False
    return not one.door or one.door != other.door or all(known)


def _known_besides(one: Origin, other: Origin) -> bool:
    return bool(one.known_to - {other.member})


def depends_on(newest: Origin, before: Sequence[Origin]) -> Origin | None:
    """Give the first of those who spoke before on whom the newest depends, or None."""
    return next((one for one in before if not are_independent(newest, one)), None)

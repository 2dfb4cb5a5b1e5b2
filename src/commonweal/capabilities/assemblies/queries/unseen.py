"""Who came in on a laptop by a phone, and nobody at the door has seen."""

from collections.abc import Iterator
from uuid import UUID

from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.rooms import Held
from commonweal.rules.assemblies.fixed import Said, member
from commonweal.rules.sentence import Sentence


def unseen(held: Held) -> dict[UUID, AssemblyDeed]:
    """Give how each of them came in: on a laptop nobody signs in as on the node.

    Whoever is let in by another was seen, and so was whom those at the door say they
    saw. Whoever has a role got it by somebody's hand, or came in at the desk.
    """
    found: dict[UUID, AssemblyDeed] = {}
    is_on_laptop = False
    for one in held.deeds:
        if one.deed in {"take_along", "bring_in", "call_back", "give_up"}:
            is_on_laptop = one.deed == "take_along"
        elif one.about_id is None:
            continue
        elif one.deed == "come_in" and one.done_by_id == one.about_id:
            if is_on_laptop:
                found.setdefault(one.about_id, one)
        elif one.deed in {"come_in", "see"}:
            found.pop(one.about_id, None)
    roles = set(held.now.roles.values())
    return {of: one for of, one in found.items() if str(of) not in roles}


def unseen_minuted(held: Held) -> Iterator[Said]:
    """Say in one line whom nobody at the door saw; guests are not named."""
    found = unseen(held)
    there = {of: one for of, one in found.items() if str(of) in held.room.roll}
    if there:
        first = next(iter(there.values()))
        who = tuple(member(str(of)) for of in there)
        yield Said(
            first.number, first.done_at, Sentence("minuted.unseen", {"who": who})
        )

"""Whether those in the room are enough to decide, and who of them has a say.

The quorum is followed as people come and go, and tested when a decision begins and
again when it ends. Who is counted in a decision is fixed when it begins: whoever
arrives in the middle is counted from the next one on. A proxy counts for the quorum
only where the charter says so.

Sources: Robert's Rules of Order Newly Revised, 10th ed., on what an assembly without
a quorum may do; OpenSlides issue 5745, where the proxies of absent people were counted.
"""

from dataclasses import dataclass

from commonweal.rules.assemblies.forms import groups_needed
from commonweal.rules.assemblies.state import Item, Presence, Room
from commonweal.rules.verdict import ALLOWED, Verdict, refused


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many are there who count, and how many must be."""

    there: int
    needed: int
    is_second: bool = False

    @property
    def verdict(self) -> Verdict:
        """Say whether the room may decide."""
        if self.there >= self.needed:
            return ALLOWED
        if not self.there:
            return refused("none_to_decide_yet", needed=self.needed)
        return refused("too_few_in_the_room", there=self.there, needed=self.needed)


def quorum(room: Room, now: Presence, item: Item | None = None) -> Quorum:
    """Say how many of the roll are in the room, and how many are needed.

    A matter that needs the full number needs it at a second call too.
    """
    is_second = now.second_called_at is not None and not (item and item.needs_full)
    needed = room.terms.quorum(len(room.roll), is_second=is_second)
    there = counted(room, now)
    if room.form == "spokes_council":
        return Quorum(len(there), groups_needed(len(now.spokes.of)))
    own = {of for of in there if there[of] == of}
    number = len(there) if room.terms.proxies_in_quorum else len(own)
    return Quorum(number, needed, is_second)


def counted(room: Room, now: Presence) -> dict[str, str]:
    """Give each member who has a say now, with whoever acts for them."""
    inside = now.there
    if room.form == "spokes_council":
        # A group is counted once, by whoever speaks for it.
        return {of: of for of in sorted(inside & room.roll & now.spokes.speaking)}
    own = {of: of for of in sorted(inside & room.roll)}
    for of, to in sorted(now.proxies.items()):
        if of not in inside and to in inside:
            own[of] = to
    return own

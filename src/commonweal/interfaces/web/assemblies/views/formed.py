"""What the page of a meeting shows that its form brings: its name, its spokes."""

from dataclasses import dataclass
from typing import Any

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.institutions.models import Member
from commonweal.rules.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a spokes council, who speaks for it, and whether they are here."""

    number: int
    name: Sentence | str
    spoke: str
    is_here: bool


def formed(held: Held, member: Member) -> dict[str, Any]:
    """Give what a form of meeting brings to the page; nothing for an assembly."""
    form = held.room.form
    if form == "assembly":
        return {}
    told: dict[str, Any] = {
        "form_told": Sentence(f"form_{form}"),
        "form_more": Sentence(f"form_{form}_more"),
    }
    if form != "spokes_council":
        return told
    spokes, me = held.now.presence.spokes, str(member.pk)
    mine = spokes.group_of(me)
    following = max(spokes.of, default=0) + 1
    return told | {
        "groups": [
            Group(
                number,
                held.group(number),
                held.name(of),
                held.now.presence.is_inside(of),
            )
            for number, of in sorted(spokes.of.items())
        ],
        "my_group": held.group(mine) if mine else "",
        "next_group": following,
        "may_speak_for": queries.may_now(
            held, "speak_for", by=member, what=str(mine or following)
        ),
        "consulting": held.title(spokes.consulting) if spokes.consulting else "",
        "may_consult": queries.may_now(
            held, "consult", by=member, item=held.now.agenda.current
        ),
    }

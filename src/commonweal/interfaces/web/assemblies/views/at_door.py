"""Whom those who keep the door and the queue choose from: who came, and who is away."""

from uuid import UUID

from commonweal.capabilities.assemblies.queries import Held
from commonweal.capabilities.assemblies.queries.unseen import unseen
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.language import say
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence


def people_at(
    held: Held, charter: Charter, me: str
) -> dict[str, list[tuple[UUID, str]]]:
    """List who can be let in, and who is there, for those who keep door and queue."""
    inside = set(held.now.presence.inside)
    channels = held.now.presence.channels
    rights = {one.id for one in charter.classes if "attend" in one.rights}
    everybody = [
        (one.pk, one.name)
        for one in institutions.members(held.row.institution, at=held.at)
        if one.member_class in rights
    ]
    # Whoever left the institution meanwhile is put down as gone like anybody else.
    known = {str(one) for one, _ in everybody}
    gone = [
        (UUID(one), say(Sentence("minuted.gone"))) for one in sorted(inside - known)
    ]
    # Asked once: it looks at all that was done.
    not_seen = unseen(held)
    return {
        # Whoever lets people in comes in first of all.
        "away": sorted(
            (one for one in everybody if str(one[0]) not in inside),
            key=lambda one: str(one[0]) != me,
        ),
        "inside": [one for one in everybody if str(one[0]) in inside] + gone,
        "unseen": [one for one in everybody if one[0] in not_seen],
        "by_phone": [
            one
            for one in everybody
            if str(one[0]) in inside and channels.get(str(one[0])) == "phone"
        ],
    }

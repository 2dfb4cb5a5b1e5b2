"""What must be there before an assembly is opened; each thing missing in a sentence.

Source: the checks before a vote that Decidim's elections lacked (decidim issues 8800
and 9464), asked for here of the whole assembly.
"""

from datetime import datetime

from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.state import Assembly, Room
from commonweal.rules.days import days_later
from commonweal.rules.verdict import Verdict, refused


def preflight(room: Room, now: Assembly, *, at: datetime) -> tuple[Verdict, ...]:
    """Give every reason against opening at an instant; none when all is there.

    Too few people is none of them: an assembly opens, sees that it is not quorate, and
    can still talk, wait, or be called again.
    """
    terms = room.terms
    can_meet = days_later(room.noticed_at, terms.notice_days, room.zone)
    writer = now.roles.get("minute_taker")
    checks = (
        (at >= room.opens_at, refused("assembly_not_yet", when=room.opens_at)),
        (
            room.opens_at >= can_meet,
            refused("notice_too_short", days=terms.notice_days),
        ),
        (room.roll, refused("nobody_on_the_roll")),
        (now.agenda.items, refused("agenda_is_empty")),
        (writer or not terms.needs_minutes, refused("nobody_takes_minutes")),
        (quorum(room, now.presence).there, refused("nobody_in_the_room")),
    )
    return tuple(why for is_there, why in checks if not is_there)

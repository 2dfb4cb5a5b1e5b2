"""What must be there before an assembly is opened; each thing missing in a sentence.

Source: the checks before a vote that Decidim's elections lacked (decidim issues 8800
and 9464), asked for here of the whole assembly.
"""

from collections.abc import Iterator
from datetime import datetime

from commonweal.rules.assemblies.forms import LEAST_GROUPS
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.state import Assembly, Room
from commonweal.rules.days import days_later
from commonweal.rules.sentence import Fact
from commonweal.rules.verdict import Verdict, refused


def preflight(room: Room, now: Assembly, *, at: datetime) -> tuple[Verdict, ...]:
    """Give every reason against opening at an instant; none when all is there.

    Too few people is none of them, but for a congress session: an assembly opens, sees
    that it is not quorate, and can still talk, wait, or be called again.
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
        (now.presence.there, refused("nobody_in_the_room")),
        *_by_form(room, now),
    )
    return tuple(why for is_there, why in checks if not is_there)


def _by_form(room: Room, now: Assembly) -> Iterator[tuple[object, Verdict]]:
    """Give what a form of meeting asks for besides."""
    there = quorum(room, now.presence)
    if room.form == "congress_session":
        yield now.roles.get("doorkeeper"), refused("nobody_keeps_the_door")
        yield there.verdict, there.verdict
    if room.form == "spokes_council":
        facts: dict[str, Fact] = {"there": there.there, "needed": LEAST_GROUPS}
        yield there.there >= LEAST_GROUPS, refused("too_few_spokes", **facts)

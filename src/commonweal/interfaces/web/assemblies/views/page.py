"""What the page of an assembly shows: room, agenda, queue, and what one can do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import floor
from typing import Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import Held, role_turns, secretly
from commonweal.capabilities.assemblies.queries.untold import told_by
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.interfaces.news import token_for
from commonweal.interfaces.web.assemblies.views.at_door import people_at
from commonweal.interfaces.web.assemblies.views.back import at_hand
from commonweal.interfaces.web.assemblies.views.consensus import consensus
from commonweal.interfaces.web.assemblies.views.deciding import decisions
from commonweal.interfaces.web.assemblies.views.formed import formed
from commonweal.interfaces.web.assemblies.views.texts import texts
from commonweal.rules.assemblies.deed_names import BY_SLIPS
from commonweal.rules.assemblies.events import ROLES, Role
from commonweal.rules.assemblies.next_step import next_step
from commonweal.rules.assemblies.rivals import key_of
from commonweal.rules.assemblies.role_turns import go_by_turn
from commonweal.rules.assemblies.state import Assembly
from commonweal.rules.charters.charter import Charter
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict, first_refusal

# What a button alone says.
PLAIN = (
    *("open", "close", "call", "call_again", "call_off"),
    *("go_round", "close_queue", "reopen_queue"),
)
LOOKS_ON = "on"
# How the matter, or its texts, are decided by phone in secret.
SECRET = {"decide_in_secret": "secret", "decide_texts_in_secret": "secret:texts"}
KEEPERS: tuple[Role, ...] = ("facilitator", "queue_keeper", "doorkeeper")


@dataclass(frozen=True, slots=True)
class Line:
    """A matter on the agenda: its time, and whether it is still to come."""

    id: str
    title: Sentence | str
    minutes: int
    minutes_left: int
    state: str
    reason: str
    proposal: int | None
    veils: tuple[queries.Veil, ...] = ()


def page_of(held: Held, member: Member, charter: Charter) -> dict[str, Any]:
    """Give the page all it shows to this member."""
    me = str(member.pk)
    now = held.now
    speaking = now.floor.speaking
    return {
        "held": held,
        "seen": _seen(held, me),
        "deeds_told": told_by(held.deeds),
        "news": _news(held, me),
        "now": now,
        "quorum": held.quorum,
        **_agenda(held),
        **_mine(held, me),
        "put_out_by": _put_out_by(held, me),
        **at_hand(held, member),
        "speaking": held.name(speaking.of) if speaking else "",
        "speaking_why": speaking.why if speaking else "",
        "queue": [(held.name(one.of), one.why) for one in held.waiting],
        "present": sorted(
            held.name(of) or say(Sentence("minuted.gone")) for of in now.presence.inside
        ),
        **_roles(held, me),
        "may": _may(held, member),
        **decisions(held, me),
        **consensus(held, member),
        **texts(held, member),
        **formed(held, member),
        # Looked up where somebody chooses from it: most pages are of those who do not.
        "people": SimpleLazyObject(lambda: people_at(held, charter, me)),
        "away": queries.away(held.row, at=held.at),
        **_called_off(held),
        "next_step": _next_step(held, me),
    }


def _next_step(held: Held, me: str) -> Sentence | None:
    """Say to whoever leads what comes next; to nobody else."""
    if not held.now.is_one_of(me, "facilitator"):
        return None
    return next_step(held.room, held.now, me, at=held.at)


def _roles(held: Held, me: str) -> dict[str, Any]:
    """Give who has which role, which can be given, and whose turn that is."""
    now = held.now
    return {
        "roles": [
            (Sentence(f"role_{role}"), held.name(now.roles[role]))
            for role in ROLES
            if role in now.roles
        ],
        "role_turns": _role_turns(held, me),
        "by_turn": go_by_turn(held.room.terms),
        "role_choices": [
            (role, Sentence(f"role_{role}")) for role in sorted(ROLES, key=_needed(now))
        ],
    }


def _role_turns(held: Held, me: str) -> list[tuple[Role, Sentence, str, str]]:
    """Name to whoever leads whose turn each role is that nobody has."""
    if not held.now.is_one_of(me, "facilitator") or held.now.is_over:
        return []
    return [
        (role, Sentence(f"role_{role}"), of, held.name(of))
        for role, of in role_turns.turns(held).items()
    ]


def _called_off(held: Held) -> dict[str, Any]:
    off = next((one for one in held.deeds if one.deed == "call_off"), None)
    if off is None:
        return {}
    by = held.name(str(off.done_by_id or ""))
    veil = held.veils.get(off.pk)
    return {"called_off": off.reason, "called_off_by": by, "off_hidden": veil}


def _put_out_by(held: Held, me: str) -> Sentence | str:
    """Give who put down that the reader left, if another did and nothing came since."""
    out = held.now.presence.put_out(me)
    if out is None or held.now.stage not in {"called", "open"}:
        return ""
    return held.name(out.by) or Sentence("minuted.gone")


def _news(held: Held, me: str) -> str:
    """Give where the page hears of what is done; nothing where it asks by itself."""
    if not settings.NEWS or held.now.is_over:
        return ""
    return f"{settings.NEWS}?of={token_for(held.row.pk, me)}"


def _seen(held: Held, me: str) -> str:
    """Name what the page shows; whoever leads looks on until every phone has answered.

    An answer moves no count that others could follow, so their page asks each time.
    """
    now = held.now.presence
    asked = now.deciding or now.testing
    waits = asked is not None and asked.by_phone and not asked.all_answered
    if waits and held.now.is_one_of(me, "facilitator"):
        return LOOKS_ON
    return seen_now(told_by(held.deeds), held.at)


def seen_now(deeds: int, at: datetime) -> str:
    """Name what a page shows: so many deeds, and the minute by which it counts time."""
    return f"{deeds}-{int(at.timestamp()) // 60}"


def agenda_lines(held: Held) -> list[Line]:
    """Give the matters on the agenda, in their order."""
    return [_line(held, one.id) for one in held.now.agenda.items]


def _agenda(held: Held) -> dict[str, Any]:
    agenda = held.now.agenda
    lines = agenda_lines(held)
    return {
        "agenda": lines,
        "not_adjourned": [one for one in lines if one.id not in agenda.adjourned],
        # What comes next stands first, so that one press goes on.
        "others": [
            one for state in ("ahead", "done") for one in lines if one.state == state
        ],
        "decides_here": _decides(held),
    }


def _mine(held: Held, me: str) -> dict[str, bool]:
    now = held.now
    speaking = now.floor.speaking
    return {
        "is_inside": me in now.presence.inside,
        "is_waiting": now.floor.waits(me) or me in now.floor.round,
        "is_speaking": speaking is not None and speaking.of == me,
        "is_keeper": now.is_one_of(me, *KEEPERS),
        "facilitates": now.is_one_of(me, "facilitator"),
        "keeps_door": now.is_one_of(me, "facilitator", "doorkeeper"),
        "keeps_queue": now.is_one_of(me, "facilitator", "queue_keeper"),
    }


def _line(held: Held, id_: str) -> Line:
    now = held.now.agenda
    item = next(one for one in held.row.agenda if one["id"] == id_)
    state = "ahead"
    if id_ in now.adjourned:
        state = "adjourned"
    elif id_ == now.current:
        state = "now"
    elif id_ in now.begun:
        state = "done"
    elif held.now.closed_at:
        state = "missed"
    return Line(
        id=id_,
        title=queries.title_of(item),
        minutes=item["minutes"],
        minutes_left=floor(now.seconds_left(id_, at=held.at) / 60),
        state=state,
        reason=now.adjourned.get(id_, ""),
        proposal=item.get("proposal"),
        veils=(*held.veils_of(id_), *_adjourning(held, id_)),
    )


def _adjourning(held: Held, item: str) -> tuple[queries.Veil, ...]:
    """Say why the reason is hidden for which a matter was left."""
    return tuple(
        held.veils[one.pk]
        for one in held.deeds
        if one.deed == "adjourn" and one.item == item and one.pk in held.veils
    )


def _decides(held: Held) -> bool:
    item = held.now.agenda.item(held.now.agenda.current)
    return item is not None and item.decides


def _may(held: Held, member: Member) -> dict[str, Verdict]:
    """Ask what the reader may do now, so that the page can say why not."""
    may = {one: queries.may_now(held, one, by=member) for one in PLAIN}
    may["end_decision"] = queries.may_now(held, "end_decision", by=member, reason="")
    asked = held.now.presence.deciding
    pair = key_of(asked.pair) if asked else ""
    may["count"] = queries.may_now(held, "count", by=member, item=pair, what="0:0:0")
    here = held.now.agenda.current
    may["decide"] = first_refusal(
        queries.may_now(held, "decide", by=member, item=here),
        queries.may_vote_here(held, here),
        queries.may_settle(held, "decide", by=member, item=here, what=""),
    )
    may["decide_by_slips"] = first_refusal(
        queries.may_now(held, "decide", by=member, item=here, what=BY_SLIPS),
        queries.may_use_slips_here(held, here),
    )
    for name, what in SECRET.items():
        may[name] = first_refusal(
            queries.may_now(held, "decide", by=member, item=here, what=what),
            queries.may_use_slips_here(held, here),
            secretly.may_be_secret_here(held, what),
        )
    may["decide_texts"] = first_refusal(
        queries.may_now(held, "decide", by=member, item=here, what=":texts"),
        queries.may_vote_here(held, here),
    )
    may["decide_texts_by_slips"] = first_refusal(
        queries.may_now(held, "decide", by=member, item=here, what="slips:texts"),
        queries.may_use_slips_here(held, here),
    )
    for what in ("turn", "response", "process"):
        may[f"ask_{what}"] = queries.may_now(held, "ask", by=member, what=what)
    return may


def _needed(now: Assembly) -> Callable[[Role], bool]:
    """Put roles that nobody has first, as these are to be given."""
    return lambda role: role in now.roles

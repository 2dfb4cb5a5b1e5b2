"""Assemblies: calling one, where it stands, doing something in it."""

from typing import Any

from django.http import Http404
from ninja import Router, Status

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import Deed, call_assembly, take_part
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries import Held
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.foundation.tokens.access import may_use
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import DISCUSS, ORGANISE, READ
from commonweal.interfaces.api.operations.consensus import tests_told
from commonweal.interfaces.api.operations.in_the_room import told, why
from commonweal.interfaces.api.operations.texts import texts_told
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import assemblies as schemas
from commonweal.interfaces.api.schemas.common import (
    Cursor,
    Limit,
    Number,
    Page,
    said,
)
from commonweal.interfaces.api.schemas.deeds import NewDeed
from commonweal.rules.verdict import require

router = Router(tags=["assemblies"])
HERE = "/institutions/{slug:address}/assemblies"
ONE = HERE + "/{int:number}"
# With `finish` of one's own turn, what takes part and leads nobody.
OF_ONESELF = frozenset(
    {
        *("come_in", "go_out", "ask", "take_back", "choose_channel", "answer"),
        *("position", "rule_on_block", "say_later"),
        *("cast", "bring_text", "amend", "accept", "withdraw", "withdraw_text"),
    }
)
# What is a ballot of one's own.
VOTES = frozenset({"answer", "cast", "position", "rule_on_block", "say_later"})


@router.get(HERE, auth=READ, response=Page[schemas.CalledAssembly])
def list_assemblies(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.CalledAssembly]:
    """List the assemblies that were called, the latest first."""
    hall = enter(request, address)
    hall.as_member()
    found = queries.veiled_rows(queries.assemblies_of(hall.institution), at=hall.at)
    shown, more = page_of(found, lambda one: one.pk, after=after, limit=limit)
    return Page[schemas.CalledAssembly](
        items=[schemas.CalledAssembly(**_called(one)) for one in shown], next=more
    )


@router.post(HERE, auth=ORGANISE, response={201: schemas.StandingAssembly})
def start_assembly(
    request: ApiRequest, address: str, sent: schemas.NewAssembly
) -> Status[schemas.StandingAssembly]:
    """Call an assembly: all members with a mail address are written to."""
    hall = enter(request, address)
    me = hall.as_member()
    matters = tuple(
        Matter(one.title, one.minutes, one.proposal, one.decides, _source(one))
        for one in sent.matters
    )
    calling = Calling(sent.title, sent.place, sent.opens_at, matters, sent.form)
    made = call_assembly(hall.institution, calling, by=me, at=hall.at)
    return Status(201, _standing(queries.seen(made, at=hall.at), me))


@router.get(HERE + "/offered", auth=READ, response=schemas.Offered)
def list_offered_matters(request: ApiRequest, address: str) -> schemas.Offered:
    """List what comes back for the next agenda: what was left over, reviews due.

    To approve earlier minutes comes onto the agenda by itself.
    """
    hall = enter(request, address)
    require(has_right(hall.as_member(), hall.charter, "attend", at=hall.at))
    here, at = hall.institution, hall.at
    return schemas.Offered.model_validate(
        {
            "left_over": [
                {
                    "assembly": one.assembly,
                    "item": one.item,
                    "title": one.shown,
                    "minutes": one.minutes,
                    "decides": one.decides,
                    "reason": one.reason,
                    "due_at": one.due_at,
                }
                for one in queries.left_over(here, at=at)
            ],
            "reviews": [
                {"proposal": one.proposal, "title": one.title, "due_at": one.due_at}
                for one in queries.reviews(here, at=at)
            ],
        }
    )


@router.get(ONE, auth=READ, response=schemas.StandingAssembly)
def read_assembly(
    request: ApiRequest, address: str, number: Number
) -> schemas.StandingAssembly:
    """Read where an assembly stands, with its queue and its minutes."""
    hall = enter(request, address)
    row = assembly_found(hall, number)
    return _standing(queries.seen(row, at=hall.at), hall.as_member())


@router.post(
    ONE + "/deeds", auth=DISCUSS, response={200: schemas.StandingAssembly, 204: None}
)
def take_part_in_assembly(
    request: ApiRequest, address: str, number: Number, sent: NewDeed
) -> Status[schemas.StandingAssembly | None]:
    """Do something in an assembly: come in, ask to speak, turn to a matter, close.

    Whatever is not about oneself alone, such as turning to a matter or closing, needs
    `organise` too, and to answer a decision by phone or take a position needs `vote`.
    Where the assembly stands is told to a key with `read`.
    """
    hall = enter(request, address)
    me = hall.as_member()
    row = assembly_found(hall, number)
    deed = Deed(
        name=sent.deed,
        about=_about(row, sent, hall=hall),
        item=sent.item,
        what=sent.what,
        reason=sent.reason,
        code=sent.code,
        words=sent.words,
    )
    person = me.person
    if deed.code and person:
        require(limits.may_try_room(request, person, at=hall.at))
    if not _is_about_oneself(row, deed, me=me, hall=hall):
        require(may_use(request.token, "organise", at=hall.at))
    if deed.name in VOTES:
        require(may_use(request.token, "vote", at=hall.at))
    row = take_part(row, deed, by=me, at=hall.at)
    if deed.code and person:
        limits.was_in_room(request, person)
    if not may_use(request.token, "read", at=hall.at):
        return Status(204, None)
    return Status(200, _standing(queries.seen(row, at=hall.at), me))


def _source(matter: schemas.NewMatter) -> tuple[int, str] | None:
    left = matter.taken_from
    return (left.assembly, left.item) if left else None


def _is_about_oneself(row: Assembly, deed: Deed, *, me: Member, hall: Hall) -> bool:
    """Say whether it is about nobody but whoever does it, as speaking is."""
    if deed.name == "finish":
        speaking = queries.seen(row, at=hall.at).now.floor.speaking
        return speaking is not None and speaking.of == str(me.pk)
    return deed.name in OF_ONESELF and deed.about in (None, me)


def assembly_found(hall: Hall, number: int) -> Assembly:
    """Find an assembly for a member who may attend, or say that it is not there."""
    require(has_right(hall.as_member(), hall.charter, "attend", at=hall.at))
    found = queries.assembly_in(hall.institution, number)
    if found is None:
        raise Http404
    found.institution = hall.institution
    return found


def _about(row: Assembly, sent: NewDeed, *, hall: Hall) -> Member | None:
    if sent.about is None:
        return None
    found = queries.somebody_in(row, sent.about, at=hall.at)
    if found is None:
        raise Http404
    return found


def _called(row: Assembly) -> dict[str, Any]:
    names = ("number", "title", "place", "form", "called_at", "opens_at")
    return {name: getattr(row, name) for name in names}


def _standing(held: Held, me: Member) -> schemas.StandingAssembly:
    now, quorum, minutes = held.now, held.quorum, queries.minutes_of(held)
    speaking = now.floor.speaking
    return schemas.StandingAssembly.model_validate(
        {
            **_called(held.row),
            "hidden": why(filter(None, [held.veil])),
            "stage": now.stage,
            "present": sorted(map(held.name, now.presence.inside)),
            "guests": minutes.guests,
            "there": quorum.there,
            "needed": quorum.needed,
            "is_quorate": bool(quorum.verdict),
            "roles": {role: held.name(of) for role, of in now.roles.items()},
            "current": now.agenda.current,
            "agenda": [_matter(held, one.id) for one in now.agenda.items],
            "speaking": held.name(speaking.of) if speaking else "",
            "queue": [
                {"name": held.name(one.of), "sort": one.sort, "why": said(one.why)}
                for one in held.waiting
            ],
            "queue_closed": now.floor.is_closed,
            **told(held, str(me.pk)),
            **tests_told(held, str(me.pk)),
            **texts_told(held),
            "were_there": [
                {"name": one.name, "let_in_by": list(one.let_in_by)}
                for one in minutes.present
            ],
            "minutes": [
                {"number": one.number, "at": one.at, "words": said(one.words)}
                for one in minutes.lines
            ],
        }
    )


def _matter(held: Held, id_: str) -> dict[str, Any]:
    agenda = held.now.agenda
    item = agenda.item(id_)
    assert item, "what is listed is on the agenda"
    row = next(one for one in held.row.agenda if one["id"] == id_)
    return {
        "id": id_,
        "title": say(queries.title_of(row)),
        "minutes_of": row.get(queries.MINUTES_OF),
        "decides": item.decides,
        "minutes": item.minutes,
        "seconds_spent": item.minutes * 60 - agenda.seconds_left(id_, at=held.at),
        "proposal": row.get("proposal"),
        "hidden": why(held.veils_of(id_)),
        "adjourned": agenda.adjourned.get(id_, ""),
    }

"""What bodies do together: who they are, matters, the congress."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404
from ninja import Router, Status

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.queries import Read
from commonweal.capabilities.confederation.queries.standards import kept_by
from commonweal.capabilities.confederation.queries.told import matter_file
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.api.keys import ANYBODY, VOTE
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter, person_of
from commonweal.interfaces.api.schemas import together as schemas
from commonweal.interfaces.api.schemas.common import Number, in_words, said
from commonweal.rules.charters.prose_pact import seen
from commonweal.rules.confederation.instructions import Must, worded
from commonweal.rules.confederation.mandates import Saying
from commonweal.rules.confederation.plain import saying_from_plain, saying_to_plain
from commonweal.rules.confederation.standards import Kept, Standard
from commonweal.rules.malformed import MALFORMED
from commonweal.rules.verdict import Refused, Verdict, refused, require

router = Router(tags=["together"])
HERE = "/institutions/{slug:address}/together"
ONE = HERE + "/{int:number}"


@router.get(HERE, auth=ANYBODY, response=schemas.Together)
def list_matters(request: ApiRequest, address: str) -> schemas.Together:
    """List the bodies of a confederation and the matters before them."""
    hall = _looking(request, address)
    here, at = hall.institution, hall.at
    inside = _reading(hall, request).is_inside
    return schemas.Together(
        bodies=[
            _body(one)
            for one in queries.bodies_told(
                _reading(hall, request), at=at, named=_names(hall, request)
            )
        ],
        matters=[
            _head(one) for one in queries.matters_shown(here, at=at, inside=inside)
        ],
    )


@router.get(HERE + "/standards", auth=ANYBODY, response=list[schemas.StandardAsked])
def list_standards(request: ApiRequest, address: str) -> list[schemas.StandardAsked]:
    """List what is asked of every body, and to members of one how it is with each."""
    hall = _looking(request, address)
    by_body = kept_by(hall.institution, at=hall.at)
    inside = _reading(hall, request).is_inside
    return [
        _asked(standard, {one: told[n].kept for one, told in by_body.items()}, inside)
        for n, standard in enumerate(hall.charter.standards)
    ]


def _asked(
    standard: Standard, there: Mapping[UUID, Kept], inside: bool
) -> schemas.StandardAsked:
    return schemas.StandardAsked(
        id=standard.id,
        name=in_words(standard.name),
        seen=said(seen(standard)),
        kept=sum(one.state == "met" for one in there.values()),
        of=len(there),
        bodies=[
            schemas.StandardAtBody(
                body=body,
                state=one.state,
                why=said(one.why),
                until=one.until,
                remedy=one.remedy,
            )
            for body, one in there.items()
            if inside
        ],
    )


@router.get(ONE, auth=ANYBODY, response=schemas.ConfederalMatter)
def read_matter(
    request: ApiRequest, address: str, number: Number
) -> schemas.ConfederalMatter:
    """Read a matter whole, with the file to work it out again."""
    hall = _looking(request, address)
    return _told(_found(hall, number), hall, request)


@router.post(ONE + "/words", auth=VOTE, response={201: schemas.ConfederalMatter})
def put_words(
    request: ApiRequest, address: str, number: Number, sent: schemas.CongressWords
) -> Status[schemas.ConfederalMatter]:
    """Put words to the congress, as a delegate."""
    hall = _looking(request, address)
    me, read = _as_delegate(hall, request), _found(hall, number)
    actions.put_to_congress(
        read.matter,
        words=sent.words,
        is_urgent=sent.is_urgent,
        asks=actions.Asks(sent.number, sent.asks_way),
        by=me,
        at=hall.at,
    )
    return Status(201, _told(_found(hall, number), hall, request))


@router.post(ONE + "/sayings", auth=VOTE, response={204: None})
def speak_for_body(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewSaying
) -> Status[None]:
    """Speak from one's seat in a congress."""
    hall = _looking(request, address)
    me, read = _as_delegate(hall, request), _found(hall, number)
    actions.say(read.matter, saying=_saying(sent), by=me, at=hall.at)
    return Status(204, None)


@router.post(ONE + "/report", auth=VOTE, response={204: None})
def report_to_base(
    request: ApiRequest, address: str, number: Number, sent: schemas.ReportWords
) -> Status[None]:
    """Add words to the report that was drafted, as a delegate."""
    hall = _looking(request, address)
    me, read = _as_delegate(hall, request), _found(hall, number)
    actions.report(read.matter, words=sent.words, by=me, at=hall.at)
    return Status(204, None)


def _saying(sent: schemas.NewSaying) -> Saying:
    """Read what was said; refuse what says nothing, or two things."""
    said = [one for one in (sent.stance, sent.shares, sent.ranking) if one is not None]
    plain = {"ranking": sent.ranking} if sent.shares is None else dict(sent.shares)
    try:
        assert len(said) == 1, "one thing is said"
        return saying_from_plain({"stance": sent.stance} if sent.stance else plain)
    except MALFORMED:
        raise Refused(refused("saying_unreadable")) from None


def _looking(request: ApiRequest, address: str) -> Hall:
    hall = enter(request, address)
    if hall.charter.pact is None:
        raise Http404
    person = person_of(request)
    may = queries.may_read(
        hall.institution, hall.charter, hall.member, person, at=hall.at
    )
    require(may)
    return hall


def _as_delegate(hall: Hall, request: ApiRequest) -> Member:
    """Give who speaks for a body, or say who does."""
    person = person_of(request)
    require(queries.as_delegate(hall.institution, hall.member, person, at=hall.at))
    return hall.as_member()


def _reading(hall: Hall, request: ApiRequest) -> queries.Reader:
    """Give who asks, as far as it decides which bodies are named to them."""
    person = person_of(request)
    return queries.reading(hall.institution, hall.member, person, at=hall.at)


def _names(hall: Hall, request: ApiRequest) -> bool:
    """Say whether whoever asks may know who speaks for which body."""
    person = person_of(request)
    here = (hall.institution, hall.charter, hall.member, person)
    return bool(queries.may_read_names(*here, at=hall.at))


def _found(hall: Hall, number: int) -> Read:
    read = queries.matter_at(hall.institution, number, at=hall.at)
    if read is None:
        raise Http404
    read.matter.institution = hall.institution
    return read


def _body(one: queries.BodyTold) -> schemas.Body:
    return schemas.Body(
        id=one.called.id,
        name=in_words(one.called.name),
        address=one.called.address,
        place=one.standing.place,
        until=one.standing.until,
        seats=[name for _seat, name in one.seats if name],
    )


def _head(read: Read) -> schemas.MatterHead:
    return schemas.MatterHead(
        number=read.matter.number,
        title=read.matter.title,
        competence=read.matter.competence,
        stage=read.now.stage,
        until=read.now.until,
    )


def _told(read: Read, hall: Hall, request: ApiRequest) -> schemas.ConfederalMatter:
    now = read.now.said
    reader, veils = (
        _reading(hall, request),
        queries.veils_in(read.matter.institution, at=hall.at),
    )
    seen = queries.veiled(read, veils, inside=reader.is_inside)
    missing = None if now is None or now.verdict else said(now.verdict.reason)
    return schemas.ConfederalMatter(
        head=_head(seen),
        why=[said(turn.why) for turn in read.now.turns],
        missing=missing,
        words=seen.words,
        file=matter_file(read, reader),
        mine=_mine(read, hall),
        reports=[_report(one) for one in queries.reports_told(seen, reader)],
    )


def _report(one: queries.ReportTold) -> schemas.MandateReport:
    now = one.account
    return schemas.MandateReport(
        body=one.called.id,
        state=now.state,
        until=now.until,
        lines=[said(line) for line in one.lines],
        kept=said(one.kept),
        words=now.reported.words if now.reported else "",
    )


def _mine(read: Read, hall: Hall) -> schemas.MySaying | None:
    """Say what whoever asks may say from their seat; None where nothing is asked."""
    held = queries.seat_held_by(hall.institution, hall.member, at=hall.at)
    put = read.put
    if held is None or put is None or not queries.is_open(put, at=hall.at):
        return None
    may = queries.instruction_for(read, put, held, at=hall.at)
    if isinstance(may, Verdict):
        return schemas.MySaying(told=None, saying=None, why_not=said(may.reason))
    told = worded(may.saying) if isinstance(may, Must) else None
    plain = saying_to_plain(may.saying) if isinstance(may, Must) else None
    return schemas.MySaying(
        told=said(told) if told else None, saying=plain, why_not=None
    )

"""Reporting words, hiding them with a reason, and contradicting that."""

from uuid import UUID

from django.http import Http404
from ninja import Router

from commonweal.capabilities.assemblies.queries import WORDS_OF_ASSEMBLIES
from commonweal.capabilities.confederation.queries import (
    WORDS_TOGETHER,
    is_for_bodies,
    may_read,
)
from commonweal.capabilities.confederation.queries import reading as as_reader
from commonweal.foundation.institutions.access import has_right, may_see
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.models import Hiding
from commonweal.interfaces.api.keys import ANYBODY, DISCUSS, READ, STEWARD
from commonweal.interfaces.api.operations.proposals import shown_view
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter, person_of
from commonweal.interfaces.api.schemas import moderation as schemas
from commonweal.interfaces.api.schemas.common import Done
from commonweal.interfaces.api.telling.moderation import (
    hiding_told,
    last_resorts_told,
    stewards_told,
)
from commonweal.interfaces.reporting import Reporting, take_report
from commonweal.rules.moderation.said import Said
from commonweal.rules.verdict import Refused, refused, require

router = Router(tags=["moderation"])
HALL = "/institutions/{slug:address}"
ONE = HALL + "/hidings/{uuid:hiding}"


@router.post(HALL + "/reports", auth=DISCUSS, response=Done)
def report_words(request: ApiRequest, address: str, sent: schemas.NewReport) -> Done:
    """Tell those who look at reports that something is wrong with words I can read."""
    hall = enter(request, address)
    said = _said_here(request, hall, sent.kind, sent.about)
    here, person = (hall.institution, hall.charter, hall.member), person_of(request)
    complaint = actions.Complaint(sent.wrong, sent.words, sent.is_urgent)
    take_report(request, Reporting(said, *here, person, hall.at), complaint)
    return Done(at=hall.at)


@router.get(HALL + "/stewards", auth=READ, response=schemas.Stewards)
def read_stewards(request: ApiRequest, address: str) -> schemas.Stewards:
    """Read who looks after words here, what was hidden, and what waits for me."""
    hall = enter(request, address)
    return stewards_told(hall, hall.as_member())


@router.get(HALL + "/last-resorts", auth=ANYBODY, response=list[schemas.LastResort])
def read_last_resorts(request: ApiRequest, address: str) -> list[schemas.LastResort]:
    """Read what the operator of this server took down or stopped here, and why."""
    return last_resorts_told(enter(request, address))


@router.post(HALL + "/reports/decisions", auth=STEWARD, response=schemas.Stewards)
def decide_about_words(
    request: ApiRequest, address: str, sent: schemas.NewDecision
) -> schemas.Stewards:
    """Hide reported words, or leave them standing, with a reason for all to read."""
    hall = enter(request, address)
    me = hall.as_member()
    said = _said(hall, sent.kind, sent.about)
    here, at, why = hall.institution, hall.at, sent.reason
    if sent.hide:
        actions.hide(said, institution=here, by=me, wrong=sent.wrong, reason=why, at=at)
    else:
        actions.leave_standing(said, institution=here, by=me, reason=why, at=at)
    return stewards_told(hall, me)


@router.get(ONE, auth=READ, response=schemas.Hiding)
def read_hiding(request: ApiRequest, address: str, hiding: UUID) -> schemas.Hiding:
    """Read why words are hidden, and what I can do about it."""
    hall = enter(request, address)
    return hiding_told(hall, *_found(hall, hiding))


@router.post(ONE + "/appeal", auth=DISCUSS, response=schemas.Hiding)
def appeal_hiding(
    request: ApiRequest, address: str, hiding: UUID, sent: schemas.NewAppeal
) -> schemas.Hiding:
    """Ask for hidden words to come back."""
    hall = enter(request, address)
    found, said = _found(hall, hiding)
    actions.appeal(found, said, by=hall.member, words=sent.words, at=hall.at)
    return hiding_told(hall, *_found(hall, hiding))


@router.post(ONE + "/answer", auth=STEWARD, response=schemas.Hiding)
def answer_appeal(
    request: ApiRequest, address: str, hiding: UUID, sent: schemas.NewAnswer
) -> schemas.Hiding:
    """Decide an appeal: the words come back, or stay hidden for good."""
    hall = enter(request, address)
    found, said = _found(hall, hiding)
    asked = getattr(found, "appeal", None)
    if asked is None:
        raise Refused(refused("no_appeal_yet"))
    actions.answer_appeal(
        asked,
        said,
        by=hall.member,
        stays_hidden=sent.stays_hidden,
        reason=sent.reason,
        at=hall.at,
    )
    return hiding_told(hall, *_found(hall, hiding))


@router.post(ONE + "/show-again", auth=STEWARD, response=Done)
def show_words_again(
    request: ApiRequest, address: str, hiding: UUID, sent: schemas.NewReason
) -> Done:
    """Undo a hiding: the words stand where they stood."""
    hall = enter(request, address)
    found, said = _found(hall, hiding)
    actions.show_again(found, said, by=hall.member, reason=sent.reason, at=hall.at)
    return Done(at=hall.at)


def _said_here(request: ApiRequest, hall: Hall, kind: str, about: UUID) -> Said:
    """Find words that may be read where they stand."""
    said = _said(hall, kind, about)
    if queries.out_of_sight(hall.institution, about, at=hall.at):
        raise Http404
    if said.within:
        hall.as_member()
    elif said.kind in WORDS_OF_ASSEMBLIES:
        require(has_right(hall.as_member(), hall.charter, "attend", at=hall.at))
    elif said.kind in WORDS_TOGETHER:
        here = (hall.institution, hall.charter, hall.member, person_of(request))
        require(may_read(*here, at=hall.at))
        reader = as_reader(hall.institution, hall.member, here[3], at=hall.at)
        if is_for_bodies(hall.institution, about) and not reader.is_inside:
            raise Http404
    elif said.number:
        shown_view(hall, said.number)
    else:
        require(may_see(hall.member, hall.charter, "decisions"))
    return said


def _said(hall: Hall, kind: str, about: UUID) -> Said:
    said = queries.said_at(hall.institution, kind, about)
    if said is None:
        raise Http404
    return said


def _found(hall: Hall, id_: UUID) -> tuple[Hiding, Said]:
    hall.as_member()
    hiding = queries.hiding_of(hall.institution, id_)
    if hiding is None:
        raise Http404
    return hiding, _said(hall, hiding.about_kind, hiding.about_id)

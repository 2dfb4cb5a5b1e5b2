"""Proposals: what can be proposed, reading them, writing them, changing their words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404
from django.utils.translation import get_language
from ninja import Router, Status

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.actions import Aim, Option, Wording
from commonweal.capabilities.decisions.queries import ListedProposal, ProposalView
from commonweal.foundation import effects
from commonweal.foundation.institutions.access import guards_door, has_right, may_see
from commonweal.foundation.institutions.effect import Effect, as_chosen
from commonweal.foundation.institutions.queries import members
from commonweal.interfaces.api.keys import ANYBODY, PROPOSE, READ
from commonweal.interfaces.api.paging import number_after, page_of
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import decisions as schemas
from commonweal.interfaces.api.schemas.common import Cursor, Limit, Number, Page
from commonweal.interfaces.api.schemas.mandates import Mandate
from commonweal.interfaces.api.telling.decisions import (
    in_short,
    proposal_told,
    version_told,
    way_told,
)
from commonweal.rules.verdict import ALLOWED, Refused, refused, require

router = Router(tags=["proposals"])
HALL = "/institutions/{slug:address}"
HERE = HALL + "/proposals"
ONE = HERE + "/{int:number}"


@router.get(HALL + "/ways", auth=READ, response=list[schemas.Way])
def list_ways(request: ApiRequest, address: str) -> list[schemas.Way]:
    """List what can be proposed here, and the rule that decides each."""
    hall = enter(request, address)
    hall.as_member()
    guards = guards_door(hall.institution, at=hall.at)
    found = queries.ways_to_propose(hall.charter, guards_door=guards)
    return [way_told(hall, way) for way in found]


@router.get(HERE, auth=ANYBODY, response=Page[schemas.InShort])
def list_proposals(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.InShort]:
    """List the proposals I may read, the newest first; a page may hold fewer."""
    hall = enter(request, address)
    require(may_see(hall.member, hall.charter, "decisions"))
    views = queries.proposal_views(
        hall.institution,
        at=hall.at,
        member=hall.member,
        charter=hall.charter,
        limit=limit + 1,
        before=number_after(after),
    )
    items = [in_short(view) for view in views[:limit] if _readable(hall, view)]
    more = str(views[limit - 1].number) if len(views) > limit else None
    return Page[schemas.InShort](items=items, next=more)


@router.get(ONE, auth=ANYBODY, response=schemas.Proposal)
def read_proposal(
    request: ApiRequest, address: str, number: Number
) -> schemas.Proposal:
    """Read a proposal: its words, its rule, where it stands, its votes."""
    hall = enter(request, address)
    return proposal_told(hall, shown_view(hall, number))


@router.get(ONE + "/versions", auth=ANYBODY, response=Page[schemas.Version])
def list_versions(
    request: ApiRequest, address: str, number: Number, after: Cursor, limit: Limit
) -> Page[schemas.Version]:
    """List the words of a proposal in all its versions, the first one first."""
    found = shown_view(enter(request, address), number).versions
    shown, more = page_of(found, lambda one: one.number, after=after, limit=limit)
    items = [version_told(one) for one in shown]
    return Page[schemas.Version](items=items, next=more)


@router.post(HERE, auth=PROPOSE, response={201: schemas.Proposal})
def draft_proposal(
    request: ApiRequest, address: str, sent: schemas.NewProposal
) -> Status[schemas.Proposal]:
    """Write a proposal; it is a draft that only I see until I put it."""
    hall = enter(request, address)
    effect = sent.set_in_motion.effect if sent.set_in_motion else ""
    require(access.may_propose(hall.member, hall.charter, effect=effect, at=hall.at))
    draft = actions.draft_proposal(
        hall.institution,
        by=hall.member,
        words=_words(sent, _options(hall, sent), sent.bearings),
        aim=_aim(hall, sent),
        at=hall.at,
    )
    return Status(201, proposal_told(hall, shown_view(hall, draft.number)))


@router.put(ONE + "/words", auth=PROPOSE, response=schemas.Proposal)
def revise_proposal(
    request: ApiRequest, address: str, number: Number, sent: schemas.NewWords
) -> schemas.Proposal:
    """Change the words of a proposal of mine, or only correct them."""
    hall = enter(request, address)
    view = shown_view(hall, number)
    actions.revise(
        view.proposal,
        by=hall.member,
        words=_words(
            sent,
            _options_after(view, sent),
            view.version.bearings if sent.bearings is None else sent.bearings,
        ),
        is_correction=sent.is_correction,
        seen=sent.seen,
        at=hall.at,
    )
    return proposal_told(hall, shown_view(hall, number))


def shown_view(hall: Hall, number: int) -> ProposalView:
    """Find a proposal one may read; any other is as though it were not there."""
    view = queries.proposal_view(
        hall.institution,
        number,
        at=hall.at,
        member=hall.member,
        charter=hall.charter,
    )
    if view is None or not _readable(hall, view):
        raise Http404
    return view


def _readable(hall: Hall, view: ProposalView | ListedProposal) -> bool:
    return bool(access.may_read(hall.member, hall.charter, view.proposal, view.stage))


def _offered(hall: Hall) -> Mapping[str, Effect]:
    guards = guards_door(hall.institution, at=hall.at)
    return effects.offered(hall.charter, guards_door=guards)


def _words(
    sent: schemas.NewProposal | schemas.NewWords,
    options: Sequence[Option],
    bearings: Mapping[str, str],
) -> Wording:
    language = sent.language or get_language() or "en"
    return Wording(sent.title, sent.text, options, language, bearings)


def _aim(hall: Hall, sent: schemas.NewProposal) -> Aim:
    """Read what a yes would set in motion; one thing at most."""
    aims = [*_aims(hall, sent)]
    require(ALLOWED if len(aims) <= 1 else refused("one_aim_at_most"))
    if aims:
        return aims[0]
    terms: dict[str, object] = {} if sent.budget is None else {"budget": sent.budget}
    return Aim("", terms, sent.rule)


def _aims(hall: Hall, sent: schemas.NewProposal) -> Iterator[Aim]:
    if sent.adopt_statement is not None:
        yield Aim("adopt_statement", sent.adopt_statement.model_dump())
    if sent.admit_member is not None:
        yield Aim(
            "admit_member", {"people": [one.model_dump() for one in sent.admit_member]}
        )
    if sent.fill_office is not None:
        yield Aim("fill_office", {"office": sent.fill_office.office})
    if sent.set_in_motion is not None:
        yield _motion(hall, sent.set_in_motion)


def _motion(hall: Hall, sent: schemas.Motion) -> Aim:
    """Read the terms of an effect as it asks for them; its check judges them."""
    known = _offered(hall).get(sent.effect)
    if known is None:
        raise Refused(refused("effect_unknown", effect=sent.effect))
    reads = {ask.name: ask.read for ask in known.asks}
    return Aim(
        sent.effect,
        {
            name: reads.get(name, as_chosen)(_plain(value))
            for name, value in sent.terms.items()
        },
    )


def _plain(value: object) -> object:
    """Give a mandate as the terms of a proposal keep it, and all else as it is."""
    if isinstance(value, Mandate):
        return value.model_dump(exclude_unset=True)
    return value


def _options(hall: Hall, sent: schemas.NewProposal) -> tuple[Option, ...]:
    if sent.fill_office is not None:
        return _candidates(hall, sent.fill_office)
    return tuple(Option(one.label, one.cost) for one in sent.options)


def _candidates(hall: Hall, filling: schemas.Filling) -> tuple[Option, ...]:
    """Name the candidates as they are called here: members who may stand."""
    charter, at = hall.charter, hall.at
    there = {
        one.pk: one.name
        for one in members(hall.institution, at=at)
        if has_right(one, charter, "stand", at=at)
    }
    chosen = dict.fromkeys(filling.candidates)
    if not set(chosen) <= set(there):
        raise Refused(refused("candidate_unknown"))
    return tuple(Option(there[one], id=str(one)) for one in chosen)


def _options_after(view: ProposalView, sent: schemas.NewWords) -> tuple[Option, ...]:
    """Give the options after a change; those that are not sent stay as they are."""
    if sent.options is None:
        return tuple(_kept(one) for one in view.version.options)
    stays = view.effect == "fill_office"
    require(refused("candidates_stay") if stays else ALLOWED)
    return tuple(Option(one.label, one.cost) for one in sent.options)


def _kept(option: dict[str, Any]) -> Option:
    kept = Option(option["label"], option.get("cost"))
    return replace(kept, id=option["id"])

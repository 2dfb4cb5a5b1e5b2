"""The charter: as it reads, in its versions, and how one proposes to change it."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import get_language, gettext
from ninja import Router, Status

from commonweal.capabilities.confederation.queries import may_raise_change
from commonweal.capabilities.confederation.queries.choices import belonging_to
from commonweal.capabilities.decisions import access as decisions
from commonweal.capabilities.decisions import actions
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.charters import amended
from commonweal.foundation.institutions.queries import ReadVersion
from commonweal.interfaces.api.keys import ANYBODY, PROPOSE
from commonweal.interfaces.api.operations.proposals import shown_view
from commonweal.interfaces.api.paging import page_of
from commonweal.interfaces.api.requests import ApiRequest, Hall, enter
from commonweal.interfaces.api.schemas import charters as schemas
from commonweal.interfaces.api.schemas import decisions as proposals
from commonweal.interfaces.api.schemas.common import (
    Cursor,
    Limit,
    Number,
    Page,
    in_words,
    said,
)
from commonweal.interfaces.api.telling.charters import charter_told
from commonweal.interfaces.api.telling.decisions import proposal_told
from commonweal.rules.charters.changes import changes
from commonweal.rules.charters.charter import AMEND_CHARTER, Charter
from commonweal.rules.verdict import require

router = Router(tags=["charters"])
HERE = "/institutions/{slug:address}/charter"


@router.get(HERE, auth=ANYBODY, response=schemas.Charter)
def read_charter(request: ApiRequest, address: str) -> schemas.Charter:
    """Read the charter in force, as prose and by its parts."""
    hall = enter(request, address)
    require(access.may_see(hall.member, hall.charter, "charter"))
    return charter_told(hall.charter)


@router.get(HERE + "/versions", auth=ANYBODY, response=Page[schemas.VersionInShort])
def list_charter_versions(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> Page[schemas.VersionInShort]:
    """List the versions of the charter that have been in force, the oldest first."""
    found = _versions(enter(request, address))
    shown, more = page_of(found, lambda one: one.number, after=after, limit=limit)
    items = [
        schemas.VersionInShort(number=one.number, in_force_at=one.in_force_at)
        for one in shown
    ]
    return Page[schemas.VersionInShort](items=items, next=more)


@router.get(
    HERE + "/versions/{int:number}", auth=ANYBODY, response=schemas.CharterVersion
)
def read_charter_version(
    request: ApiRequest, address: str, number: Number
) -> schemas.CharterVersion:
    """Read one version of the charter, and what it changed."""
    versions = {one.number: one for one in _versions(enter(request, address))}
    if number not in versions:
        raise Http404
    one, before = versions[number], versions.get(number - 1)
    made = changes(before.charter, one.charter) if before else ()
    return schemas.CharterVersion(
        number=one.number,
        in_force_at=one.in_force_at,
        changes=[said(change) for change in made],
        charter=charter_told(one.charter),
    )


@router.post(HERE + "/amendments", auth=PROPOSE, response={201: proposals.Proposal})
def propose_amendment(
    request: ApiRequest, address: str, sent: schemas.Amendment
) -> Status[proposals.Proposal]:
    """Draft a proposal to change settings of the charter, or the bylaws beside it."""
    hall = enter(request, address)
    require(decisions.may_propose(hall.member, hall.charter, at=hall.at))
    terms = _terms(sent)
    require(access.may_charter_become(hall.institution, terms, hall.at))
    question = gettext("Shall we change our charter?")
    draft = actions.draft_proposal(
        hall.institution,
        by=hall.member,
        words=_words(hall.charter, sent, question),
        aim=actions.Aim(AMEND_CHARTER, terms),
        at=hall.at,
    )
    return Status(201, proposal_told(hall, shown_view(hall, draft.number)))


@router.post(
    "/institutions/{slug:address}/together/pact/{uuid:whole}",
    auth=PROPOSE,
    response={201: proposals.Proposal},
)
def propose_pact_change(
    request: ApiRequest, address: str, whole: UUID, sent: schemas.PactAmendment
) -> Status[proposals.Proposal]:
    """Draft a proposal that this body asks all to change the pact of a confederation.

    `whole` is the id of the confederation, as the file of a matter names it.
    """
    hall = enter(request, address)
    require(decisions.may_propose(hall.member, hall.charter, at=hall.at))
    ours = belonging_to(hall.institution, whole, at=hall.at)
    if ours is None:
        raise Http404
    terms = {"membership": str(ours.row.pk), **_terms(sent)}
    require(may_raise_change(hall.institution, terms, hall.at))
    name = in_words(ours.charter.name)
    question = gettext("Shall the pact of “{name}” change?")
    draft = actions.draft_proposal(
        hall.institution,
        by=hall.member,
        words=_words(ours.charter, sent, question.format(name=name)),
        aim=actions.Aim("change_pact", terms),
        at=hall.at,
    )
    return Status(201, proposal_told(hall, shown_view(hall, draft.number)))


def _versions(hall: Hall) -> tuple[ReadVersion, ...]:
    require(access.may_see(hall.member, hall.charter, "charter"))
    return queries.charter_versions(hall.institution, at=hall.at)


def _terms(sent: schemas.Amendment) -> dict[str, object]:
    terms: dict[str, object] = {"changes": sent.changes}
    if sent.bylaws is not None:
        terms["bylaws"] = sent.bylaws
    if isinstance(sent, schemas.PactAmendment):
        things = {"adds": sent.adds, "removes": sent.removes}
        terms |= {name: there for name, there in things.items() if there}
    return terms


def _words(charter: Charter, sent: schemas.Amendment, question: str) -> actions.Wording:
    """Write the proposal: the changes one by one, and why."""
    after = amended(charter, _terms(sent))
    assert isinstance(after, Charter), "an amendment was read before"
    listed = "\n".join(f"- {in_words(one)}" for one in changes(charter, after))
    text = "\n\n".join(part for part in (listed, sent.text) if part)
    return actions.Wording(
        sent.title or question, text, language=get_language() or "en"
    )

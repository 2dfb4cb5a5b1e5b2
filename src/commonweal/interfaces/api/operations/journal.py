"""The journal: what happened in an institution, in order, and how to verify it."""

from typing import Any

from ninja import Router

from commonweal.foundation.institutions.queries import names_of
from commonweal.foundation.journal import queries
from commonweal.foundation.threads.queries import hidden_places
from commonweal.interfaces.api.keys import READ
from commonweal.interfaces.api.paging import number_after
from commonweal.interfaces.api.requests import ApiRequest, enter
from commonweal.interfaces.api.schemas import people as schemas
from commonweal.interfaces.api.schemas.common import Cursor, Limit, said

router = Router(tags=["journal"])


@router.get("/institutions/{slug:address}/journal", auth=READ, response=schemas.Journal)
def read_journal(
    request: ApiRequest, address: str, after: Cursor, limit: Limit
) -> schemas.Journal:
    """Read what happened, the newest first."""
    hall = enter(request, address)
    hall.as_member()
    before = number_after(after)
    found = queries.lines(hall.institution, before=before, limit=limit + 1)
    shown = found[:limit]
    names = names_of(hall.institution, queries.members_named(shown))
    hidden = hidden_places(hall.institution, at=hall.at)
    count, seal = queries.head(hall.institution)
    return schemas.Journal(
        items=[
            schemas.Line(
                number=one.number,
                at=one.at,
                deed=one.deed,
                by=one.by,
                about_kind=one.about_kind,
                about=one.about_id,
                sentence=said(queries.deed_sentence(one, names, hidden=hidden)),
                seal=one.hash,
            )
            for one in shown
        ],
        next=str(shown[-1].number) if len(found) > limit else None,
        count=count,
        seal=seal,
    )


@router.get(
    "/institutions/{slug:address}/journal/file", auth=READ, response=dict[str, Any]
)
def journal_file(request: ApiRequest, address: str) -> dict[str, Any]:
    """Give the whole journal, for `commonweal verify-journal` on another machine."""
    hall = enter(request, address)
    hall.as_member()
    hidden = hidden_places(hall.institution, at=hall.at)
    return dict(queries.export(hall.institution, with_words=True, hidden=hidden))

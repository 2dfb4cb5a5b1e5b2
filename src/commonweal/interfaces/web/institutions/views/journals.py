"""The journal: what happened here, in order, and how anybody can verify it."""

import json
from datetime import datetime, timedelta
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render

from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.queries import names_of
from commonweal.foundation.journal import queries
from commonweal.foundation.journal.models import Line
from commonweal.foundation.threads.queries import hidden_places
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import require

LINES_A_PAGE = 50
MOST_VERIFIED_ON_A_PAGE = 5_000
LOOKED_AT_AGAIN_AFTER = timedelta(minutes=10)
MOST_REMEMBERED = 1_000
# Chains found whole, by the seal of their last line.
_WHOLE_UNTIL: dict[str, datetime] = {}


class Told(NamedTuple):
    """A line of the journal as a sentence."""

    number: int
    sentence: Sentence
    at: datetime


@in_institution
def journal(request: InstitutionRequest) -> HttpResponse:
    """Show what happened, the newest first, and whether the chain holds.

    Of what ended, whoever may read it reads neither names nor anybody's words.
    """
    is_inside = request.member is not None
    institution, charter = request.institution, request.charter
    require(
        access.may_read_journal(institution, request.member, charter, at=request.at)
    )
    before = request.GET.get("before", "")
    start = int(before) if before.isdecimal() and len(before) < 12 else None
    found = queries.lines(request.institution, before=start, limit=LINES_A_PAGE + 1)
    shown = found[:LINES_A_PAGE]
    named = queries.members_named(shown) if is_inside else ()
    names = names_of(institution, named)
    hidden = hidden_places(request.institution, at=request.at)
    number, seal = queries.head(request.institution)

    def told(line: Line) -> Sentence:
        return queries.deed_sentence(line, names, hidden=hidden, with_words=is_inside)

    context = {
        "told": [Told(one.number, told(one), one.at) for one in shown],
        "earlier_from": shown[-1].number if len(found) > LINES_A_PAGE else None,
        "count": number,
        "seal": seal,
        "problems": verified(request, number, seal),
    }
    return render(request, "institutions/journal.html", context)


@in_institution
def journal_file(request: InstitutionRequest) -> HttpResponse:
    """Give the whole journal as a file, to verify on another machine."""
    as_member(request)
    hidden = hidden_places(request.institution, at=request.at)
    told = queries.export(request.institution, with_words=True, hidden=hidden)
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    name = f"journal-{request.institution.address}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def verified(
    request: InstitutionRequest, lines: int, seal: str
) -> tuple[Sentence, ...] | None:
    """Verify the chain, where it is short enough to do so while somebody waits.

    A chain found whole, and not longer since, is looked at again after a while.
    """
    if lines > MOST_VERIFIED_ON_A_PAGE:
        return None
    until = _WHOLE_UNTIL.get(seal)
    if until is not None and request.at < until:
        return ()
    problems = queries.verify(request.institution)
    if not problems:
        _remember(seal, request.at + LOOKED_AT_AGAIN_AFTER)
    return problems


def _remember(seal: str, until: datetime) -> None:
    if len(_WHOLE_UNTIL) >= MOST_REMEMBERED:
        _WHOLE_UNTIL.clear()
    _WHOLE_UNTIL[seal] = until

"""Who waits to be known, and whether the reader may say so of them."""

from collections.abc import Iterable
from typing import NamedTuple

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest
from commonweal.rules.verdict import Verdict

# Enough for a hall; the others follow once these are known.
SHOWN_AT_ONCE = 60


class Waiting(NamedTuple):
    """A newcomer, and what the reader may do about them."""

    told: queries.Newcomer
    may_confirm: Verdict


def newcomers_for(
    request: InstitutionRequest, everybody: Iterable[Member]
) -> list[Waiting]:
    """List who of all members waits, with the reader's verdict on each."""
    me, charter, at = as_member(request), request.charter, request.at
    waiting = queries.newcomers_who_wait(request.institution, at=at, among=everybody)
    return [
        Waiting(one, access.may_confirm(me, one.member, charter, at=at))
        for one in waiting[:SHOWN_AT_ONCE]
    ]


def unknown_to_others(request: InstitutionRequest) -> list[queries.Newcomer]:
    """List of whom the reader could say first that they know them."""
    me, charter, at = as_member(request), request.charter, request.at
    found = queries.not_known_yet(request.institution, at=at)
    return [
        one
        for one in found[:SHOWN_AT_ONCE]
        if access.may_confirm(me, one.member, charter, at=at)
    ]

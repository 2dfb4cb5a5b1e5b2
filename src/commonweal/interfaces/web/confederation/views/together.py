"""The bodies of a confederation and what is before them; or whom a body is with."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read, ReportTold
from commonweal.capabilities.confederation.queries.bodies import standings
from commonweal.capabilities.confederation.queries.choices import Belonging, belongings
from commonweal.capabilities.confederation.queries.may_read import names_told_to
from commonweal.capabilities.confederation.queries.pictures import (
    bodies_there,
    told_of,
)
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.confederation.views.drawing import map_of
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.confederation.standing import Standing
from commonweal.rules.verdict import require

# So many stand on a page at most: of bodies, and of matters.
A_PAGE, MATTERS = 50, 20
LONGEST = 10
ANY_PLACE = frozenset({"applying", "in", "leaving", "accused"})


@in_institution
def together(request: InstitutionRequest) -> HttpResponse:
    """Show the bodies and the matters; to members of a body, whom they are with."""
    if request.charter.pact is None:
        return _of_body(request)
    may_look(request)
    all_bodies = standings(request.institution, at=request.at)
    reader = reading(request, all_bodies)
    named = bool(names_told_to(reader, request.charter))
    there = bodies_there(reader, all_bodies)
    context = {
        **_bodies(request, reader, there, named=named),
        **_matters_before(request, reader),
        **(_accused(request, there) if named else {}),
        "competences": request.charter.competences,
    }
    return render(request, "confederation/together.html", context)


def _bodies(
    request: InstitutionRequest,
    reader: queries.Reader,
    there: dict[UUID, Standing],
    *,
    named: bool,
) -> dict[str, Any]:
    """Give a page of the bodies that are in, and who comes."""
    inside = [body for body, now in there.items() if now.is_in]
    coming = [body for body in there if not there[body].is_in]
    start = _start(request.GET.get("from", ""), len(inside))
    shown = [*inside[start : start + A_PAGE], *coming]
    told = told_of(
        reader, {one: there[one] for one in shown}, at=request.at, named=named
    )
    end = start + A_PAGE
    return {
        "bodies": [one for one in told if one.standing.is_in],
        "coming": [one for one in told if not one.standing.is_in],
        "map": map_of(told, reader, first=start + 1, of=len(inside)),
        "first": start + 1,
        "last": min(end, len(inside)),
        "all_bodies": len(inside),
        "next_from": end + 1 if end < len(inside) else 0,
        "before_from": max(start - A_PAGE, 0) + 1 if start else 0,
    }


def _start(asked: str, bodies: int) -> int:
    """Read from which body on somebody wants to read; else from the first on."""
    number = int(asked) if asked.isdecimal() and len(asked) < LONGEST else 1
    return number - 1 if 1 <= number <= bodies else 0


def _matters_before(
    request: InstitutionRequest, reader: queries.Reader
) -> dict[str, Any]:
    """Give the newest matters, or all of them where somebody asks for these."""
    most = None if "all" in request.GET else MATTERS + 1
    found = queries.matters_shown(
        request.institution, at=request.at, inside=reader.is_inside, most=most
    )
    has_more = most is not None and len(found) > MATTERS
    return {"matters": found[:MATTERS] if has_more else found, "has_more": has_more}


def _accused(
    request: InstitutionRequest, there: dict[UUID, Standing]
) -> dict[str, Any]:
    """Tell members of the bodies why others want one out, until that is decided."""
    whole, at = request.institution, request.at
    found = queries.accusations(whole, there)
    if not found:
        return {}
    names = queries.names_of_bodies(set(found), at=at)
    return {
        "accused": [(names[body][0], row) for body, row in found.items()],
        "hidden": queries.veils_in(whole, at=at),
        "can_report": True,
    }


def may_look(request: InstitutionRequest) -> None:
    """Let in whoever may read what bodies do together here."""
    person = request.user if isinstance(request.user, Person) else None
    require(
        queries.may_read(
            request.institution,
            request.charter,
            request.member,
            person,
            at=request.at,
        )
    )


def reading(
    request: InstitutionRequest, there: dict[UUID, Standing] | None = None
) -> queries.Reader:
    """Give who reads, as far as it decides which bodies are named to them."""
    person = request.user if isinstance(request.user, Person) else None
    whole, member = request.institution, request.member
    return queries.reading(whole, member, person, at=request.at, there=there)


def names_are_told(request: InstitutionRequest) -> bool:
    """Say whether this reader may know who speaks for which body."""
    person = request.user if isinstance(request.user, Person) else None
    return bool(
        queries.may_read_names(
            request.institution,
            request.charter,
            request.member,
            person,
            at=request.at,
        )
    )


def _of_body(request: InstitutionRequest) -> HttpResponse:
    as_member(request)
    at = request.at
    found = [
        (one, _standing(request, one), _matters(request, one))
        for one in belongings(request.institution, at=at, places=ANY_PLACE)
    ]
    return render(request, "confederation/of_body.html", {"found": found})


def _matters(
    request: InstitutionRequest, one: Belonging
) -> list[tuple[Read, ReportTold | None]]:
    """Give the matters, each with the report of our delegates once there is one."""
    at, ours = request.at, request.institution.pk
    person = request.user if isinstance(request.user, Person) else None
    reader = queries.reading(one.whole, None, person, at=at)
    found = []
    for read in queries.matters_shown(one.whole, at=at):
        read.matter.institution = one.whole
        is_there = queries.account_of(read, ours, at=at).state != "none"
        report = queries.report_of(read, ours, reader) if is_there else None
        found.append((read, report))
    return found


def _standing(request: InstitutionRequest, one: Belonging) -> object:
    return queries.standing_of(one.whole, request.institution.pk, at=request.at)

"""The bodies of a confederation and what is before them; or whom a body is with."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read, ReportTold
from commonweal.capabilities.confederation.queries.choices import Belonging, belongings
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.verdict import require

ANY_PLACE = frozenset({"applying", "in", "leaving", "accused"})


@in_institution
def together(request: InstitutionRequest) -> HttpResponse:
    """Show the bodies and the matters; to members of a body, whom they are with."""
    if request.charter.pact is None:
        return _of_body(request)
    whole, at = request.institution, request.at
    may_look(request)
    reader, named = reading(request), names_are_told(request)
    bodies = queries.bodies_told(reader, at=at, named=named)
    held = queries.seat_held_by(whole, request.member, at=at)
    context = {
        "bodies": [one for one in bodies if one.standing.is_in],
        "coming": [one for one in bodies if not one.standing.is_in],
        "matters": queries.matters_shown(whole, at=at, inside=reader.is_inside),
        "held": held,
        **_accused(request, named=named),
        "competences": request.charter.competences,
    }
    return render(request, "confederation/together.html", context)


def _accused(request: InstitutionRequest, *, named: bool) -> dict[str, Any]:
    """Tell members of the bodies why others want one out, until that is decided."""
    if not named:
        return {}
    whole, at = request.institution, request.at
    found = queries.accusations(whole, at=at)
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


def reading(request: InstitutionRequest) -> queries.Reader:
    """Give who reads, as far as it decides which bodies are named to them."""
    person = request.user if isinstance(request.user, Person) else None
    whole, member = request.institution, request.member
    return queries.reading(whole, member, person, at=request.at)


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

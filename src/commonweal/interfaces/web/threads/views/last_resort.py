"""What the operator took down or stopped here, for everybody who may look in."""

from datetime import datetime
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import render

from commonweal.capabilities.decisions.queries import number_of
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.threads import access, queries
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.sentence import Sentence


class Told(NamedTuple):
    """One deed of the operator in words, and the proposal that reviews it."""

    number: int
    lines: tuple[Sentence, ...]
    review: int | None


@in_institution
def last_resort(request: InstitutionRequest) -> HttpResponse:
    """Show all the operator ever did here in the last resort, and what became of it."""
    here, at = request.institution, request.at
    context = {"told": told(here, at=at)}
    return render(request, "threads/last_resort.html", context)


def told(institution: Institution, *, at: datetime) -> list[Told]:
    """Tell every deed of the operator, the newest first."""
    return [
        Told(
            one.number,
            queries.last_resort_told(one, at=at),
            number_of(institution, one.review_id) if one.review_id else None,
        )
        for one in queries.last_resorts(institution)
    ]


def told_in_force(institution: Institution, *, at: datetime) -> list[Told]:
    """Tell what is taken down or stopped here now."""
    running = set(access.in_force(institution, at=at).values_list("number", flat=True))
    if not running:
        return []
    return [one for one in told(institution, at=at) if one.number in running]

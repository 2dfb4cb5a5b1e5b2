"""A matter: its words, mandates, what the congress said, what each base answered."""

from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from commonweal.capabilities.confederation import queries
from commonweal.capabilities.confederation.queries import Read
from commonweal.capabilities.confederation.queries.staying_out import (
    can_until,
    those_who_can,
)
from commonweal.capabilities.confederation.queries.told import matter_file
from commonweal.foundation.language import say
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import html_of
from commonweal.interfaces.web.confederation.forms.congress import WordsForm
from commonweal.interfaces.web.confederation.views.drawing import paths_of
from commonweal.interfaces.web.confederation.views.mine import (
    asked_ways,
    may_read_out,
)
from commonweal.interfaces.web.confederation.views.together import (
    may_look,
    names_are_told,
    reading,
)
from commonweal.interfaces.web.requests import InstitutionRequest, in_institution
from commonweal.rules.confederation.answers import Counts
from commonweal.rules.sentence import Sentence


@in_institution
def matter(request: InstitutionRequest, number: int) -> HttpResponse:
    """Show a matter whole, to whoever may read what bodies do together."""
    may_look(request)
    return shown(request, found(request, number))


def shown(
    request: InstitutionRequest, read: Read, form: WordsForm | None = None
) -> HttpResponse:
    """Show a matter, with a form that was typed already where one was."""
    at, put = request.at, read.put
    reader, veils = reading(request), queries.veils_in(request.institution, at=at)
    hidden = queries.hidden_in(read, veils, inside=reader.is_inside)
    seen = queries.veiled(read, hidden)
    held = queries.seat_held_by(request.institution, request.member, at=at)
    may_put = queries.may_put(read, request.member, is_urgent=False, at=at)
    context = {
        "read": seen,
        "hidden": hidden,
        "text": html_of(seen.matter.text),
        "competence": _competence(request, read),
        "points": _points(request, seen),
        "joins": not read.matter.change.keys().isdisjoint(("joins", "leaves")),
        "steps": _steps(read, reader),
        "reports": queries.reports_told(seen, reader),
        "mandates": queries.mandates_told(read, reader),
        "put": seen.put,
        "closes": queries.closes_at(put) if put else None,
        "is_open": queries.is_open(put, at=at),
        "lines": _lines(request, read, reader),
        "may_put": may_put,
        "may_put_urgent": queries.may_put(read, request.member, is_urgent=True, at=at),
        "form": form or WordsForm(initial={"words": "" if hidden else read.words}),
        "answers": queries.answers_told(seen, reader),
        "said": read.now.said,
        "together": _together(read, reader),
        **_of_bases(request, read),
        "held": held,
        "mine": may_read_out(read, held, at=at),
        "asks_way": asked_ways(seen),
        "can_report": request.charter.moderation.office,
        "in_gap": _number(put.facts.get("number")) if put else None,
    }
    status = 422 if form is not None else 200
    return render(request, "confederation/matter.html", context, status=status)


def _together(read: Read, reader: queries.Reader) -> Counts | None:
    """Add up what all bases answered so far, where any has."""
    said = read.now.said
    return queries.counts_told(read, said, reader) if said else None


def _steps(read: Read, reader: queries.Reader) -> list[tuple[Sentence, datetime, str]]:
    """Give the way of a matter: its stages, and what bases said of their delegates."""
    found = [(one.why, one.at) for one in read.now.turns]
    found += queries.judged_on(read, reader)
    return [(why, when, "done") for why, when in sorted(found, key=lambda one: one[1])]


def _lines(
    request: InstitutionRequest, read: Read, reader: queries.Reader
) -> tuple[queries.LineTold, ...]:
    """Give what was said, with names for whoever may read these."""
    if read.put is None:
        return ()
    lines = queries.lines_told(read, read.put, reader, at=request.at)
    return lines if names_are_told(request) else queries.unnamed(lines)


def found(request: InstitutionRequest, number: int) -> Read:
    """Find the matter that the address names."""
    read = queries.matter_at(request.institution, number, at=request.at)
    if read is None:
        raise Http404
    read.matter.institution = request.institution
    return read


@in_institution
def file(request: InstitutionRequest, number: int) -> HttpResponse:
    """Give all that says where a matter stands, for anybody to work it out again."""
    may_look(request)
    return JsonResponse(matter_file(found(request, number), reading(request)))


def _number(kept: str | None) -> Fraction | None:
    return None if kept is None else Fraction(kept)


def _competence(request: InstitutionRequest, read: Read) -> object:
    named = {one.id: one.name for one in request.charter.competences}
    return named.get(read.matter.competence, read.matter.competence)


def _points(request: InstitutionRequest, read: Read) -> tuple[Sentence, ...]:
    """Give what it changes in the pact: as that was when it was raised."""
    if not read.matter.change:
        return ()
    whole, since = request.institution, read.matter.raised_at
    points = queries.points_of(whole, read.matter.change, at=since)
    # Once, where the words that are shown list them all.
    above = all(f"- {say(one)}" in read.matter.text for one in points)
    return () if above else points


def _of_bases(request: InstitutionRequest, read: Read) -> dict[str, Any]:
    """Name the reader's own bases, where they can propose to answer or to stay out.

    Asked are the bases however far below; what delegates say, only their own body says.
    """
    if not isinstance(request.user, Person):
        return {}
    whole, at, asked = request.institution, request.at, read.now.asked
    mine = queries.bodies_of(whole, request.user, at=at)
    names = queries.names_of_bodies({one.pk for one in mine}, at=at)
    ids = {one.pk for one in mine}
    if read.now.stage == "asking" and asked is not None:
        below = queries.bases_of(whole, request.user, at=at)
        ids = {one for one in below if str(one) in asked.bases}
    staying = {one.pk for one in those_who_can(read, mine, at=at)}
    return {
        "bases": _named(request, ids),
        "staying": _named(request, staying),
        "can_until": can_until(read),
        "paths": paths_of(read, [(one, names[one.pk][0]) for one in mine], at=at),
    }


def _named(request: InstitutionRequest, bases: set[UUID]) -> list[tuple[str, str]]:
    names = queries.names_of_bodies(bases, at=request.at)
    return [(say(name), address) for name, address in names.values()]

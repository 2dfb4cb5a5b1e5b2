"""My own page: what this server holds about me, my code on paper, and leaving."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.foundation.backups import queries as backups
from commonweal.foundation.codes import grouped
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.queries.recovering import recoveries_of
from commonweal.foundation.nodes.queries import inventory
from commonweal.foundation.people import access, actions, queries
from commonweal.foundation.people.models import Person
from commonweal.foundation.sealing import queries as sealing
from commonweal.foundation.sealing.queries import ReadingView
from commonweal.foundation.threads.queries import readings_of_reports
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.once import done_once, was_done
from commonweal.interfaces.web.people.forms import (
    LeaveForm,
    NewAddressForm,
    NewCodesForm,
)
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    deed_on,
    signed_in,
    what_was_sent,
)
from commonweal.rules.sentence import Sentence


@signed_in
def me(request: SignedInRequest) -> HttpResponse:
    """Show what this server holds about me, and where I belong."""
    return my_page(request)


def my_page(
    request: SignedInRequest, *, status: int = 200, **typed: Form
) -> HttpResponse:
    """Show my own page, with what was typed on it where something is wrong."""
    memberships = institutions.memberships_of(request.user, at=request.at)
    context = {
        "new_codes": NewCodesForm(),
        "new_address": NewAddressForm(has_one=bool(request.user.email_that_opens)),
        "may_forget": access.may_forget_address(request.user),
        "memberships": [(one, institutions.came_by(one.member)) for one in memberships],
        "ways": queries.ways_back(request.user),
        "put_back": backups.put_back_lately(at=request.at),
        "recoveries": recoveries_of(request.user, at=request.at),
        "readings": _readings(request.user),
        **typed,
    }
    return render(request, "people/me.html", context, status=status)


def _readings(person: Person) -> list[ReadingView]:
    found = (*sealing.readings_about(person), *readings_of_reports(person))
    return sorted(found, key=lambda one: one.read_on, reverse=True)


@never_cache
@signed_in
def known(request: SignedInRequest) -> HttpResponse:
    """Show who said each thing that is kept about me, what for, and until when."""
    context = {
        "known": _by_purpose(queries.where_from(request.user, at=request.at)),
        "may_forget": access.may_forget_address(request.user),
    }
    return render(request, "people/known.html", context)


def _by_purpose(
    known: Sequence[queries.Whence],
) -> list[tuple[Sentence, list[queries.Whence]]]:
    """Put together what serves the same, in the order in which it first comes."""
    gathered: dict[str, tuple[Sentence, list[queries.Whence]]] = {}
    for one in known:
        purpose = gathered.setdefault(one.kept_for.id, (one.kept_for, []))
        purpose[1].append(one)
    return list(gathered.values())


@deed_on("people:known")
@signed_in
def forget_address(request: SignedInRequest) -> HttpResponse:
    """Take back that I may be written to."""
    actions.forget_address(request.user, at=request.at)
    messages.success(request, gettext("Your mail address is forgotten."))
    return redirect("people:known")


@never_cache
@signed_in
def about_me(request: SignedInRequest) -> HttpResponse:
    """Give me all this server holds about me, as a file to take along."""
    held = queries.held_about(request.user, at=request.at)
    tables = [
        (inventory.table_words(label), len(rows))
        for label, rows in held.items()
        if isinstance(rows, list) and rows and label != "person"
    ]
    context = {"tables": tables, "at": request.at, "host": request.get_host()}
    readme = render_to_string("people/about_me.txt", context)
    words = json.dumps(held, ensure_ascii=False, indent=2, default=str)
    packed = _packed({"README.txt": readme, "about-me.json": words}, at=request.at)
    response = HttpResponse(packed, content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="about-me.zip"'
    return response


def _packed(files: Mapping[str, str], *, at: datetime) -> bytes:
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as archive:
        for name, words in files.items():
            archive.writestr(ZipInfo(name, at.timetuple()[:6]), words, ZIP_DEFLATED)
    return whole.getvalue()


@deed_on("people:me")
@never_cache
@signed_in
def paper_codes(request: SignedInRequest) -> HttpResponse:
    """Give me codes to keep on paper; they are shown this once.

    They end all codes before, and so are asked for twice where there are any.
    """
    if was_done(request):
        messages.info(request, gettext("Your codes were shown once, and still work."))
        return redirect("people:me")
    form = NewCodesForm(request.POST)
    if queries.ways_back(request.user).codes_left and not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return my_page(request, new_codes=form, status=status)
    written = [
        grouped(one) for one in actions.write_paper_codes(request.user, at=request.at)
    ]
    page = render(request, "people/paper_codes.html", _on_paper(request, written))
    return done_once(request, page)


def _on_paper(request: SignedInRequest, written: list[str]) -> dict[str, object]:
    """Give what stands on a sheet: the codes, where they go, and when it was made."""
    door = whole_address(reverse("people:by_code"))
    return {"codes": written, "door": door, "made_at": request.at}


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: SignedInRequest) -> HttpResponse:
    """Leave every institution here and take all words about me along."""
    form = LeaveForm(what_was_sent(request))
    if not form.is_valid():
        memberships = institutions.memberships_of(request.user, at=request.at)
        ending = [
            one
            for one in memberships
            if institutions.is_last(one.member, at=request.at)
        ]
        context = {
            "form": form,
            "memberships": memberships,
            "ending": ending,
            "told": request.user.email_confirmed and queries.sends_letters(),
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "people/leave.html", context, status=status)
    actions.leave_node(request.user, at=request.at)
    sign_ins.end(request)
    return render(request, "people/left.html")

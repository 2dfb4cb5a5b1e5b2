"""Coming from somewhere: a group that exists brings its members and past decisions."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import bringing
from commonweal.foundation.institutions.actions.bringing import Brought
from commonweal.foundation.institutions.actions.lists import class_names
from commonweal.interfaces.web.institutions.forms.bringing import (
    MembersListForm,
    StatementBroughtForm,
)
from commonweal.interfaces.web.institutions.views.sheets import sheet_page
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.rules.verdict import Verdict, first_refusal, require

# How the button says it that leaves the addresses of a list out.
WITHOUT_LETTERS = "printed"


@in_institution
@signed_in
def bring(request: InstitutionRequest) -> HttpResponse:
    """Show what can be brought along."""
    as_member(request)
    return _page(request, members=MembersListForm(), statement=StatementBroughtForm())


@deed_on("institutions:bring")
@never_cache
@in_institution
@signed_in
def bring_members(request: InstitutionRequest) -> HttpResponse:
    """Read a list: first to look at, then, when asked for by its button, to take in."""
    member = as_member(request)
    form = MembersListForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(request, members=form, statement=StatementBroughtForm())
    text = form.cleaned_data["text"]
    brought = bringing.read_members(text, classes=class_names(request.charter))
    if brought.problems or not brought.rows or "take_in" not in request.POST:
        return _dry_run(request, form, brought)
    if request.POST["take_in"] == WITHOUT_LETTERS:
        brought = _without_letters(brought)
    sheet = bringing.bring_members(
        request.institution,
        brought.rows,
        origin=form.told(),
        by=member,
        at=request.at,
    )
    return sheet_page(request, list(zip(sheet.names, sheet.codes, strict=True)))


def _without_letters(brought: Brought) -> Brought:
    """Leave the addresses out, so that everybody gets a printed code."""
    return replace(brought, rows=tuple(replace(row, email="") for row in brought.rows))


@deed_on("institutions:bring")
@in_institution
@signed_in
def bring_statement(request: InstitutionRequest) -> HttpResponse:
    """Write down what was decided before."""
    member = as_member(request)
    require(_may_bring(request))
    form = StatementBroughtForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        done_or_said(
            form,
            lambda: bringing.bring_statement(
                request.institution,
                by=member,
                title=typed["title"],
                text=typed["text"],
                decided_on=typed["decided_on"],
                at=request.at,
            ),
            decided_in_future="decided_on",
        )
    if form.errors:
        return _page(request, members=MembersListForm(), statement=form)
    messages.success(request, gettext("It is written down."))
    return redirect("institutions:bring", request.institution.address)


def _dry_run(
    request: InstitutionRequest, form: MembersListForm, brought: Brought
) -> HttpResponse:
    names = {one.id: one.name for one in request.charter.classes}
    default = request.charter.joining.invited_class
    context = {
        "text": form.cleaned_data["text"],
        "form": form,
        "problems": brought.problems,
        "may_take_in": _may_take_in(request, brought),
        "may_without_letters": _may_take_in(request, _without_letters(brought)),
        "without_letters": WITHOUT_LETTERS,
        "rows": [
            (row.name, row.email, names.get(row.member_class or default))
            for row in brought.rows
        ],
    }
    status = 422 if brought.problems else 200
    return render(request, "institutions/dry_run.html", context, status=status)


def _may_take_in(request: InstitutionRequest, brought: Brought) -> Verdict:
    """Say before the button is pressed what would refuse the list."""
    institution, member = request.institution, request.member
    letters = sum(bool(row.email) for row in brought.rows)
    return first_refusal(
        access.may_names_come_in(institution, [row.name for row in brought.rows]),
        access.may_write_letters(institution, member, letters, at=request.at),
    )


def _page(
    request: InstitutionRequest,
    *,
    members: MembersListForm,
    statement: StatementBroughtForm,
) -> HttpResponse:
    at, institution = request.at, request.institution
    context: dict[str, Any] = {
        "members": members,
        "statement": statement,
        "may_bring": _may_bring(request),
        "may_write": access.may_write_letters(institution, request.member, 1, at=at),
        "statements": queries.statements(institution, at=at),
    }
    status = 422 if members.is_bound or statement.is_bound else 200
    return render(request, "institutions/bring.html", context, status=status)


def _may_bring(request: InstitutionRequest) -> Verdict:
    institution, charter = request.institution, request.charter
    return access.may_bring(institution, request.member, charter, at=request.at)

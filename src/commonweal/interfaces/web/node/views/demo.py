"""What exists only in a demo: reading its mail, being its people, letting days pass."""

from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.nodes import actions
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.people import queries as people_queries
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.node.forms import BorrowForm, DaysForm
from commonweal.interfaces.web.requests import TimedRequest, what_was_sent
from commonweal.rules.charters.charter import Charter

LETTERS_SHOWN = 50


class Part(NamedTuple):
    """An institution of the demo, and those of its members who can be borrowed."""

    charter: Charter
    members: tuple[Member, ...]


@never_cache
def mail(request: HttpRequest) -> HttpResponse:
    """Show the letters that would have been sent."""
    _only_in_a_demo()
    letters = people_queries.letters(limit=LETTERS_SHOWN)
    return render(request, "node/demo_mail.html", {"letters": letters})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: TimedRequest) -> HttpResponse:
    """Sign in as one of the demo's people."""
    _only_in_a_demo()
    cast = _cast(at=request.at)
    everybody = {str(one.pk): one for part in cast for one in part.members}
    form = BorrowForm(what_was_sent(request), members=everybody)
    if form.is_valid():
        person = everybody[form.cleaned_data["member"]].person
        assert person is not None, "only people who are here are listed"
        sign_ins.begin(request, person)
        return redirect("node:home")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "node/demo_people.html", {"cast": cast}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def days(request: TimedRequest) -> HttpResponse:
    """Move the demo's clock on by some days."""
    _only_in_a_demo()
    form = DaysForm(what_was_sent(request), initial={"days": 1})
    if form.is_valid():
        actions.let_days_pass(form.cleaned_data["days"], at=request.at)
        return redirect("node:demo_days")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "node/demo_days.html", {"form": form}, status=status)


def _cast(*, at: datetime) -> list[Part]:
    return [
        Part(
            there.charter,
            tuple(
                institutions.members(there.institution, at=at)
                .filter(person__isnull=False)
                .select_related("person")
            ),
        )
        for there in institutions.public_institutions(at=at)
    ]


def _only_in_a_demo() -> None:
    if not nodes.this_node().is_demo:
        raise Http404("This page exists only in a demo.")

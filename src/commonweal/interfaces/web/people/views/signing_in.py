"""Signing in and out, and the language I read."""

from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import check_for_language, get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries.addresses import asks_to_confirm
from commonweal.interfaces import limits
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.people.forms import (
    CodeForm,
    EnterForm,
    LanguageForm,
    SignInForm,
)
from commonweal.interfaces.web.people.views.inside import inside
from commonweal.interfaces.web.refusals import beyond_the_door
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    TimedRequest,
    deed_on,
    remember_language,
    what_was_sent,
)
from commonweal.rules.verdict import Verdict, require


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: TimedRequest) -> HttpResponse:
    """Ask for a mail address and send a letter, whether it is known here or not."""
    form = SignInForm(what_was_sent(request), initial={"next": _then(request)})
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "people/sign_in.html", {"form": form}, status=status)
    require(limits.may_try(request, limits.SIGN_IN, at=request.at))
    email = form.cleaned_data["email"]
    asked_by = request.user if isinstance(request.user, Person) else None
    require(_may_be_written_to(email, asked_by, at=request.at))
    actions.send_sign_in_link(
        email,
        language=get_language() or "en",
        link=_link_to(beyond_the_door(form.cleaned_data["next"])),
        at=request.at,
        asked_by=asked_by,
    )
    return redirect("people:sent")


def _may_be_written_to(email: str, asked_by: Person | None, *, at: datetime) -> Verdict:
    """Count a letter that signs nobody else in apart from those that do."""
    if asked_by is not None and asks_to_confirm(asked_by, email):
        return limits.may_show_address(asked_by, email, at=at)
    return limits.may_be_written_to(email, at=at)


def sent(request: HttpRequest) -> HttpResponse:
    """Say where to look for the letter."""
    return render(request, "people/sent.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: TimedRequest, code: str) -> HttpResponse:
    """Open the door with a link. Looking burns nothing: machines read mail too."""
    if request.method != "POST":
        link = queries.link_by_code(code, at=request.at)
        if link is None and request.user.is_authenticated:
            return redirect(inside(request, _then(request)))
        shares = link is not None and link.shares_mailbox
        somebody = link.person if link is not None and not shares else None
        context = {
            "form": EnterForm(),
            "is_dead": link is None,
            "next": _then(request),
            "shares_mailbox": shares,
            "unproven": _is_unproven(request, somebody),
        }
        return render(request, "people/enter.html", context)
    require(limits.may_try(request, limits.CODES, at=request.at))
    form = EnterForm(request.POST)
    if "not_mine" in request.POST:
        return _disowned(request, code)
    as_whom = form.cleaned_data["as_whom"] if form.is_valid() else None
    several = queries.signed_in_by_link(code, at=request.at)
    if len(several) > 1 and as_whom is None:
        return _who_are_you(request, several, form)
    person = actions.sign_in_by_link(code, as_whom=as_whom, at=request.at)
    sign_ins.begin(request, person, is_shared=form.cleaned_data["is_shared"])
    return redirect(inside(request, beyond_the_door(request.POST.get("next"))))


def _is_unproven(request: HttpRequest, somebody: Person | None) -> bool:
    """Say whether the reader is asked first if it was they who gave the address."""
    if somebody is None or somebody.email_confirmed:
        return False
    return somebody != request.user


def _then(request: HttpRequest) -> str:
    """Say where the reader was going when they were asked who they are."""
    return beyond_the_door(request.GET.get("next"))


def _disowned(request: TimedRequest, code: str) -> HttpResponse:
    actions.disown_address(code, at=request.at)
    messages.success(
        request,
        gettext(
            "Your address was taken away from them. Nobody is signed in, and no "
            "letters come to you from here any more."
        ),
    )
    return redirect("node:home")


def _who_are_you(
    request: TimedRequest, several: Sequence[Person], form: EnterForm
) -> HttpResponse:
    """Ask which of those who share a mailbox is here. Only now is anybody named."""
    choices = [
        (one, institutions.memberships_of(one, at=request.at)) for one in several
    ]
    context = {
        "choices": choices,
        "next": request.POST.get("next"),
        "is_shared": form.cleaned_data["is_shared"],
    }
    return render(request, "people/who_are_you.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_by_code(request: TimedRequest) -> HttpResponse:
    """Open the door with a code kept on paper, for those without mail."""
    form = CodeForm(what_was_sent(request))
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "people/by_code.html", {"form": form}, status=status)
    require(limits.may_try(request, limits.CODES, at=request.at))
    person = actions.sign_in_by_code(form.cleaned_data["code"])
    sign_ins.begin(request, person, is_shared=form.cleaned_data["is_shared"])
    return redirect("node:home")


@deed_on("node:home")
def language(request: TimedRequest) -> HttpResponse:
    """Read these pages in another language from now on."""
    form = LanguageForm(request.POST)
    response = redirect(inside(request, request.POST.get("next")))
    if form.is_valid() and check_for_language(form.cleaned_data["language"]):
        chosen = form.cleaned_data["language"]
        remember_language(response, chosen)
        if request.user.is_authenticated:
            person = cast("SignedInRequest", request).user
            actions.change_language(person, language=chosen)
    return response


def _link_to(then: str) -> Callable[[str], str]:
    """Make the address a letter carries, leading back to where the reader was."""
    after = f"?{urlencode({'next': then})}" if then else ""

    def link(code: str) -> str:
        return whole_address(reverse("people:enter", args=[code]) + after)

    return link

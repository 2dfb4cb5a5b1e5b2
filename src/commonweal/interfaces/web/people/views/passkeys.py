"""Passkeys: a key on my own device that signs me in, made, named and removed by me.

The challenge waits in a sealed cookie of five minutes, so that asking for one writes
nothing down here.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.people import actions, queries
from commonweal.interfaces import limits
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.people.forms import PasskeyAnswerForm, PasskeyForm
from commonweal.interfaces.web.people.views.inside import inside
from commonweal.interfaces.web.refusals import beyond_the_door
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    TimedRequest,
    deed_on,
    signed_in,
    what_was_sent,
)
from commonweal.rules.verdict import Refused, refused, require

COOKIE = "__Host-passkey" if settings.HTTPS else "passkey"
ANSWERED_WITHIN = 5 * 60


@never_cache
@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """Give a browser what it needs to ask its owner for a key."""
    asked, state = actions.ask_for_passkey()
    return _asked(asked, state, "sign in")


@deed_on("people:sign_in")
@never_cache
def sign_in(request: TimedRequest) -> HttpResponse:
    """Open the door with a passkey."""
    require(limits.may_try(request, limits.CODES, at=request.at))
    form = PasskeyAnswerForm(request.POST)
    if not form.is_valid():
        raise Refused(refused("passkey_unknown"))
    person = actions.sign_in_by_passkey(
        answer=form.cleaned_data["answer"], state=_state(request, "sign in")
    )
    sign_ins.begin(request, person, is_shared=form.cleaned_data["is_shared"])
    response = redirect(inside(request, beyond_the_door(request.POST.get("next"))))
    response.delete_cookie(COOKIE)
    return response


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: SignedInRequest) -> HttpResponse:
    """List my passkeys; keep the one my device has just made."""
    form = PasskeyForm(what_was_sent(request))
    if not form.is_valid():
        context = {"form": form, "ways": queries.ways_back(request.user)}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "people/passkeys.html", context, status=status)
    actions.keep_passkey(
        request.user,
        answer=form.cleaned_data["answer"],
        state=_state(request, f"make {request.user.pk}"),
        name=form.cleaned_data["name"],
        at=request.at,
    )
    response = redirect("people:passkeys")
    response.delete_cookie(COOKIE)
    return response


@never_cache
@signed_in
@require_GET
def offer(request: SignedInRequest) -> HttpResponse:
    """Give a browser what it needs to make a key."""
    asked, state = actions.offer_passkey(request.user, called=_called(request))
    return _asked(asked, state, f"make {request.user.pk}")


@deed_on("people:passkeys")
@signed_in
def name_key(request: SignedInRequest, one: UUID) -> HttpResponse:
    """Call a key by another name."""
    actions.name_passkey(request.user, one, name=request.POST.get("name", ""))
    return redirect("people:passkeys")


@deed_on("people:passkeys")
@signed_in
def remove(request: SignedInRequest, one: UUID) -> HttpResponse:
    """Let a key open nothing any more."""
    actions.remove_passkey(request.user, one)
    return redirect("people:passkeys")


def _called(request: SignedInRequest) -> str:
    """Say what the device shows beside the key: the first name I go by here."""
    mine = institutions.memberships_of(request.user, at=request.at)
    return mine[0].member.name if mine else str(urlsplit(settings.ADDRESS).hostname)


def _asked(
    asked: Mapping[str, Any], state: Mapping[str, Any], what_for: str
) -> HttpResponse:
    response = JsonResponse(asked)
    response.set_signed_cookie(
        COOKIE,
        json.dumps(state),
        salt=f"passkey {what_for}",
        max_age=ANSWERED_WITHIN,
        httponly=True,
        samesite="Strict",
        secure=settings.HTTPS,
    )
    return response


def _state(request: HttpRequest, what_for: str) -> Mapping[str, Any]:
    """Find the challenge this browser was given; without one no answer fits."""
    kept = request.get_signed_cookie(
        COOKIE, default="{}", salt=f"passkey {what_for}", max_age=ANSWERED_WITHIN
    )
    state: Mapping[str, Any] = json.loads(kept or "{}")
    return state

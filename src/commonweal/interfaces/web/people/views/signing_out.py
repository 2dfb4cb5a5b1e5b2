"""Signing out, here or everywhere; who could not come back is asked first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.people.views.inside import inside
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    TimedRequest,
    deed_on,
    signed_in,
)


@deed_on("node:home")
def sign_out(request: TimedRequest) -> HttpResponse:
    """Close the door, and forget on this device what was read behind it."""
    if _would_be_locked_out(request):
        return _ask_first(request)
    return sign_ins.gone(request, inside(request, request.POST.get("next")))


@never_cache
def leave_at_once(request: HttpRequest) -> HttpResponse:
    """Lead away to a harmless page, for whoever is no longer alone with the screen.

    It signs nobody out: who came back would have to sign in, and be seen doing it. Nor
    does it touch what waits on this device to be sent, which no page shows elsewhere;
    and another site that leads here has nothing forgotten.
    """
    context = {"elsewhere": settings.ELSEWHERE}
    response = render(request, "people/elsewhere.html", context)
    if not sign_ins.is_sent_by_another_site(request):
        response.headers["Clear-Site-Data"] = '"cache"'
    response.headers["Refresh"] = f"0; url={settings.ELSEWHERE}"
    # Where they went is not told where they came from.
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@deed_on("people:devices")
@signed_in
def end_all(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere, this device included."""
    if _would_be_locked_out(request):
        return _ask_first(request)
    actions.end_sign_ins(request.user)
    return sign_ins.gone(request, "people:sign_in")


def _would_be_locked_out(request: HttpRequest) -> bool:
    """Say whether somebody would lose their last way in, and has not said they may."""
    person = request.user
    is_sure = "sure" in request.POST
    return isinstance(person, Person) and not is_sure and not queries.ways_back(person)


def _ask_first(request: TimedRequest) -> HttpResponse:
    """Say what would be lost, and ask; nothing has happened yet."""
    assert isinstance(request.user, Person)
    belongs = institutions.memberships_of(request.user, at=request.at)
    then = inside(request, request.POST.get("next"))
    context = {"memberships": belongs, "next": then}
    return render(request, "people/sign_out.html", context)

"""My assemblies in my own calendar, by a private address that I can make anew."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from commonweal.capabilities.reaching import actions, queries
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.once import done_once, was_done
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    TimedRequest,
    deed_on,
    signed_in,
)
from commonweal.rules.assemblies.calendar import calendar


@never_cache
@signed_in
def mine(request: SignedInRequest) -> HttpResponse:
    """Say whether a calendar can read my assemblies, and let me make an address."""
    context = {"feed": queries.feed_of(request.user)}
    return render(request, "reaching/calendar.html", context)


@deed_on("reaching:calendar")
@never_cache
@signed_in
def make(request: SignedInRequest) -> HttpResponse:
    """Make an address for my calendar, shown this once; the one before ends."""
    if was_done(request):
        messages.info(request, gettext("Your address was shown once, and still works."))
        return redirect("reaching:calendar")
    code = actions.make_calendar(request.user, at=request.at)
    made = whole_address(reverse("reaching:feed", args=[code]))
    context = {"feed": queries.feed_of(request.user), "made": made}
    return done_once(request, render(request, "reaching/calendar.html", context))


@deed_on("reaching:calendar")
@signed_in
def end(request: SignedInRequest) -> HttpResponse:
    """Let no calendar read on."""
    actions.end_calendar(request.user)
    messages.success(request, gettext("The address opens nothing any more."))
    return redirect("reaching:calendar")


@never_cache
def feed(request: TimedRequest, code: str) -> HttpResponse:
    """Give a calendar the assemblies of whoever the address belongs to."""
    person = queries.read_by(code)
    if person is None:
        raise Http404
    words = calendar(*queries.entries_of(person, at=request.at))
    return HttpResponse(words, content_type="text/calendar; charset=utf-8")

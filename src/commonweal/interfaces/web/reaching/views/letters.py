"""How often letters remind me, and the page that the link in a letter opens."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from commonweal.capabilities.reaching import actions, queries
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.interfaces.web.reaching.forms import LettersForm
from commonweal.interfaces.web.requests import (
    SignedInRequest,
    TimedRequest,
    signed_in,
    what_was_sent,
)


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: SignedInRequest) -> HttpResponse:
    """Choose for each of my institutions how often letters remind me."""
    memberships = memberships_of(request.user, at=request.at)
    chosen = queries.choices_of(request.user, memberships)
    form = LettersForm(chosen, what_was_sent(request))
    if form.is_valid():
        actions.choose_letters(request.user, form.typed(), at=request.at)
        messages.success(request, gettext("Kept. Letters come as you chose."))
        return redirect("reaching:letters")
    context = {"form": form, "shares": queries.shares_mailbox(request.user)}
    status = 422 if form.is_bound else 200
    return render(request, "reaching/letters.html", context, status=status)


@never_cache
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: TimedRequest, code: str) -> HttpResponse:
    """Ask, and then stop the letters that the link stands in, whoever is signed in.

    Mail programs send the form by themselves when somebody presses their button, with
    no cookie and no mark of ours. Only looking stops nothing: programs look at links.
    The page names nobody and no institution, whoever has the link.
    """
    found = queries.stopped_by(code)
    if found is None:
        raise Http404
    if request.method == "POST":
        actions.stop(*found, at=request.at)
    context = {"is_done": request.method == "POST"}
    return render(request, "reaching/stop.html", context)

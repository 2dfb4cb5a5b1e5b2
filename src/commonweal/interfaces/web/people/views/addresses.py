"""Giving another mail address: asked for here, and taken by a link in a letter."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.foundation.people import access, actions
from commonweal.foundation.people.queries.addresses import address_asked
from commonweal.interfaces import limits
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.people.forms import NewAddressForm
from commonweal.interfaces.web.people.views.mine import my_page
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import SignedInRequest, deed_on, signed_in
from commonweal.rules.verdict import require


@deed_on("people:me")
@signed_in
def ask(request: SignedInRequest) -> HttpResponse:
    """Have a letter sent to where I want to be written to."""
    require(access.may_get_letters())
    form = NewAddressForm(request.POST, has_one=bool(request.user.email_that_opens))
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return my_page(request, new_address=form, status=status)
    done_or_said(
        form,
        lambda: _ask(request, form.cleaned_data["email"]),
        address_is_yours="email",
        email_malformed="email",
    )
    if form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return my_page(request, new_address=form, status=status)
    words = gettext(
        "A letter is on its way to {address}. Open the link in it, on this device. "
        "Until then nothing changes."
    )
    messages.success(request, words.format(address=form.cleaned_data["email"]))
    return redirect("people:me")


def _ask(request: SignedInRequest, email: str) -> None:
    require(limits.may_show_address(request.user, email, at=request.at))
    actions.ask_for_address(
        request.user,
        email,
        language=get_language() or "en",
        link=lambda token: whole_address(reverse("people:take_address", args=[token])),
        at=request.at,
    )


@never_cache
@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: SignedInRequest, token: str) -> HttpResponse:
    """Be written to at the new address from now on. Looking does nothing."""
    if request.method == "POST":
        actions.take_address(request.user, token, at=request.at)
        words = gettext("You are written to at your new address from now on.")
        messages.success(request, words)
        return redirect("people:me")
    asked = address_asked(request.user, token, at=request.at)
    return render(request, "people/take_address.html", {"asked": asked})

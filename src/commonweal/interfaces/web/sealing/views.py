"""Sealing for trustees, and opening, reading, handing over and destroying together."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache

from commonweal.foundation.codes import grouped
from commonweal.foundation.language import say
from commonweal.foundation.sealing import access, actions, queries
from commonweal.foundation.sealing.queries import ThingView
from commonweal.interfaces import limits
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.once import done_once, was_done
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    deed_on,
    in_institution,
    signed_in,
)
from commonweal.interfaces.web.sealing.forms import (
    AccountForm,
    DestroyForm,
    NewCodeForm,
    ShareForm,
)


@never_cache
@in_institution
@signed_in
def sealed(request: InstitutionRequest) -> HttpResponse:
    """Show who the trustees are, what I keep shares of, and the form to seal."""
    return _page(request)


@deed_on("sealing:sealed")
@never_cache
@in_institution
@signed_in
def seal(request: InstitutionRequest) -> HttpResponse:
    """Seal what somebody wrote for the trustees."""
    me, form = as_member(request), AccountForm(request.POST)
    if not form.is_valid():
        return _page(request, account=form, status=422)
    may = limits.may_seal(me.person, at=request.at)
    if not may:
        # What was written stays in the fields.
        form.add_error(None, say(may.reason))
        return _page(request, account=form, status=409)
    account = actions.Account(**form.cleaned_data)
    actions.seal_account(request.institution, account, by=me, at=request.at)
    messages.success(
        request,
        gettext("It is sealed. Only the trustees together can open it, and not you."),
    )
    return redirect("sealing:sealed", request.institution.address)


@deed_on("sealing:sealed")
@never_cache
@in_institution
@signed_in
def take_code(request: InstitutionRequest) -> HttpResponse:
    """Give a trustee the code for their paper, this once."""
    me, form = as_member(request), NewCodeForm(request.POST)
    if was_done(request):
        words = gettext("Your code was shown once, and it is still good.")
        messages.info(request, words)
        return redirect("sealing:sealed", request.institution.address)
    if queries.trustee_of(me) is not None and not form.is_valid():
        return _page(request, code=form, status=422)
    code = actions.take_code(me, at=request.at)
    page = render(request, "sealing/code.html", {"code": grouped(code)})
    return done_once(request, page)


@never_cache
@in_institution
@signed_in
def one_thing(request: InstitutionRequest, thing: UUID) -> HttpResponse:
    """Show a sealed thing to one of its trustees: how far it is from open."""
    return _thing_page(request, _found(request, thing))


@deed_on("sealing:sealed")
@never_cache
@in_institution
@signed_in
def give_share(request: InstitutionRequest, thing: UUID) -> HttpResponse:
    """Give one's share with the code on one's paper."""
    view, form = _found(request, thing), ShareForm(request.POST)
    if not form.is_valid():
        return _thing_page(request, view, share=form, status=422)
    is_true = actions.give_share(
        view.thing, by=request.member, code=form.cleaned_data["code"], at=request.at
    )
    tell = messages.success if is_true else messages.error
    tell(request, gettext("Your share is given.") if is_true else _it_is_false())
    return redirect("sealing:thing", request.institution.address, thing)


@deed_on("sealing:sealed")
@never_cache
@in_institution
@signed_in
def read(request: InstitutionRequest, thing: UUID) -> HttpResponse:
    """Show the words; where they are somebody's by name, that person is told."""
    view = _found(request, thing)
    words = actions.read(view.thing, by=request.member, at=request.at)
    return render(request, "sealing/words.html", {"view": view, "words": words})


@deed_on("sealing:sealed")
@in_institution
@signed_in
def hand_over(request: InstitutionRequest, thing: UUID) -> HttpResponse:
    """Seal it anew for the trustees of today."""
    view = _found(request, thing)
    actions.hand_over(view.thing, by=request.member, at=request.at)
    messages.success(request, gettext("It is sealed for the trustees of today."))
    return redirect("sealing:sealed", request.institution.address)


@deed_on("sealing:sealed")
@never_cache
@in_institution
@signed_in
def destroy(request: InstitutionRequest, thing: UUID) -> HttpResponse:
    """Want the keys destroyed; once enough trustees do, they are."""
    view, form = _found(request, thing), DestroyForm(request.POST)
    if not form.is_valid():
        return _thing_page(request, view, destroying=form, status=422)
    if actions.agree_to_destroy(view.thing, by=request.member, at=request.at):
        messages.success(request, gettext("Its keys are destroyed."))
        return redirect("sealing:sealed", request.institution.address)
    messages.success(request, gettext("It is noted that you want it destroyed."))
    return redirect("sealing:thing", request.institution.address, thing)


def _it_is_false() -> str:
    return gettext(
        "Your share is false: it is not the one that was dealt to you. The journal "
        "says so. The other trustees can still open it without you."
    )


def _found(request: InstitutionRequest, thing: UUID) -> ThingView:
    """Find a thing one keeps a share of; any other is as though it were not there."""
    view = queries.thing_of(as_member(request), thing, at=request.at)
    if view is None:
        raise Http404("There is nothing sealed here that you keep a share of.")
    return view


def _page(
    request: InstitutionRequest, status: int = 200, **typed: forms.Form
) -> HttpResponse:
    me = as_member(request)
    context: dict[str, Any] = {
        "trustees": queries.trustees(request.institution),
        "threshold": queries.threshold(request.institution),
        "things": queries.things_of(me, at=request.at),
        "may_take_code": access.may_take_code(me),
        "has_code": queries.trustee_of(me) is not None,
        "may_seal": access.may_seal_for_trustees(me, at=request.at),
        "account": AccountForm(),
        "code": NewCodeForm(),
        **typed,
    }
    context["form"] = context["account"]
    return render(request, "sealing/sealed.html", context, status=status)


def _thing_page(
    request: InstitutionRequest,
    view: ThingView,
    status: int = 200,
    **typed: forms.Form,
) -> HttpResponse:
    me, thing, share, at = request.member, view.thing, view.share, request.at
    context = {
        "view": view,
        "may_give": access.may_give_share(share, thing, at=at),
        "may_read": access.may_read(me, thing, at=at),
        "may_hand_over": access.may_hand_over(me, share, thing, at=at),
        "may_destroy": access.may_destroy(share, thing, at=at),
        "share": ShareForm(),
        "destroying": DestroyForm(),
        **typed,
    }
    return render(request, "sealing/thing.html", context, status=status)

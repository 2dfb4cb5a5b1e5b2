"""Letting somebody back in who lost every way: vouch, pause, print, stop, come back."""

from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.foundation.codes import grouped
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import recovering as access
from commonweal.foundation.institutions.actions import recovering
from commonweal.foundation.institutions.models import Member, Recovery
from commonweal.foundation.institutions.queries import recovering as recoveries
from commonweal.interfaces import limits
from commonweal.interfaces.web.institutions.forms.recovering import (
    HalvesForm,
    LostForm,
    PauseForm,
)
from commonweal.interfaces.web.institutions.views.arriving import as_whoever_is_here
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.once import done_once, was_done
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    TimedRequest,
    deed_on,
    in_institution,
    signed_in,
    what_was_sent,
)
from commonweal.rules.charters.prose_recovery import recovery_clauses
from commonweal.rules.verdict import Refused, Verdict, refused, require


class Shown(NamedTuple):
    """Somebody who is being let back in, and what the reader may do about it."""

    view: recoveries.RecoveryView
    may_vouch: Verdict
    may_print: Verdict
    may_pause: Verdict
    pausing: PauseForm
    is_me: bool


@never_cache
@in_institution
@signed_in
def recovery(request: InstitutionRequest) -> HttpResponse:
    """Show who is being let back in, by the charter's rule, and let members vouch."""
    return _page(request, LostForm(members=_others(request)))


@deed_on("institutions:recovery")
@in_institution
@signed_in
def vouch(request: InstitutionRequest) -> HttpResponse:
    """Say that I know who somebody is who lost every way in."""
    form = LostForm(request.POST, members=_others(request))
    if not form.is_valid():
        return _page(request, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    lost = form.chosen()
    recovering.vouch(lost, by=as_member(request), at=request.at)
    return redirect("institutions:recovery", request.institution.address)


@deed_on("institutions:recovery")
@never_cache
@in_institution
@signed_in
def print_half(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Print my half of a code; it is shown this once."""
    if was_done(request):
        messages.info(request, gettext("Your half was shown once, and is unchanged."))
        return redirect("institutions:recovery", request.institution.address)
    found = _found(request, one)
    half = recovering.print_half(found, by=as_member(request), at=request.at)
    context = {
        "half": grouped(half),
        "name": found.member.name,
        "door": whole_address(reverse("institutions:come_back")),
    }
    return done_once(request, render(request, "institutions/half.html", context))


@deed_on("institutions:recovery")
@in_institution
@signed_in
def pause(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Have it paused, with a reason: I doubt that it is them."""
    form, found = PauseForm(request.POST), _found(request, one)
    if not form.is_valid():
        lost = LostForm(members=_others(request))
        wrong = HTTPStatus.UNPROCESSABLE_ENTITY
        return _page(request, lost, wrong, pausing={found.pk: form})
    reason = form.cleaned_data["reason"]
    recovering.pause(found, by=as_member(request), reason=reason, at=request.at)
    return redirect("institutions:recovery", request.institution.address)


@deed_on("institutions:recovery")
@in_institution
@signed_in
def stop(request: InstitutionRequest, one: UUID) -> HttpResponse:
    """Stop being let back in: I have lost nothing."""
    me = as_member(request)
    recovering.stop(_found(request, one), by=me, at=request.at)
    return redirect("people:me")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def come_back(request: TimedRequest) -> HttpResponse:
    """Take my place again with two halves of a code."""
    form = HalvesForm(what_was_sent(request))
    if not form.is_valid():
        wrong = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return _come_back_page(request, form, wrong)
    require(limits.may_try(request, limits.CODES, at=request.at))
    typed = form.cleaned_data
    member = done_or_said(
        form,
        lambda: as_whoever_is_here(
            request,
            lambda person: recovering.come_back(
                typed["first"], typed["second"], person=person, at=request.at
            ),
            is_shared=typed["is_shared"],
        ),
    )
    if member is None:
        return _come_back_page(request, form, HTTPStatus.CONFLICT)
    return redirect("institutions:face", member.institution.address)


def _come_back_page(
    request: TimedRequest, form: HalvesForm, status: int
) -> HttpResponse:
    context = {"form": form}
    return render(request, "institutions/come_back.html", context, status=status)


def _page(
    request: InstitutionRequest,
    form: LostForm,
    status: int = HTTPStatus.OK,
    pausing: Mapping[UUID, PauseForm] = MappingProxyType({}),
) -> HttpResponse:
    me, others = as_member(request), _others(request)
    needed = request.charter.recovery.vouchers
    there = recoveries.recoveries(request.institution, at=request.at)
    context = {
        "form": form,
        "shown": [_shown(request, one, me, pausing) for one in there],
        "rule": tuple(recovery_clauses(request.charter.recovery)),
        "is_possible": needed,
        "needed": needed,
        "others": len(others),
        "too_few": needed > len(others),
    }
    return render(request, "institutions/recovery.html", context, status=status)


def _shown(
    request: InstitutionRequest,
    view: recoveries.RecoveryView,
    me: Member,
    pausing: Mapping[UUID, PauseForm],
) -> Shown:
    one, at = view.recovery, request.at
    return Shown(
        view=view,
        may_vouch=access.may_vouch(me, one.member, request.charter, at=at),
        may_print=access.may_print_half(me, one, at=at),
        may_pause=access.may_pause(me, one, at=at),
        pausing=pausing.get(one.pk, PauseForm()),
        is_me=one.member_id == me.pk,
    )


def _others(request: InstitutionRequest) -> dict[str, Member]:
    me = as_member(request)
    everybody = queries.members(request.institution, at=request.at)
    return {
        str(one.pk): one
        for one in everybody
        if one.person_id is not None and one.pk != me.pk
    }


def _found(request: InstitutionRequest, one: UUID) -> Recovery:
    for shown in recoveries.recoveries(request.institution, at=request.at):
        if shown.recovery.pk == one:
            return shown.recovery
    raise Refused(refused("recovery_is_over"))

"""The devices on which I am signed in: name them, sign them out."""

from typing import cast
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from commonweal.foundation.people import actions, queries
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.requests import SignedInRequest, deed_on, signed_in


@never_cache
@signed_in
def devices(request: SignedInRequest) -> HttpResponse:
    """List the devices on which I am signed in, this one first."""
    here = _here(request)
    mine = queries.sign_ins_of(request.user, at=request.machine_at)
    context = {
        "here": here,
        "ways": queries.ways_back(request.user),
        "devices": sorted(mine, key=lambda one: one.pk != here),
        "longest": actions.LONGEST_DEVICE,
    }
    return render(request, "people/devices.html", context)


@deed_on("people:devices")
@signed_in
def name_device(request: SignedInRequest, one: UUID) -> HttpResponse:
    """Call a device by a name."""
    name = request.POST.get("name", "")
    actions.name_sign_in(request.user, one, name=name)
    return redirect("people:devices")


@deed_on("people:devices")
@signed_in
def end_device(request: SignedInRequest, one: UUID) -> HttpResponse:
    """Sign out a device that is not this one."""
    actions.end_sign_in(request.user, one)
    return redirect("people:devices")


@deed_on("people:devices")
@signed_in
def end_others(request: SignedInRequest) -> HttpResponse:
    """Sign out every device but this one."""
    actions.end_other_sign_ins(request.user, but=_here(request))
    return redirect("people:devices")


def _here(request: SignedInRequest) -> UUID:
    sign_in = cast("sign_ins.WithSignIn", request).sign_in
    assert sign_in is not None, "whoever is signed in is so by a device"
    return sign_in.pk

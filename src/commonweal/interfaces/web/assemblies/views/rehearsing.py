"""Trying out an assembly with invented people: nothing of it is kept anywhere.

What was pressed stands in the address of the page, signed for whoever pressed it. So
the button “Back” takes back the last press, and closing the page throws all of it away.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries.rehearsing import (
    Rehearsal,
    as_pressed,
    cast_of,
    may_press,
    may_try_out,
    rehearsed,
)
from commonweal.foundation.institutions.models import Member
from commonweal.interfaces.web.assemblies.forms import DeedForm
from commonweal.interfaces.web.assemblies.views.page import page_of
from commonweal.interfaces.web.assemblies.views.showing import assembly_at
from commonweal.interfaces.web.institutions.views.standing import as_member
from commonweal.interfaces.web.requests import (
    InstitutionRequest,
    in_institution,
    signed_in,
)
from commonweal.rules.assemblies.rehearsing import Press
from commonweal.rules.verdict import Refused, refused, require

# Servers and browsers take addresses of some thousand signs.
LONGEST_ADDRESS = 3_000


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was pressed in a rehearsal since it began."""

    began: datetime
    presses: tuple[Press, ...] = ()


@never_cache
@in_institution
@signed_in
def rehearse(
    request: InstitutionRequest, number: int, so_far: str = ""
) -> HttpResponse:
    """Show where a rehearsal stands; what is pressed leads to the page after it."""
    member = as_member(request)
    row = assembly_at(request, number)
    require(may_try_out(queries.held(row, at=request.at)))
    pressed = _read(so_far, row, member, at=request.at)
    rehearsal = rehearsed(row, member, pressed.presses, began=pressed.began)
    if request.method != "POST":
        return _shown(request, rehearsal, so_far)
    form = DeedForm(request.POST)
    if not form.is_valid():
        raise Refused(refused("deed_unknown"))
    press = _press(form, rehearsal, at=request.at)
    require(may_press(rehearsal, press))
    after = replace(pressed, presses=(*pressed.presses, press))
    return redirect(_address(row, _written(after, row, member)))


def _press(form: DeedForm, rehearsal: Rehearsal, *, at: datetime) -> Press:
    given, me = form.cleaned_data, rehearsal.cast.me
    about = given["about"]
    return as_pressed(
        Press(
            given["deed"],
            me,
            str(about) if about else "",
            given["item"],
            form.named(),
            given["reason"],
            given["words"],
            # Each press has a moment of its own, however fast they follow.
            max(rehearsal.seconds + 1, rehearsal.seconds_at(at)),
        )
    )


def _shown(
    request: InstitutionRequest, rehearsal: Rehearsal, so_far: str
) -> HttpResponse:
    member, held = as_member(request), rehearsal.at(request.at)
    context = page_of(held, member, request.charter) | {
        "rehearsing": True,
        "news": "",
        "act": _address(held.row, so_far),
        "anew": _address(held.row, ""),
        "people": _people(rehearsal),
        "others_did": rehearsal.others_did,
        "minutes_so_far": rehearsal.lines,
    }
    context["may"] |= dict.fromkeys(
        ("decide_in_secret", "decide_texts_in_secret"), refused("not_in_a_rehearsal")
    )
    return render(request, "assemblies/rehearsal.html", context)


def _people(rehearsal: Rehearsal) -> dict[str, list[tuple[UUID, str]]]:
    """List who can be let in and who is there, of those who take part."""
    held, cast = rehearsal.held, rehearsal.cast
    inside = held.now.presence.inside
    channels = held.now.presence.channels
    everybody = [(UUID(of), held.name(of)) for of in (cast.me, *cast.invented)]
    there = [one for one in everybody if str(one[0]) in inside]
    return {
        "away": [one for one in everybody if one not in there],
        "inside": there,
        "unseen": [],
        "by_phone": [one for one in there if channels.get(str(one[0])) == "phone"],
    }


def _address(row: Assembly, so_far: str) -> str:
    here = [row.institution.address, row.number]
    if not so_far:
        return reverse("assemblies:rehearse", args=here)
    return reverse("assemblies:rehearsed", args=[*here, so_far])


def _written(pressed: Pressed, row: Assembly, by: Member) -> str:
    """Write what was pressed as a part of an address; people stand in it by place."""
    cast = cast_of(row, by)
    who = ["", cast.me, *cast.invented]
    told: list[Any] = [int(pressed.began.timestamp())]
    for one in pressed.presses:
        about = who.index(one.about) if one.about in who else 0
        words = [one.item, one.what, str(one.reason), str(one.words)]
        told.append([one.seconds, one.deed, about, *words])
    written = signing.dumps(told, salt=_salt(row, by), compress=True)
    if len(written) > LONGEST_ADDRESS:
        raise Refused(refused("rehearsal_is_full"))
    return written


def _read(so_far: str, row: Assembly, by: Member, *, at: datetime) -> Pressed:
    """Read what was pressed; nobody reads what another pressed, or made up."""
    if not so_far:
        return Pressed(at.replace(microsecond=0))
    try:
        began, *told = signing.loads(so_far, salt=_salt(row, by))
    except signing.BadSignature as why:
        raise Refused(refused("rehearsal_not_yours")) from why
    cast = cast_of(row, by)
    who = ["", cast.me, *cast.invented]
    presses = tuple(
        Press(deed, cast.me, who[about], item, what, reason, words, seconds)
        for seconds, deed, about, item, what, reason, words in told
    )
    return Pressed(datetime.fromtimestamp(began, UTC), presses)


def _salt(row: Assembly, by: Member) -> str:
    return f"rehearsal of {row.pk} by {by.pk}"

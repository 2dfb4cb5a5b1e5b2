"""The door of a room without internet, its screen, its papers, and its end."""

import secrets
from contextlib import suppress
from http import HTTPStatus
from ipaddress import ip_address
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    Deed,
    claim_name,
    finish_here,
    result_of,
    take_name_at_desk,
    take_part,
)
from commonweal.capabilities.assemblies.models import Assembly, CheckOut
from commonweal.capabilities.assemblies.queries import Held
from commonweal.capabilities.assemblies.queries.on_laptop import (
    device_at,
    names_at_desk,
)
from commonweal.capabilities.assemblies.queries.unseen import unseen
from commonweal.foundation.codes import normal
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.keys import store
from commonweal.foundation.language import say
from commonweal.foundation.people.actions import change_language
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import html_of
from commonweal.interfaces import limits
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.institutions.views.pictures import qr
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import TimedRequest, what_was_sent
from commonweal.interfaces.web.room.forms import DeskForm, DoorForm, NameForm
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, require

ONCE_BYTES = 32
AGAIN_AFTER_S = 5


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: TimedRequest) -> HttpResponse:
    """Let somebody in by the code of the room, and ask who they are."""
    row = _row()
    if _member(request, row) is not None:
        return _to_room(row)
    typed = request.POST.get("code") or request.GET.get("code") or ""
    if not typed:
        return _asked(request, DoorForm(what_was_sent(request)))
    require(limits.may_try(request, limits.CODES, at=request.at))
    at_desk = _opens(typed, queries.desk_code())
    if not at_desk and not _opens(typed, row.code):
        form = DoorForm({"code": typed})
        form.add_error("code", say(Sentence("code_of_room_wrong")))
        return _asked(request, form)
    if at_desk:
        limits.was_no_guess(request, limits.CODES)
        return _at_desk(request, row, typed)
    return _by_phone(request, row, typed)


@never_cache
def screen(request: TimedRequest) -> HttpResponse:
    """Show the room how to come in and how it stands: on the laptop, or at its desk."""
    row = _row()
    held = queries.held(row, at=request.at)
    if not _is_the_laptop(request) and not _leads(request, held):
        return redirect("room:door")
    address = settings.ADDRESS
    context = {
        "held": held,
        "now": held.now,
        "address": address,
        "picture": qr(f"{address}/?code={row.code}"),
        "unseen": sorted(filter(None, map(held.name, map(str, unseen(held))))),
        "at_hand": held.title(held.now.agenda.current),
        "speaking": held.name(held.now.floor.speaking.of)
        if held.now.floor.speaking
        else "",
    }
    answer = render(request, "room/screen.html", context)
    answer["Refresh"] = str(AGAIN_AFTER_S)
    return answer


def words(request: TimedRequest, number: int) -> HttpResponse:
    """Show the words of a proposal that is talked about."""
    row = _row()
    if _member(request, row) is None:
        return redirect("room:door")
    found = [one for one in queries.papers(_taken()) if one.number == number]
    if not found:
        raise Http404
    context = {"paper": found[0], "text": html_of(found[0].text), "row": row}
    return render(request, "room/words.html", context)


@never_cache
def finish(request: TimedRequest) -> HttpResponse:
    """End the assembly on this laptop, by whoever facilitates."""
    held = queries.held(_row(), at=request.at)
    if not _leads(request, held):
        return redirect("room:door")
    if request.method == "POST":
        finish_here(_taken(), at=request.at)
        return redirect("room:finish")
    taken = _taken()
    context = {"held": held, "taken": taken, "node": queries.node_of(taken)[1]}
    return render(request, "room/finish.html", context)


@never_cache
def file_for_node(request: TimedRequest) -> HttpResponse:
    """Give the file that is brought in where the assembly came from."""
    row, taken = _row(), _taken()
    if not _leads(request, queries.held(row, at=request.at)) or not taken.ended_at:
        raise Http404
    node, _ = queries.node_of(taken)
    once = secrets.token_bytes(ONCE_BYTES)
    seed = store.kept(queries.LAPTOP_KEY)
    file = result_of(taken, seed=seed, node=node, once=once)
    answer = HttpResponse(file, content_type="application/json")
    name = f"{row.institution.address}-{row.number}-from-laptop.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _by_phone(request: TimedRequest, row: Assembly, code: str) -> HttpResponse:
    """Ask for a name; a wrong one is a try, as a wrong code is."""
    form = NameForm(request.POST if "name" in request.POST else None)
    form.initial = {"code": code}
    if not form.is_bound:
        limits.was_no_guess(request, limits.CODES)
    if not form.is_valid():
        return _named(request, form, row, at_desk=False)
    device = device_at(request.META["REMOTE_ADDR"])
    name = form.cleaned_data["name"]
    with transaction.atomic():
        # Two phones at once are not in under one name.
        member = done_or_said(
            form,
            lambda: claim_name(row, name, device=device, at=request.at),
            name_not_by_phone="name",
            device_has_a_name="name",
        )
        if member is not None:
            _sign_in(request, member, device)
    if member is None:
        return _named(request, form, row, at_desk=False)
    limits.was_no_guess(request, limits.CODES)
    return _come_in(request, row, member)


def _at_desk(request: TimedRequest, row: Assembly, code: str) -> HttpResponse:
    """Ask whom those at the desk see, who may be anybody."""
    held, charter = queries.held(row, at=request.at), queries.charter_here(row)
    names = names_at_desk(held, charter, at=request.at)
    form = DeskForm(
        request.POST if "of" in request.POST else None, code=code, names=names
    )
    if not form.is_valid():
        return _named(request, form, row, at_desk=True)
    with transaction.atomic():
        member = take_name_at_desk(row, form.cleaned_data["of"], at=request.at)
        _sign_in(request, member, "")
    return _come_in(request, row, member)


def _sign_in(request: TimedRequest, member: Member, device: str) -> None:
    person = member.person
    assert person, "whoever may be in the room came along with a person"
    change_language(person, language=get_language() or "en")
    sign_ins.begin(request, person, device=device)


def _come_in(request: TimedRequest, row: Assembly, member: Member) -> HttpResponse:
    """Put down that they are there, if they are not in by the hand of the door."""
    with suppress(Refused):
        take_part(row, Deed("come_in", code=row.code), by=member, at=request.at)
    return _to_room(row)


def _named(
    request: TimedRequest, form: Form, row: Assembly, *, at_desk: bool
) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "row": row, "at_desk": at_desk}
    return render(request, "room/who.html", context, status=status)


def _asked(request: TimedRequest, form: DoorForm) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "row": _row()}
    return render(request, "room/door.html", context, status=status)


def _opens(typed: str, code: str) -> bool:
    return secrets.compare_digest(normal(typed), code)


def _taken() -> CheckOut:
    taken = queries.taken_here()
    if taken is None:
        raise Http404
    return taken


def _row() -> Assembly:
    row = _taken().assembly
    timezone.activate(ZoneInfo(queries.charter_here(row).time_zone))
    return row


def _member(request: TimedRequest, row: Assembly) -> Member | None:
    person = request.user
    return queries.of_person(row, person) if isinstance(person, Person) else None


def _leads(request: TimedRequest, held: Held) -> bool:
    member = _member(request, held.row)
    if member is None:
        return False
    return held.now.is_one_of(str(member.pk), "facilitator", "doorkeeper")


def _is_the_laptop(request: TimedRequest) -> bool:
    return ip_address(request.META["REMOTE_ADDR"]).is_loopback


def _to_room(row: Assembly) -> HttpResponse:
    return redirect("assemblies:assembly", row.institution.address, row.number)

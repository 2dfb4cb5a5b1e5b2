"""Joining: type a code or follow a link, read what you join, choose a name."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache

from commonweal.foundation import duties
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import changing, joining
from commonweal.foundation.institutions.models import Invitation, Member
from commonweal.foundation.language import number, say
from commonweal.foundation.people.models import Person
from commonweal.interfaces import limits
from commonweal.interfaces.web.institutions.forms.founding import MeForm
from commonweal.interfaces.web.institutions.forms.joining import CodeForm
from commonweal.interfaces.web.institutions.views.arriving import (
    as_whoever_is_here,
    led_on,
    who_is_here,
)
from commonweal.interfaces.web.institutions.views.charters import as_read
from commonweal.interfaces.web.languages import (
    answered_in,
    language_asked_for,
    only_typed,
)
from commonweal.interfaces.web.refusals import done_or_said
from commonweal.interfaces.web.requests import TimedRequest, deed_on
from commonweal.rules.charters.prose import public_clauses
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused, require


@never_cache
def type_code(request: TimedRequest) -> HttpResponse:
    """Ask for the code on a slip of paper."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["typed"]
        require(limits.may_try(request, limits.CODES, at=request.at))
        if queries.invitation_by_code(code) is not None:
            limits.was_no_guess(request, limits.CODES)
            return redirect("institutions:join", code)
        form.add_error("typed", say(Sentence("invitation_unknown")))
    status = 422 if form.is_bound else 200
    return render(request, "institutions/type_code.html", {"form": form}, status=status)


@never_cache
def join(request: TimedRequest, code: str) -> HttpResponse:
    """Show what one joins, and join under a name of one's choice."""
    require(limits.may_try(request, limits.CODES, at=request.at))
    invitation = good_invitation(request, code)
    limits.was_no_guess(request, limits.CODES)
    person = request.user if isinstance(request.user, Person) else None
    data = request.POST if request.method == "POST" else None
    form = MeForm(data, is_signed_in=person is not None)
    already = queries.member_of(invitation.institution, person, at=request.at)
    if already is not None and "second" in request.POST:
        changing.take_second_place(code, by=already, at=request.at)
        messages.success(request, gettext("You are one member, and in one place."))
        return redirect("institutions:face", invitation.institution.address)
    if language := language_asked_for(request):
        only_typed(form)
        return answered_in(
            request, language, lambda: _page(request, code, invitation, form)
        )
    if not form.is_bound or not form.is_valid():
        return _page(request, code, invitation, form)
    joined = done_or_said(
        form, lambda: _join(request, code, form), name_taken="my_name"
    )
    if joined is None:
        return _page(request, code, invitation, form)
    messages.success(request, _welcome(joined))
    face = reverse("institutions:face", args=[invitation.institution.address])
    return led_on(request, form, face)


def _join(request: TimedRequest, code: str, form: MeForm) -> Member:
    typed = form.cleaned_data
    return as_whoever_is_here(
        request,
        lambda person: joining.join(
            code, person=person, name=typed["my_name"], at=request.at
        ),
        email=typed.get("email", ""),
        is_shared=typed.get("is_shared", False),
    )


@never_cache
def charter(request: TimedRequest, code: str) -> HttpResponse:
    """Let whoever holds an invitation read the charter before they join."""
    require(limits.may_try(request, limits.CODES, at=request.at))
    invitation = good_invitation(request, code)
    limits.was_no_guess(request, limits.CODES)
    *_, newest = queries.charter_versions(invitation.institution, at=request.at)
    context = {"code": code, "name": newest.charter.name, **as_read(newest)}
    return render(request, "institutions/join_charter.html", context)


@deed_on("institutions:join_by_code")
@never_cache
def decline(request: TimedRequest, code: str) -> HttpResponse:
    """Take my name off a list that somebody put it on."""
    require(limits.may_try(request, limits.CODES, at=request.at))
    joining.decline(code, at=request.at)
    limits.was_no_guess(request, limits.CODES)
    messages.success(request, gettext("Your name is off the list, and erased."))
    return redirect("node:home")


def good_invitation(request: TimedRequest, code: str) -> Invitation:
    """Find an invitation that still opens the door; otherwise say why it does not."""
    invitation = queries.invitation_by_code(code)
    if invitation is None:
        raise Refused(refused("invitation_unknown"))
    duties.settle(invitation.institution, at=request.at)
    charter = queries.charter_in_force(invitation.institution, at=request.at)
    timezone.activate(ZoneInfo(charter.time_zone))
    require(access.may_be_used(invitation, at=request.at))
    return invitation


def _welcome(joined: Member) -> str:
    """Greet somebody, and say what they cannot do yet and who can change that."""
    needed = joined.confirmers_needed
    if not needed:
        return gettext("You belong to it now.")
    words = ngettext(
        "You belong to it now. You vote once {n} member says that they know you: ask "
        "somebody here who has met you and did not invite you. They say it on the page "
        "of members.",
        "You belong to it now. You vote once {n} members say that they know you: ask "
        "people here who have met you and did not invite you. They say it on the page "
        "of members.",
        needed,
    )
    return words.format(n=number(needed))


def _inviter(invitation: Invitation) -> str:
    """Name who gave a code for one; a link for many may hang where strangers pass."""
    for_one = invitation.max_uses == 1 or invitation.for_member_id is not None
    by = invitation.invited_by
    return by.name if for_one and by is not None else ""


def _page(
    request: TimedRequest, code: str, invitation: Invitation, form: MeForm
) -> HttpResponse:
    institution, at = invitation.institution, request.at
    charter = queries.charter_in_force(institution, at=at)
    person = request.user if isinstance(request.user, Person) else None
    place = invitation.for_member
    already = queries.member_of(institution, person, at=at)
    context = {
        "code": code,
        "institution": institution,
        "charter": charter,
        "inviter": _inviter(invitation),
        "confirmers": access.confirmers_needed_by(invitation, at=at),
        "member_class": charter.member_class(invitation.member_class),
        "strangers_see": tuple(public_clauses(charter)),
        "already": already,
        "second": place if already and place else None,
        "may_be_second": already
        and access.may_take_second_place(invitation, already, at=at),
        "becomes": already and place and access.may_become(already, place, charter),
        "came_by": queries.came_by(place) if place else None,
        "form": form,
        "language_form": "" if already else "join",
        **who_is_here(request),
    }
    status = 422 if form.is_bound else 200
    return render(request, "institutions/join.html", context, status=status)

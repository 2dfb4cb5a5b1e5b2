"""Arriving on this server in the course of founding or joining."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person
from commonweal.interfaces import limits
from commonweal.interfaces.web import sign_ins
from commonweal.interfaces.web.navigation import whole_address
from commonweal.interfaces.web.requests import TimedRequest


def as_whoever_is_here[Done](
    request: TimedRequest,
    deed: Callable[[Person], Done],
    *,
    email: str = "",
    is_shared: bool = False,
) -> Done:
    """Do a deed as the person who is signed in; a stranger arrives by it.

    A deed that is refused leaves nobody behind.
    """
    if isinstance(request.user, Person):
        return deed(request.user)
    language = get_language() or "en"
    with transaction.atomic():
        person = actions.arrive(email=email, language=language, at=request.at)
        done = deed(person)
        if email and _may_ask(request, person):
            ask_whether_it_is_theirs(request, person, language)
    sign_ins.begin(request, person, is_shared=is_shared)
    return done


def who_is_here(request: TimedRequest) -> dict[str, object]:
    """Say as whom a device is signed in: who holds it now may be somebody else."""
    if not isinstance(request.user, Person):
        return {}
    return {
        "here_as": institutions.memberships_of(request.user, at=request.at),
        "here_ways": queries.ways_back(request.user),
    }


def led_on(request: TimedRequest, form: Form, to: str) -> HttpResponse:
    """Lead on; on a shared phone whoever gave no address gets codes for paper first."""
    typed, by_letter = form.cleaned_data, queries.sends_letters()
    if not typed.get("is_shared") or (by_letter and typed.get("email")):
        return redirect(to)
    words = (
        gettext(
            "Without a mail address nothing brings you back in once this phone has "
            "signed you out. Get codes for paper now, before you go on."
        )
        if by_letter
        else gettext(
            "This server sends no letters, so nothing brings you back in once this "
            "phone has signed you out. Get codes for paper now, before you go on."
        )
    )
    messages.warning(request, words)
    return redirect(f"{reverse('people:me')}#paper")


def _may_ask(request: TimedRequest, person: Person) -> bool:
    """Say whether whoever asks, and that mailbox, had not too many letters yet."""
    tried = limits.may_try(request, limits.SIGN_IN, at=request.at)
    return bool(tried and limits.may_show_address(person, person.email, at=request.at))


def ask_whether_it_is_theirs(
    request: TimedRequest, person: Person, language: str
) -> None:
    """Send the link that confirms the address somebody arrived with."""
    actions.send_sign_in_link(
        person.email,
        language=language,
        link=lambda code: whole_address(reverse("people:enter", args=[code])),
        at=request.at,
        asked_by=person,
        occasion="confirm",
    )

"""Arriving on this server in the course of founding or joining."""

from collections.abc import Callable

from django.db import transaction
from django.urls import reverse
from django.utils.translation import get_language

from commonweal.foundation.people import actions
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
        if email and _may_ask(request, email):
            ask_whether_it_is_theirs(request, person, language)
    sign_ins.begin(request, person, is_shared=is_shared)
    return done


def _may_ask(request: TimedRequest, email: str) -> bool:
    """Say whether whoever asks, and that mailbox, had not too many letters yet."""
    tried = limits.may_try(request, limits.SIGN_IN, at=request.at)
    return bool(tried and limits.may_be_written_to(email, at=request.at))


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

"""Arriving on this server in the course of founding or joining."""

from django.contrib.auth import login
from django.utils.translation import get_language

from commonweal.foundation.people import actions
from commonweal.foundation.people.models import Person
from commonweal.interfaces.web.requests import TimedRequest


def whoever_is_here(request: TimedRequest, *, email: str = "") -> Person:
    """Give the person who is signed in; a stranger arrives, and is from now on."""
    if isinstance(request.user, Person):
        return request.user
    language = get_language() or "en"
    person = actions.arrive(email=email, language=language, at=request.at)
    login(request, person)
    return person

"""Given a browser in which somebody is signed in, as the pages would do it."""

from django.conf import settings
from django.test import Client
from django.utils import timezone

from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person


def sign_in(client: Client, person: Person | None) -> None:
    """Sign a browser in as somebody."""
    assert person is not None
    _, token = actions.begin_sign_in(person, at=timezone.now())
    client.cookies[settings.SIGN_IN_COOKIE_NAME] = token


def signed_in_as(client: Client) -> Person | None:
    """Say as whom a browser is signed in, by the cookie it keeps."""
    kept = client.cookies.get(settings.SIGN_IN_COOKIE_NAME)
    token = kept.value.partition(".")[0] if kept else ""
    found = queries.signed_in_by(token, at=timezone.now())
    return found.person if found else None

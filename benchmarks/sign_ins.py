"""Sign many people in at once, without a browser each."""

from collections.abc import Iterable
from secrets import token_urlsafe
from typing import Any

from django.utils import timezone

from commonweal.foundation.people.models import SIGN_IN_LASTS, SignIn, token_digest


def sign_ins_of(people: Iterable[Any]) -> list[str]:
    """Give the token of a sign-in for each person, in their order."""
    today = timezone.now().date()
    tokens = {token_urlsafe(32): person for person in people}
    SignIn.objects.bulk_create(
        SignIn(
            person=person,
            token_digest=token_digest(token),
            used_on=today,
            ends_on=today + SIGN_IN_LASTS,
        )
        for token, person in tokens.items()
    )
    return list(tokens)

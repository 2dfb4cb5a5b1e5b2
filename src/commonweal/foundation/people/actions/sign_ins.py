"""The devices on which somebody is signed in: begun, used, named, ended by them."""

import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from commonweal.foundation.people.models import (
    SHARED_LASTS,
    SIGN_IN_LASTS,
    Person,
    SignIn,
    token_digest,
)
from commonweal.foundation.text import clean_name
from commonweal.rules.verdict import Refused, refused

LONGEST_DEVICE = 60
TOKEN_BYTES = 32


def begin_sign_in(
    person: Person, *, is_shared: bool = False, device: str = "", at: datetime
) -> tuple[SignIn, str]:
    """Sign a person in on a device; give the token that the device alone will have.

    Where no owner names it, it has no name, but for a room without internet.

    Every sign-in has a token of its own, made now, so nobody can have known it before.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    lasts = SHARED_LASTS if is_shared else SIGN_IN_LASTS
    begun = SignIn.objects.create(
        person=person,
        token_digest=token_digest(token),
        name=device,
        is_shared=is_shared,
        used_on=at.date(),
        ends_on=(at + lasts).date(),
    )
    return begun, token


def note_use(sign_in: SignIn, *, at: datetime) -> bool:
    """Note the day on which a device was used; say whether it was the first use then.

    The day alone is kept and only the latest, as with what members do.
    """
    today = at.date()
    if sign_in.used_on >= today:
        return False
    SignIn.objects.filter(pk=sign_in.pk, used_on__lt=today).update(used_on=today)
    sign_in.used_on = today
    return True


@transaction.atomic
def name_sign_in(person: Person, one: UUID, *, name: str) -> None:
    """Call one of my devices by a name I know it by; an empty one takes it away."""
    called = clean_name(name, LONGEST_DEVICE) if name.strip() else ""
    _must_be_mine(SignIn.objects.filter(person=person, pk=one).update(name=called))


@transaction.atomic
def end_sign_in(person: Person, one: UUID) -> None:
    """Sign one of my devices out."""
    _must_be_mine(SignIn.objects.filter(person=person, pk=one).delete()[0])


@transaction.atomic
def end_other_sign_ins(person: Person, *, but: UUID) -> None:
    """Sign out every device of mine but one, and end what reads on without any."""
    SignIn.objects.filter(person=person).exclude(pk=but).delete()
    for closing in settings.OTHERS_SIGNED_OUT:
        import_string(closing)(person)


def end_sign_ins(person: Person) -> None:
    """Sign a person out everywhere, and close whatever other doors they left open."""
    SignIn.objects.filter(person=person).delete()
    for closing in settings.SIGNED_OUT_EVERYWHERE:
        import_string(closing)(person)


def _must_be_mine(found: int) -> None:
    if not found:
        raise Refused(refused("sign_in_is_over"))

"""Make a token, note the day it was used, end it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from commonweal.foundation import codes
from commonweal.foundation.people.actions import tell_of_new_way
from commonweal.foundation.people.models import Person
from commonweal.foundation.text import clean_name
from commonweal.foundation.tokens import access, queries
from commonweal.foundation.tokens.models import Token
from commonweal.rules.verdict import require


@dataclass(frozen=True, slots=True)
class Made:
    """A token and its code, which is shown now and never again."""

    token: Token
    code: str


@transaction.atomic
def make_token(
    person: Person, *, name: str, scopes: Collection[str], days: int, at: datetime
) -> Made:
    """Make a token with which a program acts as this person for some days."""
    # Held so that two who make the last one at once do not both.
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(access.may_have_another(queries.tokens_of(person, at=at).count()))
    require(access.may_be_given(scopes, days))
    code = codes.link_code()
    token = Token.objects.create(
        person=person,
        name=clean_name(name, access.LONGEST_NAME),
        code_digest=codes.digest("token", code),
        scopes=[one for one in access.SCOPES if one in scopes],
        made_on=at.date(),
        ends_on=(at + timedelta(days=days)).date(),
    )
    tell_of_new_way(person, "new_way_program", at=at)
    return Made(token, queries.PREFIX + code)


def note_use(token: Token, *, at: datetime) -> None:
    """Note the day on which a token was used, and no more than the day."""
    today = at.date()
    if token.used_on is None or token.used_on < today:
        Token.objects.filter(pk=token.pk).update(used_on=today)
        token.used_on = today


def end_token(person: Person, token: UUID) -> None:
    """End one token of a person. It is forgotten, and opens nothing from now on."""
    Token.objects.filter(person=person, pk=token).delete()


def end_all_tokens(person: Person) -> None:
    """End every token of a person: whoever signs out everywhere closes these doors too.

    So whoever typed a neighbour's address keeps no key once the neighbour comes.
    """
    Token.objects.filter(person=person).delete()

"""Which tokens a person has, and whose a token is."""

from datetime import datetime

from django.db.models import QuerySet

from commonweal.foundation import codes
from commonweal.foundation.people.models import Person
from commonweal.foundation.tokens.models import Token

# So that somebody who finds one in a file sees what it is.
PREFIX = "commonweal_"


def token_by_code(code: str) -> Token | None:
    """Find a token; known or not, it is one look-up."""
    if not code.startswith(PREFIX):
        return None
    digest = codes.digest("token", code.removeprefix(PREFIX))
    return Token.objects.select_related("person").filter(code_digest=digest).first()


def tokens_of(person: Person, *, at: datetime) -> QuerySet[Token]:
    """Give the tokens with which programs act as this person now, the newest first."""
    found = Token.objects.filter(person=person, ends_on__gte=at.date())
    return found.order_by("-made_on", "name", "id")

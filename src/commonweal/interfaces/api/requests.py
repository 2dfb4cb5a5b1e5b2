"""What every operation is given with its request: the time, whose token, where it is.

An operation that is about one institution begins with `enter`, which looks it up,
writes down what fell due in it, finds who asks in it, and sets its clock.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.foundation.tokens import queries as tokens
from commonweal.foundation.tokens.models import Token
from commonweal.interfaces.clock import now
from commonweal.interfaces.entrance import entered
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Refused, refused, require

SCHEME = "bearer "


class ApiRequest(HttpRequest):
    """A request with the moment it counts as made at, and the token it came with.

    What is answered may be too much to keep, even locked, for whoever asks again.
    """

    at: datetime
    code: str
    token: Token | None
    user: Person
    keeps_no_answer: bool = False


@dataclass(frozen=True, slots=True)
class Hall:
    """An institution, as whoever asks stands in it at the moment of asking."""

    institution: Institution
    charter: Charter
    member: Member | None
    at: datetime

    def as_member(self) -> Member:
        """Give the membership of whoever asks, or refuse a stranger."""
        if self.member is None:
            raise Refused(refused("members_only"))
        return self.member


def recognise(request: ApiRequest) -> None:
    """Read the clock, and find out by the token who asks. Cookies say nothing here."""
    request.at = now()
    said = request.headers.get("Authorization", "")
    is_key = said[: len(SCHEME)].lower() == SCHEME
    request.code = said[len(SCHEME) :].strip() if is_key else said
    request.token = tokens.token_by_code(request.code) if request.code else None
    if request.token is not None and not request.token.is_over(request.at):
        request.user = request.token.person
    else:
        request.user = AnonymousUser()  # type: ignore[assignment]


def person_of(request: ApiRequest) -> Person | None:
    """Give whoever asks, if they showed a token that opens something."""
    return request.user if isinstance(request.user, Person) else None


def language_of(request: ApiRequest) -> str:
    """Choose the language of an answer: the one asked for, else the person's own."""
    asked = request.headers.get("Accept-Language", "")
    for tag, _quality in parse_accept_lang_header(asked):
        try:
            return get_supported_language_variant(tag)
        except LookupError:
            continue
    person = person_of(request)
    return person.language if person else settings.LANGUAGE_CODE


def enter(request: ApiRequest, address: str) -> Hall:
    """Go to the institution at this address; a hidden one is as though it were not."""
    institution, charter, member, may = entered(
        address, person_of(request), at=request.at
    )
    require(may)
    return Hall(institution, charter, member, request.at)

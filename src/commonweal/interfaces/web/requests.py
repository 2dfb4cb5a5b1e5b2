"""What every view is given with its request: the time, the language, where it stands.

Here every request is given its moment. A view says where it stands by a
mark: `@in_institution` (the address of an institution comes first in its path) or
`@signed_in`. The middleware then takes the reader there before the view is called:
looks up the institution, writes down what fell due in it, finds who the reader is in
it, and sets its clock.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus
from http.cookies import Morsel, SimpleCookie
from typing import Any, Concatenate

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.people.models import Person
from commonweal.interfaces.clock import machine_now, now
from commonweal.interfaces.entrance import entered
from commonweal.interfaces.web.refusals import refusal, sign_in_first
from commonweal.rules.charters.charter import Charter

type Handler = Callable[[HttpRequest], HttpResponse]


def _arrived() -> "Morsel[str]":
    """Write the cookie that says to our script that a deed was done."""
    written = SimpleCookie({"arrived": "1"})["arrived"]
    written.update({"max-age": "60", "path": "/", "samesite": "Lax"})
    return written


# Written once: it says the same to everybody.
ARRIVED = _arrived()


class TimedRequest(HttpRequest):
    """A request with the moment it counts as made at.

    `machine_at` is the same by the machine's own clock, which a demo does not move: the
    days that pass in a demo sign nobody's device out.
    """

    at: datetime
    machine_at: datetime


class SignedInRequest(TimedRequest):
    """A request by somebody who is signed in."""

    user: Person


class InstitutionRequest(TimedRequest):
    """A request about one institution; `member` is the reader's membership, if any."""

    institution: Institution
    charter: Charter
    member: Member | None


def in_institution[R: HttpRequest, **P](
    view: Callable[Concatenate[R, P], HttpResponse],
) -> Callable[Concatenate[R, P], HttpResponse]:
    """Mark a view as standing in the institution whose address its path names."""
    return _marked(view, "stands_in_institution")


def signed_in[R: HttpRequest, **P](
    view: Callable[Concatenate[R, P], HttpResponse],
) -> Callable[Concatenate[R, P], HttpResponse]:
    """Mark a view as being for people who are signed in."""
    return _marked(view, "is_for_people")


def deed_on[R: HttpRequest, **P](
    page: str,
) -> Callable[
    [Callable[Concatenate[R, P], HttpResponse]],
    Callable[Concatenate[R, P], HttpResponse],
]:
    """Mark a view as a deed that a form on this page does.

    Whoever only looks at its address, after a reload or a sign-in, is led to the page.
    """
    return lambda view: _marked(view, "is_a_deed_on", page)


class ClockMiddleware:
    """Read the clock, once a request. In a demo, as many days on as were let pass."""

    def __init__(self, answer: Handler) -> None:
        self.answer = answer

    def __call__(self, request: TimedRequest) -> HttpResponse:
        """Give the request its moment."""
        request.at, request.machine_at = now(), machine_now()
        return self.answer(request)


class LanguageMiddleware:
    """Answer in the person's own language, else the cookie's, else the browser's."""

    def __init__(self, answer: Handler) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Speak the reader's language for as long as the request lasts."""
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


class PlaceMiddleware:
    """Take the reader to where the view stands, before the view is called."""

    def __init__(self, answer: Handler) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and leave the place's clock behind."""
        with timezone.override(None):
            response = self.answer(request)
        if request.method == "POST" and response.has_header("Location"):
            # A deed that was done leads on; one that was refused answers itself.
            response.cookies[ARRIVED.key] = ARRIVED
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _positions: Sequence[object],
        names: dict[str, Any],
    ) -> HttpResponse | None:
        """Put what the view's marks ask for onto the request."""
        page: str = getattr(view, "is_a_deed_on", "")
        if page and request.method != "POST":
            return redirect(page, *([names["address"]] if "address" in names else []))
        # Asked first, so that the answer is one and the same where nothing is there.
        if getattr(view, "is_for_people", False) and not request.user.is_authenticated:
            return sign_in_first(request)
        if getattr(view, "stands_in_institution", False):
            return _enter(request, names.pop("address"))
        return None


def what_was_sent(request: HttpRequest) -> QueryDict | None:
    """Give the form that was sent, if one was; an empty one is a form too."""
    return request.POST if request.method == "POST" else None


def language_of(request: HttpRequest) -> str:
    """Choose the language of an answer."""
    person = request.user
    if isinstance(person, Person) and translation.check_for_language(person.language):
        return person.language
    return translation.get_language_from_request(request)


def remember_language(response: HttpResponse, language: str) -> None:
    """Keep a choice of language on the reader's own device."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=60 * 60 * 24 * 365,
        samesite="Lax",
        secure=settings.HTTPS,
        httponly=True,
    )


def _enter(request: HttpRequest, address: str) -> HttpResponse | None:
    """Take the reader to an institution, or say why they may not look in."""
    at: datetime = request.at  # type: ignore[attr-defined]
    person = request.user if isinstance(request.user, Person) else None
    institution, charter, member, may = entered(address, person, at=at)
    if not may:
        status = HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
        return refusal(request, may.reason, status=status)
    vars(request).update(institution=institution, charter=charter, member=member)
    return None


def _marked[**P](
    view: Callable[P, HttpResponse], mark: str, value: bool | str = True
) -> Callable[P, HttpResponse]:
    setattr(view, mark, value)
    return view

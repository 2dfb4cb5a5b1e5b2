"""Turn a refusal into a page that says why, what would change it, and keeps the words.

An action that may not be done raises `Refused`. Whoever sent a form gets its words
back, with a button that sends them again: after signing in, after the network came
back, after a mistake.
"""

import logging
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs, urlencode, urlsplit

from django.core.exceptions import DisallowedHost
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import escape_leading_slashes

from commonweal.foundation.language import say
from commonweal.interfaces.web.typed import has_hushed, typed
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused

log = logging.getLogger(__name__)

# Who was signed in when a form was opened; what they typed is nobody else's to send.
TYPED_BY = "typed-by"
# Sending again what comes too late would be refused again.
TOO_LATE = {
    "vote_is_over",
    "support_is_over",
    "too_late_to_withdraw",
    "words_are_fixed",
    "place_taken_up_later",
    "already_hidden",
    "answered_hidden",
    "answered_hidden_by",
    "answered_left",
}
# What no reader can change: the server lacks something of its own.
BROKEN = {"key_missing", "key_wrong", "key_open_to_others"}
ASKED = ("GET", "HEAD", "POST")
# The largest form, with room for how browsers wrap it.
MOST_SENT = 1_500_000


class SizeMiddleware:
    """Turn away more than any form here holds, before a byte of it is read."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what says that it is small enough. Browsers always say.

        No page is asked for in another way than these.
        """
        if request.method not in ASKED:
            return HttpResponseNotAllowed(ASKED)
        # A form can name an encoding that unpacks, or that only fails; ours is one.
        request.encoding = "utf-8"
        said = request.META.get("CONTENT_LENGTH") or "0"
        if not said.isdecimal() or "HTTP_TRANSFER_ENCODING" in request.META:
            return _too_much(request, HTTPStatus.LENGTH_REQUIRED)
        if int(said) > MOST_SENT:
            return _too_much(request, HTTPStatus.CONTENT_TOO_LARGE)
        return self.answer(request)


class RefusalMiddleware:
    """Answer a refused deed with its reason."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view does."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Turn away what somebody else typed in this browser before."""
        return somebody_elses(request) if is_somebody_elses(request) else None

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Show a refusal; any other failure is not ours to hide."""
        if not isinstance(exception, Refused):
            return None
        reason = exception.verdict.reason
        if reason.id not in BROKEN:
            return refusal(request, reason)
        log.error("a key of this server is not as it should be")
        return refusal(request, reason, status=HTTPStatus.SERVICE_UNAVAILABLE)


def refusal(
    request: HttpRequest,
    reason: Sentence,
    *,
    status: int | None = None,
    there: str = "",
) -> HttpResponse:
    """Show why not, with the words that were sent; in a panel if one was asked for.

    `there` is where what others did meanwhile can be seen.
    """
    # Of a secret ballot nothing is sent again by one button: it is filled in anew.
    is_secret = _is_in_secret(request)
    sent = [one for one in typed(request) if one.name == "text" or not is_secret]
    wrote = any(field.is_words for field in sent)
    context = {
        "reason": say(reason),
        "typed": sent if wrote else (),
        "wrote": wrote,
        "again": "" if is_secret or reason.id in TOO_LATE else _here(request),
        "hushed": not is_secret and has_hushed(request),
        "back": _back(request),
        "there": there,
        "mistyped": reason.id == "invitation_unknown",
        "door": "" if _is_known(request) else _door(request),
    }
    page = "refused.html#panel" if asked_in_part(request) else "refused.html"
    response = render(request, page, context, status=status or _status(request))
    return kept_nowhere(response) if sent or is_secret else response


def in_secret(request: HttpRequest) -> None:
    """Have a refusal show none of the marks that came along: the ballot is secret."""
    vars(request)["is_in_secret"] = True


def done_or_said[Done](
    form: Form, deed: Callable[[], Done], **fields: str
) -> Done | None:
    """Do a deed, or say beside the form why not: whoever typed it can change it there.

    `fields` say beside which field a reason stands, by the id of the reason.
    """
    try:
        return deed()
    except Refused as refusal:
        reason = refusal.verdict.reason
        if reason.id in BROKEN:
            raise
        form.add_error(fields.get(reason.id), say(reason))
        return None


def asked_in_part(request: HttpRequest) -> bool:
    """Say whether a script asked for a panel to put into a page that is open."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx) and not getattr(htmx, "boosted", False)


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Ask who is there. A form that was sent without a session keeps its words."""
    door = _door(request)
    if request.method == "GET":
        return redirect(door)
    context = {"door": door, **_to_send_again(request)}
    page = render(request, "sign_in_first.html", context, status=HTTPStatus.FORBIDDEN)
    return kept_nowhere(page)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form that did not come from a page of ours in this browser.

    A form from our own pages that was opened before the reader signed in or out may be
    sent again by hand. One that another site sent may not.
    """
    if is_somebody_elses(request):
        return somebody_elses(request)
    host = _host(request)
    ours = host and request.headers.get("Origin") == f"{request.scheme}://{host}"
    context = _to_send_again(request) if ours else {}
    page = render(request, "form_is_stale.html", context, status=HTTPStatus.FORBIDDEN)
    return kept_nowhere(page)


def is_somebody_elses(request: HttpRequest) -> bool:
    """Say whether another person than the one signed in now opened this form."""
    if request.method != "POST" or not _is_known(request):
        return False
    opened_by = request.POST.get(TYPED_BY)
    return opened_by is not None and opened_by != str(request.user.pk)


def somebody_elses(request: HttpRequest) -> HttpResponse:
    """Refuse words that were typed by another person, and show none of them."""
    return render(request, "somebody_elses.html", status=HTTPStatus.FORBIDDEN)


def kept_nowhere(response: HttpResponse) -> HttpResponse:
    """Let no browser keep a page with what was typed: others may use it later."""
    response["Cache-Control"] = "no-store"
    return response


def _is_in_secret(request: HttpRequest) -> bool:
    return bool(vars(request).get("is_in_secret"))


def _to_send_again(request: HttpRequest) -> dict[str, object]:
    sent = typed(request)
    wrote = any(field.is_words for field in sent)
    return {
        "typed": sent,
        "wrote": wrote,
        "again": _here(request),
        "hushed": has_hushed(request),
        "typed_by": "" if _is_known(request) else request.POST.get(TYPED_BY, ""),
    }


def _is_known(request: HttpRequest) -> bool:
    person = getattr(request, "user", None)
    return person is not None and person.is_authenticated


def _door(request: HttpRequest) -> str:
    # A page to sign in on is no place to come back to, but where it led is.
    sent = beyond_the_door(request.POST.get("next"))
    here = beyond_the_door(page_of(request)) or sent or "/"
    return f"{reverse('people:sign_in')}?{urlencode({'next': here})}"


def _back(request: HttpRequest) -> str:
    back = _came_from(request)
    return "/" if request.method == "GET" and back == request.path else back


def _too_much(request: HttpRequest, status: int) -> HttpResponse:
    # The form may not be asked for: asking would read all of it.
    with translation.override(translation.get_language_from_request(request)):
        context = {"most": MOST_SENT // 1_000}
        return render(request, "too_much.html", context, status=status)


def _status(request: HttpRequest) -> int:
    # A deed that was refused meets the state of things; a page, the reader's standing.
    asked = request.method in {"GET", "HEAD"}
    return HTTPStatus.FORBIDDEN if asked else HTTPStatus.CONFLICT


def page_of(request: HttpRequest) -> str:
    """Find the page the reader is on: this one, or the one a form was sent from."""
    if request.method == "GET":
        return request.get_full_path()
    return _came_from(request)


def _here(request: HttpRequest) -> str:
    return escape_leading_slashes(request.path)


def _came_from(request: HttpRequest) -> str:
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = came_from.netloc == _host(request)
    # A path that begins with two slashes would lead to a server of that name.
    return escape_leading_slashes(came_from.path) if ours else "/"


def _host(request: HttpRequest) -> str | None:
    """Give the name this server was asked under, if it is one of its own."""
    try:
        return request.get_host()
    except DisallowedHost:
        return None


def beyond_the_door(url: str | None) -> str:
    """Give where a page leads; of a page to sign in on, where that was to lead."""
    # Whoever has signed in would otherwise end at a link that is used up.
    door, parts = reverse("people:sign_in"), urlsplit(url or "")
    if not parts.path.startswith(door):
        return url or ""
    then = parse_qs(parts.query).get("next", [""])[0]
    return "" if urlsplit(then).path.startswith(door) else then

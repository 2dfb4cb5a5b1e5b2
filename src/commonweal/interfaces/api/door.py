"""The door itself: what stands under /api/ is answered here, and by no page.

No cookie is read or set, so no other site can act through somebody's browser. What is
behind the door is loaded when somebody first asks for it: pages do not wait for it.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.core.handlers.exception import response_for_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from commonweal.foundation.tokens import actions
from commonweal.interfaces.api.problems import problem, refusal
from commonweal.interfaces.api.requests import ApiRequest, language_of, recognise
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused

ADDRESS = "/api/"
URLS = "commonweal.interfaces.api.urls"
MOST_SENT = 1_000_000
DEEDS = frozenset({"POST", "PUT", "PATCH", "DELETE"})

type Handler = Callable[[HttpRequest], HttpResponse]


class ApiMiddleware:
    """Answer programs; let everybody else go on to the pages."""

    def __init__(self, answer: Handler) -> None:
        self.answer = answer

    def __call__(self, request: ApiRequest) -> HttpResponse:
        """Answer what was asked under /api/, in the language it was asked in."""
        if not request.path_info.startswith(ADDRESS):
            return self.answer(request)
        # A request can name an encoding that unpacks, or that only fails.
        request.encoding = "utf-8"
        recognise(request)
        language = language_of(request)
        with translation.override(language), timezone.override(None):
            response = answered(request)
        response.headers.setdefault("Content-Language", language)
        response.headers.setdefault("Cache-Control", "no-store")
        patch_vary_headers(response, ["Accept-Language", "Authorization"])
        return response


def answered(request: ApiRequest) -> HttpResponse:
    """Answer; whatever goes wrong is told as a problem."""
    try:
        return _once(request)
    except Refused as refused:
        return refusal(refused.verdict)
    except Http404:
        return problem(HTTPStatus.NOT_FOUND, Sentence("not_there"))
    except Exception as error:
        # Told to the log and to whoever listens, as any page that breaks.
        status = response_for_exception(request, error).status_code
        return _broken(status)


def _once(request: ApiRequest) -> HttpResponse:
    """Do a deed that came with a key once, however often it is asked for."""
    key = request.headers.get("Idempotency-Key")
    if key is None or request.method not in DEEDS or not request.user.is_authenticated:
        return _asked(request)
    done: list[HttpResponse] = []

    def deed() -> actions.Answer:
        done.append(_asked(request))
        is_kept = not getattr(request, "keeps_no_answer", False)
        return actions.Answer(done[0].status_code, done[0].content, is_kept=is_kept)

    what = b" ".join(
        (request.method.encode(), request.get_full_path().encode(), request.body)
    )
    asked = actions.Asked(key, request.code, what)
    kept = actions.once(request.user, asked, at=request.at, deed=deed)
    return done[0] if done else _given_again(kept)


def _given_again(kept: actions.Answer) -> HttpResponse:
    response = HttpResponse(
        kept.body, status=kept.status, content_type="application/json; charset=utf-8"
    )
    response["Idempotent-Replayed"] = "true"
    return response


def _asked(request: ApiRequest) -> HttpResponse:
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdecimal() or int(said) > MOST_SENT:
        return problem(HTTPStatus.CONTENT_TOO_LARGE, Sentence("body_too_large"))
    try:
        found = resolve(request.path_info, URLS)
    except Resolver404:
        return problem(HTTPStatus.NOT_FOUND, Sentence("not_there"))
    response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return _another_method(response)
    return response


def _another_method(response: HttpResponse) -> HttpResponse:
    methods = response.headers["Allow"]
    told = problem(
        HTTPStatus.METHOD_NOT_ALLOWED,
        Sentence("method_not_offered", {"methods": methods}),
    )
    told["Allow"] = methods
    return told


def _broken(status: int) -> HttpResponse:
    if status == HTTPStatus.CONTENT_TOO_LARGE:
        return problem(HTTPStatus.CONTENT_TOO_LARGE, Sentence("body_too_large"))
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return problem(HTTPStatus.BAD_REQUEST, Sentence("body_unreadable"))
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, Sentence("broke_down"))

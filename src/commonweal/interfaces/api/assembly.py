"""The API put together: its operations, how it reads, how it refuses."""

import json
from http import HTTPStatus
from typing import Any, NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.parser import Parser

from commonweal.interfaces.api.described import Description
from commonweal.interfaces.api.operations import (
    assemblies,
    charters,
    deeds,
    institutions,
    invitations,
    journal,
    me,
    members,
    minutes,
    moderation,
    node,
    proposals,
    restored,
    sealing,
    tasks,
    threads,
    together,
    votes,
    waiting,
)
from commonweal.interfaces.api.problems import Wrong, problem, refusal
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.verdict import Refused

VERSION = "1"
WORDS = """Decide as equals, provide for each other: by program.

Whatever people do on the pages of a Commonweal node, a program of theirs can do here,
with a key (`Authorization: Bearer …`) that its owner made on their page, within the
bounds of that key, and never beyond what its owner may do. Secret ballots and all that
has to do with signing in stay with people. Refusals are problems (RFC 9457) with an id,
facts, and a sentence in the language that was asked for.
"""
# What the reader of shapes calls a fault, and what we call it.
FAULTS = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
}
TOO_MUCH = {"max_length", "le", "lt"}
TOO_LITTLE = {"min_length", "ge", "gt"}


class Strict(Parser):
    """Reads JSON as it is meant: UTF-8, whole letters, and numbers that are numbers."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read what was sent, or refuse all of it."""
        if request.content_type != "application/json":
            raise HttpError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "body_not_json")
        text = request.body.decode("utf-8")
        sent = json.loads(text, parse_constant=_no_number)
        # Half a letter can be written in JSON, and nowhere else.
        json.dumps(sent, ensure_ascii=False).encode("utf-8")
        return _without_nul(sent)


class Api(NinjaAPI):
    """Our operations, named by their functions and described in our own way."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: Any = None
    ) -> OpenAPISchema:
        """Describe all operations."""
        return Description(self, path_prefix or "/api/")

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Name an operation as its function is named."""
        return operation.view_func.__name__


def assembled() -> Api:
    """Put the API together."""
    api = Api(
        title="Commonweal",
        version=VERSION,
        description=WORDS,
        openapi_url=None,
        docs_url=None,
        parser=Strict(),
        urls_namespace="api",
    )
    for subject in (
        *(node, me, institutions, charters, members, invitations),
        *(
            proposals,
            deeds,
            votes,
            threads,
            assemblies,
            minutes,
            tasks,
            together,
            moderation,
            sealing,
            waiting,
            journal,
            restored,
        ),
    ):
        api.add_router("", subject.router)
    api.add_exception_handler(Refused, _refused)
    api.add_exception_handler(Http404, _not_there)
    api.add_exception_handler(HttpError, _unreadable)
    api.add_exception_handler(ValidationError, _not_filled_in)
    api.add_exception_handler(Exception, _broken)
    return api


def _without_nul(sent: Any) -> Any:
    """Leave out what nobody sees and no database keeps, as pages do."""
    match sent:
        case str():
            return sent.replace("\0", "")
        case list():
            return [_without_nul(one) for one in sent]
        case dict():
            return {_without_nul(key): _without_nul(one) for key, one in sent.items()}
        case _:
            return sent


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _refused(_request: HttpRequest, refused: Any) -> HttpResponse:
    return refusal(refused.verdict)


def _not_there(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, Sentence("not_there"))


def _unreadable(_request: HttpRequest, error: Any) -> HttpResponse:
    cause = error.__cause__
    if isinstance(cause, HttpError):
        return problem(HTTPStatus(cause.status_code), Sentence("body_not_json"))
    return problem(HTTPStatus.BAD_REQUEST, Sentence("body_unreadable"))


def _broken(_request: HttpRequest, error: Any) -> HttpResponse:
    raise error


def _not_filled_in(_request: HttpRequest, invalid: Any) -> HttpResponse:
    wrongs = [Wrong(_where(one["loc"]), _fault(one)) for one in invalid.errors]
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        Sentence("not_filled_in", {"n": len(wrongs)}),
        wrongs=wrongs,
    )


def _where(place: tuple[str | int, ...]) -> str:
    """Name a field by its path; the name of our own argument says nothing."""
    first, *rest = place
    inner = rest[1:] if first == "body" else rest
    return ".".join(str(one) for one in (first, *inner))


def _fault(error: dict[str, Any]) -> Sentence:
    bounds: dict[str, Fact] = dict(error.get("ctx") or {})
    if most := TOO_MUCH & bounds.keys():
        return Sentence("field_too_long", {"most": bounds[most.pop()]})
    if least := TOO_LITTLE & bounds.keys():
        return Sentence("field_too_short", {"least": bounds[least.pop()]})
    return Sentence(FAULTS.get(error["type"], "field_wrong"))


API = assembled()

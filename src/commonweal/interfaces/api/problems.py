"""A refusal as a program reads it: a problem in JSON, with the sentence that says why.

Source: RFC 9457, Problem Details for HTTP APIs.
"""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import NamedTuple

from django.http import HttpResponse
from django.utils.translation import gettext, gettext_noop

from commonweal.foundation.language import say
from commonweal.rules import plain
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Verdict

MEDIA_TYPE = "application/problem+json"
PLACE = "/api/problems/"
TITLES = {
    HTTPStatus.BAD_REQUEST: gettext_noop("This cannot be read"),
    HTTPStatus.UNAUTHORIZED: gettext_noop("A key is needed"),
    HTTPStatus.FORBIDDEN: gettext_noop("This is not for you"),
    HTTPStatus.NOT_FOUND: gettext_noop("Not there"),
    HTTPStatus.METHOD_NOT_ALLOWED: gettext_noop("Not in this way"),
    HTTPStatus.CONFLICT: gettext_noop("Not as things stand"),
    HTTPStatus.CONTENT_TOO_LARGE: gettext_noop("Too much at once"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: gettext_noop("Not in this form"),
    HTTPStatus.UNPROCESSABLE_ENTITY: gettext_noop("Not filled in right"),
    HTTPStatus.TOO_MANY_REQUESTS: gettext_noop("Too many tries"),
    HTTPStatus.INTERNAL_SERVER_ERROR: gettext_noop("Something broke"),
}
# Refusals of who asks; any other refuses what is asked, as things stand.
WHO = frozenset(
    {
        *("members_only", "shown_to_members", "class_has_no_right", "member_has_left"),
        "face_hidden",
        *("only_the_author", "only_supporters_contest", "post_of_another"),
        *("not_on_the_roll", "place_taken_up_later", "sign_in_to_vote"),
        *("token_scope_missing", "you_do_not_support_it", "secret_ballots_by_people"),
        *("not_a_steward", "only_the_author_appeals", "only_tellers"),
    }
)
OTHERS = {
    "token_needed": HTTPStatus.UNAUTHORIZED,
    "token_unknown": HTTPStatus.UNAUTHORIZED,
    "too_many_tries": HTTPStatus.TOO_MANY_REQUESTS,
    "letters_are_there": HTTPStatus.TOO_MANY_REQUESTS,
    "too_many_reports": HTTPStatus.TOO_MANY_REQUESTS,
    "too_many_founded": HTTPStatus.TOO_MANY_REQUESTS,
    "not_there": HTTPStatus.NOT_FOUND,
    "repeat_key_malformed": HTTPStatus.UNPROCESSABLE_ENTITY,
}


class Wrong(NamedTuple):
    """One thing that is not right in what was sent: where it stands, and what it is."""

    where: str
    what: Sentence


def refusal(verdict: Verdict) -> HttpResponse:
    """Say why not, with the status that tells who asks apart from what is asked."""
    return problem(status_of(verdict.reason.id), verdict.reason)


def status_of(reason: str) -> HTTPStatus:
    """Give the status of a refusal by its id."""
    usual = HTTPStatus.FORBIDDEN if reason in WHO else HTTPStatus.CONFLICT
    return OTHERS.get(reason, usual)


def problem(
    status: HTTPStatus, what: Sentence, *, wrongs: Sequence[Wrong] = ()
) -> HttpResponse:
    """Answer with a problem: its id, its facts, and the sentence in words."""
    told: dict[str, object] = {
        "type": PLACE + what.id,
        "title": gettext(TITLES[status]),
        "status": status,
        "detail": say(what),
        **_plain(what),
    }
    if wrongs:
        told["errors"] = [
            {"where": one.where, "detail": say(one.what), **_plain(one.what)}
            for one in wrongs
        ]
    response = HttpResponse(
        json.dumps(told, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="commonweal"'
    return response


def _plain(what: Sentence) -> dict[str, object]:
    facts = {name: plain.fact_to_plain(fact) for name, fact in what.facts.items()}
    return {"id": what.id, "facts": facts}

"""A laptop in a room without internet: one assembly, and a clock that never goes back.

Of all the pages of a node, those of this assembly answer. Whoever asks for another is
led to the room.
"""

from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext

from commonweal.capabilities.assemblies import queries
from commonweal.foundation.journal.queries import newest_moment
from commonweal.foundation.language import say
from commonweal.interfaces.web.navigation import Link
from commonweal.interfaces.web.requests import Handler, TimedRequest

# Which pages there are in the room, by the names of their addresses.
ROOM = frozenset(
    {
        *("assembly", "act", "live", "screen", "note_task", "check_task"),
        *("minutes", "minutes_text", "minutes_pdf", "fixed_minutes"),
    }
)
BESIDE = frozenset({("node", "source"), ("node", "operator"), ("people", "language")})


class SteadyClockMiddleware:
    """Let no request be before what was done already, whatever becomes of the clock.

    A laptop's clock is put right in the middle of an evening. Where it jumps ahead it
    is followed; where it would go back, time stands still until it has caught up.
    """

    def __init__(self, answer: Handler) -> None:
        self.answer = answer
        self.lock = Lock()
        self.latest: datetime | None = None

    def __call__(self, request: TimedRequest) -> HttpResponse:
        """Give the request a moment that is no earlier than any before it."""
        with self.lock:
            if self.latest is None:
                self.latest = newest_moment()
            self.latest = max(request.at, self.latest or request.at)
            request.at = self.latest
        return self.answer(request)


class OneRoomMiddleware:
    """Let the pages of the room answer, and lead whoever asks for others there."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the view does."""
        return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponse],
        _positions: object,
        _names: dict[str, Any],
    ) -> HttpResponse | None:
        """Lead to the room whoever asks for what is not there."""
        found = request.resolver_match
        assert found, "a view was found by its address"
        space, name = found.namespace, found.url_name
        if space == "room" or (space == "assemblies" and name in ROOM):
            return None
        if (space, name) in BESIDE:
            return None
        if (space, name) == ("decisions", "decision"):
            return redirect("room:words", found.kwargs["number"])
        if "text/html" not in request.headers.get("Accept", ""):
            raise Http404
        return redirect("room:door")


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give the head of each page the way to the room, and nothing that is not there."""
    row = queries.held_here()
    if row is None:
        return {}
    charter = queries.charter_here(row)
    place = [row.institution.address, row.number]
    links = [(gettext("The assembly"), reverse("assemblies:assembly", args=place))]
    if queries.is_opened(row):
        minutes = reverse("assemblies:minutes", args=place)
        links.append((gettext("The minutes so far"), minutes))
    return {
        "hall": {
            "name": say(charter.name),
            "home": reverse("room:door"),
            "accent": charter.accent,
            "links": [Link(words, url, url == request.path) for words, url in links],
        },
        "on_laptop": True,
        "sends_letters": False,
    }

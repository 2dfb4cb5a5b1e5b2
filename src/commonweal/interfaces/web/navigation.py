"""Where am I, and the way back: the links at the head and the foot of every page."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, gettext

from commonweal.foundation.backups import queries as backups
from commonweal.foundation.institutions.access import may_see
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.language import say
from commonweal.foundation.nodes import queries as nodes
from commonweal.foundation.people import queries as people
from commonweal.interfaces.web.refusals import page_of
from commonweal.interfaces.web.sign_ins import is_on_shared_phone
from commonweal.rules.charters.charter import Charter

PRETEND_LANGUAGE = "en-xr"


def whole_address(path: str) -> str:
    """Give a page's address as letters and QR pictures carry it.

    It begins as whoever runs this node says, and never as a request says: anybody may
    ask under any name, and the letter would lead to them.
    """
    return settings.ADDRESS.rstrip("/") + path


class Link(NamedTuple):
    """A place to go, and whether the reader is there already."""

    words: str
    url: str
    here: bool = False


class Language(NamedTuple):
    """A language the pages can be read in, under its own name."""

    code: str
    name: str
    here: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give every template the head and the foot of the page."""
    is_demo = nodes.this_node().is_demo
    return {
        "hall": _hall(request),
        "languages": languages(is_demo=is_demo),
        "text_direction": direction_of(get_language() or "en"),
        "is_demo": is_demo,
        "sends_letters": people.sends_letters(),
        "restored": _restored(request),
        "page": page_of(request),
        "is_on_shared_phone": is_on_shared_phone(request),
    }


def _restored(request: HttpRequest) -> str:
    """Give the page that says what is missing, until those who read this one know."""
    at: datetime | None = getattr(request, "at", None)
    institution: Institution | None = getattr(request, "institution", None)
    if at is None or not backups.restorations():
        return ""
    if institution is None:
        return reverse("node:restored") if backups.untold_anywhere(at=at) else ""
    untold = backups.untold_in(institution, at=at)
    return (
        reverse("institutions:restored", args=[institution.address]) if untold else ""
    )


def direction_of(language: str) -> str:
    """Say which way a language runs, as HTML puts it."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def languages(*, is_demo: bool) -> tuple[Language, ...]:
    """List the languages on offer; the pretend one only where all is pretend."""
    now = get_language()
    return tuple(
        Language(code, name, code == now)
        for code, name in settings.LANGUAGES
        if is_demo or code != PRETEND_LANGUAGE
    )


def _hall(request: HttpRequest) -> dict[str, Any]:
    """Say whose hall this is and which doors it has."""
    institution: Institution | None = getattr(request, "institution", None)
    if institution is None:
        return {
            "name": "Commonweal",
            "home": reverse("node:home"),
            "accent": "brick",
        } | {"links": _here(request, _node_links(request))}
    charter: Charter = request.charter  # type: ignore[attr-defined]
    return {
        "name": say(charter.name),
        "home": f"/i/{institution.address}/",
        "accent": charter.accent,
        "links": _here(request, _institution_links(request, institution, charter)),
        "help": _help(request, institution, charter),
    }


def _help(request: HttpRequest, institution: Institution, charter: Charter) -> str:
    """Give where it is said how things are done here, to whoever may read it."""
    reads = may_see(getattr(request, "member", None), charter, "charter")
    return reverse("institutions:help", args=[institution.address]) if reads else ""


def _node_links(request: HttpRequest) -> list[tuple[str, str]]:
    if _is_signed_in(request):
        return [
            (gettext("What needs me"), reverse("node:home")),
            (gettext("Found an institution"), reverse("institutions:choose_kind")),
            (gettext("Me"), reverse("people:me")),
        ]
    return [
        (gettext("Sign in"), reverse("people:sign_in")),
        (gettext("Join with a code"), reverse("institutions:join_by_code")),
        (gettext("Found an institution"), reverse("institutions:choose_kind")),
    ]


def _is_signed_in(request: HttpRequest) -> bool:
    # A request that is refused at the door, for its host, has met nobody yet.
    person = getattr(request, "user", None)
    return person is not None and person.is_authenticated


def _institution_links(
    request: HttpRequest, institution: Institution, charter: Charter
) -> list[tuple[str, str]]:
    root = f"/i/{institution.address}/"
    mine = _is_signed_in(request)
    first = (
        (gettext("What needs me"), reverse("node:home"))
        if mine
        else (gettext("Sign in"), reverse("people:sign_in"))
    )
    belongs = getattr(request, "member", None) is not None
    return [
        first,
        (gettext("Who we are"), root),
        *([(gettext("Together"), f"{root}together/")] if charter.pact else []),
        (gettext("Decisions"), f"{root}decisions/"),
        *([(gettext("Assemblies"), f"{root}assemblies/")] if belongs else []),
        (members_word(charter), f"{root}people/"),
        (gettext("Charter"), f"{root}charter/"),
        (gettext("Journal"), f"{root}journal/"),
        *([(gettext("Me"), reverse("people:me"))] if mine else []),
    ]


def members_word(charter: Charter) -> str:
    """Give what those who belong are called here, as the name of their page."""
    own = charter.words.get("members")
    words = say(own) if own else gettext("Members")
    return words[:1].upper() + words[1:]


def _here(request: HttpRequest, links: list[tuple[str, str]]) -> list[Link]:
    """Mark the link whose address leads furthest toward this page."""
    leading = [url for _, url in links if request.path.startswith(url)]
    nearest = max(leading, key=len, default="")
    if nearest == "/" and request.path != "/":
        nearest = ""
    return [Link(words, url, url == nearest) for words, url in links]

"""Who came, with what, from where and saying what: no trace of it is left anywhere.

A browser that carries a marker in all that a browser tells goes everywhere a visitor
can, also where we make a mistake. Afterwards the database, the log, the files and what
was printed are searched for the markers.
"""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from commonweal.foundation.people.models import Person
from commonweal.interfaces.web import urls as all_urls
from tests.builders import a_person, an_institution
from tests.foundation.given import all_bytes
from tests.signing_in import sign_in

MARKERS = {
    "address": "203.0.113.77",
    "newer address": "2001:db8:dead:beef::77",
    "browser": "Marker-Browser/7.7",
    "path": "marker-path",
    "words": "marker-words",
    "mail": "marker.mail@example.org",
    "came from": "marker-referer",
    "language": "mk-MARKER",
    "cookie": "marker-cookie",
    "hint": "marker-hint",
    "place": "marker-place",
}


def break_down(request: HttpRequest, place: str) -> HttpResponse:
    """Make a mistake of ours while holding all that a request tells."""
    held = {"place": place, "words": request.POST.get("words"), **request.META}
    raise RuntimeError(f"we met {held}")


urlpatterns = [*all_urls.urlpatterns, path("break/<str:place>/", break_down)]


@pytest.fixture
def log():
    """Give what this node would have written to its log."""
    written = io.StringIO()
    logging.config.dictConfig(settings.LOGGING)
    handlers = [
        one
        for one in logging.getLogger().handlers
        if type(one) is logging.StreamHandler
    ]
    for one in handlers:
        one.setStream(written)
    yield written
    for one in handlers:
        logging.getLogger().removeHandler(one)


def marked_browser(address: str) -> Client:
    """Give a browser that tells of itself wherever a browser can."""
    client = Client(
        raise_request_exception=False,
        REMOTE_ADDR=address,
        headers={
            "User-Agent": MARKERS["browser"],
            "X-Forwarded-For": f"{address}, {address}",
            "Forwarded": f"for={address}",
            "X-Real-IP": address,
            "Referer": f"http://testserver/{MARKERS['came from']}/",
            "Accept-Language": f"en, {MARKERS['language']};q=0.5",
            "Sec-CH-UA": MARKERS["hint"],
            "Sec-CH-UA-Model": MARKERS["hint"],
            "X-Location": MARKERS["place"],
        },
    )
    client.cookies["unknown"] = MARKERS["cookie"]
    return client


def walk(client: Client) -> list[int]:
    """Go through doors that are open, closed, missing and broken."""
    typed = {"words": MARKERS["words"], "code": MARKERS["words"]}
    places = ["/", "/sign-in/", "/found/", "/operator/", "/me/", "/nowhere/"]
    answers = [client.get(f"{place}?q={MARKERS['path']}") for place in places]
    answers += [
        client.get(f"/{MARKERS['path']}/"),
        client.get(f"/i/{MARKERS['path']}/"),
        client.post("/sign-in/", {"email": MARKERS["mail"]} | typed),
        client.post("/sign-in/", {"email": MARKERS["words"]}),
        client.post("/sign-in/code/", typed),
        client.post(f"/sign-in/{MARKERS['path']}/"),
        client.post(f"/join/{MARKERS['path']}/", {"my_name": MARKERS["words"]}),
        client.post("/language/", {"language": MARKERS["language"]}),
        client.get(f"/break/{MARKERS['place']}/", typed),
        client.post(f"/break/{MARKERS['place']}/", typed),
    ]
    return [answer.status_code for answer in answers]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["address", "newer address"])
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_nothing_a_browser_tells_is_left(
    settings, log, capfd, tmp_path, kind, is_signed_in
):
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False
    settings.KEYS = tmp_path / "keys"
    an_institution()
    client = marked_browser(MARKERS[kind])
    if is_signed_in:
        sign_in(client, a_person())

    answers = walk(client)

    assert answers.count(500) == 2
    assert "RuntimeError" in log.getvalue()
    printed = capfd.readouterr()
    left = {
        "the database": all_bytes(),
        "the log": log.getvalue().encode(),
        "what is printed": (printed.out + printed.err).encode(),
        "the files": b"".join(one.read_bytes() for one in tmp_path.rglob("*.key")),
    }
    assert not [
        (name, where)
        for name, marker in MARKERS.items()
        for where, held in left.items()
        if marker.encode() in held or marker.lower().encode() in held.lower()
    ]


@pytest.mark.django_db
def test_a_mistake_shows_its_reader_nothing_of_what_it_met(settings):
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False

    answer = marked_browser(MARKERS["address"]).get(f"/break/{MARKERS['place']}/")

    told = answer.content.decode()
    assert answer.status_code == 500
    assert not [one for one in MARKERS.values() if one in told]
    assert "Traceback" not in told


@pytest.mark.django_db
def test_the_search_finds_what_is_there(log):
    """What is really kept is found, or the search above would prove nothing."""
    Person.objects.create(language="mk-MARKER", joined_on="2026-01-05")
    logging.getLogger("commonweal").error("marker-words")

    assert b"mk-MARKER" in all_bytes()
    assert "marker-words" in log.getvalue()

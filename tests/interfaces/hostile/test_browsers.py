"""Pages that other sites use against their reader: frames, links that lead away, forms.

Nobody is led out of this server by a link of ours, no page stands in a frame of
another's, and no sign-in is one that somebody else laid out beforehand.
"""

import re
from urllib.parse import quote, urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from commonweal.foundation.institutions.actions import inviting
from commonweal.foundation.people import actions as people
from tests.builders import a_person, an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.access.asking import Asker, routes
from tests.interfaces.web.conftest import browser_of
from tests.signing_in import sign_in, signed_in_as

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "\thttps://evil.example",
    "https:evil.example",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,hello",
    "%2F%2Fevil.example",
    quote("https://evil.example/", safe=""),
    "/sign-in/?next=//evil.example",
    "/sign-in/?next=https%3A%2F%2Fevil.example%2F",
]
HERE = "http://testserver"
FRAMES = "frame-ancestors"
HELD = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def leads_out(url: str) -> bool:
    """Say whether a browser on a page of ours would leave this server by it."""
    # Browsers read a backslash as a slash, and read over tabs and line ends.
    read = re.sub(r"[\t\r\n]", "", url.strip()).replace("\\", "/")
    there = urlsplit(urljoin(HERE + "/a/", read))
    return there.scheme not in {"http", "https"} or there.netloc != "testserver"


def linked(answer) -> list[str]:
    """Give every address a page leads to, by link or form."""
    page = answer.content.decode()
    return re.findall(r'(?:href|action|src)="([^"]*)"', page)


def test_every_answer_keeps_out_of_frames_and_loads_nothing_from_elsewhere(hall):
    wrong = []

    for asker in (Asker(hall, "stranger"), Asker(hall, "hugo")):
        for route in routes():
            answer = asker.ask(route, "GET")
            policy = answer.headers.get("Content-Security-Policy", "")
            held = {name: answer.headers.get(name) for name in HELD}
            if route.name == "people:leave_at_once":
                # Where it leads to is not even told from which server.
                assert held.pop("Referrer-Policy") == "no-referrer"
                held["Referrer-Policy"] = HELD["Referrer-Policy"]
            strict = all(f"{one} 'none'" in policy for one in ("default-src", FRAMES))
            if held != HELD or not strict or "unsafe" in policy:
                wrong.append((asker.who, route.name, held, policy))

    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_no_door_leads_out_of_the_house(elsewhere):
    farah = a_person("Farah")
    codes: list[str] = []
    for _ in range(2):
        people.send_sign_in_link(
            farah.email,
            language="en",
            link=lambda code: codes.append(code) or code,
            at=day(1),
        )
    client = Client(headers={"referer": HERE + "/"})
    later = browser_of(farah)
    answers = [
        client.get("/sign-in/", {"next": elsewhere}),
        client.post("/sign-in/", {"email": "a@example.org", "next": elsewhere}),
        client.post("/language/", {"language": "es", "next": elsewhere}),
        client.get(f"/sign-in/{codes[0]}/", {"next": elsewhere}),
        client.post(f"/sign-in/{codes[0]}/", {"next": elsewhere}),
        later.get("/sign-in/used-up/", {"next": elsewhere}),
        later.post("/sign-out/", {"next": elsewhere}),
        client.post("/me/leave/", {"next": elsewhere}),
    ]

    assert not [
        answer.headers["Location"]
        for answer in answers
        if leads_out(answer.headers.get("Location", "/"))
    ]
    assert not [url for answer in answers for url in linked(answer) if leads_out(url)]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["//evil.example/", "/%2Fevil.example/", "//evil\\x/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_address_that_looks_like_another_server_is_no_link(path, method):
    referer = {"referer": HERE + path}
    client = Client(headers=referer)
    typed = {} if method == "get" else {"words": "these are words", "code": "x"}

    for there in (path, "/sign-in/code/", "/join/AAAA/", "/nowhere/"):
        answer = client.generic(method.upper(), there)
        asked = getattr(client, method)(there, typed)
        for one in (answer, asked):
            assert not leads_out(one.headers.get("Location", "/"))
            assert not [url for url in linked(one) if leads_out(url)], there


@pytest.mark.django_db
def test_neither_code_nor_invitation_takes_a_token_that_was_there_before(monkeypatch):
    stopped(monkeypatch, day(1))
    hall, farah = an_institution(), a_person("Farah")
    code = people.write_paper_codes(farah, at=day(0))[0]
    link = inviting.invite_by_link(hall, by=founder_of(hall), at=day(1))
    ways = [
        ("/sign-in/code/", {"code": code}),
        (f"/join/{link.code}/", {"my_name": "Farah"}),
    ]

    for path, typed in ways:
        victim, name = Client(), settings.SIGN_IN_COOKIE_NAME
        victim.cookies[name] = "laid-out-by-somebody-else"
        victim.post(path, typed)
        kept = victim.cookies[name].value
        assert kept != "laid-out-by-somebody-else", path
        if signed_in_as(victim) is not None:
            assert len(kept) > 20, path


@pytest.mark.django_db
def test_a_form_from_another_site_does_nothing_whoever_is_signed_in(hall):
    person = hall.who["hugo"]
    client = Client(enforce_csrf_checks=True)
    sign_in(client, person)
    where = {"origin": "https://evil.example", "referer": "https://evil.example/"}

    for route in routes():
        path = "/me/leave/" if "address" in route.parts else "/" + route.path
        if "<" not in path:
            answer = client.post(path, {"sure": "on"}, headers=where)
            assert answer.status_code in {403, 405}, route.name

"""Requests and refusals: where a view stands, why not, and words that are not lost."""

import re
from io import BytesIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path, reverse

from commonweal.interfaces.web import urls as all_urls
from commonweal.interfaces.web.refusals import MOST_SENT, refusal
from commonweal.interfaces.web.requests import in_institution, signed_in
from commonweal.interfaces.web.typed import typed
from commonweal.rules.sentence import Sentence
from commonweal.rules.verdict import Refused, refused
from tests.builders import a_member, an_institution, founder_of
from tests.interfaces.web.conftest import browser_of
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "_sample_pages")]


@in_institution
def where(request: HttpRequest) -> HttpResponse:
    """Say where this view stands."""
    names = (request.charter.kind, request.member and request.member.name)
    return HttpResponse(" ".join(str(name) for name in names))


@signed_in
def write(request: HttpRequest) -> HttpResponse:
    """Take some words."""
    return HttpResponse(request.POST["text"])


def refuse(_request: HttpRequest) -> HttpResponse:
    """Refuse whatever was sent."""
    raise Refused(refused("too_many_tries"))


def break_down(_request: HttpRequest) -> HttpResponse:
    """Make a mistake of ours."""
    raise RuntimeError("asha@example.org")


urlpatterns = [
    *all_urls.urlpatterns,
    path("sample/break/", break_down),
    path("i/<slug:address>/sample/", where),
    path("sample/write/", write),
    path("sample/refuse/", refuse),
]


@pytest.fixture
def _sample_pages(settings) -> None:
    settings.ROOT_URLCONF = __name__


def test_a_view_is_told_where_it_stands(client):
    union = an_institution(founder="Asha")
    here = f"/i/{union.address}/sample/"

    assert client.get(here).content == b"tenants_union None"
    assert browser_of(founder_of(union)).get(here).content == b"tenants_union Asha"


def test_a_member_of_another_institution_is_a_stranger_here():
    union, other = an_institution(), an_institution()
    ben = a_member(other, "Ben")

    page = browser_of(ben).get(f"/i/{union.address}/sample/")

    assert page.content.endswith(b"None")


def test_no_institution_at_an_address_is_no_such_page(client):
    answer = client.get("/i/nowhere-at-all/sample/")

    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_what_is_not_there_leads_back_to_its_address_after_signing_in(client):
    answer = client.get("/i/nowhere-at-all/decisions/3/?from=chat")

    there = "next=/i/nowhere-at-all/decisions/3/%3Ffrom%3Dchat"
    assert there in answer.content.decode()


def test_a_refusal_says_why_and_what_to_do(client):
    answer = client.get("/sample/refuse/")

    assert answer.status_code == 403
    assert "Wait a few minutes" in answer.content.decode()


def test_a_refusal_keeps_what_was_typed(client):
    answer = client.post(
        "/sample/refuse/", {"title": "Our roof", "text": "Leaks " * 20}
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'name="title" value="Our roof"' in page
    assert "Leaks Leaks" in page


def test_a_refusal_shows_words_and_not_what_was_ticked(client):
    answer = client.post("/sample/refuse/", {"answer": "yes"})

    shown = answer.content.decode().split("<main")[1].split("</main")[0]
    assert "Your words" not in shown
    assert "yes" not in shown


def test_nothing_is_offered_again_that_came_too_late():
    request = RequestFactory().post("/", {"text": "We met on Sunday."})
    request.user = AnonymousUser()

    page = refusal(request, Sentence("words_are_fixed")).content.decode()

    assert "We met on Sunday." in page
    assert "Send" not in page


def test_a_refused_page_offers_the_door_to_whoever_is_not_known(client):
    known = Client()
    sign_in(known, founder_of(an_institution()).person)

    strangers = client.get(
        "/sample/refuse/", headers={"Referer": "http://testserver/x/"}
    )

    assert "/sign-in/?next=%2Fsample%2Frefuse%2F" in strangers.content.decode()
    assert 'href="/x/"' in strangers.content.decode()
    assert "?next=" not in known.get("/sample/refuse/").content.decode()


def test_a_refusal_fits_into_a_panel_when_a_script_asked(client):
    answer = client.post("/sample/refuse/", headers={"HX-Request": "true"})

    page = answer.content.decode()
    assert "<html" not in page
    assert "Wait a few minutes" in page


def test_words_survive_a_session_that_ran_out(client):
    answer = client.post("/sample/write/", {"text": "We met on Sunday."})

    page = answer.content.decode()
    assert answer.status_code == 403
    assert "We met on Sunday." in page
    assert reverse("people:sign_in") in page


def test_words_survive_a_form_that_went_stale():
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, founder_of(an_institution()).person)

    stale = browser.post(
        "/sample/write/",
        {"text": "Our words", "csrfmiddlewaretoken": "x" * 64},
        headers={"Origin": "http://testserver"},
    )
    page = stale.content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    again = browser.post(
        "/sample/write/",
        {"text": "Our words", "csrfmiddlewaretoken": token},
        headers={"Origin": "http://testserver"},
    )

    assert stale.status_code == 403
    assert again.content == b"Our words"


def test_a_form_of_another_site_is_refused_and_not_offered_again():
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(
        "/sample/write/",
        {"text": "Pay the landlord"},
        headers={"Origin": "https://example.com"},
    )

    assert answer.status_code == 403
    assert "Pay the landlord" not in answer.content.decode()


def test_what_opens_a_door_is_never_shown_again():
    request = RequestFactory().post("/", {"code": "ABCD", "text": "words"})

    assert [field.name for field in typed(request)] == ["text"]


def test_typed_tags_are_words_and_nothing_more(client):
    answer = client.post("/sample/refuse/", {"text": "<script>alert(1)</script>"})

    assert "<script>alert(1)" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/sign-in/", "/style/", "/nowhere/"])
def test_every_answer_is_strict_about_where_things_come_from(client, address):
    answer = client.get(address)

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_carries_a_style_or_a_script_of_its_own(client):
    for address in ("/", "/style/", "/operator/"):
        page = client.get(address).content.decode()
        assert not re.search(r"\sstyle=|\son\w+=|<style|<script>", page), address


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("origin", ["http://evil.test", "http://testserver", "null"])
def test_a_host_that_is_not_ours_is_refused_with_a_page(db, method, origin):
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    headers = {"host": "evil.test", "origin": origin, "referer": f"{origin}/me/"}

    answer = getattr(browser, method)("/me/devices/", headers=headers)

    assert answer.status_code == 400


def test_a_mistake_of_ours_is_told_in_words_and_tells_nothing_else():
    browser = Client(raise_request_exception=False)

    answer = browser.get("/sample/break/")

    assert answer.status_code == 500
    assert "It is our mistake" in answer.content.decode()
    assert "asha@example.org" not in answer.content.decode()


class Unread(BytesIO):
    """A body that nobody may begin to read."""

    def read(self, _size: int | None = -1) -> bytes:
        """Break the test."""
        raise AssertionError("it was read")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ({"CONTENT_LENGTH": "150000000"}, 413),
        ({"CONTENT_LENGTH": str(MOST_SENT + 1)}, 413),
        ({"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": ""}, 411),
        ({"CONTENT_LENGTH": "many"}, 411),
    ],
)
def test_more_than_a_form_holds_is_turned_away_unread(client, head, status):
    answer = client.generic(
        "POST",
        "/sign-in/",
        content_type="multipart/form-data; boundary=x",
        **{"wsgi.input": Unread()} | head,
    )

    assert answer.status_code == status
    assert "Nothing of it was kept" in answer.content.decode()
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_form_as_large_as_may_be_is_read(client):
    answer = client.post("/sign-in/", {"email": "a" * 900_000})

    assert answer.status_code == 422

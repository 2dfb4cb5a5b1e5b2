"""Requests in odd encodings and by odd methods: read as ours, or refused."""

import pytest
from django.urls import reverse

from tests.builders import an_institution, founder_of
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db

ODD = ("zlib", "utf-16", "utf-7", "idna", "rot13", "unicode_escape", "no-such")
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=BB"


@pytest.fixture
def union():
    return an_institution()


@pytest.mark.parametrize("charset", ODD)
@pytest.mark.parametrize("kind", [FORM, PARTS])
def test_whatever_encoding_is_named_words_are_read_as_utf_8(union, charset, kind):
    asha = founder_of(union)
    sent = "name=Zoë".encode()
    if kind == PARTS:
        head = 'Content-Disposition: form-data; name="name"'
        sent = f"--BB\r\n{head}\r\n\r\nZoë\r\n--BB--\r\n".encode()

    answer = browser_of(asha).generic(
        "POST",
        reverse("institutions:rename", args=[union.address]),
        sent,
        content_type=f"{kind}; charset={charset}",
    )

    asha.refresh_from_db()
    assert answer.status_code == 302
    assert asha.name == "Zoë"


@pytest.mark.parametrize("charset", ODD)
def test_a_page_and_a_program_are_answered_whatever_encoding_is_named(union, charset):
    browser = browser_of(founder_of(union))
    kind = f"{FORM}; charset={charset}"

    page = browser.generic("GET", "/?next=%ff", content_type=kind)
    program = browser.generic("POST", "/api/institutions", b"{}", content_type=kind)

    assert page.status_code == 200
    assert program.status_code < 500


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "X"])
def test_no_page_is_asked_for_in_another_way_than_pages_are(union, method):
    answer = browser_of(founder_of(union)).generic(method, f"/i/{union.address}/")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"

"""The address of a deed, opened by a reload or after signing in, leads to its page."""

import uuid

import pytest

from tests.builders import an_institution, day, founder_of
from tests.clock import stopped
from tests.interfaces.web.visitors import browser_of

pytestmark = pytest.mark.django_db

NOBODY = uuid.UUID(int=0)
ON_PAGES = {
    "invite/link/": "invite/",
    "invite/codes/": "invite/",
    f"invite/for/{NOBODY}/": "invite/",
    f"invite/revoke/{NOBODY}/": "invite/",
    "people/rename/": "people/",
    "people/leave/": "people/",
    "people/recovery/vouch/": "people/recovery/",
    f"people/recovery/{NOBODY}/half/": "people/recovery/",
    f"people/recovery/{NOBODY}/stop/": "people/recovery/",
    "bring/members/": "bring/",
    "bring/statement/": "bring/",
}
ON_THE_NODE = {
    "/sign-out/": "/",
    "/language/": "/",
    "/me/devices/others/end/": "/me/devices/",
    "/me/devices/all/end/": "/me/devices/",
    f"/me/devices/{NOBODY}/name/": "/me/devices/",
    f"/me/devices/{NOBODY}/end/": "/me/devices/",
    "/me/codes/": "/me/",
    "/sign-in/passkey/": "/sign-in/",
    f"/me/passkeys/{NOBODY}/name/": "/me/passkeys/",
    f"/me/passkeys/{NOBODY}/remove/": "/me/passkeys/",
}


@pytest.fixture
def asha(monkeypatch):
    institution = an_institution()
    stopped(monkeypatch, day(1))
    return founder_of(institution)


@pytest.mark.parametrize("deed", ON_PAGES)
def test_looking_at_a_deed_in_an_institution_leads_to_its_page(asha, deed):
    here = f"/i/{asha.institution.address}/"

    answer = browser_of(asha).get(here + deed)

    assert (answer.status_code, answer["Location"]) == (302, here + ON_PAGES[deed])


@pytest.mark.parametrize("deed", ON_THE_NODE)
def test_looking_at_a_deed_on_the_node_leads_to_its_page(asha, deed):
    answer = browser_of(asha).get(deed)

    assert (answer.status_code, answer["Location"]) == (302, ON_THE_NODE[deed])


def test_a_sheet_that_is_reloaded_says_that_codes_are_shown_once(asha):
    browser = browser_of(asha)

    page = browser.get(f"/i/{asha.institution.address}/invite/codes/", follow=True)

    assert "Codes are shown once" in page.content.decode()


def test_the_browser_is_told_that_a_form_has_arrived(asha):
    browser = browser_of(asha)
    here = f"/i/{asha.institution.address}/people/rename/"

    refused = browser.post(here, {"name": ""})
    done = browser.post(here, {"name": "Asha K."})

    assert "arrived" not in refused.cookies
    assert done.cookies["arrived"].value == "1"

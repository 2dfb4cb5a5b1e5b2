"""Asha's phone keeps a key for her: made, used, named and removed in a browser."""

import pytest
from playwright.sync_api import CDPSession, Page, expect

from commonweal.foundation.people import actions
from commonweal.foundation.people.models import Passkey
from tests.builders import a_member, an_institution
from tests.interfaces.web.visitors import browser_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def with_a_lock(page: Page, *, opens: bool = True) -> tuple[CDPSession, str]:
    """Give the browser a lock like a phone's, which its owner opens, or does not."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": opens,
        "automaticPresenceSimulation": True,
    }
    added = tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return tools, added["authenticatorId"]


@pytest.fixture
def asha():
    return a_member(an_institution(), "Asha")


def signed_in(page: Page, member, address: str) -> Page:
    token = browser_of(member).cookies["sign-in"].value
    page.context.add_cookies([{"name": "sign-in", "value": token, "url": address}])
    return page


def test_a_key_is_made_and_signs_in_and_is_removed(page_at, live_server, asha):
    here = live_server.url
    page = signed_in(page_at(360), asha, here)
    tools, lock = with_a_lock(page)
    page.goto(f"{here}/me/passkeys/")

    page.get_by_label("A name you will know it by").fill("my phone")
    page.get_by_role("button", name="Make a passkey on this device").click()
    expect(page.get_by_role("heading", name="my phone")).to_be_visible()
    kept = tools.send("WebAuthn.getCredentials", {"authenticatorId": lock})
    page.context.clear_cookies()
    page.goto(f"{here}/sign-in/?next=/me/devices/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="My devices")).to_be_visible()
    page.goto(f"{here}/me/passkeys/")
    page.get_by_label("Its name").fill("old phone")
    page.get_by_role("button", name="Call it this").click()
    expect(page.get_by_role("heading", name="old phone")).to_be_visible()
    page.get_by_role("button", name="Remove this passkey").click()
    expect(page.get_by_text("You have no passkey here yet.")).to_be_visible()

    assert [one["rpId"] for one in kept["credentials"]] == ["localhost"]
    assert not Passkey.objects.exists()


def test_a_key_that_was_removed_says_so_and_what_else_to_do(page_at, live_server, asha):
    here = live_server.url
    page = signed_in(page_at(360), asha, here)
    with_a_lock(page)
    page.goto(f"{here}/me/passkeys/")
    page.get_by_label("A name you will know it by").fill("my phone")
    page.get_by_role("button", name="Make a passkey on this device").click()
    expect(page.get_by_role("heading", name="my phone")).to_be_visible()
    actions.remove_passkey(asha.person, Passkey.objects.get().pk)

    page.context.clear_cookies()
    page.goto(f"{here}/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_text("sign in another way")).to_be_visible()


def test_a_lock_that_stays_shut_changes_nothing(page_at, live_server, asha):
    page = signed_in(page_at(360), asha, live_server.url)
    with_a_lock(page, opens=False)
    page.goto(f"{live_server.url}/me/passkeys/")

    page.get_by_label("A name you will know it by").fill("my phone")
    page.get_by_role("button", name="Make a passkey on this device").click()

    expect(page.get_by_text("No passkey was made.")).to_be_visible()
    assert not Passkey.objects.exists()


@pytest.mark.parametrize("path", ["/me/passkeys/", "/sign-in/"])
def test_without_scripts_the_page_says_how_else(page_at, live_server, asha, path):
    page = page_at(360, js=False)
    if path.startswith("/me/"):
        signed_in(page, asha, live_server.url)

    page.goto(live_server.url + path)

    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    expect(page.locator("form[data-passkey]")).to_be_hidden()

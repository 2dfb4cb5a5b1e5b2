"""A phone that several people use: whose hands it is in is said before it is used."""

import pytest
from django.test import Client

from tests.builders import A_KIND, day
from tests.clock import stopped
from tests.interfaces.web.institutions.test_founding import filled_in

pytestmark = pytest.mark.django_db


def test_a_founder_on_a_shared_phone_is_led_to_codes_for_paper(monkeypatch):
    stopped(monkeypatch, day(0))
    client = Client()

    answer = client.post(
        f"/found/{A_KIND}/", filled_in(client, is_shared="on"), follow=True
    )

    assert answer.redirect_chain == [("/me/#paper", 302)]
    said = answer.content.decode()
    assert "It is founded." in said
    assert "Get codes for paper now" in said


def test_a_founder_who_gave_an_address_goes_on_to_invite(monkeypatch):
    stopped(monkeypatch, day(0))
    client = Client()
    form = filled_in(client, is_shared="on", email="asha@example.org")

    assert client.post(f"/found/{A_KIND}/", form)["Location"] == "/i/riverside/invite/"


@pytest.mark.parametrize("page", ["/found/", f"/found/{A_KIND}/"])
def test_whoever_founds_reads_as_whom_this_device_is_signed_in(page, monkeypatch):
    stopped(monkeypatch, day(0))
    browser = Client()
    browser.post(f"/found/{A_KIND}/", filled_in(browser))

    known, unknown = (one.get(page).content.decode() for one in (browser, Client()))

    assert "<strong><bdi>Asha</bdi></strong> (Riverside tenants)" in known
    assert "so is what the next one does" in known
    assert "so is what the next one does" not in unknown


def test_whoever_is_somebody_else_signs_out_and_comes_back_to_found(monkeypatch):
    stopped(monkeypatch, day(0))
    browser, here = Client(), f"/found/{A_KIND}/"
    browser.post(here, filled_in(browser))

    asked = browser.post("/sign-out/", {"next": here})
    gone = browser.post("/sign-out/", {"next": here, "sure": "yes"})

    assert f'name="next" value="{here}"' in asked.content.decode()
    assert gone["Location"] == here
    assert "I am somebody else" not in browser.get(here).content.decode()
    away = browser.post("/sign-out/", {"next": "https://elsewhere.example/"})
    assert away["Location"] == "/"

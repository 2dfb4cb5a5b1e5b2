"""A shared phone: signed out with the browser or by itself, and nothing kept on it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import SignIn
from commonweal.interfaces.clock import machine_now
from commonweal.interfaces.web import requests, sign_ins
from tests.builders import a_person, day
from tests.clock import Clock
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

COOKIE = settings.SIGN_IN_COOKIE_NAME
ME = "/me/"
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def machine(monkeypatch) -> Clock:
    """Stop the machine's own clock; `machine.at += ...` lets time pass."""
    clock = Clock(machine_now().replace(hour=9, microsecond=0))
    monkeypatch.setattr(requests, "machine_now", lambda: clock.at)
    return clock


@pytest.fixture
def phone(machine) -> Client:
    """Give a shared phone on which Asha has just signed in with a code."""
    client = Client()
    code, *_ = people.write_paper_codes(a_person("Asha"), at=day(0))
    client.post(reverse("people:by_code"), {"code": code, "is_shared": "on"})
    return client


def test_the_cookie_goes_when_the_browser_closes(phone):
    cookie = phone.cookies[COOKIE]

    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""
    assert cookie["httponly"]


def test_minutes_without_use_sign_the_phone_out(phone, machine):
    machine.at += sign_ins.SHARED_IDLE
    just_in_time = phone.get(ME)
    machine.at += sign_ins.SHARED_IDLE + timedelta(seconds=1)
    too_late = phone.get(ME)

    assert just_in_time.status_code == 200
    assert too_late.status_code == 302
    assert too_late.cookies[COOKIE].value == ""
    assert not SignIn.objects.exists()


def test_whoever_goes_on_reading_stays_signed_in(phone, machine):
    for _ in range(12):
        machine.at += 10 * A_MINUTE
        assert phone.get(ME).status_code == 200


def test_a_day_is_the_end_at_the_latest(phone, machine):
    for _ in range(6 * 40):
        machine.at += 10 * A_MINUTE
        phone.get(ME)

    assert phone.get(ME).status_code == 302


@pytest.mark.parametrize(
    "forged",
    [
        lambda token, _: token,
        lambda token, _: f"{token}.99999999999",
        lambda token, sealed: f"{token}.99999999999:{sealed.partition(':')[2]}",
        lambda token, _: f"{token}.",
    ],
    ids=["seal left off", "no seal", "another moment", "nothing"],
)
def test_the_moment_in_the_cookie_cannot_be_made_up(phone, forged):
    token, _, sealed = phone.cookies[COOKIE].value.partition(".")
    phone.cookies[COOKIE] = forged(token, sealed)

    assert phone.get(ME).status_code == 302


def test_a_clock_that_was_moved_back_signs_nobody_out(phone, machine):
    machine.at -= timedelta(hours=2)

    assert phone.get(ME).status_code == 200


def test_no_time_of_day_is_kept_here(phone, machine):
    before = SignIn.objects.values().get()

    machine.at += 10 * A_MINUTE
    phone.get(ME)

    assert SignIn.objects.values().get() == before


def test_no_page_is_put_by_on_a_shared_phone(phone):
    shared = phone.get("/")
    own = browser_of(a_person()).get("/")

    assert "no-store" in shared.headers["Cache-Control"]
    assert b"data-shared" in shared.content
    assert "no-store" not in own.headers["Cache-Control"]
    assert b"data-shared" not in own.content


def test_my_devices_say_which_one_is_shared(phone):
    page = phone.get(reverse("people:devices")).content.decode()

    assert "A shared phone: it is signed out when the browser closes" in page

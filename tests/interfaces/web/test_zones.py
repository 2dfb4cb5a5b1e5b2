"""By whose clock somebody lives: guessed from the browser, written over in words."""

import pytest
from django.test import Client, RequestFactory
from playwright.sync_api import expect

from commonweal.interfaces.web.zones import MOST_PEOPLE, guessed_zone, zone_meant, zones
from commonweal.rules.days import is_time_zone


@pytest.mark.parametrize(
    ("reads", "zone"),
    [
        ("es-CO,es;q=0.9", "America/Bogota"),
        ("es,es-CO;q=0.9", "America/Bogota"),
        ("en-US,en;q=0.5", "America/New_York"),
        ("de-at", "Europe/Vienna"),
        ("zh-Hant-TW", "Asia/Taipei"),
        ("es-ES", "Europe/Madrid"),
        # No country, a part of the world, and nonsense.
        ("es", ""),
        ("es-419", ""),
        ("", ""),
        ("en-XX;q=x, -,--", ""),
        ("x" * 10_000 + "-CO", ""),
    ],
)
def test_a_browser_that_names_a_country_tells_the_clock(reads, zone):
    request = RequestFactory().get("/", headers={"accept-language": reads})

    assert guessed_zone(request) == zone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        ("bogota", "America/Bogota"),
        (" new york ", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("Somewhere", "Somewhere"),
        ("", ""),
    ],
)
def test_a_city_alone_is_understood(typed, meant):
    assert zone_meant(typed) == meant


def test_every_clock_that_is_offered_or_guessed_exists():
    assert "America/Bogota" in zones()
    assert all(is_time_zone(one) for one in (*zones(), *MOST_PEOPLE.values()))


@pytest.mark.django_db
def test_the_guess_stands_in_the_form_of_a_founder():
    page = Client(headers={"accept-language": "es-CO"}).get("/found/tenants_union/")

    said = page.content.decode()
    assert 'name="set-time_zone" value="America/Bogota"' in said
    assert "una suposición" in said


@pytest.mark.django_db
def test_what_was_written_over_the_guess_stays_as_it_was_written():
    browser = Client(headers={"accept-language": "en-US"})
    sent = {"name": "Ours", "my_name": "", "set-time_zone": "lima"}

    page = browser.post("/found/tenants_union/", sent).content.decode()

    assert 'name="set-time_zone" value="lima"' in page
    assert "data-guess" not in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("lives", "guessed"),
    # A browser that hides where it is says that it is nowhere.
    [("America/Lima", "America/Lima"), ("UTC", "Europe/Madrid")],
)
def test_with_scripts_the_clock_of_the_device_is_the_guess(
    chromium, live_server, lives, guessed
):
    context = chromium.new_context(timezone_id=lives, locale="es-ES")
    page = context.new_page()
    page.goto(live_server.url + "/found/tenants_union/")

    zone = page.locator("[name=set-time_zone]")

    expect(zone).to_have_value(guessed)
    context.close()

"""The cookie of a device: made anew at each sign-in, named and ended by its owner."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import SignIn
from commonweal.interfaces.clock import machine_now
from tests.builders import a_person, an_institution, day, founder_of
from tests.interfaces.web.conftest import browser_of
from tests.signing_in import signed_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

COOKIE = settings.SIGN_IN_COOKIE_NAME
ME = "/me/"


def come_in(client: Client, person, **more: str):
    """Sign in with a code on paper."""
    code = people.write_paper_codes(person, at=day(0))[0]
    return client.post(reverse("people:by_code"), {"code": code, **more})


def test_a_token_that_was_there_before_signs_nobody_in(client):
    planted = "a-token-that-somebody-else-knows-as-well-00"
    client.cookies[COOKIE] = planted
    asha = a_person("Asha")

    come_in(client, asha)

    assert client.cookies[COOKIE].value != planted
    assert signed_in_as(client) == asha
    thief = Client()
    thief.cookies[COOKIE] = planted
    assert thief.get(ME).status_code == 302


def test_whoever_was_signed_in_on_the_device_before_is_out():
    asha, ben = a_person("Asha"), a_person("Ben")
    browser = browser_of(asha)
    before = browser.cookies[COOKIE].value

    come_in(browser, ben)

    assert signed_in_as(browser) == ben
    old = Client()
    old.cookies[COOKIE] = before
    assert old.get(ME).status_code == 302
    assert not SignIn.objects.filter(person=asha).exists()


def test_a_form_opened_before_signing_in_is_not_taken_after():
    browser = Client(enforce_csrf_checks=True)
    browser.get(reverse("people:by_code"))
    before = browser.cookies["csrf"].value
    code = people.write_paper_codes(a_person(), at=day(0))[0]

    browser.post(
        reverse("people:by_code"), {"code": code, "csrfmiddlewaretoken": before}
    )

    assert browser.cookies["csrf"].value != before


def test_the_cookie_is_for_this_server_and_out_of_reach_of_scripts(client):
    come_in(client, a_person())

    cookie = client.cookies[COOKIE]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 30 * 24 * 60 * 60


def test_signing_out_takes_the_cookie_and_the_row_away():
    browser = browser_of(a_person())

    browser.post(reverse("people:sign_out"), {"sure": "yes"})

    assert browser.cookies[COOKIE].value == ""
    assert not SignIn.objects.exists()


def test_my_devices_are_listed_this_one_first():
    asha = a_person("Asha")
    browser_of(asha)
    here = browser_of(asha)
    SignIn.objects.filter(person=asha).update(name="An older phone")

    page = here.get(reverse("people:devices"))

    shown = page.context["devices"]
    assert len(shown) == 2
    assert shown[0].pk == page.context["here"]
    assert page.content.decode().count("Sign this device out") == 1


def test_a_device_is_named_and_signed_out_from_another():
    asha = a_person("Asha")
    lost, here = browser_of(asha), browser_of(asha)
    listed = here.get(reverse("people:devices")).context
    other = next(one for one in listed["devices"] if one.pk != listed["here"])

    here.post(reverse("people:name_device", args=[other.pk]), {"name": "Lost phone"})
    page = here.get(reverse("people:devices")).content.decode()
    here.post(reverse("people:end_device", args=[other.pk]))

    assert "Lost phone" in page
    assert lost.get(ME).status_code == 302
    assert here.get(ME).status_code == 200


def test_all_others_are_signed_out_and_this_one_is_not():
    asha = a_person("Asha")
    others, here = [browser_of(asha) for _ in range(3)], browser_of(asha)

    here.post(reverse("people:end_others"))

    assert [other.get(ME).status_code for other in others] == [302] * 3
    assert here.get(ME).status_code == 200


def test_the_devices_of_another_cannot_be_touched():
    asha, eve = browser_of(a_person("Asha")), browser_of(a_person("Eve"))
    one = asha.get(reverse("people:devices")).context["here"]

    ended = eve.post(reverse("people:end_device", args=[one]))
    named = eve.post(reverse("people:name_device", args=[one]), {"name": "Eve's"})

    assert (ended.status_code, named.status_code) == (409, 409)
    assert asha.get(ME).status_code == 200


def test_the_first_use_of_a_day_is_noted_and_renews_the_cookie():
    asha = a_person("Asha")
    browser = browser_of(asha)
    SignIn.objects.update(used_on=day(-100).date(), ends_on=day(10_000).date())
    gone = browser.get(ME)
    today = machine_now().date()
    SignIn.objects.update(used_on=today - timedelta(days=2))

    first, second = browser.get(ME), browser.get(ME)

    assert gone.status_code == 302
    assert first.status_code == 200
    assert COOKIE in first.cookies
    assert COOKIE not in second.cookies
    assert SignIn.objects.get().used_on == today


@pytest.mark.parametrize("page", ["", "decisions/", "people/", "journal.json"])
def test_what_is_told_to_somebody_signed_in_is_kept_by_nobody_between(page):
    union = an_institution()
    address = f"/i/{union.address}/{page}"

    told = browser_of(founder_of(union)).get(address)
    strangers = Client().get(f"/i/{union.address}/")

    assert told.status_code == 200
    assert "private" in told.headers["Cache-Control"]
    assert "Cookie" in told.headers["Vary"]
    assert "Cache-Control" not in strangers.headers

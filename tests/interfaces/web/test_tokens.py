"""My keys for programs: made, shown once, and ended."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.foundation.tokens import actions
from commonweal.foundation.tokens.models import Token
from tests.builders import a_person, day
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FILLED_IN = {"name": "My calendar", "scopes": ["read", "vote"], "days": "30"}


def test_a_key_is_made_and_shown_once():
    browser = browser_of(a_person())

    made = browser.post(reverse("tokens:keys"), FILLED_IN)
    listed = browser.get(reverse("tokens:keys")).content.decode()

    [code] = re.findall(r"<p class=\"code\"><code>(\w+)</code>", made.content.decode())
    assert code.startswith("commonweal_")
    assert "My calendar" in listed
    assert "cast my ballots in open votes" in listed
    assert code not in listed
    assert "no-store" in made.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [("name", "Please fill this in."), ("scopes", "Please tick at least one thing")],
)
def test_what_is_missing_is_said_beside_its_field(left_out, words):
    browser = browser_of(a_person())

    sent = {field: said for field, said in FILLED_IN.items() if field != left_out}
    answer = browser.post(reverse("tokens:keys"), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Token.objects.exists()


def test_a_key_is_ended():
    asha = a_person()
    token = actions.make_token(
        asha, name="Old", scopes=["read"], days=7, at=day(1)
    ).token

    answer = browser_of(asha).post(reverse("tokens:end", args=[token.pk]))

    assert answer.headers["Location"] == reverse("tokens:keys")
    assert not Token.objects.exists()


def test_the_key_of_another_is_not_seen_and_not_ended():
    theirs = actions.make_token(
        a_person("Asha"), name="Secret plan", scopes=["read"], days=7, at=day(1)
    ).token
    browser = browser_of(a_person("Ben"))

    page = browser.get(reverse("tokens:keys")).content.decode()
    browser.post(reverse("tokens:end", args=[theirs.pk]))

    assert "Secret plan" not in page
    assert Token.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("place", ["tokens:keys", "tokens:end"])
def test_a_stranger_is_asked_to_sign_in(place):
    address = reverse(place, args=[uuid4()] if place == "tokens:end" else [])

    answer = Client().get(address)

    assert answer.status_code == 302


def test_my_page_leads_to_my_keys():
    page = browser_of(a_person()).get(reverse("people:me")).content.decode()

    assert reverse("tokens:keys") in page

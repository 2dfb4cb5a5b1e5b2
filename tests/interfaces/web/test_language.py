"""Pages speak the reader's language; changing it takes one button and no script."""

import pytest
from django.urls import reverse

from commonweal.foundation.people.models import Person
from tests.builders import a_person
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_the_browsers_language_is_spoken(client):
    page = client.get("/", headers={"Accept-Language": "es-AR,es;q=0.9"})

    assert page.headers["Content-Language"] == "es"
    assert '<html lang="es" dir="ltr"' in page.content.decode()
    assert "Decidir entre iguales" in page.content.decode()


def test_a_language_nobody_speaks_here_becomes_english(client):
    page = client.get("/", headers={"Accept-Language": "tlh"})

    assert page.headers["Content-Language"] == "en"


def test_a_choice_is_kept_on_the_device(client):
    client.post(reverse("people:language"), {"language": "es", "next": "/style/"})

    assert client.get("/").headers["Content-Language"] == "es"


def test_a_choice_leads_back_to_the_same_page(client):
    sent = {"language": "es", "next": "/style/"}

    assert (
        client.post(reverse("people:language"), sent).headers["Location"] == "/style/"
    )


def test_after_a_form_a_choice_leads_back_to_the_page_it_stood_on(client):
    page = client.post(
        reverse("people:sign_in"),
        {"email": "no address"},
        headers={"Referer": "http://testserver/sign-in/?x=1"},
    )

    assert 'name="next" value="/sign-in/"' in page.content.decode()


def test_a_choice_leads_nowhere_else(client):
    sent = {"language": "es", "next": "https://example.com/"}

    assert client.post(reverse("people:language"), sent).headers["Location"] == "/"


def test_a_choice_goes_with_the_person():
    asha = a_person("Asha")
    browser_of(asha).post(reverse("people:language"), {"language": "es"})

    other = browser_of(Person.objects.get(pk=asha.pk)).get("/")

    assert other.headers["Content-Language"] == "es"


def test_a_language_that_is_none_changes_nothing(client):
    client.post(reverse("people:language"), {"language": "xx"})

    assert client.get("/").headers["Content-Language"] == "en"


def test_the_pretend_language_runs_from_right_to_left(client):
    client.cookies["language"] = "en-xr"

    page = client.get("/").content.decode()

    assert '<html lang="en-xr" dir="rtl"' in page
    assert "⟦" in page


def test_the_pretend_language_is_offered_only_where_all_is_pretend(client, demo):
    assert "⇄" in client.get("/").content.decode()


def test_a_real_node_does_not_offer_it(client):
    assert "⇄" not in client.get("/").content.decode()


def test_caches_keep_languages_apart(client):
    assert "Accept-Language" in client.get("/").headers["Vary"]

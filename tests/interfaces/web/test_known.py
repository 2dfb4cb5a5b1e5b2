"""My page says who said what is kept about me, and lets me take it back."""

import pytest
from django.urls import reverse

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person
from tests.builders import a_person, day
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_each_thing_kept_about_me_says_who_said_it_what_for_and_until_when(client):
    farah = a_person()
    sign_in(client, farah)

    page = client.get(reverse("people:known")).content.decode()
    held = queries.held_about(farah, at=day(1))

    assert "you: you typed or chose it" in page
    assert page.count("To write to you, such as links to sign in") == 1
    told = held["where_from"]["people.person.email_sealed"]
    assert told["said_by"] == "you: you typed or chose it"
    assert told["for"] == "to write to you, such as links to sign in"
    assert told["until"].startswith("until they leave this server")


def test_nobody_takes_their_last_way_in_from_themselves(client):
    farah = a_person()
    sign_in(client, farah)

    page = client.get(reverse("people:known")).content.decode()
    answer = client.post(reverse("people:forget_address"))

    assert "Without it you could not come back in." in page
    assert answer.status_code == 409
    assert Person.objects.get(pk=farah.pk).email == farah.email


def test_an_address_taken_back_is_destroyed_in_every_copy(
    client, django_capture_on_commit_callbacks
):
    farah = a_person()
    key, address = key_of(farah.email_sealed), farah.email
    actions.write_paper_codes(farah, at=day(0))
    sign_in(client, farah)

    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(reverse("people:forget_address"), follow=True)

    now = Person.objects.get(pk=farah.pk)
    assert "Your mail address is forgotten." in page.content.decode()
    assert (now.email, now.email_digest, now.email_confirmed) == ("", "", False)
    assert not store.is_kept(key)
    assert not queries.having_address(address).exists()

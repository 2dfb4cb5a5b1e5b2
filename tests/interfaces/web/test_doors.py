"""What every door must hold: nobody led away, no guess told from a near miss."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.foundation.people.models import Person
from tests.builders import a_person, day
from tests.foundation.people.keyring import Keyring
from tests.signing_in import signed_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ELSEWHERE = [
    "https://example.com/",
    "//example.com",
    "/\\example.com",
    "javascript:alert(1)",
    "https:example.com",
    "\thttps://example.com",
    "http://testserver@example.com/",
]


@pytest.fixture
def ring() -> Keyring:
    """Give a phone with a key of Asha's."""
    asha, ring = a_person("Asha"), Keyring()
    asked, state = people.offer_passkey(asha, called="Asha")
    people.keep_passkey(
        asha, answer=ring.made(asked), state=state, name="my phone", at=day(1)
    )
    return ring


def shown(client: Client, ring: Keyring, **more: str):
    """Sign in with a key, as the page's script does."""
    asked = client.get(reverse("people:ask_for_passkey")).json()
    answer = json.dumps(ring.signed(asked))
    return client.post(reverse("people:by_passkey"), {"answer": answer, **more})


def questions(ran: CaptureQueriesContext) -> list[str]:
    """List what was asked of the tables of people, without what it was asked with."""
    asked = [one["sql"].split("WHERE")[0] for one in ran.captured_queries]
    return [one for one in asked if "SELECT" in one and "nodes_node" not in one]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_a_key_leads_nobody_out_of_the_house(client, ring, elsewhere):
    assert shown(client, ring, next=elsewhere).headers["Location"] == "/"
    assert signed_in_as(client) == Person.objects.get()


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_choosing_a_language_leads_nobody_out_of_the_house(client, elsewhere):
    answer = client.post(
        reverse("people:language"), {"language": "es", "next": elsewhere}
    )

    assert answer.headers["Location"] == "/"


def test_an_answer_without_the_challenge_of_this_browser_signs_nobody_in(client, ring):
    asked = Client().get(reverse("people:ask_for_passkey")).json()

    answer = client.post(
        reverse("people:by_passkey"), {"answer": json.dumps(ring.signed(asked))}
    )

    assert answer.status_code == 409
    assert signed_in_as(client) is None


def test_a_challenge_answered_once_is_gone_from_the_browser(client, ring):
    shown(client, ring)

    assert client.cookies["passkey"].value == ""


def test_a_challenge_for_making_a_key_does_not_sign_in(client, ring):
    asha = Person.objects.get()
    asked, _ = people.offer_passkey(asha, called="Asha")
    forged = {"publicKey": {**asked["publicKey"], "rpId": "localhost"}}

    answer = client.post(
        reverse("people:by_passkey"), {"answer": json.dumps(ring.signed(forged))}
    )

    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("door", "near", "far"),
    [
        ("people:by_code", {"code": "ABCD-EFGH-1234"}, {"code": "x"}),
        (
            "institutions:come_back",
            {"first": "ABCD-EFGH-1234", "second": "ABCD-EFGH-1234"},
            {"first": "x", "second": "y"},
        ),
    ],
)
def test_every_guess_asks_the_same_and_gets_the_same_answer(client, door, near, far):
    people.write_paper_codes(a_person("Asha"), at=day(0))
    client.get(reverse(door))  # What a server looks up once is known from here on.
    asked, answers = [], []

    for typed in (near, far):
        with CaptureQueriesContext(connection) as ran:
            answer = client.post(reverse(door), typed)
        asked.append(questions(ran))
        # What was typed may come back with the form, and nothing else.
        shown = answer.content.decode()
        for one in typed.values():
            shown = shown.replace(f'value="{one}"', 'value=""')
        answers.append((answer.status_code, len(shown)))

    assert asked[0] == asked[1]
    assert answers[0] == answers[1]
    assert answers[0][0] == 409


def test_a_guess_at_the_cookie_asks_one_question_and_says_nothing(client):
    client.cookies["sign-in"] = "a-token-that-nobody-has"

    with CaptureQueriesContext(connection) as ran:
        guessed = client.get("/me/")
    about_devices = [one for one in questions(ran) if "people_signin" in one]
    stranger = Client().get("/me/")

    assert len(about_devices) == 1
    assert guessed.headers["Location"] == stranger.headers["Location"]

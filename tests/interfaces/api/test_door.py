"""The door for programs: who is let in, in which language, and how it refuses."""

import json
from dataclasses import replace

import pytest
from django.urls import reverse

from commonweal.foundation.people import actions as people
from commonweal.foundation.tokens.models import Token
from commonweal.interfaces import limits
from commonweal.interfaces.api.keys import TOKENS
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.interfaces.api.conftest import Program, program_of
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_token_says_who_asks():
    asha = a_person("Asha")

    answer = program_of(asha, "read").get("/me")

    assert answer.status_code == 200
    assert answer.json()["email"] == asha.email
    assert answer.json()["key"]["scopes"] == ["read"]


def test_a_cookie_says_nothing(client):
    sign_in(client, a_person())

    answer = Program(client=client).get("/me")

    assert answer.status_code == 401
    assert answer.json()["id"] == "token_needed"
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert not answer.cookies


@pytest.mark.parametrize("code", ["commonweal_0", "nonsense", "commonweal_" + "A" * 26])
def test_what_is_no_token_opens_nothing_not_even_what_strangers_may_see(code):
    address = an_institution().address

    answer = Program(code).get(f"/institutions/{address}")

    assert (answer.status_code, answer.json()["id"]) == (401, "token_unknown")


def test_an_ended_token_opens_nothing(clock):
    program = program_of(a_person())
    clock.at = day(91)

    answer = program.get("/me")

    assert answer.json()["id"] == "token_unknown"


def test_a_token_does_only_what_it_was_made_for():
    institution = an_institution()

    answer = program_of(founder_of(institution), "read").ask(
        "PATCH", f"/institutions/{institution.address}/members/me", {"name": "A."}
    )

    assert (answer.status_code, answer.json()["id"]) == (403, "token_scope_missing")
    assert answer.json()["facts"]["scope"]["sentence"] == "scope_belong"


def test_the_day_of_the_last_use_is_noted(clock):
    program = program_of(a_person())

    clock.at = day(2)
    program.get("/me")

    assert Token.objects.get().used_on == day(2).date()


def test_trying_tokens_ends_after_a_while():
    tries = [Program("commonweal_" + "A" * 26).get("/me") for _ in range(62)]

    assert tries[TOKENS.tries - 1].status_code == 401
    assert tries[TOKENS.tries].status_code == 429
    assert tries[TOKENS.tries].json()["id"] == "too_many_tries"


def test_joining_by_guessed_codes_ends_as_on_the_pages():
    program = program_of(a_person())

    tries = [
        program.post("/joining/look", {"code": "AAAA"})
        for _ in range(limits.CODES.tries + 1)
    ]

    assert tries[0].json()["id"] == "invitation_unknown"
    assert tries[-1].status_code == 429


def test_a_refusal_is_a_problem_with_facts_and_a_sentence():
    institution = an_institution()
    ben = a_member(institution)

    answer = program_of(ben).ask(
        "PATCH", f"/institutions/{institution.address}/members/me", {"name": "Asha"}
    )

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/api/problems/name_taken",
        "title": "Not as things stand",
        "status": 409,
        "detail": answer.json()["detail"],
        "id": "name_taken",
        "facts": {"name": "Asha"},
    }
    assert "Asha" in answer.json()["detail"]


def test_the_type_of_a_problem_leads_to_what_it_means():
    answer = Program().get("/problems/name_taken")

    assert answer.json()["facts"] == ["name"]


def test_the_language_asked_for_is_spoken_else_the_persons_own():
    person = a_person()
    people.change_language(person, language="es")
    program = program_of(person)

    own = program.ask("GET", "/institutions/nowhere", accept_language="")
    asked = program.ask("GET", "/institutions/nowhere", accept_language="en")

    assert own.headers["Content-Language"] == "es"
    assert asked.headers["Content-Language"] == "en"
    assert own.json()["detail"] != asked.json()["detail"]
    assert "Accept-Language" in own.headers["Vary"]


def test_what_is_hidden_is_as_though_it_were_not_there():
    hidden = an_institution(charter=replace(a_charter(), public=frozenset()))
    program = program_of(a_person())

    there = program.get(f"/institutions/{hidden.address}")
    nowhere = program.get("/institutions/nowhere-at-all")
    no_address = program.get("/no/such/operation")

    assert there.status_code == nowhere.status_code == no_address.status_code == 404
    assert there.content == nowhere.content == no_address.content


def test_answers_are_kept_by_nobody():
    answer = Program().get("/node")

    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sent", "kind", "status", "reason"),
    [
        (b"{", "application/json", 400, "body_unreadable"),
        (b"\xff", "application/json", 400, "body_unreadable"),
        (b'{"name": "a\\ud800b"}', "application/json", 400, "body_unreadable"),
        (b'{"name": NaN}', "application/json", 400, "body_unreadable"),
        (b"name=Asha", "application/x-www-form-urlencoded", 415, "body_not_json"),
        (b" " * 1_000_001, "application/json", 413, "body_too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_whole(sent, kind, status, reason):
    institution = an_institution()
    program = program_of(founder_of(institution))

    answer = program.client.generic(
        "PATCH",
        f"/api/institutions/{institution.address}/members/me",
        sent,
        content_type=kind,
        headers={"authorization": f"Bearer {program.code}"},
    )

    assert (answer.status_code, answer.json()["id"]) == (status, reason)


def test_what_nobody_sees_is_left_out_of_what_is_kept():
    institution = an_institution()

    answer = program_of(founder_of(institution)).ask(
        "PATCH", f"/institutions/{institution.address}/members/me", {"name": "A\0sha"}
    )

    assert answer.json()["name"] == "Asha"


def test_each_field_that_is_not_right_is_named():
    institution = an_institution()
    program = program_of(founder_of(institution))

    answer = program.ask(
        "PATCH", f"/institutions/{institution.address}/members/me", {"nom": "x"}
    )

    assert answer.status_code == 422
    wrong = {(one["where"], one["id"]) for one in answer.json()["errors"]}
    assert wrong == {("body.name", "field_missing"), ("body.nom", "field_unknown")}


def test_an_address_asked_in_another_way_says_in_which_it_can_be():
    answer = program_of(a_person()).post("/me")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET"
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_what_breaks_is_told_as_a_problem_and_to_the_log(monkeypatch, client):
    monkeypatch.setattr("commonweal.interfaces.entrance.queries.entrance", _breaks)
    client.raise_request_exception = False

    answer = Program(client=client).get("/institutions/anything")

    assert (answer.status_code, answer.json()["id"]) == (500, "broke_down")
    assert "a secret of ours" not in answer.content.decode()


def _breaks(*_address, **_asked):
    raise RuntimeError("a secret of ours")


def test_pages_are_not_answered_by_the_door(client):
    assert (
        client.get(reverse("node:home")).headers["Content-Type"].startswith("text/html")
    )


def test_a_file_of_the_journal_is_json():
    institution = an_institution()

    answer = program_of(founder_of(institution)).get(
        f"/institutions/{institution.address}/journal/file"
    )

    assert json.loads(answer.content)["format"] == "commonweal-journal-1"

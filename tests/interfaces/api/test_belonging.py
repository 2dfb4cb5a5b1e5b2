"""Inviting, joining, bringing along and leaving, done by programs."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people import queries as people
from tests.builders import a_member, a_person, confirmed, day, founder_of
from tests.interfaces.api.conftest import (
    did,
    program_of,
    told,
)

FROM_A_SHEET = {
    "origin": {
        "words": "the sheet at our assembly",
        "ground": "consent",
        "gathered_on": "2026-01-04",
    }
}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_somebody_joins_by_a_link_takes_another_name_and_leaves(union, here, asha):
    link = told(asha.post(here + "/invitations/links"), 201)
    farah = program_of(a_person("Farah"))

    look = told(farah.post("/joining/look", {"code": link["code"]}))
    joined = told(farah.post("/joining", {"code": link["code"], "name": "Farah"}), 201)
    renamed = told(farah.ask("PATCH", here + "/members/me", {"name": "Farah K."}))
    left = farah.ask("DELETE", here + "/members/me")

    assert look["address"] == union.address
    assert look["already_member"] is False
    assert joined["me"]["name"] == "Farah"
    assert renamed["name"] == "Farah K."
    assert left.status_code == 200
    assert did(union)[-3:] == ["joined", "renamed", "left"]


def test_codes_for_paper_are_made_listed_and_taken_back(union, here, asha, clock):
    sheet = told(asha.post(here + "/invitations/sheets", {"count": 2}), 201)
    listed = told(asha.get(here + "/invitations"))["items"]

    one = asha.ask("DELETE", f"{here}/invitations/{listed[0]['id']}")
    rest = asha.ask("DELETE", f"{here}/invitations/sheets/{sheet['sheet']}")

    assert len(sheet["codes"]) == len(listed) == 2
    assert "code" not in listed[0]
    assert (one.status_code, rest.status_code) == (200, 200)
    assert told(asha.get(here + "/invitations"))["items"] == []
    assert did(union)[-2:] == ["revoked_invitation", "revoked_sheet"]


def test_members_are_brought_along_after_a_dry_run(union, here):
    asha = program_of(confirmed(founder_of(union)))
    sent = {"list": "name,email\nBen,\nChidi,chidi@example.org\n"}

    dry = told(asha.post(here + "/members/dry-run", sent))
    sheet = told(asha.post(here + "/members", sent | FROM_A_SHEET), 201)
    members = told(asha.get(here + "/members"))["items"]

    assert [one["name"] for one in dry["rows"]] == ["Ben", "Chidi"]
    assert [one["name"] for one in sheet["codes"]] == ["Ben"]
    assert [one["name"] for one in members] == ["Asha", "Ben", "Chidi"]
    assert [one["has_come"] for one in members] == [True, False, False]
    assert "chidi@example.org" in [one.address for one in people.letters()]


def test_a_list_that_does_not_say_where_it_comes_from_is_not_taken_in(here, asha):
    answer = asha.post(here + "/members", {"list": "name\nBen\n"})

    assert [one["where"] for one in told(answer, 422)["errors"]] == ["body.origin"]
    assert Member.objects.count() == 1


def test_a_list_with_problems_is_not_taken_in(union, here, asha):
    answer = asha.post(
        here + "/members", {"list": "name,email\n,nobody\n"} | FROM_A_SHEET
    )

    assert told(answer, 409)["id"] == "list_has_problems"
    assert Member.objects.filter(institution=union).count() == 1


def test_a_new_code_is_made_for_somebody_on_the_list(here, asha):
    told(asha.post(here + "/members", {"list": "name\nBen\n"} | FROM_A_SHEET), 201)
    ben = told(asha.get(here + "/members"))["items"][1]

    code = told(asha.post(f"{here}/members/{ben['id']}/code"), 201)
    unknown = asha.post(f"{here}/members/{uuid4()}/code")

    assert code["name"] == "Ben"
    assert unknown.status_code == 404


def test_a_past_decision_is_brought_along(here, asha):
    sent = {
        "title": "No deals alone",
        "text": "All or none.",
        "decided_on": "2025-05-01",
    }

    kept = told(asha.post(here + "/statements", sent), 201)
    listed = told(asha.get(here + "/statements"))["items"]

    assert listed == [kept]


def test_a_member_says_that_they_know_who_came_by_an_open_link(union, here, clock):
    clock.at = day(60)
    ben = a_member(union, "Ben", at=day(0))
    made = inviting.invite_by_link(union, by=founder_of(union), most=9, at=day(60))
    farah = joining.join(made.code, person=a_person("Farah"), name="Farah", at=day(60))
    there = f"{here}/members/{farah.pk}/known"

    refused = program_of(founder_of(union)).ask("PUT", there)
    known = told(program_of(ben).ask("PUT", there))
    nobody = program_of(ben).ask("PUT", f"{here}/members/{uuid4()}/known")

    assert told(refused, 409)["id"] == "confirmer_invited_them"
    assert known["counts"]
    assert nobody.status_code == 404

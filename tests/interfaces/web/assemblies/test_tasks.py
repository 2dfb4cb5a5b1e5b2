"""Tasks on the pages: noted, answered for, listed, asked after."""

from datetime import timedelta

import pytest

from tests.builders import a_member, an_institution, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.interfaces.api.conftest import program_of
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben")


@pytest.fixture
def row(asha, ben, clock):
    row = an_open_assembly(asha, ben)
    clock.at = row.opens_at + timedelta(minutes=5)
    return row


def test_a_task_from_the_room_to_the_next_assembly(union, row, asha, ben, clock):
    desk, phone = browser_of(asha), browser_of(ben)
    root = f"/i/{union.address}/assemblies/"

    assert "Note a task" in page(desk.get(f"{root}1/"))
    assert "Take on a task" in page(phone.get(f"{root}1/"))
    sent = {"words": "Paint the door", "of": str(ben.pk), "due_on": "2026-02-02"}
    desk.post(f"{root}1/task/", sent)
    assert "Say whether you do it" in page(phone.get("/"))
    assert "I cannot do it" in page(phone.get(f"{root}tasks/"))
    assert "I cannot do it" not in page(desk.get(f"{root}tasks/"))
    phone.post(f"{root}tasks/1/", {"deed": "accept"})
    assert "Ben does it until" in page(desk.get(f"/i/{union.address}/"))

    did(row, "close", asha, minute=30)
    second = an_open_assembly(asha, ben, called=row.opens_at + timedelta(days=1))
    did(second, "turn_to", asha, item="tasks", minute=1)
    clock.at = second.opens_at + timedelta(minutes=2)
    assert "Not done yet" in page(desk.get(f"{root}2/"))
    assert "Not done yet" not in page(phone.get(f"{root}2/"))
    desk.post(f"{root}2/task/1/", {"deed": "done"})

    heard = page(desk.get(f"{root}2/"))
    assert "This assembly has heard of it." in heard
    assert "Done by Ben." in heard
    assert "Not done yet" not in heard
    assert "Done by Ben." in page(phone.get(f"{root}tasks/"))


def test_what_is_missing_is_asked_for(union, row, asha):
    desk = browser_of(asha)
    here = f"/i/{union.address}/assemblies/1/task/"

    assert desk.post(here, {"words": "Tea"}).status_code == 422
    late = {"words": "Tea", "of": str(asha.pk), "due_on": "2025-02-02"}
    assert "still to come" in page(desk.post(here, late))
    assert desk.get(f"/i/{union.address}/assemblies/tasks/9/").status_code == 404
    assert desk.post(
        f"/i/{union.address}/assemblies/1/task/9/", {"deed": "done"}
    ).status_code == (404)


def test_a_program_does_the_same(union, row, asha, ben):
    keeps, does = program_of(asha), program_of(ben)
    root = f"/institutions/{union.address}"
    new = {"words": "Paint the door", "of": str(ben.pk), "due_on": "2026-02-02"}

    made = keeps.ask("POST", f"{root}/assemblies/1/tasks", new)
    assert (made.status_code, made.json()["stage"]) == (201, "asked")
    answered = does.ask("POST", f"{root}/tasks/1/deeds", {"deed": "accept"})
    assert answered.status_code == 204

    [task] = does.get(f"{root}/tasks").json()
    assert (task["stage"], task["of"], task["is_mine"]) == ("open", "Ben", True)
    asked = keeps.ask(
        "POST", f"{root}/assemblies/1/tasks/1/deeds", {"deed": "not_done"}
    )
    assert asked.json()["id"] == "not_the_matter_at_hand"
    assert does.ask("POST", f"{root}/tasks/9/deeds", {"deed": "x"}).status_code == 404

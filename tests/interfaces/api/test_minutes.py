"""A program reads minutes, proposes words for a line, and sees to them."""

from datetime import timedelta

import pytest

from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.clock import stopped
from tests.interfaces.api.conftest import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return stopped(monkeypatch, day(1))


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
def here(asha, ben, clock):
    row = an_open_assembly(asha, ben)
    clock.at = row.opens_at + timedelta(hours=1)
    did(row, "close", asha, minute=30)
    return f"/institutions/{row.institution.address}/assemblies/{row.number}/minutes"


def test_a_program_proposes_words_which_whoever_took_the_minutes_takes(here, asha, ben):
    theirs, keeps = program_of(ben), program_of(asha)

    def does(program, **sent):
        return program.ask("POST", here + "/deeds", sent)

    does(theirs, deed="propose", line=0, words="Cleo was there too.")
    assert does(theirs, deed="take", answers=1).json()["id"] == "only_who_took_minutes"
    does(keeps, deed="take", answers=1)
    out = does(keeps, deed="send_out").json()

    assert out["stage"] == "out"
    [remark] = out["lines"][0]["beside"]
    assert (remark["by"], remark["answered_by"]) == ("Ben", "Asha")
    assert does(theirs, deed="confirm").json()["confirmed"] == 1
    assert theirs.get(here).json()["were_there"][1]["name"] == "Ben"
    assert theirs.get(here.replace("/1/", "/9/")).status_code == 404


def test_a_key_for_talk_proposes_and_sends_nothing_out(here, asha, ben):
    talk = program_of(ben, "discuss")

    proposed = talk.ask("POST", here + "/deeds", {"deed": "propose", "words": "No."})
    assert proposed.status_code == 204
    sent = program_of(asha, "discuss").ask(
        "POST", here + "/deeds", {"deed": "send_out"}
    )
    assert sent.status_code == 403


def test_a_program_reads_why_words_were_set_aside_and_asks_again(here, asha, ben):
    theirs, keeps = program_of(ben), program_of(asha)

    def does(program, **sent):
        return program.ask("POST", here + "/deeds", sent)

    does(theirs, deed="propose", line=0, words="Cleo was there too.")
    does(keeps, deed="set_aside", answers=1, words="Cleo is no member.")

    [one] = theirs.get(here).json()["left_out"]
    assert (one["fate"], one["reason"]) == ("set_aside", "Cleo is no member.")
    asked = does(theirs, deed="ask_room", answers=1).json()
    assert asked["left_out"] == []
    assert asked["lines"][0]["beside"][0]["fate"] == "referred"


def test_a_program_finds_under_what_words_are_reported(here, asha, ben):
    program_of(ben).ask(
        "POST",
        here + "/deeds",
        {"deed": "propose", "line": 0, "words": "Cleo was there too."},
    )

    found = program_of(asha).get(here.replace("/minutes", "/words")).json()

    told = {one["kind"]: one for one in found}
    assert told["assembly"]["title"] == "The rent and the hall"
    assert told["minutes"]["words"] == "Cleo was there too."
    assert (told["minutes"]["by"], told["minutes"]["hidden"]) == ("Ben", [])
    assert told["matter"]["about"]

"""A program brings texts, reads what became of them, and votes in secret."""

from datetime import timedelta

import pytest

from tests.builders import day
from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_hands import a_room
from tests.capabilities.assemblies.test_secretly import a_hall
from tests.clock import stopped
from tests.interfaces.api.conftest import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    return stopped(monkeypatch, day(1))


def test_a_program_brings_a_text_and_reads_what_became_of_amendments(clock):
    row, _asha, ben, chidi = a_room()
    clock.at = row.opens_at + timedelta(minutes=3)
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"

    def does(member, **sent):
        return program_of(member).ask("POST", here + "/deeds", {"item": "1", **sent})

    does(ben, deed="bring_text", words="We buy a key. Ben keeps it.")
    does(chidi, deed="amend", what="1:replace:2", words="Dora keeps it.")
    stands = does(ben, deed="accept", what="1").json()

    assert [one["words"] for one in stands["texts"][0]["sentences"]] == [
        *("We buy a key.", "Dora keeps it."),
    ]
    assert [one["fate"] for one in stands["amendments"]] == ["friendly"]
    refused = does(chidi, deed="amend", what="1:strike:9")
    assert refused.json()["id"] == "no_such_sentence"


def test_a_program_casts_in_secret_and_is_told_sums_at_most(clock):
    row, people = a_hall()
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"
    did(row, "decide", people[0], item="1", what="secret", minute=4)

    def does(member, **sent):
        return program_of(member).ask("POST", here + "/deeds", sent)

    stands = does(people[1], deed="cast", what="yes").json()

    assert stands["deciding"]["in_secret"]
    assert stands["deciding"]["my_ballot_is_in"]
    assert not stands["deciding"]["every_phone_answered"]
    again = does(people[1], deed="cast", what="no")
    assert again.json()["id"] == "ballot_of_room_is_in"
    clock.at = row.opens_at + timedelta(minutes=9)
    stands = does(people[0], deed="end_decision").json()
    [decided] = stands["decided"]
    assert (decided["result"], decided["phones"]) == (None, None)
    assert decided["in_secret"]

"""A program calls an assembly, sees it stand, and takes part in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.actions import OnMinutes, write_minutes
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.circles import (
    a_circle,
    blocks,
    ends,
    puts,
)
from tests.capabilities.assemblies.given import an_open_assembly, did, now
from tests.capabilities.assemblies.test_hands import a_room
from tests.clock import stopped
from tests.interfaces.api.conftest import program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def clock(monkeypatch):
    return stopped(monkeypatch, day(1))


def test_a_program_calls_an_assembly(union, clock):
    program = program_of(founder_of(union))
    here = f"/institutions/{union.address}/assemblies"
    sent = {
        "title": "The rent",
        "place": "Church hall",
        "opens_at": "2026-01-20T18:00:00Z",
        "matters": [{"title": "The rent", "minutes": 20}],
    }

    made = program.ask("POST", here, sent)

    assert made.status_code == 201
    assert made.json()["stage"] == "called"
    [listed] = program.get(here).json()["items"]
    assert (listed["number"], listed["place"]) == (1, "Church hall")
    naive = program.ask("POST", here, {**sent, "opens_at": "2026-01-20T18:00:00"})
    assert naive.status_code == 422


def test_a_program_asks_to_speak_and_reads_why_it_waits(union, clock):
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(minutes=1)
    here = f"/institutions/{union.address}/assemblies/{row.number}"
    theirs = program_of(ben)

    def does(program, **sent):
        return program.ask("POST", here + "/deeds", sent)

    assert does(theirs, deed="come_in").json()["id"] == "code_of_room_missing"
    does(theirs, deed="come_in", code=row.code)
    stands = does(theirs, deed="ask", what="turn").json()

    assert stands["present"] == ["Asha", "Ben"]
    assert stands["is_quorate"] is True
    assert stands["were_there"] == [
        {"name": "Asha", "let_in_by": []},
        {"name": "Ben", "let_in_by": []},
    ]
    [place] = stands["queue"]
    assert (place["name"], place["why"]["id"]) == ("Ben", "asked_first")
    assert does(theirs, deed="dance").json()["id"] == "deed_unknown"
    nobody = "00000000-0000-0000-0000-000000000000"
    assert does(theirs, deed="go_out", about=nobody).status_code == 404
    turned = does(program_of(asha), deed="turn_to", item="1").json()
    assert turned["current"] == "1"
    assert [one["words"]["words"] for one in turned["minutes"]][-1] == (
        "On the agenda: “The hall”"
    )
    assert theirs.get(here[:-1] + "9").status_code == 404


def test_a_key_for_talk_takes_part_and_leads_nobody(union, clock):
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_open_assembly(asha, ben)
    clock.at = row.opens_at + timedelta(minutes=1)
    here = f"/institutions/{union.address}/assemblies/{row.number}/deeds"
    talks = program_of(asha, "discuss")
    runs = program_of(asha, "discuss", "organise")

    def why_not(**sent):
        answer = talks.ask("POST", here, sent)
        assert answer.status_code == 403, sent
        assert answer.json()["facts"]["scope"]["sentence"] == "scope_organise"

    why_not(deed="turn_to", item="1")
    why_not(deed="close")
    why_not(deed="call_off", reason="Snow.")
    why_not(deed="hand_on", what="doorkeeper", about=str(ben.pk))
    why_not(deed="go_out", about=str(ben.pk))
    why_not(deed="ask", about=str(ben.pk))
    assert runs.ask("POST", here, {"deed": "turn_to", "item": "1"}).status_code == 204
    asked = talks.ask("POST", here, {"deed": "ask", "what": "turn"})
    assert (asked.status_code, asked.content) == (204, b"")
    did(row, "ask", ben, minute=2)
    clock.at = row.opens_at + timedelta(minutes=3)
    assert runs.ask("POST", here, {"deed": "call"}).status_code == 204
    assert talks.ask("POST", here, {"deed": "finish"}).status_code == 204
    runs.ask("POST", here, {"deed": "call"})
    why_not(deed="finish")
    assert now(row).name(now(row).now.floor.speaking.of) == "Ben"


def test_a_program_takes_on_what_an_earlier_assembly_left(union, clock):
    asha = founder_of(union)
    row = an_open_assembly(asha)
    did(row, "close", asha, minute=30)
    clock.at = row.opens_at + timedelta(hours=1)
    write_minutes(row, OnMinutes("send_out"), by=asha, at=clock.at)
    program = program_of(asha)
    here = f"/institutions/{union.address}/assemblies"

    first, second = program.get(here + "/offered").json()["left_over"]
    assert (first["title"], second["item"]) == ("The hall", "2")
    matter = {"title": "The rent", "taken_from": {"assembly": 1, "item": "2"}}
    sent = {
        "title": "The rest",
        "place": "Church hall",
        "opens_at": "2026-02-20T18:00:00Z",
        "matters": [matter],
    }
    made = program.ask("POST", here, sent).json()

    assert [one["minutes_of"] for one in made["agenda"]] == [1, None]
    left = program.get(here + "/offered").json()["left_over"]
    assert [one["title"] for one in left] == ["The hall"]


def test_a_program_answers_by_phone_and_reads_what_others_said_after_the_end(clock):
    row, asha, ben, chidi = a_room()
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"
    clock.at = row.opens_at + timedelta(minutes=5)
    runs, theirs = program_of(asha), program_of(chidi)

    def does(program, **sent):
        return program.ask("POST", here + "/deeds", sent)

    assert does(theirs, deed="choose_channel", what="phone").json()["my_channel"] == (
        "phone"
    )
    going_on = does(runs, deed="decide", item="1").json()["deciding"]
    assert (going_on["by_hand"], going_on["by_phone"]) == (2, 1)
    talks = program_of(chidi, "discuss")
    assert does(talks, deed="answer", what="yes").status_code == 403
    answered = does(theirs, deed="answer", what="yes").json()
    assert answered["deciding"]["my_answer"] == "yes"
    assert answered["decided"] == []
    seen = runs.get(here).json()["deciding"]
    assert (seen["my_answer"], seen["every_phone_answered"]) == (None, True)
    assert (seen["hands"], seen["counts"]) == (None, 0)
    for program in (runs, program_of(ben)):
        does(program, deed="count", what="1:1:0")
    [decided] = does(runs, deed="end_decision").json()["decided"]

    assert decided["result"] == {"yes": 2, "no": 1, "abstain": 0}
    assert decided["hands"] == {"yes": 1, "no": 1, "abstain": 0}
    assert decided["phones"] == {"yes": 1, "no": 0, "abstain": 0}
    assert decided["is_carried"] is True
    assert decided["said_by_phone"] == [{"answer": "yes", "names": ["Chidi"]}]
    assert decided["in_words"]["id"] == "minuted.carried_by_both"


def test_what_is_broken_off_has_no_numbers(clock):
    row, asha, _ben, _chidi = a_room()
    did(row, "decide", asha, item="1", minute=2)
    did(row, "end_decision", asha, reason="It is late.", minute=3)
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"

    [decided] = program_of(asha).get(here).json()["decided"]

    assert (decided["result"], decided["is_carried"]) == (None, None)


def test_what_was_left_over_is_told_to_whoever_may_attend(clock):
    charter = a_charter()
    outside = replace(charter.classes[0], id="outside", rights=frozenset())
    charter = replace(charter, classes=(*charter.classes, outside))
    union = an_institution(charter=charter)
    ben = a_member(union, "Ben")
    ben.member_class = "outside"
    ben.save()
    here = f"/institutions/{union.address}/assemblies"

    assert program_of(founder_of(union)).get(f"{here}/offered").status_code == 200
    assert program_of(ben).get(f"{here}/offered").status_code == 403


def test_a_program_takes_a_position_and_reads_what_came_of_the_test(clock):
    row, asha, ben, chidi = a_circle()
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"
    clock.at = row.opens_at + timedelta(minutes=5)
    runs, theirs = program_of(asha), program_of(chidi)

    def does(program, **sent):
        clock.at += timedelta(seconds=1)
        return program.ask("POST", here + "/deeds", sent)

    testing = does(runs, deed="test", item="1", words="Two keys.").json()["testing"]
    assert (testing["words"], testing["asked"], testing["by_hand"]) == (
        *("Two keys.", 3, 3),
    )
    block = {"deed": "position", "item": "1", "what": "block:meets", "reason": "No."}
    assert does(program_of(chidi, "discuss"), **block).status_code == 403
    assert does(theirs, **block).json()["id"] == "principle_missing"
    mine = does(theirs, **block, words="No harm").json()["testing"]["my_position"]
    assert (mine["position"], mine["written_down"]) == ("block", False)
    assert runs.get(here).json()["testing"]["my_position"] is None
    for program in (runs, program_of(ben)):
        does(program, deed="count_positions", what="1:1:0")
    [tested] = does(runs, deed="end_test").json()["tested"]

    assert tested["stage"] == "resolving"
    assert tested["positions"]["block"] == 1
    assert (tested["positions"]["agree"], tested["silent"]) == (1, 0)
    [told] = tested["blocks"]
    assert (told["number"], told["principle"], told["name"]) == (1, "No harm", "Chidi")
    assert tested["said"] == [{"position": "block", "names": ["Chidi"]}]

    does(theirs, deed="position", item="1", what="agree")
    [tested] = runs.get(here).json()["tested"]
    assert tested["stage"] == "adopted"
    assert [one["id"] for one in tested["since"]] == ["consensus_found"]


def test_of_a_test_that_was_broken_off_no_position_is_told(clock):
    row, asha, ben, _ = a_circle()
    clock.at = row.opens_at + timedelta(minutes=9)
    puts(row, asha)
    blocks(row, ben)
    ends(row, asha, reason="It is late.")

    [tested] = (
        program_of(asha)
        .get(f"/institutions/{row.institution.address}/assemblies/{row.number}")
        .json()["tested"]
    )

    assert (tested["positions"], tested["blocks"], tested["stage"]) == (None, [], "")


def test_of_few_slips_a_program_reads_what_was_decided_and_no_numbers(clock):
    row, asha, ben, _ = a_room("tenants_union")
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/institutions/{row.institution.address}/assemblies/{row.number}"
    runs = program_of(asha)

    def does(program, **sent):
        clock.at += timedelta(seconds=1)
        return program.ask("POST", here + "/deeds", sent)

    going_on = does(runs, deed="decide", item="1", what="slips").json()["deciding"]
    assert (going_on["by_slips"], going_on["by_hand"]) == (True, 3)
    does(runs, deed="count", what="2:1:0")
    counted = does(program_of(ben), deed="count", what="2:1:0").json()["deciding"]
    assert (counted["counts"], counted["hands"]) == (2, None)
    [decided] = does(runs, deed="end_decision").json()["decided"]

    assert (decided["by_slips"], decided["is_carried"]) == (True, True)
    assert (decided["result"], decided["hands"]) == (None, None)

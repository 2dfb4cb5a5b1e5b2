"""An assembly from its call to its end: who may, who is told, what is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly, taking_part
from commonweal.capabilities.assemblies.models import Assembly, AssemblyDeed
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.seals import HELD
from commonweal.foundation.language import say
from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.journal_seals import column_seal
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    an_institution,
    confirmed,
    day,
    founder_of,
)
from tests.capabilities.assemblies.given import (
    a_calling,
    an_assembly,
    an_open_assembly,
    did,
    letters,
    lines,
    now,
)
from tests.foundation.threads.given import stewards

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    charter = replace(a_charter(), assemblies=Assemblies(quorum_least=2))
    return an_institution(charter=charter)


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def ben(union):
    return confirmed(a_member(union, "Ben"))


# ---- calling


def test_all_members_are_told_and_the_journal_keeps_how_many(union, asha, ben):
    row = an_assembly(asha)

    assert row.number == 1
    [line] = lines(union, "called_assembly")
    told = [one for one in letters() if "meets" in one.subject]
    assert line.facts["letters"] == len(told)
    assert all(f"/assemblies/{row.number}/" in one.body for one in told)
    assert not any("rent" in one.body for one in told)


def test_notice_is_as_long_as_the_charter_says(union, asha):
    soon = a_calling(opens_at=day(7, hour=18))

    with pytest.raises(Refused) as no:
        call_assembly(union, soon, by=asha, at=day(1))

    assert say(no.value.verdict.reason).startswith("Members are to be told in time.")
    assert call_assembly(union, a_calling(opens_at=day(8)), by=asha, at=day(1))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"title": ""}, "assembly_needs_title"),
        ({"place": ""}, "assembly_needs_place"),
        ({"matters": ()}, "agenda_is_empty"),
        ({"matters": a_calling(opens_at=day(9)).matters * 16}, "too_many_matters"),
        ({"opens_at": day(182)}, "call_too_far"),
        ({"matters": (Matter("A strike", 20, 7),)}, "matter_without_proposal"),
        ({"matters": (Matter(" ", 20),)}, "name_empty"),
        ({"title": "x" * 201}, "name_too_long"),
    ],
)
def test_what_is_missing_is_said(union, asha, change, why):
    calling = replace(a_calling(opens_at=day(9)), **change)

    with pytest.raises(Refused) as no:
        call_assembly(union, calling, by=asha, at=day(1))

    assert no.value.verdict.id == why
    assert say(no.value.verdict.reason)


def test_a_stranger_calls_nothing(union):
    with pytest.raises(Refused) as no:
        call_assembly(union, a_calling(opens_at=day(9)), by=None, at=day(1))

    assert no.value.verdict.id == "members_only"


def test_an_office_calls_where_the_charter_names_one():
    office = a_charter().offices[0].id
    charter = replace(a_charter(), assemblies=Assemblies(callers=office))
    union = an_institution(charter=charter)
    asha, ben = founder_of(union), a_member(union, "Ben")
    stewards(union, ben, office=office)

    with pytest.raises(Refused) as no:
        an_assembly(asha)

    assert no.value.verdict.id == "office_calls"
    assert an_assembly(ben)


def test_it_is_called_off_with_a_reason_and_all_are_told(union, asha, ben):
    row = an_assembly(asha)

    did(row, "call_off", asha, minute=-60, reason="Snow.")

    assert now(row).now.stage == "called_off"
    assert any("does not meet" in one.subject for one in letters())
    assert not queries.to_come(union, at=day(2)).exists()
    assert lines(union, "called_off_assembly")


# ---- being there


def test_whoever_types_the_code_is_in_and_whoever_does_not_is_not(union, asha, ben):
    row = an_assembly(asha)

    for code, why in (("", "code_of_room_missing"), ("AAAAAA", "code_of_room_wrong")):
        with pytest.raises(Refused) as no:
            did(row, "come_in", ben, code=code)
        assert no.value.verdict.id == why

    did(row, "come_in", ben, code=f" {row.code.lower()} ")
    assert now(row).now.presence.inside == (str(ben.pk),)


def test_the_doorkeeper_lets_in_by_hand_and_nobody_else_does(union, asha, ben):
    row = an_assembly(asha)

    with pytest.raises(Refused) as no:
        did(row, "come_in", ben, about=asha)

    assert no.value.verdict.id == "only_the_doorkeeper"
    did(row, "come_in", asha, about=ben)
    did(row, "undo", asha, about=ben, minute=1)
    assert now(row).now.presence.inside == ()


def test_the_roll_is_frozen_when_it_opens(union, asha, ben):
    row = an_open_assembly(asha, ben)
    a_member(union, "Chidi", at=row.opens_at + timedelta(minutes=1))

    held = now(row)

    assert held.now.stage == "open"
    assert len(held.room.roll) == 2
    assert held.quorum.verdict
    assert (held.quorum.there, held.quorum.needed) == (2, 2)


def test_who_joined_later_is_a_guest_who_may_speak(union, asha, ben):
    row = an_open_assembly(asha, ben)
    chidi = a_member(union, "Chidi", at=row.opens_at + timedelta(minutes=1))

    did(row, "come_in", chidi, minute=2, code=row.code)
    did(row, "ask", chidi, minute=3)

    held = now(row)
    assert held.quorum.there == 2
    assert held.name(held.waiting[0].of) == "Chidi"


def test_what_no_assembly_knows_is_refused(union, asha):
    row = an_assembly(asha)

    for name, what in (("dance", ""), ("hand_on", "king"), ("open", "turn")):
        with pytest.raises(Refused) as no:
            did(row, name, asha, what=what)
        assert no.value.verdict.id == "deed_unknown"
    assert not AssemblyDeed.objects.exists()


# ---- talking, and the minutes


def test_the_minutes_write_themselves(union, asha, ben):
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, minute=1, item="1")
    did(row, "ask", ben, minute=2)
    did(row, "call", asha, minute=3)
    did(row, "finish", ben, minute=5)
    did(row, "call", asha, minute=6, about=ben, reason="He has the key.")
    did(row, "adjourn", asha, minute=8, item="2", reason="Too late.")
    did(row, "close", asha, minute=9)

    minutes = queries.minutes_of(now(row))

    assert [one.name for one in minutes.present] == ["Asha", "Ben"]
    assert [say(line.words) for line in minutes.lines] == [
        "Asha handed on a role. Takes the minutes: Asha.",
        "Asha opened the assembly.",
        "On the agenda: “The hall”",
        "Ben spoke.",
        "Ben was given the word before others: “He has the key.”",
        "Left for another assembly: “The rent” “Too late.”",
        "Asha closed the assembly.",
    ]


def test_the_minutes_say_who_was_let_in_by_somebody_else(union, asha, ben):
    chidi, dora = a_member(union, "Chidi"), a_member(union, "Dora")
    row = an_open_assembly(asha, ben)
    did(row, "come_in", chidi, minute=1, code=row.code)
    did(row, "come_in", asha, minute=2, about=dora)
    did(row, "undo", asha, minute=3, about=dora)
    did(row, "come_in", dora, minute=4, code=row.code)

    there = queries.minutes_of(now(row)).present

    told = {one.name: one.words and say(one.words) for one in there}
    assert told == {
        "Asha": None,
        "Ben": "let in by Asha",
        "Chidi": None,
        "Dora": None,
    }


def test_a_change_behind_the_journal_is_found(union, asha, ben):
    row = an_open_assembly(asha, ben)
    assert journal.compared(union) == ()

    AssemblyDeed.objects.filter(about=ben).update(about=asha)
    assert journal.compared(union)
    AssemblyDeed.objects.filter(assembly=row).delete()
    Assembly.objects.filter(pk=row.pk).update(place="Elsewhere")

    assert {one.id for one in journal.compared(union)} == {
        "journal_row_gone",
        "journal_row_differs",
    }


def test_the_journal_gives_no_deed_away_to_whoever_tries_them_all(union, asha, ben):
    row = an_open_assembly(asha, ben)

    told = [line.facts[HELD] for line in lines(union, "took_part_in_assembly")]
    seals = {seal for rows in told for one in rows.values() for seal in one.values()}
    guesses = {
        column_seal(column, value)
        for column, tried in (
            ("deed", ("come_in", "hand_on")),
            ("what", ("", "minute_taker")),
            ("about", (str(asha.pk), str(ben.pk))),
        )
        for value in tried
    }
    assert seals
    assert not seals & guesses
    salts = [bytes(one.salt) for one in row.deeds.all()]
    assert len(set(salts)) == len(salts) == 4


def test_a_deed_from_before_there_were_salts_is_held_as_it_was(
    union, asha, monkeypatch
):
    monkeypatch.setattr(taking_part, "new_salt", bytes)
    an_open_assembly(asha)

    assert journal.compared(union) == ()
    AssemblyDeed.objects.filter(deed="open").update(salt=b"another one here")
    assert {one.id for one in journal.compared(union)} == {"journal_row_differs"}

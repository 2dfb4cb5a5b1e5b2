"""Nobody writes to all members without end, or takes up all the places to come."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.capabilities.assemblies.queries import minutes_of
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.queries import words_of
from commonweal.foundation.language import say
from commonweal.rules.assemblies.terms import Assemblies
from commonweal.rules.charters.prose_assemblies import assembly_clauses
from commonweal.rules.moderation.terms import Moderation
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
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


def why_not(by, **when):
    """Let somebody try to call one; say why they may not."""
    with pytest.raises(Refused) as no:
        an_assembly(by, **when)
    assert say(no.value.verdict.reason)
    return no.value.verdict.id


def test_one_member_takes_up_one_place_and_all_together_five(union, asha):
    others = [a_member(union, name) for name in ("Ben", "Chidi", "Dora", "Emil")]
    farah = a_member(union, "Farah")
    an_assembly(asha)

    assert why_not(asha) == "enough_to_come_of_you"
    for one in others:
        an_assembly(one)
    assert why_not(farah) == "enough_assemblies_to_come"
    assert an_assembly(farah, at=day(9))


def test_who_holds_an_office_calls_one_where_others_took_all_places(union, asha):
    others = [a_member(union, name) for name in ("Ben", "Chidi", "Dora", "Emil")]
    gus = a_member(union, "Gus")
    for one in (asha, *others):
        an_assembly(one, days=80)
    stewards(union, gus, at=day(1))

    for _ in range(5):
        an_assembly(gus, at=day(2))

    assert why_not(gus, at=day(2)) == "enough_assemblies_to_come"


def test_what_was_called_in_an_office_takes_no_place_of_others_later(union, asha):
    others = [a_member(union, name) for name in ("Ben", "Chidi")]
    stewards(union, asha)
    for _ in range(5):
        an_assembly(asha, days=80)

    stewards(union, others[0], at=day(2))

    assert an_assembly(others[1], at=day(3))


def test_nobody_without_an_office_calls_one_for_next_year(union, asha):
    assert why_not(asha, days=91) == "call_too_far"

    stewards(union, asha)

    assert why_not(asha, days=181) == "call_too_far"
    assert an_assembly(asha, days=180)


def test_who_holds_an_office_calls_off_what_others_called(union, asha):
    ben, chidi = a_member(union, "Ben"), a_member(union, "Chidi")
    row = an_assembly(ben, days=30)

    with pytest.raises(Refused) as no:
        did(row, "call_off", asha, minute=-60, reason="A prank.")
    assert no.value.verdict.id == "only_the_facilitator"

    stewards(union, asha, at=day(2))
    with pytest.raises(Refused) as no:
        did(row, "call_off", asha, minute=-60, reason=" ")
    assert no.value.verdict.id == "reason_to_call_off_missing"
    did(row, "call_off", asha, minute=-60, reason="A prank.")

    [line] = lines(union, "stopped_assembly")
    assert (line.by, words_of(line).words["reason"]) == (asha.pk, "A prank.")
    assert any("does not meet" in one.subject for one in letters())
    # It stays so when the office goes to somebody else, and the journal verifies.
    stewards(union, chidi, at=row.opens_at)
    held = now(row)
    assert held.now.stage == "called_off"
    assert say(minutes_of(held).lines[-1].words) == (
        "Asha called the assembly off: “A prank.”"
    )
    assert journal.compared(union) == ()


def test_what_an_office_called_off_counts_for_its_caller_alone(union, asha):
    others = [a_member(union, name) for name in ("Ben", "Chidi", "Dora", "Emil")]
    farah = a_member(union, "Farah")
    rows = [an_assembly(one, days=30) for one in (asha, *others)]
    stewards(union, a_member(union, "Gus"), at=day(1))
    gus = Member.objects.get(institution=union, name="Gus")

    did(rows[1], "call_off", gus, minute=-28 * 24 * 60, reason="A prank.")

    assert why_not(others[0], at=day(4)) == "enough_to_come_of_you"
    assert an_assembly(farah, at=day(4))


def test_two_in_office_do_not_call_and_call_off_by_turns_without_end(union, asha):
    ben = a_member(union, "Ben")
    stewards(union, asha, ben)
    for _ in range(5):
        row = an_assembly(asha, days=30)
        did(row, "call_off", ben, minute=-29 * 24 * 60, reason="Snow.")

    for one in (asha, ben):
        assert why_not(one, at=day(2)) == "enough_assemblies_to_come"
    assert an_assembly(asha, at=day(9))


def test_an_assembly_that_was_opened_is_called_off_by_nobody(union, asha):
    ben = a_member(union, "Ben")
    row = an_open_assembly(ben)
    stewards(union, asha, at=day(2))

    with pytest.raises(Refused) as no:
        did(row, "call_off", asha, minute=1, reason="A prank.")

    assert no.value.verdict.id == "assembly_is_open"


def test_the_charter_tells_who_can_call_off():
    told = [one.id for one in assembly_clauses(a_charter())]
    nobody = replace(a_charter(), moderation=Moderation())

    assert "prose_assembly_called_off" in told
    assert "prose_assembly_called_off" not in [
        one.id for one in assembly_clauses(nobody)
    ]


def test_whom_members_elected_to_call_calls_as_many_as_come():
    office = a_charter().offices[0].id
    charter = replace(a_charter(), assemblies=Assemblies(callers=office))
    union = an_institution(charter=charter)
    ben = a_member(union, "Ben")
    stewards(union, ben, office=office)

    for _ in range(5):
        an_assembly(ben)

    assert why_not(ben) == "enough_assemblies_to_come"


def test_calling_and_calling_off_again_and_again_writes_to_nobody(union, asha):
    row = an_assembly(asha, days=30)
    did(row, "call_off", asha, minute=-29 * 24 * 60, reason="Snow.")
    before = len(letters())

    assert why_not(asha, at=day(3)) == "enough_to_come_of_you"
    assert len(letters()) == before
    assert an_assembly(asha, at=day(10))


def test_letters_count_as_those_of_whoever_calls(union, asha, settings):
    settings.LETTERS_A_DAY = 3
    stewards(union, asha)
    for name in ("Ben", "Chidi"):
        confirmed(a_member(union, name))

    row = an_assembly(asha)

    assert why_not(asha) == "letters_used_up_by_you"
    assert Assembly.objects.count() == 1
    # That nobody comes in vain is written all the same.
    did(row, "call_off", asha, minute=-60, reason="Snow.")
    assert any("does not meet" in one.subject for one in letters())


def test_more_members_than_letters_a_day_are_all_told(union, asha, settings):
    settings.LETTERS_A_DAY = 2
    stewards(union, asha)
    for name in ("Ben", "Chidi"):
        confirmed(a_member(union, name))

    an_assembly(asha)

    assert len([one for one in letters() if "meets" in one.subject]) == 3
    assert why_not(asha) == "letters_used_up_by_you"
    assert an_assembly(asha, at=day(1) + timedelta(days=1))


def test_whom_nobody_knows_yet_calls_nothing(union, asha):
    ben = a_member(union, "Ben")
    Member.objects.filter(pk=ben.pk).update(confirmers_needed=1)
    ben.refresh_from_db()

    assert why_not(ben) == "caller_not_known_yet"
    Member.objects.filter(pk=ben.pk).update(confirmed_at=day(1))
    ben.refresh_from_db()
    assert an_assembly(ben, at=day(2))


def test_nor_does_whoever_calls_in_an_office_before_members_know_them():
    office = a_charter().offices[0].id
    charter = replace(a_charter(), assemblies=Assemblies(callers=office))
    union = an_institution(charter=charter)
    ben = a_member(union, "Ben")
    stewards(union, ben, office=office)
    Member.objects.filter(pk=ben.pk).update(confirmers_needed=1)
    ben.refresh_from_db()

    assert why_not(ben) == "caller_not_known_yet"


def test_whose_words_wait_for_a_sponsor_calls_nothing():
    charter = replace(a_charter(), moderation=Moderation(newcomer_days=30))
    union = an_institution(charter=charter)
    ben = a_member(union, "Ben", at=day(1))

    assert why_not(ben, at=day(2)) == "caller_is_new"
    # Nor in an office: everybody is written to all the same.
    stewards(union, ben, at=day(1))
    assert why_not(ben, at=day(2)) == "caller_is_new"
    assert an_assembly(founder_of(union), at=day(2))
    assert an_assembly(ben, at=day(32))

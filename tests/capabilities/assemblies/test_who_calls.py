"""Nobody writes to all members without end, or takes up all the places to come."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.models import Assembly
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.language import say
from commonweal.rules.assemblies.terms import Assemblies
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
from tests.capabilities.assemblies.given import an_assembly, did, letters
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


def test_one_member_takes_up_two_places_and_all_together_five(union, asha):
    ben, chidi = a_member(union, "Ben"), a_member(union, "Chidi")
    for one in (asha, asha):
        an_assembly(one)

    assert why_not(asha) == "enough_to_come_of_you"
    for one in (ben, ben, chidi):
        an_assembly(one)
    assert why_not(chidi) == "enough_assemblies_to_come"
    assert an_assembly(chidi, at=day(9))


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
    for _ in range(2):
        row = an_assembly(asha, days=30)
        did(row, "call_off", asha, minute=-29 * 24 * 60, reason="Snow.")
    before = len(letters())

    assert why_not(asha, at=day(3)) == "enough_to_come_of_you"
    assert len(letters()) == before
    assert an_assembly(asha, at=day(10))


def test_letters_count_as_those_of_whoever_calls(union, asha, settings):
    settings.LETTERS_A_DAY = 3
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


def test_whose_words_wait_for_a_sponsor_calls_nothing():
    charter = replace(a_charter(), moderation=Moderation(newcomer_days=30))
    union = an_institution(charter=charter)
    ben = a_member(union, "Ben", at=day(1))

    assert why_not(ben, at=day(2)) == "caller_is_new"
    assert an_assembly(founder_of(union), at=day(2))
    assert an_assembly(ben, at=day(32))

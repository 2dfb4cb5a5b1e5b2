"""Who takes an assembly to a laptop, and when: not from home, and not for months."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    OnMinutes,
    call_assembly,
    call_back,
    take_along,
    write_minutes,
)
from commonweal.foundation.institutions.actions import confirming
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.circles import a_circle, puts
from tests.capabilities.assemblies.given import (
    a_calling,
    an_assembly,
    an_open_assembly,
    did,
)
from tests.capabilities.assemblies.laptop import code
from tests.foundation.institutions.test_confirming import come_by_link
from tests.foundation.threads.given import stewards

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def zed(asha):
    zed = a_member(asha.institution, "Zed")
    stewards(asha.institution, zed, at=day(0))
    return zed


def test_nobody_at_home_takes_an_open_assembly_away(asha, zed):
    row = an_open_assembly(asha)

    with pytest.raises(Refused, match="only_facilitator_takes_open_one"):
        take_along(row, code(), by=zed, at=row.opens_at + HOUR)


def test_no_office_takes_along_what_was_called(asha, zed):
    row = an_assembly(asha)
    at = row.opens_at - timedelta(days=1)

    with pytest.raises(Refused, match="only_facilitator_takes_along"):
        take_along(row, code(), by=zed, at=at)

    did(row, "hand_on", asha, about=zed, what="facilitator", minute=-60 * 24)
    assert take_along(row, code(), by=zed, at=at).taken_by == zed


def test_whoever_facilitates_takes_no_open_assembly_away_from_outside(asha):
    row = an_open_assembly(asha)
    did(row, "go_out", asha, minute=1)

    with pytest.raises(Refused, match="only_facilitator_takes_open_one"):
        take_along(row, code(), by=asha, at=row.opens_at + HOUR)


def test_an_office_calls_back_from_home_what_was_taken_along(asha, zed):
    row = an_open_assembly(asha)
    take_along(row, code(), by=asha, at=row.opens_at + HOUR)

    call_back(row, "It was a prank.", by=zed, at=row.opens_at + 2 * HOUR)

    assert queries.away(row, at=row.opens_at + 2 * HOUR) is None


def test_nothing_is_taken_along_while_a_test_for_consensus_goes_on():
    row, asha, *_ = a_circle()
    puts(row, asha)

    with pytest.raises(Refused, match="decision_goes_on"):
        take_along(row, code(), by=asha, at=row.opens_at + timedelta(minutes=3))


def test_minutes_can_be_put_right_weeks_before_the_next_assembly(asha):
    ben = a_member(asha.institution, "Ben", at=day(1))
    first = an_open_assembly(asha, ben)
    did(first, "close", asha, minute=10)
    called = first.opens_at + HOUR
    write_minutes(first, OnMinutes("send_out"), by=asha, at=called)
    far = a_calling(opens_at=called + timedelta(days=89))
    row = call_assembly(asha.institution, far, by=ben, at=called)

    with pytest.raises(Refused) as refusal:
        take_along(row, code(), by=ben, at=called)

    told = refusal.value.verdict.reason
    assert told.id == "too_early_for_laptop"
    assert told.facts["when"] == row.opens_at - timedelta(days=2)
    later = called + timedelta(days=30)
    put_right = OnMinutes("propose", words="I did not.")
    write_minutes(first, put_right, by=ben, at=later)


def test_whom_members_know_by_then_is_on_the_roll(asha):
    [farah] = come_by_link(asha.institution, "Farah", at=day(60), by=asha)
    calling = a_calling(opens_at=day(150))
    row = call_assembly(asha.institution, calling, by=asha, at=day(61))
    with pytest.raises(Refused, match="too_early_for_laptop"):
        take_along(row, code(), by=asha, at=day(61))
    chidi = a_member(asha.institution, "Chidi", at=day(0))

    confirming.confirm(farah, by=chidi, at=day(62))

    take_along(row, code(), by=asha, at=day(149))
    row.refresh_from_db()
    assert str(farah.pk) in queries.held(row, at=day(150)).room.roll

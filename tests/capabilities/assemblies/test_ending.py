"""An assembly that nobody opens, or nobody closes, ends as time goes by."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.duties import send_out_minutes
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, day, founder_of
from tests.capabilities.assemblies.given import (
    a_calling,
    an_assembly,
    an_open_assembly,
    did,
    now,
)

pytestmark = pytest.mark.django_db
DAY = 24 * 60


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def ben(union):
    return confirmed(a_member(union, "Ben"))


def left(union, row, *, minute=0):
    at = row.opens_at + timedelta(minutes=minute)
    return [(one.source, one.title) for one in queries.left_over(union, at=at)]


def taking(by, *matters, at, days=20):
    calling = a_calling(opens_at=at + timedelta(days=days), matters=matters)
    return call_assembly(by.institution, calling, by=by, at=at)


def test_nobody_opens_it_three_hours_after_its_time(asha):
    row = an_assembly(asha)
    did(row, "come_in", asha, code=row.code, minute=10)
    did(row, "hand_on", asha, about=asha, what="minute_taker", minute=10)

    with pytest.raises(Refused) as refusal:
        did(row, "open", asha, minute=180)

    assert refusal.value.verdict.reason.id == "assembly_lapsed"
    assert now(row, minute=179).now.stage == "called"
    assert now(row, minute=180).now.stage == "lapsed"


def test_what_a_lapsed_assembly_was_to_talk_about_is_left_over(union, asha):
    row = an_assembly(asha)

    assert left(union, row, minute=179) == []
    assert left(union, row, minute=180) == [
        ((1, "1"), "The hall"),
        ((1, "2"), "The rent"),
    ]
    # And it takes up no place.
    an_assembly(asha, at=row.opens_at + timedelta(hours=3))


def test_what_a_lapsed_assembly_took_on_is_left_where_it_was(union, asha):
    first = an_open_assembly(asha)
    did(first, "close", asha, minute=5)
    at = first.opens_at + timedelta(hours=1)
    two = taking(asha, Matter("The rent", 30, taken_from=(1, "2")), at=at)

    assert left(union, two) == [((1, "1"), "The hall")]
    assert left(union, two, minute=180) == [
        ((1, "1"), "The hall"),
        ((1, "2"), "The rent"),
    ]


def test_what_was_left_is_not_taken_on_under_another_name(union, asha):
    first = an_open_assembly(asha)
    did(first, "close", asha, minute=5)

    at = first.opens_at + timedelta(hours=1)
    with pytest.raises(Refused) as refusal:
        taking(asha, Matter("Tea", 1, taken_from=(1, "2")), at=at)

    assert refusal.value.verdict.reason.id == "matter_left_as_it_was"


def test_what_nobody_closes_is_over_a_day_later_and_its_minutes_go_out(
    union, asha, ben
):
    row = an_open_assembly(asha, ben)
    did(row, "turn_to", asha, item="1", minute=5)

    assert now(row, minute=DAY - 1).now.stage == "open"
    held = now(row, minute=DAY)
    assert held.now.stage == "closed"
    assert held.now.closed_at == row.opens_at + timedelta(days=1)
    assert say(queries.minutes_of(held).lines[-1].words) == (
        "Nobody closed the assembly, so it ended by itself."
    )
    assert left(union, row, minute=DAY) == [((1, "2"), "The rent")]
    with pytest.raises(Refused):
        did(row, "close", asha, minute=DAY)
    assert not send_out_minutes(row.opens_at + timedelta(days=7))
    assert send_out_minutes(row.opens_at + timedelta(days=9))
    assert queries.kept(now(row, minute=10 * DAY)).stage == "out"
    [matter] = queries.standing_matters(union, at=row.opens_at + timedelta(days=9))
    assert matter["minutes_of"] == 1


def test_a_decision_that_nobody_ended_was_none(union):
    union = an_institution("single_issue_assembly")
    asha = founder_of(union)
    row = taking(asha, Matter("Strike?", 5, decides=True), at=day(2))
    did(row, "come_in", asha, code=row.code)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1")
    did(row, "decide", asha, item="1", minute=1)

    held = now(row, minute=DAY)

    assert held.now.presence.deciding is None
    assert not held.now.presence.is_decided("1")
    assert left(union, row, minute=DAY) == [((1, "1"), "Strike?")]


def test_whoever_left_the_institution_is_put_down_as_gone(asha, ben):
    row = an_open_assembly(asha, ben)
    did(row, "hand_on", asha, about=ben, what="doorkeeper", minute=1)
    leave(asha, at=row.opens_at + timedelta(minutes=2))
    at = row.opens_at + timedelta(minutes=3)

    gone = queries.somebody_in(row, asha.pk, at=at)
    did(row, "go_out", ben, about=gone, minute=3)
    did(row, "hand_on", ben, about=ben, what="facilitator", minute=9)
    did(row, "close", ben, minute=10)

    assert now(row, minute=11).now.stage == "closed"

"""What came back from a laptop is not final while those it names can say otherwise."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    OnMinutes,
    bring_in,
    dispute,
    take_along,
    write_minutes,
)
from commonweal.capabilities.assemblies.models import CheckOut, Task
from commonweal.capabilities.assemblies.queries.listing import lapsed, over
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.journal import queries as journal
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import did, lines, now
from tests.capabilities.assemblies.laptop import code, on_laptop
from tests.capabilities.assemblies.test_forged import a_task, forged
from tests.capabilities.assemblies.test_on_laptop import an_evening, called

pytestmark = pytest.mark.django_db

WHY = "I was at home that evening."


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def others(asha):
    return [a_member(asha.institution, one, at=day(1)) for one in ("Ben", "Cleo")]


@pytest.fixture
def row(asha, others):
    return called(asha)


def brought(row, asha, at, *, task=None):
    """Let Asha bring in an evening with herself, Ben and, by her hand, Cleo."""
    taken = take_along(row, code(), by=asha, at=day(9))
    if task:
        file = forged(taken, [task])
    else:
        with on_laptop(taken.file, at=day(9)) as laptop:
            laptop.did("come_in", "Asha", about="Cleo")
            an_evening(laptop)
            file = laptop.finished()
    return bring_in(row, file, by=asha, at=at)


def needs(member, at):
    found = queries.needs_after(memberships_of(member.person, at=at), at=at)
    return [one.kind for one in found]


def test_enough_of_those_put_down_as_there_set_it_aside(row, asha, others):
    ben, cleo = others
    at = row.opens_at + timedelta(hours=2)
    brought(row, asha, at)

    dispute(row, WHY, by=ben, at=at)
    assert now(row, minute=150).now.stage == "closed"
    dispute(row, "So was I.", by=cleo, at=at)

    held = now(row, minute=150)
    assert held.now.stage == "called"
    assert not held.now.presence.decisions
    assert held.row.roll is None
    assert CheckOut.objects.get().end == "set_aside"
    told = [one for one in held.deeds if one.deed == "dispute"]
    assert [one.reason for one in told] == [WHY, "So was I."]
    assert len(lines(row.institution, "disputed_from_laptop")) == 2
    assert not over(row.institution, at=at)
    assert journal.comparison(row.institution) == ((), ())
    assert not journal.verify(row.institution)


def test_those_who_are_in_the_hall_hold_it_then(row, asha, others):
    ben, cleo = others
    at = row.opens_at + timedelta(hours=2)
    brought(row, asha, at)
    for one in others:
        dispute(row, WHY, by=one, at=at)

    did(row, "come_in", ben, code=row.code, minute=130)
    did(row, "come_in", asha, code=row.code, minute=130)
    did(row, "hand_on", asha, about=ben, what="minute_taker", minute=131)
    did(row, "open", asha, minute=132)
    did(row, "close", asha, minute=140)

    held = now(row, minute=150)
    assert held.now.stage == "closed"
    assert str(cleo.pk) not in held.now.presence.moves
    assert [one.pk for one in over(row.institution, at=held.at)] == [row.pk]
    assert len({one.number for one in row.deeds.all()}) == row.deeds.count()
    assert queries.minutes_of(held).lines
    assert journal.comparison(row.institution) == ((), ())


def test_what_nobody_holds_then_has_lapsed_and_sends_nothing_out(row, asha, others):
    at = row.opens_at + timedelta(hours=5)
    brought(row, asha, at)

    for one in others:
        dispute(row, WHY, by=one, at=at)

    held = now(row, minute=600)
    assert held.now.stage == "lapsed"
    assert [one.pk for one in lapsed(row.institution, at=held.at)] == [row.pk]
    assert held.row.minutes_due_at is None
    assert queries.left_over(row.institution, at=held.at)


def test_what_was_asked_of_anybody_there_falls(row, asha, others):
    at = row.opens_at + timedelta(hours=3)
    brought(row, asha, at, task=a_task(asha, others[0]))

    dispute(row, WHY, by=others[0], at=at)

    task = queries.task_in(row.institution, Task.objects.get().number, at=at)
    assert task.now.stage == "dropped"
    assert journal.comparison(row.institution) == ((), ())


def test_those_put_down_as_there_are_told(row, asha, others):
    ben, _ = others
    dora = a_member(asha.institution, "Dora", at=day(1))
    at = row.opens_at + timedelta(hours=2)
    brought(row, asha, at)

    assert "check_laptop" in needs(ben, at)
    assert "check_laptop" not in needs(dora, at)
    with pytest.raises(Refused, match="only_who_was_put_down"):
        dispute(row, WHY, by=dora, at=at)

    write_minutes(row, OnMinutes("confirm"), by=ben, at=at)
    assert "check_laptop" not in needs(ben, at)


def test_minutes_that_go_out_at_once_do_not_shorten_that(row, asha, others):
    ben, _ = others
    at = row.opens_at + timedelta(hours=2)
    brought(row, asha, at)
    write_minutes(row, OnMinutes("send_out"), by=asha, at=at)

    dispute(row, WHY, by=ben, at=at + timedelta(days=1))

    with pytest.raises(Refused, match="too_late_to_dispute"):
        dispute(row, WHY, by=others[1], at=at + timedelta(days=3))


def test_what_was_set_aside_is_not_brought_in_again(row, asha, others):
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    bring_in(row, file, by=asha, at=day(11))
    dispute(row, WHY, by=others[0], at=day(11))

    with pytest.raises(Refused, match="result_was_set_aside"):
        bring_in(row, file, by=asha, at=day(11, hour=20))

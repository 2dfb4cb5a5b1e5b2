"""What goes along to a laptop with an assembly, and what becomes of it there."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.actions import (
    NewTask,
    OnMinutes,
    OnTask,
    answer_for_task,
    bring_in,
    call_back,
    check_task,
    give_task,
    take_along,
    take_part,
    write_minutes,
)
from commonweal.capabilities.assemblies.actions.taking_part import Deed
from commonweal.capabilities.assemblies.models import (
    ApprovedMinutes,
    AssemblyDeed,
    Task,
)
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    now,
)
from tests.capabilities.assemblies.laptop import code, on_laptop
from tests.capabilities.assemblies.test_on_laptop import an_evening, called

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha():
    return founder_of(an_institution())


@pytest.fixture
def ben(asha):
    return a_member(asha.institution, "Ben", at=day(1))


def test_whoever_leaves_meanwhile_keeps_what_they_did_in_the_room(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    joining.leave(ben, at=day(9, hour=23))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()

    bring_in(row, file, by=asha, at=day(11))

    [decision] = now(row).now.presence.decisions
    assert decision.result.yes == 2


def test_an_open_assembly_goes_on_there(asha, ben):
    row = an_open_assembly(asha, ben)
    taken = take_along(row, code(), by=asha, at=row.opens_at + timedelta(minutes=5))
    with on_laptop(taken.file, at=taken.taken_at) as laptop:
        laptop.did("turn_to", "Asha", item="1", minute=10)
        laptop.did("close", "Asha", minute=30)
        file = laptop.finished()

    bring_in(row, file, by=asha, at=row.opens_at + timedelta(hours=3))

    assert now(row).now.stage == "closed"
    assert journal.comparison(row.institution) == ((), ())


def test_what_nobody_opened_there_comes_back_as_it_was(asha):
    row = an_assembly(asha)
    taken = take_along(row, code(), by=asha, at=day(6))
    with on_laptop(taken.file, at=day(6)) as laptop:
        file = laptop.finished_at(day(6, hour=23))

    bring_in(row, file, by=asha, at=day(7))

    take_part(row, Deed("come_in", code=row.code), by=asha, at=row.opens_at)
    assert now(row).row.roll is None


def approved_there(asha, ben):
    """Give an assembly with minutes before it, and a task, taken to a laptop."""
    first = an_open_assembly(asha, ben)
    on = first.opens_at + timedelta(minutes=9)
    give_task(first, NewTask("Bring chairs", ben, on.date()), by=asha, at=on)
    did(first, "close", asha, minute=10)
    sent = first.opens_at + timedelta(minutes=20)
    write_minutes(first, OnMinutes("send_out"), by=asha, at=sent)
    row = an_assembly(asha, at=sent + timedelta(days=8))
    before = row.opens_at - timedelta(days=1)
    return first, take_along(row, code(), by=asha, at=before)


def test_minutes_are_approved_and_tasks_asked_after_on_the_laptop(asha, ben):
    first, taken = approved_there(asha, ben)
    row = taken.assembly
    minutes, tasks = (one["id"] for one in row.agenda[:2])
    with on_laptop(taken.file, at=taken.taken_at) as laptop:
        for name in ("Asha", "Ben"):
            laptop.did("come_in", name, code=laptop.row.code)
        laptop.did("hand_on", "Asha", about="Asha", what="minute_taker")
        laptop.did("open", "Asha", minute=1)
        laptop.did("turn_to", "Asha", item=minutes, minute=2)
        laptop.did("agree", "Asha", item=minutes, minute=3)
        laptop.did("turn_to", "Asha", item=tasks, minute=4)
        at = laptop.row.opens_at + timedelta(minutes=5)
        [task] = Task.objects.all()
        check_task(laptop.row, task, OnTask("done"), by=laptop.member("Asha"), at=at)
        new = NewTask("Paint the door", laptop.member("Ben"), at.date())
        give_task(laptop.row, new, by=laptop.member("Asha"), at=at)
        laptop.did("close", "Asha", minute=9)
        file = laptop.finished()
    # Meanwhile the node has a task of its own under the number the laptop gave.
    give_task(
        first,
        NewTask("Sweep", asha, day(30).date()),
        by=asha,
        at=taken.taken_at + timedelta(minutes=1),
    )

    bring_in(row, file, by=asha, at=row.opens_at + timedelta(hours=3))

    assert ApprovedMinutes.objects.get().assembly == first
    painted = Task.objects.get(words="Paint the door")
    assert painted.number == 3
    told = queries.kept(now(row)).minutes.lines
    said = [say(one.words) for one in told]
    assert any("Paint the door" in one for one in said)
    assert any("Bring chairs" in one and "done" in one for one in said)
    assert journal.comparison(row.institution) == ((), ())


def test_minutes_that_went_along_are_not_changed_meanwhile(asha, ben):
    first, taken = approved_there(asha, ben)
    at = taken.taken_at + timedelta(minutes=1)
    words = OnMinutes("propose", line=0, words="Cleo was there.")

    with pytest.raises(Refused, match="minutes_are_away"):
        write_minutes(first, words, by=ben, at=at)

    call_back(taken.assembly, "We stay here.", by=asha, at=at)
    write_minutes(first, words, by=ben, at=at)


def test_a_task_that_was_answered_for_here_meanwhile_stays_so(asha, ben):
    _, taken = approved_there(asha, ben)
    row = taken.assembly
    [task] = Task.objects.all()
    with on_laptop(taken.file, at=taken.taken_at) as laptop:
        for name in ("Asha", "Ben"):
            laptop.did("come_in", name, code=laptop.row.code)
        laptop.did("hand_on", "Asha", about="Asha", what="minute_taker")
        laptop.did("open", "Asha", minute=1)
        laptop.did("turn_to", "Asha", item="tasks", minute=4)
        at = laptop.row.opens_at + timedelta(minutes=5)
        [there] = Task.objects.all()
        by = laptop.member("Asha")
        check_task(laptop.row, there, OnTask("drop", "Enough."), by=by, at=at)
        laptop.did("close", "Asha", minute=9)
        file = laptop.finished()
    for word in ("accept", "finish"):
        answer_for_task(task, OnTask(word), by=ben, at=taken.taken_at)

    bring_in(row, file, by=asha, at=row.opens_at + timedelta(hours=3))

    assert queries.task_in(row.institution, task.number, at=day(40)).now.stage == "done"
    assert journal.comparison(row.institution) == ((), ())


def test_what_cannot_have_been_done_refuses_the_file(asha, ben, monkeypatch):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        # Somebody has the tables of the laptop in hand.
        AssemblyDeed.objects.filter(deed="count").update(what="40:0:0")
        file = laptop.finished()
    before = queries.deeds_done(row)

    with pytest.raises(Refused, match="result_against_rules"):
        bring_in(row, file, by=asha, at=day(11))

    assert queries.deeds_done(row) == before
    assert journal.comparison(row.institution) == ((), ())

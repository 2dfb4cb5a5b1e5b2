"""Tasks: asked, answered, listed, and asked after at the next assembly."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import MOST_ASKED_OF_ONE
from commonweal.capabilities.assemblies.actions import (
    NewTask,
    OnTask,
    answer_for_task,
    check_task,
    give_task,
)
from commonweal.capabilities.assemblies.models import Task, TaskDeed
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, confirmed, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did, lines, now

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return confirmed(founder_of(union))


@pytest.fixture
def ben(union):
    return confirmed(a_member(union, "Ben"))


@pytest.fixture
def row(asha, ben):
    return an_open_assembly(asha, ben)


def gave(row, of, *, by, words="Paint the door", days=20, minute=5):
    at = row.opens_at + timedelta(minutes=minute)
    new = NewTask(words, of, (row.opens_at + timedelta(days=days)).date())
    return give_task(row, new, by=by, at=at)


def said(task, name, by, *, row, minute=10, **more):
    at = row.opens_at + timedelta(minutes=minute)
    return answer_for_task(task, OnTask(name, **more), by=by, at=at)


def listed(union, row, *, days=1):
    at = row.opens_at + timedelta(days=days)
    return [say(one.says) for one in queries.tasks_of(union, at=at)]


def needs(member, at):
    memberships = institutions.memberships_of(member.person, at=at)
    return [
        one.kind
        for one in queries.needs_after(memberships, at=at)
        if "task" in one.kind
    ]


def refusal(do, *args, **more):
    with pytest.raises(Refused) as no:
        do(*args, **more)
    return no.value.verdict.reason.id


# ---- asking and answering


def test_who_is_asked_says_whether_they_do_it(union, row, asha, ben):
    task = gave(row, ben, by=asha)
    assert listed(union, row) == [
        "Ben is asked to do it until Monday 2 February 2026, and has not answered."
    ]

    said(task, "accept", ben, row=row)

    assert listed(union, row) == ["Ben does it until Monday 2 February 2026."]
    assert "Task for Ben until Monday 2 February 2026: “Paint the door”" in [
        say(one.words) for one in queries.minutes_of(now(row)).lines
    ]


def test_who_is_asked_can_refuse_and_lay_it_down(union, row, asha, ben):
    first, second = gave(row, ben, by=asha), gave(row, ben, by=asha, words="Tea")
    said(first, "refuse", ben, row=row)
    said(second, "accept", ben, row=row)
    said(second, "lay_down", ben, row=row, minute=11)

    assert [one.partition(" until")[0] for one in listed(union, row)] == [
        "Ben cannot do it. Somebody else is wanted",
        "Ben laid it down. Somebody else is wanted",
    ]


def test_nobody_answers_for_another(row, asha, ben):
    task = gave(row, ben, by=asha)

    assert refusal(said, task, "accept", asha, row=row) == "task_is_anothers"
    assert refusal(said, task, "done", asha, row=row) == "deed_unknown"


def test_whoever_is_there_takes_one_on_and_gives_none(union, row, asha, ben):
    gave(row, ben, by=ben)

    assert refusal(gave, row, asha, by=ben) == "only_writers_note_tasks"
    assert listed(union, row) == ["Ben does it until Monday 2 February 2026."]


def test_after_the_assembly_those_who_wrote_note_tasks(union, row, asha, ben):
    did(row, "close", asha, minute=30)

    gave(row, ben, by=asha, minute=60)

    assert refusal(gave, row, ben, by=ben, minute=60) == "only_writers_note_tasks"
    assert len(listed(union, row)) == 1


def test_nobody_is_buried_in_requests(row, asha, ben):
    for _ in range(MOST_ASKED_OF_ONE):
        gave(row, ben, by=asha)

    assert refusal(gave, row, ben, by=asha) == "asked_enough_of_them"
    assert gave(row, ben, by=ben)


def test_a_task_needs_words_a_day_and_somebody_who_may_come(row, asha, ben):
    assert refusal(gave, row, ben, by=asha, words=" ") == "task_needs_words"
    assert refusal(gave, row, ben, by=asha, days=-1) == "task_day_is_over"
    ben.member_class = "guest"
    ben.save()
    assert refusal(gave, row, ben, by=asha) == "class_has_no_right"


def test_the_button_of_the_room_alone_gives_none(row, asha, ben):
    assert refusal(did, row, "give_task", asha, about=ben, what="1") == "deed_unknown"


# ---- what needs me


def test_it_needs_me_until_i_answer_and_again_as_the_day_comes(row, asha, ben):
    task = gave(row, ben, by=asha)
    soon, later = row.opens_at + timedelta(hours=1), row.opens_at + timedelta(days=14)
    assert needs(ben, soon) == ["take_task"]
    assert needs(asha, soon) == []

    said(task, "accept", ben, row=row)

    assert needs(ben, soon) == []
    assert needs(ben, later) == ["do_task"]
    said(task, "finish", ben, row=row, minute=15 * 24 * 60)
    assert needs(ben, later + timedelta(days=2)) == []


# ---- at the next assembly


@pytest.fixture
def second(row, asha, ben):
    """Give the next assembly, at the tasks of last time."""
    gave(row, ben, by=asha)
    did(row, "close", asha, minute=30)
    second = an_open_assembly(asha, ben, called=row.opens_at + timedelta(days=1))
    assert [one["id"] for one in second.agenda] == ["tasks", "1", "2"]
    did(second, "turn_to", asha, item="tasks", minute=1)
    return second


def heard(second, name, *, by, **more):
    at = second.opens_at + timedelta(minutes=2)
    return check_task(second, Task.objects.get(), OnTask(name, **more), by=by, at=at)


@pytest.mark.parametrize(
    ("name", "minuted"),
    [
        ("done", "Task done by Ben: “Paint the door”"),
        ("not_done", "Task not done yet by Ben: “Paint the door” It rained."),
        ("drop", "Task dropped: “Paint the door” It rained."),
    ],
)
def test_the_next_assembly_asks_after_it(union, second, asha, name, minuted):
    heard(second, name, by=asha, reason="It rained.")

    assert say(queries.minutes_of(now(second)).lines[-1].words) == minuted
    assert len(listed(union, second)) == (name == "not_done")
    assert refusal(heard, second, name, by=asha) == "task_was_checked_here"
    assert journal.comparison(union) == ((), ())


def test_what_is_put_off_has_another_day(union, second, asha):
    later = (second.opens_at + timedelta(days=30)).date()
    assert refusal(heard, second, "put_off", by=asha) == "task_needs_day"
    early = (second.opens_at - timedelta(days=1)).date()
    assert refusal(heard, second, "put_off", by=asha, due_on=early) == (
        "task_day_is_over"
    )

    heard(second, "put_off", by=asha, due_on=later)

    assert "Friday 20 February 2026" in listed(union, second)[0]
    last = say(queries.minutes_of(now(second)).lines[-1].words)
    assert last.startswith("Task of Ben put off to Friday 20 February 2026")


def test_only_who_leads_or_writes_notes_what_was_heard(second, ben):
    assert refusal(heard, second, "done", by=ben) == "only_writers_note_tasks"


def test_only_what_an_assembly_hears_is_noted(second, asha):
    assert refusal(heard, second, "accept", by=asha) == "deed_unknown"


def test_without_open_tasks_nothing_is_asked(row, asha, ben):
    did(row, "close", asha, minute=30)

    second = an_open_assembly(asha, ben, called=row.opens_at + timedelta(days=1))

    assert "tasks" not in [one["id"] for one in second.agenda]


# ---- the journal


def test_the_journal_says_no_more_than_a_number(union, row, asha, ben):
    said(gave(row, ben, by=asha), "accept", ben, row=row)

    [given] = lines(union, "gave_task")
    [answered] = lines(union, "answered_for_task")
    for line in (given, answered):
        assert set(line.facts) == {"number", "held"}
        assert "door" not in str(line.facts)
        assert str(ben.pk) not in str(line.facts)


def test_another_task_than_was_noted_is_found(union, row, asha, ben):
    said(gave(row, ben, by=asha), "accept", ben, row=row)
    assert journal.comparison(union) == ((), ())

    Task.objects.update(asked_of=asha)
    TaskDeed.objects.update(deed="finish")

    found = [one.id for one in journal.compared(union)]
    assert found.count("journal_row_differs") == 2

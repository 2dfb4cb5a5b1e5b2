"""Who reported is nowhere any more once a report is answered, and told to nobody."""

import pytest
from django.apps import apps

from commonweal.foundation.institutions.models import Member
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import held_about
from commonweal.foundation.sealing.actions import note_reading
from commonweal.foundation.threads import actions, queries
from commonweal.foundation.threads.actions import forget_who_said_what_was_wrong
from commonweal.foundation.threads.actions.reporting import note_reports_read
from commonweal.foundation.threads.models import Report, ReportReading
from tests.builders import day
from tests.foundation.threads.given import hidden, reported, words_of

pytestmark = pytest.mark.django_db


def where(row):
    """Name every table in which any column holds the id of a row."""
    found = set()
    for model in apps.get_models():
        if model in (Member, Person):
            continue
        for one in model._default_manager.all():
            values = {str(value) for value in vars(one).values()}
            if str(row.pk) in values:
                found.add(model._meta.label_lower)
    return found


@pytest.fixture
def read(people, post):
    """Give a report by Rosa that both stewards have read."""
    before = {one.pk: where(one) for one in (people["rosa"], people["rosa"].person)}
    made = reported(post, people["rosa"], at=day(2))
    for steward in ("samir", "halima", "samir"):
        note_reports_read([made], by=people[steward], at=day(3))
    return before


@pytest.mark.parametrize("answer", ["hide", "leave", "take back"])
def test_no_table_holds_who_reported_once_it_is_answered(
    union, people, post, read, answer
):
    rosa = people["rosa"]
    assert ReportReading.objects.count() == 2
    assert len(queries.readings_of_reports(rosa.person)) == 2

    if answer == "hide":
        hidden(post, people["samir"], at=day(3))
    elif answer == "leave":
        actions.leave_standing(
            words_of(post),
            institution=union,
            by=people["samir"],
            reason="It stands.",
            at=day(3),
        )
    else:
        actions.take_back(post, by=people["hugo"], at=day(3))

    assert read == {one.pk: where(one) for one in (rosa, rosa.person)}
    assert Report.objects.get().answered_at == day(3)
    assert queries.readings_of_reports(rosa.person) == ()


def test_nor_at_the_end_of_an_institution(union, people, read):
    rosa = people["rosa"]

    forget_who_said_what_was_wrong(union, at=day(3))

    assert read == {one.pk: where(one) for one in (rosa, rosa.person)}


def test_a_download_tells_whoever_read_nothing_of_who_reported(people, read):
    rosa, samir = people["rosa"], people["samir"]

    theirs = held_about(samir.person, at=day(4))
    hers = held_about(rosa.person, at=day(4))

    told = str(theirs["threads.reportreading"])
    assert str(rosa.pk) not in told
    assert str(rosa.person_id) not in told
    assert len(hers["threads.reportreading"]) == 2


def test_whoever_read_what_is_sealed_is_not_told_whose_it_was(people):
    rosa, samir = people["rosa"], people["samir"]
    note_reading(rosa, by=samir, purpose="The fall on the stairs", at=day(3))

    (theirs,) = held_about(samir.person, at=day(4))["sealing.reading"]
    (hers,) = held_about(rosa.person, at=day(4))["sealing.reading"]

    assert "person_id" not in theirs
    assert hers["person_id"] == rosa.person_id

"""What falls due is asked for all duties at once, and done in their order."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.institutions.queries import belonging
from commonweal.foundation.prepared import Prepared
from commonweal.foundation.waiting import waits_for
from tests.builders import a_member, an_institution, day

pytestmark = pytest.mark.django_db
DONE: list[str] = []


def called(name):
    """Wait for somebody of this name to have joined."""
    return lambda here, at: Member.objects.filter(
        institution_id=here, joined_at__lte=at, name=name
    )


@waits_for(called("Ben"))
def bring_chidi(at: datetime, institution: Institution | None = None) -> bool:
    """Wait for Ben, and bring Chidi along."""
    DONE.append("bring")
    assert institution is not None
    a_member(institution, "Chidi", at=at)
    return True


def look(at: datetime, institution: Institution | None = None) -> bool:
    """Be there always, and never have anything to do."""
    DONE.append("look")
    return False


@waits_for(called("Chidi"))
def greet_chidi(at: datetime, institution: Institution | None = None) -> bool:
    """Wait for Chidi."""
    DONE.append("greet")
    return True


@pytest.fixture
def union(settings, monkeypatch) -> Institution:
    here = "tests.foundation.test_duties"
    settings.DUTIES = [f"{here}.greet_chidi", f"{here}.look", f"{here}.bring_chidi"]
    monkeypatch.setattr(duties, "_asked", Prepared(duties._asked.build))
    entrance = "commonweal.foundation.institutions.queries.belonging._members_entrance"
    monkeypatch.setattr(entrance, Prepared(belonging._members_entrance.build))
    DONE.clear()
    return an_institution()


def test_what_has_nothing_to_wait_for_is_left_alone(union):
    with CaptureQueriesContext(connection) as queries:
        assert not duties.settle(union, at=day(1))

    assert DONE == ["look"]
    assert len(queries) == 1


def test_what_one_has_done_may_be_what_another_waited_for(union):
    a_member(union, "Ben", at=day(2))

    assert not duties.settle(union, at=day(1))
    assert duties.settle(union, at=day(2))

    assert DONE == ["look", "look", "bring", "greet"]


def test_nothing_is_due_for_what_is_due_elsewhere(union):
    a_member(an_institution(), "Ben", at=day(1))

    assert not duties.settle(union, at=day(2))

    assert DONE == ["look"]


def test_what_was_found_due_on_the_way_in_is_not_asked_again(union):
    ben = a_member(union, "Ben", at=day(2))
    found = belonging.entrance(union.address, ben.person, at=day(2))
    assert found is not None

    with CaptureQueriesContext(connection) as queries:
        assert duties.settle(found.institution, at=day(2), found=found.due)

    assert DONE == ["look", "bring", "greet"]
    assert "due_0" not in queries[0]["sql"], "the first question was asked on the way"

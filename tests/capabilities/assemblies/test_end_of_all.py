"""Where an institution ends, nothing of its assemblies goes on writing."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import duties as own
from commonweal.capabilities.assemblies.actions import (
    bring_in,
    take_along,
)
from commonweal.capabilities.assemblies.models import AssemblyDeed, CheckOut
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import actions as writing
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    lines,
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


def all_leave(*members, at):
    for one in members:
        one.refresh_from_db()
        leave(one, at=at)
    here = Institution.objects.get(pk=members[0].institution_id)
    assert here.dissolved_at == at
    return here


def last_deed(here):
    return Line.objects.filter(institution=here).order_by("-number")[0].deed


def nothing_is_due(here, at):
    """Let all that falls due be written down, and say that nothing was."""
    before = Line.objects.filter(institution=here).count()
    duties.settle(here, at=at)
    own.send_out_minutes(at)
    own.give_up_laptops(at)
    assert Line.objects.filter(institution=here).count() == before
    assert last_deed(here) == "dissolved"
    assert not journal.verify(here)
    assert journal.comparison(here) == ((), ())


def test_no_laptop_is_waited_for_and_nothing_comes_in(asha, ben):
    row = called(asha)
    taken = take_along(row, code(), by=asha, at=day(9))
    with on_laptop(taken.file, at=day(9)) as laptop:
        an_evening(laptop)
        file = laptop.finished()
    over = row.opens_at + timedelta(hours=4)

    here = all_leave(ben, asha, at=over)

    ended = CheckOut.objects.get()
    assert (ended.end, ended.ended_at, bytes(ended.file)) == ("give_up", over, b"")
    with pytest.raises(Refused, match="institution_dissolved"):
        bring_in(row, file, by=None, at=over + timedelta(hours=1))
    nothing_is_due(here, over + timedelta(days=40))


def test_what_was_minuted_goes_out_before_the_end(asha, ben):
    row = an_open_assembly(asha, ben)
    did(row, "close", asha, minute=30)

    here = all_leave(ben, asha, at=row.opens_at + timedelta(hours=1))

    assert len(lines(here, "sent_out_minutes")) == 1
    row.refresh_from_db()
    assert row.minutes_due_at is None
    nothing_is_due(here, row.opens_at + timedelta(days=40))


def test_what_is_open_in_a_room_ends_and_writes_nothing(asha, ben):
    row = an_open_assembly(asha, ben)

    here = all_leave(ben, asha, at=row.opens_at + timedelta(hours=1))

    nothing_is_due(here, row.opens_at + timedelta(days=40))
    assert now(row, minute=60 * 30).now.stage == "closed"


def test_what_is_to_come_is_called_off_by_nobody(asha, ben):
    row = an_assembly(asha)

    here = all_leave(ben, asha, at=row.opens_at - timedelta(days=1))

    assert now(row, minute=0).now.stage == "called_off"
    assert AssemblyDeed.objects.get(deed="call_off").done_by is None
    assert len(lines(here, "assembly_fell")) == 1
    nothing_is_due(here, row.opens_at + timedelta(days=40))


def test_what_nobody_opened_by_its_hour_is_called_off_too(asha, ben):
    row = an_assembly(asha)

    all_leave(ben, asha, at=row.opens_at + timedelta(hours=1))

    assert now(row, minute=90).now.stage == "called_off"


def test_what_was_left_from_before_an_update_is_not_due(asha, ben):
    row = called(asha)
    take_along(row, code(), by=asha, at=day(9))
    here = all_leave(ben, asha, at=day(10))
    CheckOut.objects.update(ended_at=None, end="")

    before = Line.objects.filter(institution=here).count()
    own.give_up_laptops(day(40), institution=here)
    duties.settle(here, at=day(40))

    assert Line.objects.filter(institution=here).count() == before


def test_a_journal_takes_no_line_after_its_end(asha, ben):
    here = all_leave(ben, asha, at=day(10))

    with pytest.raises(Refused, match="institution_dissolved"):
        writing.record("went_on", about=here, by=None, at=day(11))

    assert last_deed(here) == "dissolved"

"""Offices filled by lot: drawn in the open, and again when a place is empty."""

from dataclasses import replace

import pytest

from commonweal.foundation import duties
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import may_office_be_filled
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.sortition.lot import drawn, seed_of
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    charter = a_charter()
    office = replace(charter.offices[0], seats=2, term_days=100, filled_by="lot")
    return an_institution(charter=replace(charter, offices=(office,)))


def settled(union, *, at):
    duties.settle(Institution.objects.get(pk=union.pk), at=at)


def holders(union, *, at):
    return {one.holder_id for one in queries.officers(union, at=at)}


def come(union, *names):
    return [a_member(union, name, at=day(1)) for name in names]


def test_a_draw_waits_until_there_are_more_people_than_places(union):
    settled(union, at=day(0))
    assert holders(union, at=day(0)) == set()

    people = [founder_of(union), *come(union, "Ben", "Chidi")]
    settled(union, at=day(2))

    assert len(holders(union, at=day(2))) == 2
    assert holders(union, at=day(2)) <= {one.pk for one in people}


def test_anybody_draws_again_from_what_the_journal_says(union):
    come(union, "Ben", "Chidi", "Dolores")

    settled(union, at=day(2))

    line = last_line(union)
    facts = line.facts
    assert line.deed == "drew_office"
    assert facts["seed"] == seed_of(
        roll=facts["roll"], before=facts["before"], office="steward"
    )
    assert facts["holders"] == list(drawn(facts["pool"], places=2, seed=facts["seed"]))
    before = Line.objects.get(institution=union, hash=facts["before"])
    assert before.number < line.number
    assert journal.compared(union) == ()


def test_a_draw_that_was_tampered_with_is_found(union):
    come(union, "Ben", "Chidi", "Dolores")
    settled(union, at=day(2))
    line = last_line(union)
    others = [one for one in line.facts["pool"] if one not in line.facts["holders"]]

    line.facts["holders"] = others
    line.save()

    found = [one.id for one in queries.draws_compared(union)]
    assert found == ["journal_draw_differs"]


def test_running_it_twice_or_late_draws_nobody_else(union):
    come(union, "Ben", "Chidi", "Dolores")
    settled(union, at=day(2))
    first = holders(union, at=day(2))

    settled(union, at=day(2))
    settled(union, at=day(50))

    assert holders(union, at=day(50)) == first


def test_when_a_term_ends_or_somebody_leaves_others_are_drawn(union):
    come(union, "Ben", "Chidi", "Dolores")
    settled(union, at=day(2))
    gone = queries.officers(union, at=day(2))[0].holder

    joining.leave(gone, at=day(10))
    settled(union, at=day(10))

    assert len(holders(union, at=day(10))) == 2
    assert gone.pk not in holders(union, at=day(10))

    come(union, "Emre")
    settled(union, at=day(300))
    assert len(holders(union, at=day(300))) == 2
    assert journal.compared(union) == ()
    assert journal.verify(union) == ()


def test_an_office_filled_by_lot_is_not_filled_by_election(union):
    verdict = may_office_be_filled(union, {"office": "steward"}, day(1))

    assert verdict.id == "office_by_lot"


def test_nobody_is_drawn_where_the_charter_elects():
    union = an_institution()
    come(union, "Ben", "Chidi", "Dolores", "Emre")

    settled(union, at=day(5))

    assert holders(union, at=day(5)) == set()


def test_who_holds_the_office_already_is_not_drawn_for_its_other_place(union):
    come(union, "Ben", "Chidi", "Dolores", "Emre")
    settled(union, at=day(2))
    stays, leaves = holders(union, at=day(2))

    joining.leave(Member.objects.get(pk=leaves), at=day(3))
    settled(union, at=day(3))

    line = Line.objects.filter(institution=union, deed="drew_office").latest("number")
    assert str(stays) not in line.facts["pool"]
    assert len(holders(union, at=day(4))) == 2

"""A panel drawn by lot: when, in which shares, and what those drawn may do."""

from dataclasses import replace

import pytest

from commonweal import kinds
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.access import has_right
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Institution, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.parse import parse
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def panel():
    """A panel of two, drawn by classes once ten days are over; only they vote."""
    charter = parse(kinds.text_of("citizens_panel"))
    drawn, reports = charter.offices
    drawn = replace(drawn, seats=2, gathering_days=10)
    return an_institution(charter=replace(charter, offices=(drawn, reports)))


def settled(panel, *, at):
    duties.settle(Institution.objects.get(pk=panel.pk), at=at)


def holders(panel, *, at):
    return {one.holder_id for one in queries.officers(panel, at=at)}


YOUNG, OLD = ("Ben", "Chidi", "Dolores"), ("Emre", "Farah", "Gloria")


def come(panel, young=YOUNG, old=()):
    """Let those on the convener's list take up their places."""
    classes = dict.fromkeys(young, "under_thirty") | dict.fromkeys(old, "over_sixty")
    rows = [Row(name, member_class=one) for name, one in classes.items()]
    convener, at = founder_of(panel), day(1)
    sheet = bring_members(panel, rows, origin=FROM_A_SHEET, by=convener, at=at)
    for code, name in zip(sheet.codes, classes, strict=True):
        joining.join(code, person=a_person(name, at=at), name=name, at=at)


def test_nobody_is_drawn_before_people_had_time_to_gather(panel):
    come(panel)
    settled(panel, at=day(9))

    assert holders(panel, at=day(9)) == set()
    charter = queries.charter_in_force(panel, at=day(9))
    [ahead] = queries.draws_ahead(panel, charter, at=day(9))
    assert (ahead.id, ahead.facts["there"]) == ("draw_ahead", 3)

    settled(panel, at=day(11))
    assert len(holders(panel, at=day(11))) == 2
    assert queries.draws_ahead(panel, charter, at=day(11)) == ()


def test_whom_it_says_are_too_few_are_drawn_as_soon_as_they_are_not(panel):
    come(panel, YOUNG[:2])
    charter = queries.charter_in_force(panel, at=day(5))
    [ahead] = queries.draws_ahead(panel, charter, at=day(5))
    assert ahead.id == "draw_ahead_of_too_few"

    settled(panel, at=day(12))
    assert holders(panel, at=day(12)) == set()

    a_member(panel, "Emre", at=day(12))
    settled(panel, at=day(13))
    assert len(holders(panel, at=day(13))) == 2


def test_each_class_has_its_share_and_anybody_draws_it_again(panel):
    come(panel, YOUNG, OLD)

    settled(panel, at=day(10))

    found = Member.objects.filter(pk__in=holders(panel, at=day(10)))
    assert {one.member_class for one in found} == {"under_thirty", "over_sixty"}
    line = Line.objects.get(institution=panel, deed="drew_office")
    assert line.facts["had"] == {}
    assert journal.compared(panel) == ()

    other = next(iter(set(line.facts["pool"]) - set(line.facts["holders"])))
    line.facts["holders"] = [other, *line.facts["holders"][1:]]
    line.save()
    assert [one.id for one in queries.draws_compared(panel)] == ["journal_draw_differs"]


def test_who_follows_one_that_left_keeps_the_shares(panel):
    come(panel, YOUNG, OLD)
    settled(panel, at=day(10))
    gone = Member.objects.get(
        pk__in=holders(panel, at=day(10)), member_class="over_sixty"
    )

    joining.leave(gone, at=day(11))
    settled(panel, at=day(11))

    line = Line.objects.filter(institution=panel, deed="drew_office").latest("number")
    # Of the young, who are three of five, one holds a place: the old are short.
    assert line.facts["had"] == {"under_thirty": 1}
    assert len(holders(panel, at=day(11))) == 2
    assert journal.compared(panel) == ()


def test_only_who_was_drawn_votes_and_has_the_rights_of_it(panel):
    come(panel)
    charter = queries.charter_in_force(panel, at=day(5))
    franchise = charter.franchise(charter.rule("ordinary").franchise)
    assert queries.roll_count(panel, franchise, at=day(5)).size == 0

    settled(panel, at=day(10))

    drawn_now = holders(panel, at=day(10))
    voters = queries.eligible(panel, franchise, noticed_at=day(10), at=day(10))
    assert {one.pk for one in voters} == drawn_now
    assert queries.roll_count(panel, franchise, at=day(10)).size == 2
    for member in Member.objects.filter(institution=panel, member_class="under_thirty"):
        may = has_right(member, charter, "propose", at=day(10))
        assert bool(may) == (member.pk in drawn_now)

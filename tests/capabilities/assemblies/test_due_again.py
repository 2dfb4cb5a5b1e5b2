"""What a room decided comes back on its day, until another assembly takes it on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.circles import a_circle, ends, puts
from tests.capabilities.assemblies.given import a_calling, did

pytestmark = pytest.mark.django_db
KEY = Matter("Do we buy a key?", 10, decides=True)


def looked_at_after(days: int) -> Charter:
    ours = a_charter("tenants_union")
    rules = tuple(
        replace(one, review_after_days=days) if one.id == ours.ordinary_rule else one
        for one in ours.rules
    )
    return replace(ours, rules=rules)


@pytest.fixture
def union() -> Institution:
    return an_institution(charter=looked_at_after(60))


@pytest.fixture
def people(union):
    return founder_of(union), a_member(union, "Ben")


def decided(people, *, yes=2, no=0, at=None, matter=KEY):
    """Let the room decide, by the hands of two, and close."""
    asha, ben = people
    called = at or day(1)
    calling = a_calling(opens_at=called + timedelta(days=7), matters=(matter,))
    row = call_assembly(asha.institution, calling, by=asha, at=called)
    item = row.agenda[-1]["id"]
    for one in people:
        did(row, "come_in", asha, about=one)
    did(row, "hand_on", asha, about=ben, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item=item, minute=1)
    did(row, "decide", asha, item=item, minute=1)
    for one in people:
        did(row, "count", one, what=f"{yes}:{no}:0", minute=2)
    did(row, "end_decision", asha, minute=3)
    did(row, "close", asha, minute=4)
    return row


def offered(union, row, days):
    at = row.opens_at + timedelta(days=days)
    return [one.title for one in queries.left_over(union, at=at)]


def test_a_yes_is_offered_from_some_time_before_its_day(union, people):
    row = decided(people)

    assert offered(union, row, 39) == []
    assert offered(union, row, 41) == ["Do we buy a key?"]
    [one] = queries.left_over(union, at=row.opens_at + timedelta(days=41))
    assert one.due_at == row.opens_at + timedelta(days=60, minutes=3)
    assert (one.decides, one.reason) == (True, "")


def test_it_needs_members_from_its_day_on_and_not_for_ever(union, people):
    row = decided(people)
    ben = people[1]

    def needed(days):
        at = row.opens_at + timedelta(days=days)
        mine = memberships_of(ben.person, at=at)
        found = queries.needs_after(mine, at=at)
        return [one.title for one in found if one.kind == "look_again"]

    assert needed(59) == []
    assert needed(61) == ["Do we buy a key?"]
    assert needed(200) == []


def test_a_no_does_not_come_back_nor_anything_where_nothing_is_looked_at(people):
    row = decided(people, yes=0, no=2)
    assert offered(row.institution, row, 61) == []

    other = an_institution(charter=looked_at_after(0))
    theirs = founder_of(other), a_member(other, "Ben")
    assert offered(other, decided(theirs), 61) == []


def test_the_assembly_that_takes_it_on_decides_it_anew_and_that_has_its_own_day(
    union, people
):
    first = decided(people)
    again = replace(KEY, taken_from=(first.number, "1"))
    second = decided(people, at=first.opens_at + timedelta(days=50), matter=again)

    assert second.agenda[-1]["from"] == [first.number, "1"]
    assert offered(union, first, 61) == []
    assert offered(union, second, 61) == ["Do we buy a key?"]


def test_it_is_taken_on_as_what_it_was(union, people):
    first = decided(people)
    renamed = Matter("Do we sell it?", 10, decides=True, taken_from=(first.number, "1"))

    with pytest.raises(Refused) as why:
        decided(people, at=first.opens_at + timedelta(days=50), matter=renamed)

    assert why.value.verdict.reason.id == "matter_left_as_it_was"


def test_a_consensus_comes_back_and_is_talked_about_from_the_beginning():
    row, asha, ben, chidi = a_circle()
    puts(row, asha)
    for one in (asha, ben):
        did(row, "count_positions", one, what="3:0:0", minute=3)
    ends(row, asha)
    did(row, "close", asha, minute=30)
    circle = row.institution
    at = row.opens_at + timedelta(days=91)
    on = Matter("Do we buy a key?", 10, decides=True, taken_from=(row.number, "1"))

    assert "Do we buy a key?" in [one.title for one in queries.left_over(circle, at=at)]
    calling = a_calling(opens_at=at + timedelta(days=10), matters=(on,))
    second = call_assembly(circle, calling, by=chidi, at=at)
    assert "talked" not in second.agenda[-1]

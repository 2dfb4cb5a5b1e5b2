"""What an assembly left over, and reviews that are due, come back for the next."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.decisions.models import Decision
from commonweal.foundation import duties
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling, an_open_assembly, did
from tests.capabilities.decisions.given import a_proposal, answered, voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def row(asha):
    """Give an assembly that talked about the hall and put the rent off."""
    row = an_open_assembly(asha)
    did(row, "turn_to", asha, item="1", minute=1)
    did(row, "adjourn", asha, item="2", reason="The bill is not here.", minute=2)
    return did(row, "close", asha, minute=30)


def left(union, row, *, hours=1):
    at = row.opens_at + timedelta(hours=hours)
    return [one.title for one in queries.left_over(union, at=at)]


def called(by, matters, *, after, days=10):
    at = after.opens_at + timedelta(days=1)
    calling = a_calling(opens_at=at + timedelta(days=days), matters=matters)
    return call_assembly(by.institution, calling, by=by, at=at)


def test_what_was_put_off_is_offered_with_the_reason(union, row):
    [one] = queries.left_over(union, at=row.opens_at + timedelta(hours=1))

    assert (one.title, one.minutes, one.source) == ("The rent", 30, (1, "2"))
    assert one.reason == "The bill is not here."


def test_what_was_not_reached_is_offered(union, asha):
    row = an_open_assembly(asha)
    did(row, "turn_to", asha, item="1", minute=1)
    assert left(union, row) == []
    did(row, "close", asha, minute=30)

    assert left(union, row) == ["The rent"]


def test_a_decision_that_was_announced_and_not_made_is_offered(union, asha):
    at = day(1)
    matters = (Matter("A key?", 10, decides=True),)
    calling = a_calling(opens_at=at + timedelta(days=7), matters=matters)
    row = call_assembly(union, calling, by=asha, at=at)
    did(row, "come_in", asha)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    for name, item in (("open", ""), ("turn_to", "1"), ("close", "")):
        did(row, name, asha, item=item, minute=1)

    [one] = queries.left_over(union, at=row.opens_at + timedelta(hours=1))
    assert (one.title, one.decides) == ("A key?", True)


def test_what_another_took_on_is_offered_no_more_until_it_is_called_off(
    union, row, asha
):
    on = Matter("The rent", 30, taken_from=(1, "2"))
    second = called(asha, (on,), after=row)
    assert left(union, row, hours=48) == []
    assert second.agenda[-1]["from"] == [1, "2"]

    did(second, "call_off", asha, reason="Snow.", minute=-60)

    assert left(union, row, hours=300) == ["The rent"]


def test_what_was_left_twice_is_offered_once(union, row, asha):
    on = Matter("The rent", 30, taken_from=(1, "2"))
    second = called(asha, (on,), after=row)
    did(second, "come_in", asha)
    did(second, "hand_on", asha, about=asha, what="minute_taker")
    did(second, "open", asha)
    did(second, "close", asha, minute=1)

    found = queries.left_over(union, at=second.opens_at + timedelta(hours=1))

    assert [one.source for one in found] == [(2, "1")]


@pytest.mark.parametrize("source", [(1, "1"), (1, "minutes-1"), (9, "2"), (1, "9")])
def test_what_nobody_left_is_not_taken_on(row, asha, source):
    with pytest.raises(Refused) as no:
        called(asha, (Matter("The rent", 30, taken_from=source),), after=row)

    assert no.value.verdict.reason.id == "matter_not_left_over"


# ---- reviews


@pytest.fixture
def decided(union, asha):
    """Give a decision that is to be looked at again on a day in April."""
    members = [asha, a_member(union, "Ben"), a_member(union, "Chidi")]
    proposal = a_proposal(union, members, "Shall we strike?", at=day(1))
    question = voting(proposal)
    over = answered(question, yes=members)
    duties.settle(union, at=over)
    Decision.objects.update(review_at=over + timedelta(days=60))
    return proposal, over + timedelta(days=60)


def reviewed(union, at):
    return [one.title for one in queries.reviews(union, at=at)]


def test_a_decision_comes_back_some_weeks_before_its_day(union, decided):
    _, due = decided

    assert reviewed(union, due - timedelta(days=40)) == []
    assert reviewed(union, due - timedelta(days=20)) == ["Shall we strike?"]
    assert reviewed(union, due + timedelta(days=90)) == ["Shall we strike?"]


def test_what_is_on_an_agenda_or_was_talked_about_does_not_come_back(
    union, decided, asha
):
    proposal, due = decided
    matter = Matter("Shall we strike?", 15, proposal=proposal.number)
    calling = a_calling(opens_at=due + timedelta(days=10), matters=(matter,))
    row = call_assembly(union, calling, by=asha, at=due)
    assert reviewed(union, due) == []

    did(row, "come_in", asha)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "open", asha)
    assert reviewed(union, row.opens_at + timedelta(hours=1)) == ["Shall we strike?"]
    did(row, "turn_to", asha, item="1", minute=1)
    did(row, "close", asha, minute=2)

    assert reviewed(union, row.opens_at + timedelta(hours=1)) == []


def test_a_proposal_that_is_open_is_no_review(union, asha):
    a_proposal(union, [asha, a_member(union, "Ben")], "Shall we strike?", at=day(1))

    assert queries.reviews(union, at=day(2)) == ()

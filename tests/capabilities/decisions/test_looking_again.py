"""A decision whose day of review has come: it is kept, changed or ended by another."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import Decision, Proposal
from commonweal.foundation import duties
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import (
    a_draft,
    a_proposal,
    answered,
    seen,
    voting,
)

pytestmark = pytest.mark.django_db

REVIEW_AFTER = 60


@pytest.fixture
def union():
    days = {"rules.ordinary.review_after_days": REVIEW_AFTER}
    return an_institution(charter=adjusted(a_charter(), days))


@pytest.fixture
def everybody(union):
    return [founder_of(union), *(a_member(union, one) for one in ("Ben", "Chidi"))]


@pytest.fixture
def due(union, everybody):
    """Give a decision, and the moment at which it is to be looked at again."""
    proposal = decided(union, everybody, at=day(1))
    return proposal, seen(proposal, at=day(2)).moments.review_at


def decided(union, everybody, *, at, aim=None):
    question = voting(a_proposal(union, everybody, at=at, aim=aim))
    duties.settle(union, at=answered(question, yes=everybody))
    return question.proposal


def looking_at(proposal, how):
    return actions.Aim("", {"again": str(proposal.number), "how": how})


def reviews(union, *, at):
    return [one.number for one in queries.reviews_due(union, at=at)]


def test_what_is_looked_at_again_waits_for_nobody_meanwhile(union, everybody, due):
    proposal, day_of_review = due
    before = reviews(union, at=day_of_review)

    again = a_proposal(
        union, everybody, at=day_of_review, aim=looking_at(proposal, "keep")
    )

    assert before == [proposal.number]
    assert reviews(union, at=day_of_review) == []
    there = seen(proposal, at=day_of_review).looked_again
    assert (there.number, there.is_under_way) == (again.number, True)


def test_a_proposal_withdrawn_leaves_the_review_due(union, everybody, due):
    proposal, day_of_review = due
    aim = looking_at(proposal, "end")
    again = a_proposal(union, everybody, at=day_of_review, aim=aim)

    actions.withdraw(again, by=everybody[0], at=day_of_review)

    assert reviews(union, at=day_of_review) == [proposal.number]


def test_what_was_kept_is_looked_at_again_under_its_new_number(union, everybody, due):
    proposal, day_of_review = due

    kept = decided(union, everybody, at=day_of_review, aim=looking_at(proposal, "keep"))

    later = day_of_review + timedelta(days=2 * REVIEW_AFTER)
    there = seen(proposal, at=later)
    assert there.looked_again.how == "keep"
    assert there.looked_again.decision == Decision.objects.get(proposal=kept)
    assert not there.is_ended
    assert reviews(union, at=later) == [kept.number]


@pytest.mark.parametrize("how", ["change", "end"])
def test_what_was_changed_or_ended_is_no_longer_in_force(union, everybody, due, how):
    proposal, day_of_review = due

    decided(union, everybody, at=day_of_review, aim=looking_at(proposal, how))

    later = day_of_review + timedelta(days=REVIEW_AFTER - 1)
    assert seen(proposal, at=later).is_ended
    assert reviews(union, at=later) == []


def test_that_something_ended_is_not_looked_at_again(union, everybody, due):
    proposal, day_of_review = due

    decided(union, everybody, at=day_of_review, aim=looking_at(proposal, "end"))

    assert reviews(union, at=day_of_review + timedelta(days=3 * REVIEW_AFTER)) == []


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"again": "77", "how": "keep"}, "look_again_at_what"),
        ({"again": "no number", "how": "keep"}, "look_again_at_what"),
        ({"how": "keep"}, "look_again_at_what"),
        ({"again": "1", "how": "forget"}, "look_again_how"),
        ({"again": "1"}, "look_again_how"),
    ],
)
def test_it_says_what_is_looked_at_again_and_how(union, everybody, due, terms, reason):
    aim = actions.Aim("", terms)

    with pytest.raises(Refused) as refusal:
        a_draft(union, everybody[0], at=due[1], aim=aim)

    assert refusal.value.verdict.id == reason


def test_nothing_is_looked_at_again_before_its_day(union, everybody, due):
    proposal, day_of_review = due
    eve = day_of_review - timedelta(days=1)

    with pytest.raises(Refused) as refusal:
        a_draft(union, everybody[0], at=eve, aim=looking_at(proposal, "end"))

    assert refusal.value.verdict.id == "look_again_not_due"


def test_a_choice_between_options_does_not_end_a_decision(union, everybody, due):
    proposal, due_at = due
    aim = actions.Aim("", {"again": str(proposal.number), "how": "end"}, "options")
    words = (actions.Option("End it"), actions.Option("Keep it"))

    with pytest.raises(Refused) as refusal:
        a_draft(union, everybody[0], at=due_at, aim=aim, options=words)

    assert refusal.value.verdict.id == "look_again_yes_or_no"


def test_what_set_something_in_motion_can_only_be_kept(union, everybody, due):
    proposal, day_of_review = due
    Proposal.objects.filter(pk=proposal.pk).update(effect="adopt_statement")

    a_draft(union, everybody[0], at=day_of_review, aim=looking_at(proposal, "keep"))
    with pytest.raises(Refused) as refusal:
        a_draft(union, everybody[0], at=day_of_review, aim=looking_at(proposal, "end"))

    assert refusal.value.verdict.id == "look_again_its_own_way"

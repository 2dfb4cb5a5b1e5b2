"""A motion from the first draft to being in force."""

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.journal.models import Line
from commonweal.rules.verdict import Refused
from tests.builders import a_member, an_institution, day
from tests.capabilities.decisions.given import (
    A_MOMENT,
    a_draft,
    a_proposal,
    answered,
    seen,
    voting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi", "Dolores")]


def test_a_draft_is_seen_by_its_author_alone(union, tenants):
    asha, ben, *_ = tenants
    draft = a_draft(union, asha, at=day(1))

    mine = queries.proposal_view(union, draft.number, at=day(1), member=asha)
    theirs = queries.proposal_view(union, draft.number, at=day(1), member=ben)

    assert mine is not None
    assert mine.stage == "draft"
    assert theirs is None


def test_support_admits_and_days_lead_to_the_vote(union, tenants):
    asha, ben, *_ = tenants
    proposal = a_proposal(union, [asha], at=day(1))

    assert seen(proposal, at=day(1)).stage == "seeking_support"
    actions.support(proposal, by=ben, at=day(2))
    view = seen(proposal, at=day(2))

    assert view.stage == "deliberating"
    assert view.moments.freezes_at == day(6)
    assert view.moments.opens_at == day(9)
    assert view.moments.closes_at == day(14)
    assert seen(proposal, at=day(6)).stage == "frozen"
    assert seen(proposal, at=day(9)).stage == "deciding"


def test_a_carried_motion_is_in_force_with_its_outcome(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    closes = answered(question, yes=tenants[:2], no=tenants[2:3])

    view = seen(question.proposal, at=closes)

    assert view.stage == "in_force"
    assert view.question.turnout == 3
    assert view.question.verdict
    assert view.question.outcome.winners == ("yes",)
    assert view.decision.decided_at == closes


def test_a_second_ballot_replaces_the_first(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    asha = tenants[0]

    answered(question, no=[asha])
    closes = answered(question, yes=[asha])

    view = seen(question.proposal, at=closes, by=asha)
    assert view.question.turnout == 1
    assert view.question.my_marks == {"answer": "yes"}


def test_the_last_instant_counts_and_the_end_does_not(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    asha, ben, *_ = tenants
    yes = {"answer": "yes"}

    actions.cast_ballot(question, by=asha, marks=yes, at=question.closes_at - A_MOMENT)
    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(question, by=ben, marks=yes, at=question.closes_at)

    assert refusal.value.verdict.id == "vote_is_over"
    assert seen(question.proposal, at=question.closes_at).question.turnout == 1


def test_whoever_joins_after_the_opening_has_no_ballot(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(1)))
    late = a_member(union, "Emre", at=question.opens_at + A_MOMENT)

    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(
            question, by=late, marks={"answer": "yes"}, at=question.closes_at - A_MOMENT
        )

    assert refusal.value.verdict.id == "not_on_the_roll"


def test_another_questions_option_is_refused(union, tenants):
    question = voting(a_proposal(union, tenants[:2], at=day(1)))

    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(
            question,
            by=tenants[0],
            marks={"approved": ["option-1"]},
            at=question.opens_at,
        )

    assert refusal.value.verdict.id == "answer_one"


def test_too_few_take_part_and_a_second_call_decides(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    closes = voting(proposal).closes_at

    missed = seen(proposal, at=closes)
    again = seen(proposal, at=missed.moments.second_call_opens_at).question
    answered(again.question, yes=tenants[:1])
    decided = seen(proposal, at=again.closes_at)

    assert missed.stage == "no_quorum"
    assert again.call == 2
    assert again.question.roll_id == missed.question.question.roll_id
    assert decided.stage == "in_force"


def test_a_proposal_without_support_lapses(union, tenants):
    proposal = a_proposal(union, tenants[:1], at=day(1))

    assert seen(proposal, at=day(32)).stage == "lapsed"
    deeds = Line.objects.filter(about_id=proposal.pk).values_list("deed", flat=True)
    assert list(deeds).count("lapse_proposal") == 1


def test_withdrawing_ends_it_before_the_vote_and_not_after(union, tenants):
    asha, ben, *_ = tenants
    early = a_proposal(union, tenants[:2], at=day(1))
    late = voting(a_proposal(union, tenants[:2], at=day(1))).proposal

    actions.withdraw(early, by=asha, at=day(3))
    with pytest.raises(Refused) as not_the_author:
        actions.withdraw(late, by=ben, at=day(3))
    with pytest.raises(Refused) as too_late:
        actions.withdraw(late, by=asha, at=day(10))

    assert seen(early, at=day(20)).stage == "withdrawn"
    assert not_the_author.value.verdict.id == "only_the_author"
    assert too_late.value.verdict.id == "too_late_to_withdraw"


def test_what_is_written_down_late_is_what_was_so_on_time():
    def story(*, punctual: bool) -> list[tuple[str, object]]:
        union = an_institution(founder="Nour")
        tenants = [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]
        proposal = a_proposal(union, tenants[:2], at=day(1))
        question = voting(proposal)
        answered(question, yes=tenants)
        for number in range(10, 45):
            if punctual:
                duties.settle(union, at=day(number))
        duties.settle(union, at=day(45))
        duties.settle(union, at=day(45))
        lines = Line.objects.filter(institution=union).order_by("number")
        return list(lines.values_list("deed", "at"))

    assert story(punctual=True) == story(punctual=False)


def test_whoever_leaves_supports_nothing_any_more(union, tenants):
    proposal = a_proposal(union, tenants[:1], at=day(1))
    joining.leave(tenants[0], at=day(2))

    actions.support(proposal, by=tenants[1], at=day(3))

    view = seen(proposal, at=day(3))
    assert [one.name for one in view.supporters] == ["Ben"]
    assert view.stage == "seeking_support"

"""A limit on proposing: one loud member leaves room for the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.rules.moderation.terms import Moderation
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_draft, a_proposal, seen

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    terms = Moderation(most_proposals=2, proposal_days=10)
    return an_institution(charter=replace(a_charter(), moderation=terms))


def test_a_third_proposal_waits_until_there_is_room_and_keeps_its_draft(union):
    asha = founder_of(union)
    for number in (1, 2):
        a_proposal(union, [asha], f"Proposal {number}", at=day(number))
    draft = a_draft(union, asha, "Proposal 3", at=day(3))

    with pytest.raises(Refused, match="proposals_used_up") as refusal:
        actions.put_proposal(draft, by=asha, at=day(3))

    assert refusal.value.verdict.facts["again"] == day(11)
    assert seen(draft, at=day(3), by=asha).stage == "draft"
    with pytest.raises(Refused, match="proposals_used_up"):
        actions.put_proposal(draft, by=asha, at=day(11) - timedelta(microseconds=1))
    actions.put_proposal(draft, by=asha, at=day(11))


def test_taking_one_back_makes_no_room(union):
    asha = founder_of(union)
    for number in (1, 2):
        proposal = a_proposal(union, [asha], f"Proposal {number}", at=day(number))
        actions.withdraw(proposal, by=asha, at=day(number))

    with pytest.raises(Refused, match="proposals_used_up"):
        a_proposal(union, [asha], "Proposal 3", at=day(3))


def test_the_limit_is_each_members_own(union):
    asha, ben = founder_of(union), a_member(union, "Ben")
    for number in (1, 2):
        a_proposal(union, [asha], f"Proposal {number}", at=day(number))

    a_proposal(union, [ben], "Ben's", at=day(3))
    other = an_institution()
    a_proposal(other, [founder_of(other)], "Elsewhere", at=day(3))

"""Saying twice that one votes on paper: noted once, and told once in the journal."""

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.controls import adjusted
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    secret = {"rules.ordinary.ballot": "secret"}
    return an_institution(charter=adjusted(a_charter(), secret))


def a_teller(union, name):
    teller = a_member(union, name)
    OfficeHolding.objects.create(
        institution=union,
        office="steward",
        holder=teller,
        from_at=day(0),
        until_at=day(300),
    )
    return teller


def test_saying_the_same_again_leaves_no_second_line(union):
    teller, ben, chidi = a_teller(union, "Rosa"), *(a_member(union, n) for n in "BC")
    proposal = a_proposal(union, [teller, ben], at=day(1))

    for voter, by in ((chidi, chidi), (chidi, teller), (ben, teller)) * 2:
        actions.check_out_to_paper(proposal, voter=voter, by=by, at=day(2))
        actions.check_out_to_paper(proposal, voter=voter, by=by, at=day(2))
    for _ in range(2):
        actions.check_in_from_paper(proposal, voter=chidi, by=chidi, at=day(2))

    lines = Line.objects.filter(institution=union, deed__contains="paper")
    assert [line.deed for line in lines.order_by("number")] == [
        "choose_paper",
        "check_out_to_paper",
        "leave_paper",
    ]

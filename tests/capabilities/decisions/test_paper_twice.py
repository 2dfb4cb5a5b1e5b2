"""Saying twice that one votes on paper, and undoing it: who may, and what is told."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions import access, actions
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, seen

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
    a_teller(union, "Samir")
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


def test_a_teller_undoes_what_tellers_noted_and_never_what_a_voter_chose(union):
    asha, ben = a_teller(union, "Asha"), a_teller(union, "Ben")
    chidi, dolores, elif_ = (a_member(union, n) for n in ("Chidi", "Dolores", "Elif"))
    proposal = a_proposal(union, [asha, ben], at=day(1))
    opens = seen(proposal, at=day(1)).moments.opens_at
    actions.check_out_to_paper(proposal, voter=chidi, by=asha, at=day(2))
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    for voter, tellers in ((dolores, [asha, ben]), (elif_, [asha, ben])):
        for teller in tellers:
            actions.check_out_to_paper(proposal, voter=voter, by=teller, at=day(2))

    with pytest.raises(Refused) as chosen:
        actions.check_in_from_paper(proposal, voter=chidi, by=asha, at=day(2))
    actions.check_in_from_paper(proposal, voter=dolores, by=ben, at=day(2))
    with pytest.raises(Refused) as late:
        actions.check_in_from_paper(
            proposal, voter=elif_, by=ben, at=opens - timedelta(days=1)
        )

    assert chosen.value.verdict.id == "paper_chosen_by_voter"
    assert late.value.verdict.id == "paper_noted_too_late"
    assert access.channel_of(chidi, proposal.pk)
    assert not access.channel_of(dolores, proposal.pk)
    assert access.channel_of(elif_, proposal.pk)

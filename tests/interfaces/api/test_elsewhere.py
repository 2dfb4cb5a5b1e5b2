"""A program reads where its person votes, if not here, and what became of the box."""

import pytest

from commonweal.capabilities.decisions import actions
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.voting.paper import HandedOut, PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import a_proposal, voting
from tests.interfaces.api.conftest import program_of, told

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah")
BOX = PaperCount(3, 3, 0, (({"answer": "yes"}, 3),), HandedOut(3, 3))


def test_a_table_is_told_to_its_voters_alone_and_in_numbers_to_all(clock):
    secret = adjusted(a_charter(), {"rules.ordinary.ballot": "secret"})
    union = an_institution(charter=secret)
    asha, ben, *at_table, farah = (a_member(union, name) for name in NAMES)
    for teller in (asha, ben):
        OfficeHolding.objects.create(
            institution=union,
            office="steward",
            holder=teller,
            from_at=day(0),
            until_at=day(300),
        )
    proposal = a_proposal(union, [asha, ben], at=day(1))
    for voter in at_table:
        actions.check_out_to_table(proposal, voter=voter, by=voter, at=day(2))
    question = voting(proposal)
    clock.at = question.opens_at
    vote = f"/institutions/{union.address}/proposals/{proposal.number}/votes/1"
    mine, theirs = (told(program_of(one).get(vote)) for one in (at_table[0], farah))
    for teller in (asha, ben):
        actions.enter_paper_count(question, by=teller, count=BOX, at=clock.at)
    clock.at = question.closes_at

    after = told(program_of(farah).get(vote))

    assert mine["may_vote"]["reason"]["id"] == "votes_on_table"
    assert theirs["may_vote"]["allowed"] is True
    assert mine["paper"] is theirs["paper"] is None
    # Three are fewer than the floor: no more is told than that they were there.
    assert after["turnout"] == 3
    assert after["paper"] == {"voters": 3, "agreed": 1, "paper": 0, "table": 1}

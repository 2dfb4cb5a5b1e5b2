"""Paper needs two tellers to the end; where they are gone nobody loses their vote."""

import pytest

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import PaperEntry, PaperVoter
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.paper import PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import (
    A_MOMENT,
    a_proposal,
    answered,
    in_office,
    seen,
)
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria", "Halima")
YES, NO = {"answer": "yes"}, {"answer": "no"}
BOX = PaperCount(issued=2, returned=2, spoiled=0, said=((YES, 2),))


@pytest.fixture
def union():
    secret = {"rules.ordinary.ballot": "secret"}
    return an_institution(founder="Nour", charter=adjusted(a_charter(), secret))


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in NAMES]


@pytest.fixture
def tellers(tenants):
    in_office(*tenants[:2])
    return tenants[:2]


@pytest.fixture
def coming(union, tenants, tellers):
    """Give a vote to come in which Chidi and Dolores chose paper."""
    proposal = a_proposal(union, tenants[4:6], at=day(1))
    for voter in tenants[2:4]:
        actions.check_out_to_paper(proposal, voter=voter, by=voter, at=day(2))
    return proposal


@pytest.mark.parametrize("there", [0, 1])
def test_nobody_chooses_paper_while_no_two_tellers_are_in_office(union, tenants, there):
    in_office(*tenants[:there])
    proposal = a_proposal(union, tenants[4:6], at=day(1))
    chidi = tenants[2]

    with pytest.raises(Refused) as refusal:
        actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))

    assert refusal.value.verdict.id == "paper_needs_tellers"
    assert refusal.value.verdict.facts == {"tellers": there, "needed": 2}
    assert access.channel_of(chidi, proposal.pk) is None


def test_who_chose_paper_still_takes_it_back_when_the_tellers_are_gone(coming, tenants):
    OfficeHolding.objects.all().delete()
    chidi = tenants[2]

    actions.check_in_from_paper(coming, voter=chidi, by=chidi, at=day(3))

    assert access.channel_of(chidi, coming.pk) is None


def test_where_they_are_gone_at_the_opening_all_vote_here(coming, tenants, tellers):
    leave(tellers[0], at=day(3))
    question = opened(coming)

    closes = answered(question, yes=tenants[2:4])

    told = seen(coming, at=closes).question
    assert told.turnout == 2
    assert told.question.paper == {"voters": 2, "given_up": 1}
    line = Line.objects.get(deed="give_up_paper")
    assert (line.by, line.facts["out"]) == (None, 2)
    assert not PaperVoter.objects.exists()


def test_where_they_leave_while_it_is_open_its_voters_are_told(coming, tenants):
    question = opened(coming)
    before = needs(tenants[2], at=question.opens_at)

    leave(tenants[0], at=question.opens_at)

    after = needs(tenants[2], at=question.opens_at + A_MOMENT)
    assert "come_back" not in before
    assert "come_back" in after
    assert "come_back" not in needs(tenants[4], at=question.opens_at + A_MOMENT)


def test_the_first_who_comes_back_gives_paper_up_for_all(coming, tenants):
    asha, ben, chidi, dolores, *_ = tenants
    question = opened(coming)
    at = question.opens_at + A_MOMENT
    actions.enter_paper_count(question, by=ben, count=BOX, at=question.opens_at)
    leave(asha, at=question.opens_at)

    actions.come_back_from_paper(question, by=chidi, at=at)
    for voter in (chidi, dolores):
        actions.cast_ballot(question, by=voter, marks=NO, at=at)

    assert not PaperEntry.objects.exists()
    told = seen(coming, at=question.closes_at).question
    assert told.turnout == 2
    assert told.question.secret_ballots.count() == 2


def test_tellers_who_come_later_count_no_box_that_was_given_up(coming, tenants):
    asha, _, chidi, *_, gloria, halima = tenants
    question = opened(coming)
    at = question.opens_at + A_MOMENT
    leave(asha, at=question.opens_at)
    actions.come_back_from_paper(question, by=chidi, at=at)
    in_office(gloria, halima)

    with pytest.raises(Refused) as refusal:
        actions.enter_paper_count(question, by=gloria, count=BOX, at=at)

    assert refusal.value.verdict.id == "paper_was_given_up"
    assert seen(coming, at=question.closes_at).question.turnout == 0


def test_nobody_comes_back_while_two_tellers_are_there_or_once_it_is_counted(
    coming, tenants, tellers
):
    chidi = tenants[2]
    question = opened(coming)
    at = question.opens_at + A_MOMENT

    with pytest.raises(Refused) as there:
        actions.come_back_from_paper(question, by=chidi, at=at)
    for teller in tellers:
        actions.enter_paper_count(question, by=teller, count=BOX, at=at)
    leave(tellers[0], at=at)
    with pytest.raises(Refused) as counted:
        actions.come_back_from_paper(question, by=chidi, at=at + A_MOMENT)

    assert there.value.verdict.id == "tellers_are_there"
    assert counted.value.verdict.id == "paper_is_counted"
    assert seen(coming, at=question.closes_at).question.turnout == 2


def test_nobody_comes_back_after_the_count_though_the_clock_goes_back(coming, tenants):
    question = opened(coming)
    leave(tenants[0], at=question.opens_at)
    assert seen(coming, at=question.closes_at).question.turnout == 0
    question.refresh_from_db()

    with pytest.raises(Refused) as refusal:
        actions.come_back_from_paper(
            question, by=tenants[2], at=question.opens_at + A_MOMENT
        )

    assert refusal.value.verdict.id == "vote_is_over"


def test_nobody_comes_back_who_votes_here_or_when_it_is_over(coming, tenants):
    question = opened(coming)
    leave(tenants[0], at=question.opens_at)

    with pytest.raises(Refused) as here:
        actions.come_back_from_paper(question, by=tenants[5], at=question.opens_at)
    with pytest.raises(Refused) as late:
        actions.come_back_from_paper(question, by=tenants[2], at=question.closes_at)

    assert here.value.verdict.id == "votes_here_already"
    assert late.value.verdict.id == "vote_is_over"


def needs(member, *, at):
    return {need.kind for need in queries.needs_of(member.person, at=at)}

"""A table in a secret vote: chosen before it opens, counted in one box with paper."""

import pytest

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import (
    PaperEntry,
    PaperVoter,
    SecretBallot,
)
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.foundation.keys import actions as sealing
from commonweal.foundation.keys import queries as keys
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.channels import CheckedOut
from commonweal.rules.voting.paper import HandedOut, PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import A_MOMENT, a_proposal, answered, seen
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = [*("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria", "Halima")]
NAMES += [*("Iker", "Jamal", "Kateryna", "Lucia", "Mateo", "Noor", "Oksana")]
YES, NO = {"answer": "yes"}, {"answer": "no"}
BOX = PaperCount(6, 5, 1, ((YES, 3), (NO, 1)), HandedOut(3, 3))


@pytest.fixture
def union():
    secret = {"rules.ordinary.ballot": "secret"}
    return an_institution(founder="Nour", charter=adjusted(a_charter(), secret))


@pytest.fixture
def tenants(union):
    tenants = [a_member(union, name) for name in NAMES]
    for teller in tenants[:2]:
        hold(teller)
    return tenants


@pytest.fixture
def coming(union, tenants):
    return a_proposal(union, tenants[:2], at=day(1))


@pytest.fixture
def question(coming, tenants):
    """Give a vote in which three vote on paper, and three at a table."""
    on_paper(coming, tenants[2:5])
    at_table(coming, tenants[5:8])
    return opened(coming)


def test_whoever_votes_at_a_table_cannot_vote_here(question, tenants):
    farah = tenants[5]

    with pytest.raises(Refused) as refusal:
        answered(question, yes=[farah])

    assert refusal.value.verdict.id == "votes_on_table"
    view = seen(question.proposal, at=question.opens_at, by=farah).question
    assert view.elsewhere == "table"
    assert view.may_vote.id == "votes_on_table"


def test_ballots_of_both_are_counted_once_and_mixed_with_the_others(question, tenants):
    closes = answered(question, yes=tenants[:2], no=tenants[8:10])
    for teller in tenants[:2]:
        actions.enter_paper_count(question, by=teller, count=BOX, at=day(10))

    told = seen(question.proposal, at=closes).question

    assert told.turnout == 8
    assert told.question.paper == {
        "voters": 6,
        "agreed": 1,
        "paper": 1,
        "table": 1,
        "issued": 6,
        "returned": 5,
    }
    said = sorted(SecretBallot.objects.values_list("marks__answer", flat=True))
    assert said == ["no"] * 3 + ["yes"] * 5
    assert recount.agrees(queries.recount_bundle(told.question))
    assert not PaperEntry.objects.exists()
    assert not PaperVoter.objects.exists()


def test_with_fewer_than_the_floor_in_both_no_number_is_told(coming, tenants):
    on_paper(coming, tenants[2:3])
    at_table(coming, tenants[5:8])
    question = opened(coming)
    count = PaperCount(4, 3, 0, ((YES, 3),), HandedOut(3, 3))
    for teller in tenants[:2]:
        actions.enter_paper_count(question, by=teller, count=count, at=day(10))

    told = seen(coming, at=question.closes_at).question.question.paper

    assert told == {"voters": 4, "agreed": 1, "paper": 1, "table": 1}


def test_a_table_of_two_is_not_held_and_they_vote_on_paper(coming, tenants):
    farah, gloria = tenants[5:7]
    at_table(coming, [farah, gloria])
    question = opened(coming)
    at_a_table = PaperCount(2, 2, 0, ((YES, 2),), HandedOut(2, 2))

    with pytest.raises(Refused) as nowhere:
        actions.enter_paper_count(question, by=tenants[0], count=at_a_table, at=day(10))

    view = seen(coming, at=question.opens_at, by=farah).question
    assert view.may_vote.id == "votes_on_paper_instead"
    assert access.checked_out(question) == CheckedOut(paper=2, table=0)
    assert nowhere.value.verdict.id == "table_too_many_issued"


def test_no_more_ballots_are_handed_out_at_a_table_than_sit_there(question, tenants):
    many = PaperCount(6, 6, 0, ((YES, 6),), HandedOut(4, 4))

    with pytest.raises(Refused) as refusal:
        actions.enter_paper_count(question, by=tenants[0], count=many, at=day(10))

    assert refusal.value.verdict.id == "table_too_many_issued"


def test_the_thirteenth_finds_no_place_and_keeps_their_vote(coming, tenants):
    at_table(coming, tenants[3:])

    with pytest.raises(Refused) as refusal:
        at_table(coming, [tenants[2]])
    at_table(coming, tenants[3:4])

    assert refusal.value.verdict.id == "table_is_full"
    assert access.noted_out(coming).table == 12
    assert access.channel_of(tenants[2], coming.pk) is None


def test_with_as_many_as_the_floor_in_each_both_are_told_apart(coming, tenants):
    on_paper(coming, tenants[2:7])
    at_table(coming, tenants[7:12])
    question = opened(coming)
    count = PaperCount(9, 8, 0, ((YES, 5), (NO, 3)), HandedOut(5, 5))
    for teller in tenants[:2]:
        actions.enter_paper_count(question, by=teller, count=count, at=day(10))

    told = seen(coming, at=question.closes_at).question.question.paper

    assert (told["paper_voters"], told["paper_issued"], told["paper_returned"]) == (
        *(5, 4, 3),
    )
    assert (told["table_voters"], told["table_issued"], told["table_returned"]) == (
        *(5, 5, 5),
    )
    assert told["spoiled"] == 0


def test_a_table_needs_two_tellers(union):
    asha, ben = (a_member(union, name) for name in ("Asha", "Ben"))
    hold(asha)
    coming = a_proposal(union, [asha, ben], at=day(1))

    with pytest.raises(Refused) as refusal:
        at_table(coming, [ben])

    assert refusal.value.verdict.id == "paper_needs_tellers"


def test_until_it_opens_voters_change_from_one_to_the_other_and_back(coming, tenants):
    farah = tenants[5]
    opens = seen(coming, at=day(2)).moments.opens_at
    found = []

    for choose in (at_table, on_paper, at_table):
        choose(coming, [farah])
        found.append(access.channel_of(farah, coming.pk))
    actions.check_in_from_paper(coming, voter=farah, by=farah, at=opens - A_MOMENT)

    assert found == ["table", "paper", "table"]
    assert seen(coming, at=opens, by=farah).question.elsewhere is None
    with pytest.raises(Refused) as late:
        actions.check_out_to_table(coming, voter=farah, by=farah, at=opens + A_MOMENT)
    assert late.value.verdict.id == "paper_until_it_opens"


def test_two_tellers_who_name_two_places_have_not_said_the_same(coming, tenants):
    asha, ben, chidi, *_ = tenants
    actions.check_out_to_table(coming, voter=chidi, by=asha, at=day(2))

    with pytest.raises(Refused) as refusal:
        actions.check_out_to_paper(coming, voter=chidi, by=ben, at=day(2))
    before = access.channel_of(chidi, coming.pk)
    actions.check_out_to_table(coming, voter=chidi, by=ben, at=day(2))

    assert refusal.value.verdict.id == "noted_for_table"
    assert before is None
    assert access.channel_of(chidi, coming.pk) == "table"


def test_no_copy_tells_who_sat_at_the_table_once_the_vote_is_over(question):
    copies = list(PaperVoter.objects.values("id", "sealed", "mark"))

    seen(question.proposal, at=question.closes_at)
    duties.settle_all(at=question.closes_at)

    assert len({len(bytes(one["sealed"])) for one in copies}) == 1
    assert not any(b"table" in bytes(one["sealed"]) for one in copies)
    for one in copies:
        with pytest.raises(Refused) as gone:
            keys.opened(one["sealed"], about=f"paper voter {one['id']}")
        assert gone.value.verdict.id == "key_missing"


def test_the_journal_names_no_voter_and_no_table(question, tenants):
    lines = Line.objects.filter(about_id=question.proposal_id, deed="choose_paper")

    assert [line.facts["out"] for line in lines.order_by("number")] == [*range(1, 7)]
    assert not any(line.by for line in lines)
    assert not any("table" in str(line.facts) for line in lines)


def test_what_was_noted_before_there_were_tables_is_paper(coming, tenants):
    chidi = tenants[2]
    on_paper(coming, [chidi])
    noted = access.noted_on_paper(chidi, coming.pk)
    key, about = access.paper_key(coming.pk), f"paper voter {noted.pk}"
    noted.sealed = sealing.seal(str(chidi.pk), key=key, about=about)
    noted.save()

    assert access.paper_voter(noted) == chidi.pk
    assert access.channel_of(chidi, coming.pk) == "paper"


def on_paper(proposal, voters):
    for voter in voters:
        actions.check_out_to_paper(proposal, voter=voter, by=voter, at=day(2))


def at_table(proposal, voters):
    for voter in voters:
        actions.check_out_to_table(proposal, voter=voter, by=voter, at=day(2))


def hold(teller):
    OfficeHolding.objects.create(
        institution=teller.institution,
        office="steward",
        holder=teller,
        from_at=day(0),
        until_at=day(300),
    )

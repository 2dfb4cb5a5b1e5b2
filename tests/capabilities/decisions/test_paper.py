"""Paper in a secret vote: noted before it opens, entered by two, added once."""

from datetime import timedelta
from hashlib import sha256

import pytest

from commonweal.capabilities.decisions import access, actions, queries
from commonweal.capabilities.decisions.models import (
    PaperEntry,
    PaperVoter,
    SecretBallot,
)
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Member, OfficeHolding
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.keys import queries as keys
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.paper import PaperCount
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import A_MOMENT, a_proposal, answered, seen
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria", "Halima")
YES, NO = {"answer": "yes"}, {"answer": "no"}
BOX = PaperCount(issued=3, returned=3, spoiled=1, said=((YES, 1), (NO, 1)))


@pytest.fixture
def union():
    secret = {"rules.ordinary.ballot": "secret"}
    union = an_institution(founder="Nour", charter=adjusted(a_charter(), secret))
    for name in NAMES:
        a_member(union, name)
    for name in ("Asha", "Ben"):
        OfficeHolding.objects.create(
            institution=union,
            office="steward",
            holder=named(union, name),
            from_at=day(0),
            until_at=day(300),
        )
    return union


@pytest.fixture
def tenants(union):
    return [named(union, name) for name in NAMES]


@pytest.fixture
def question(union, tenants):
    """Give a vote that has opened, in which Chidi, Dolores and Emre vote on paper."""
    proposal = a_proposal(union, tenants[:2], at=day(1))
    asha, ben, chidi, dolores, emre, *_ = tenants
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    for voter, other in ((dolores, ben), (emre, emre)):
        actions.check_out_to_paper(proposal, voter=voter, by=asha, at=day(2))
        actions.check_out_to_paper(proposal, voter=voter, by=other, at=day(2))
    return opened(proposal)


def test_whoever_votes_on_paper_cannot_vote_here(question, tenants):
    chidi = tenants[2]

    with pytest.raises(Refused) as refusal:
        answered(question, yes=[chidi])

    assert refusal.value.verdict.id == "votes_on_paper"
    view = seen(question.proposal, at=question.opens_at, by=chidi).question
    assert view.elsewhere == "paper"
    assert view.may_vote.id == "votes_on_paper"
    needs = queries.needs_of(chidi.person, at=question.opens_at)
    assert "vote" not in {need.kind for need in needs}


def test_two_who_find_the_same_are_counted_once(question, tenants):
    asha, ben, *_ = tenants
    closes = answered(question, yes=tenants[:2], no=tenants[5:])
    for teller in (asha, ben):
        actions.enter_paper_count(question, by=teller, count=BOX, at=day(10))

    told = seen(question.proposal, at=closes).question

    assert told.turnout == 7
    # Three are fewer than the rule's floor, so no number of theirs is told.
    assert told.question.paper == {"voters": 3, "agreed": 1, "paper": 1, "table": 0}
    said = sorted(SecretBallot.objects.values_list("marks__answer", flat=True))
    assert said == ["no"] * 4 + ["yes"] * 3
    assert recount.agrees(queries.recount_bundle(told.question))
    assert not PaperEntry.objects.exists()
    assert not PaperVoter.objects.exists()
    contradicted = {problem.id for problem in journal.compared(question.institution)}
    assert not {one for one in contradicted if "ballot" in one or "result" in one}


def test_one_alone_or_two_who_differ_are_not_counted(question, tenants):
    asha, ben, *_ = tenants
    other = PaperCount(issued=3, returned=3, spoiled=1, said=((YES, 2),))
    closes = answered(question, yes=tenants[:2], no=tenants[5:])
    actions.enter_paper_count(question, by=asha, count=BOX, at=day(10))
    actions.enter_paper_count(question, by=ben, count=other, at=day(10))

    told = seen(question.proposal, at=closes).question

    assert told.turnout == 5
    assert told.question.paper == {"voters": 3, "agreed": 0, "paper": 1, "table": 0}


def test_a_teller_enters_anew_what_they_counted_anew(question, tenants):
    asha, ben, *_ = tenants
    other = PaperCount(issued=3, returned=3, spoiled=1, said=((YES, 2),))
    actions.enter_paper_count(question, by=asha, count=other, at=day(10))
    actions.enter_paper_count(question, by=asha, count=BOX, at=day(10))
    actions.enter_paper_count(question, by=ben, count=BOX, at=day(10))

    told = queries.paper_of(question, asha)

    assert (told.out.paper, told.mine, told.agreed) == (3, True, BOX)
    assert told.entered_by == ("Asha", "Ben")


def test_more_than_were_noted_cannot_have_voted(question, tenants):
    many = PaperCount(issued=4, returned=4, spoiled=0, said=((YES, 4),))

    with pytest.raises(Refused) as refusal:
        actions.enter_paper_count(question, by=tenants[0], count=many, at=day(10))

    assert refusal.value.verdict.id == "paper_too_many_issued"


def test_only_tellers_enter_and_only_while_the_vote_is_open(question, tenants):
    asha, _, chidi, *_ = tenants

    with pytest.raises(Refused) as stranger:
        actions.enter_paper_count(question, by=chidi, count=BOX, at=day(10))
    with pytest.raises(Refused) as late:
        actions.enter_paper_count(question, by=asha, count=BOX, at=question.closes_at)

    assert stranger.value.verdict.id == "only_tellers"
    assert late.value.verdict.id == "vote_is_over"


def test_who_votes_on_paper_is_fixed_when_the_vote_opens(question, tenants):
    asha, _, chidi, *_, gloria, _ = tenants
    at = question.opens_at + A_MOMENT

    with pytest.raises(Refused) as out:
        actions.check_out_to_paper(question.proposal, voter=gloria, by=asha, at=at)
    with pytest.raises(Refused) as back:
        actions.check_in_from_paper(question.proposal, voter=chidi, by=chidi, at=at)

    assert out.value.verdict.id == back.value.verdict.id == "paper_until_it_opens"


def test_nobody_sends_somebody_else_to_paper_but_tellers(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    _, _, chidi, dolores, *_ = tenants

    with pytest.raises(Refused) as refusal:
        actions.check_out_to_paper(proposal, voter=dolores, by=chidi, at=day(2))

    assert refusal.value.verdict.id == "only_tellers"


def test_whoever_comes_back_before_it_opens_votes_here(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    chidi = tenants[2]
    actions.check_out_to_paper(proposal, voter=chidi, by=chidi, at=day(2))
    actions.check_in_from_paper(proposal, voter=chidi, by=chidi, at=day(3))
    question = opened(proposal)

    closes = answered(question, yes=[chidi])

    assert seen(proposal, at=closes).question.turnout == 1


def test_what_one_teller_notes_takes_nobodys_vote(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    asha, _, chidi, *_ = tenants
    for _ in range(2):
        actions.check_out_to_paper(proposal, voter=chidi, by=asha, at=day(2))
    question = opened(proposal)

    closes = answered(question, no=[chidi])

    told = seen(proposal, at=closes).question
    assert told.turnout == 1
    assert told.question.paper is None


def test_tellers_note_nobody_in_the_last_day_and_voters_still_choose(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    asha, ben, chidi, dolores, *_ = tenants
    opens = seen(proposal, at=day(1)).moments.opens_at
    actions.check_out_to_paper(proposal, voter=chidi, by=asha, at=day(2))
    at = opens - timedelta(days=1)

    for teller, voter in ((asha, dolores), (ben, chidi)):
        with pytest.raises(Refused) as refusal:
            actions.check_out_to_paper(proposal, voter=voter, by=teller, at=at)
        assert refusal.value.verdict.id == "paper_noted_too_late"
    actions.check_out_to_paper(proposal, voter=dolores, by=dolores, at=opens - A_MOMENT)

    assert seen(proposal, at=opens, by=dolores).question.elsewhere == "paper"
    assert seen(proposal, at=opens, by=chidi).question.elsewhere is None


def test_whoever_is_noted_by_tellers_is_told_at_home_and_takes_it_back(union, tenants):
    proposal = a_proposal(union, tenants[:2], at=day(1))
    asha, ben, chidi, dolores, *_ = tenants
    for by in (asha, dolores):
        actions.check_out_to_paper(proposal, voter=dolores, by=by, at=day(2))
    noted = []
    for teller in (asha, ben):
        actions.check_out_to_paper(proposal, voter=chidi, by=teller, at=day(2))
        noted.append(paper_need(chidi, at=day(2)))
    opens = seen(proposal, at=day(2)).moments.opens_at
    actions.check_in_from_paper(proposal, voter=chidi, by=chidi, at=opens - A_MOMENT)

    assert [need.due_at for need in noted] == [opens, opens]
    assert paper_need(chidi, at=day(2)) is paper_need(dolores, at=day(2)) is None
    assert access.channel_of(dolores, proposal.pk) == "paper"
    assert seen(proposal, at=opens, by=chidi).question.elsewhere is None


def test_what_tellers_entered_opens_with_the_key_of_the_vote_alone(question, tenants):
    asha, ben, *_ = tenants
    other = PaperCount(issued=3, returned=3, spoiled=0, said=((NO, 3),))
    for teller, count in ((asha, BOX), (ben, other)):
        actions.enter_paper_count(question, by=teller, count=count, at=day(10))
    copies = [bytes(one.sealed) for one in PaperEntry.objects.all()]
    lines = Line.objects.filter(deed="enter_paper_count")
    seals = {line.facts["seal"] for line in lines}

    seen(question.proposal, at=question.closes_at)
    duties.settle_all(at=question.closes_at)

    assert seals == {sha256(copy).hexdigest() for copy in copies}
    assert len({len(copy) for copy in copies}) == 1
    assert not any(b"answer" in copy for copy in copies)
    for copy in copies:
        with pytest.raises(Refused) as gone:
            keys.opened(copy, about=str(question.pk))
        assert gone.value.verdict.id == "key_missing"


def test_an_open_vote_has_no_paper(union, tenants):
    changing = actions.Aim("amend_charter", {"changes": {"place": "Mill Lane"}})
    proposal = a_proposal(union, tenants[:2], at=day(1), aim=changing)

    with pytest.raises(Refused) as refusal:
        actions.check_out_to_paper(proposal, voter=tenants[2], by=tenants[2], at=day(2))

    assert refusal.value.verdict.id == "paper_in_secret_votes_only"


def test_the_journal_says_what_tellers_did_and_names_no_voter(question, tenants):
    asha = tenants[0]
    actions.enter_paper_count(question, by=asha, count=BOX, at=day(10))

    lines = Line.objects.filter(about_id=question.proposal_id)
    told = {line.deed: line for line in lines.order_by("number")}

    entered = told["enter_paper_count"]
    assert entered.by == asha.pk
    assert set(entered.facts) <= {"call", "seal", "number"}
    assert told["choose_paper"].facts["out"] == 3
    said = str([(line.by, line.facts) for line in lines])
    assert not any(str(voter.pk) in said for voter in tenants[2:5])


def test_who_votes_on_paper_is_as_active_as_who_does_not_vote(question, tenants):
    asha, ben, _, _, emre, *_, halima = tenants
    for teller in (asha, ben):
        actions.enter_paper_count(question, by=teller, count=BOX, at=day(10))
    seen(question.proposal, at=question.closes_at)

    for one in (emre, halima):
        found = Member.objects.get(pk=one.pk)
        assert found.last_active_on == question.closes_at.date()


def paper_need(member, *, at):
    needs = queries.needs_of(member.person, at=at)
    return next((need for need in needs if need.kind == "paper"), None)


def named(union, name):
    return Member.objects.select_related("person").get(institution=union, name=name)

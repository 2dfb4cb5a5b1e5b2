"""A secret vote: one ballot each, nobody told who voted, no trace that links them."""

from pathlib import Path

import pytest
from django.conf import settings

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.models import (
    Ballot,
    Envelope,
    SecretBallot,
    TurnoutMark,
)
from commonweal.capabilities.decisions.queries.witness import seal_of_result
from commonweal.foundation import duties
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
from tests.builders import a_charter, a_member, an_institution, day
from tests.capabilities.decisions.given import A_MOMENT, a_proposal, answered, seen
from tests.capabilities.decisions.given import voting as opened

pytestmark = pytest.mark.django_db

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")
SECRET = {"rules.ordinary.ballot": "secret", "rules.options.ballot": "secret"}


@pytest.fixture
def union():
    return an_institution(founder="Nour", charter=adjusted(a_charter(), SECRET))


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in NAMES]


@pytest.fixture
def question(union, tenants):
    return opened(a_proposal(union, tenants[:2], at=day(1)))


def test_a_ballot_is_kept_sealed_until_the_end_and_detached_afterwards(
    question, tenants
):
    closes = answered(question, yes=tenants[:4], no=tenants[4:])
    while_open = (Envelope.objects.count(), TurnoutMark.objects.count())
    seen(question.proposal, at=closes)

    assert while_open == (7, 7)
    assert not Ballot.objects.exists()
    assert not Envelope.objects.exists()
    assert not TurnoutMark.objects.exists()
    said = SecretBallot.objects.values_list("marks__answer", flat=True)
    assert sorted(said) == ["no"] * 3 + ["yes"] * 4


def test_the_count_is_told_when_the_vote_is_over(question, tenants):
    closes = answered(question, yes=tenants[:4], no=tenants[4:])

    before = seen(question.proposal, at=closes - A_MOMENT).question
    after = seen(question.proposal, at=closes).question

    # Whoever watched the number grow would see who had just voted.
    assert (before.turnout, before.tally) == (0, None)
    assert after.turnout == 7
    assert after.verdict
    assert after.outcome.steps[-1].counts["yes"] == 4


def test_a_secret_ballot_cannot_be_replaced(question, tenants):
    answered(question, yes=tenants[:1])

    with pytest.raises(Refused) as refusal:
        answered(question, no=tenants[:1])

    assert refusal.value.verdict.id == "ballot_is_in"
    assert Envelope.objects.count() == 1


def test_casting_leaves_no_line_and_no_day(question, tenants):
    days = dict(Member.objects.values_list("pk", "last_active_on"))
    lines = Line.objects.count()

    answered(question, yes=tenants)

    assert Line.objects.count() == lines
    assert dict(Member.objects.values_list("pk", "last_active_on")) == days


def test_the_journal_tells_the_turnout_in_one_line_and_names_nobody(question, tenants):
    closes = answered(question, yes=tenants[:4], no=tenants[4:])
    before = Line.objects.count()
    seen(question.proposal, at=closes)

    lines = Line.objects.order_by("at", "number")[before:]
    told = {line.deed: line.facts for line in lines}

    assert told["close_question"]["turnout"] == 7
    assert {line.by for line in lines} == {None}
    assert journal.compared(question.institution) == ()
    assert journal.verify(question.institution) == ()


def test_only_the_voter_sees_that_their_ballot_is_in(question, tenants):
    asha, ben, *_ = tenants
    answered(question, yes=[asha])
    at = question.opens_at

    mine = seen(question.proposal, at=at, by=asha).question
    theirs = seen(question.proposal, at=at, by=ben).question

    assert mine.has_voted
    assert not mine.may_vote
    assert not theirs.has_voted
    assert theirs.may_vote
    assert (mine.turnout, theirs.turnout) == (0, 0)
    waits = {need.kind for need in queries.needs_of(ben.person, at=at)}
    done = {need.kind for need in queries.needs_of(asha.person, at=at)}
    assert "vote" in waits - done


def test_nobody_is_added_to_the_roll_once_the_vote_is_open(union, question, tenants):
    answered(question, yes=tenants[:1])
    size = question.roll.size
    late = a_member(union, "Late", at=question.opens_at + A_MOMENT)

    with pytest.raises(Refused) as refusal:
        actions.cast_ballot(
            question, by=late, marks={"answer": "no"}, at=question.closes_at - A_MOMENT
        )

    assert refusal.value.verdict.id == "not_on_the_roll"
    assert question.roll.entries.count() == size


def test_all_on_the_roll_bear_one_day_when_it_ends_whether_they_voted_or_not(
    question, tenants
):
    closes = answered(question, yes=tenants[3:])
    seen(question.proposal, at=closes)

    days = {Member.objects.get(pk=one.pk).last_active_on for one in tenants}

    assert days == {closes.date()}


def test_how_many_are_active_tells_of_no_silent_member_whether_they_voted(tenants):
    union, (asha, ben, *_) = tenants[0].institution, tenants
    Member.objects.filter(pk__in=[asha.pk, ben.pk]).update(
        last_active_on=day(-900).date()
    )
    question = opened(a_proposal(union, tenants[2:4], at=day(1)))
    everybody = institutions.charter_in_force(union, at=day(1)).franchises[0]
    closes = answered(question, yes=[asha])

    def active(at):
        return institutions.roll_count(union, everybody, at=at).active

    before = active(closes - A_MOMENT)
    seen(question.proposal, at=closes)

    assert before == question.roll.size - 2
    assert active(closes) == question.roll.size


def test_who_came_after_the_roll_was_made_is_no_more_active_for_the_vote(question):
    late = a_member(question.institution, "Late", at=question.opens_at + A_MOMENT)
    joined = late.last_active_on
    seen(question.proposal, at=question.closes_at)

    assert Member.objects.get(pk=late.pk).last_active_on == joined


def test_what_a_voter_scribbles_on_a_ballot_is_not_kept(question, tenants):
    marked = {"answer": "yes", "note": "this one is mine"}
    actions.cast_ballot(question, by=tenants[0], marks=marked, at=question.opens_at)
    seen(question.proposal, at=question.closes_at)

    assert [one.marks for one in SecretBallot.objects.all()] == [{"answer": "yes"}]


def test_every_envelope_of_a_vote_is_as_long_as_the_next(union, tenants):
    aim = actions.Aim(rule_id="options")
    words = ("A bench", "A tree", "A swing", "A wall")
    options = tuple(map(actions.Option, words))
    proposal = a_proposal(union, tenants[:2], at=day(1), options=options, aim=aim)
    question = opened(proposal)
    ids = [one["id"] for one in question.options]
    for count, voter in enumerate(tenants[:4], start=1):
        ranks = {one: place for place, one in enumerate(ids[:count], start=1)}
        actions.cast_ballot(
            question, by=voter, marks={"ranks": ranks}, at=question.opens_at
        )

    lengths = {len(one.sealed) for one in Envelope.objects.all()}

    assert len(lengths) == 1


def test_few_ballots_are_told_as_turnout_and_verdict_alone(question, tenants):
    closes = answered(question, yes=tenants[:4])
    told = seen(question.proposal, at=closes).question

    assert not told.is_shown
    assert told.turnout == 4
    assert told.verdict
    assert (told.outcome.steps, told.outcome.facts) == ((), {})
    bundle = queries.recount_bundle(told.question)
    assert bundle["format"] == recount.CLOSED_FORMAT
    assert bundle["turnout"] == 4
    assert bundle["about"]["roll_hash"] == told.question.roll.hash
    assert not {"ballots", "result"} & set(bundle)


def test_an_answer_given_by_two_alone_closes_the_count(question, tenants):
    closes = answered(question, yes=tenants[:5], no=tenants[5:])

    told = seen(question.proposal, at=closes).question

    assert (told.is_shown, told.turnout, bool(told.verdict)) == (False, 7, True)


def test_a_lost_vote_is_told_without_its_numbers(question, tenants):
    closes = answered(question, yes=tenants[:1], no=tenants[1:])

    told = seen(question.proposal, at=closes).question

    assert told.verdict.id == "not_carried_in_short"
    assert told.verdict.facts == {}


@pytest.mark.parametrize("said", ["yes", "no", "abstain"])
def test_where_nothing_was_carried_nobody_is_told_what_the_only_voter_said(
    said,
):
    quorum = {"quorum.kind": "positive_votes", "quorum.at_least": "4"}
    terms = {f"rules.ordinary.{path}": value for path, value in quorum.items()}
    charter = adjusted(a_charter(), SECRET | terms)
    union = an_institution(founder="Nour", charter=charter)
    tenants = [a_member(union, name) for name in NAMES]
    question = opened(a_proposal(union, tenants[:2], at=day(1)))
    closes = answered(question, **{said: tenants[:1]})

    told = seen(question.proposal, at=closes).question

    assert (told.turnout, bool(told.verdict)) == (1, False)
    assert told.outcome.winners == ()
    assert queries.recount_bundle(told.question)["winners"] == []


def test_a_shown_count_comes_out_of_its_bundle(question, tenants):
    closes = answered(question, yes=tenants[:4], no=tenants[4:])
    told = seen(question.proposal, at=closes).question

    bundle = queries.recount_bundle(told.question)

    assert recount.agrees(bundle)
    assert [one["count"] for one in bundle["ballots"]] == [3, 4]
    assert "salt" not in str(bundle)
    ids = {str(one.pk) for one in tenants} | {one.person.email for one in tenants}
    assert not any(one in str(bundle) for one in ids)


def test_the_digest_of_a_small_count_cannot_be_guessed(question, tenants):
    closes = answered(question, yes=tenants[:2])
    told = seen(question.proposal, at=closes).question.question
    said = Line.objects.get(deed="close_question").facts["seal"]

    salted = seal_of_result(told)
    told.salt = b""

    assert said == salted != seal_of_result(told)


def test_without_its_key_a_vote_waits_and_the_rest_goes_on(question, tenants):
    closes = answered(question, yes=tenants[:4], no=tenants[4:])
    file = Path(settings.KEYS_OF_VOTES) / "ballots" / f"{question.pk}.key"
    mislaid = file.rename(file.with_name("mislaid"))
    institution = question.institution

    duties.settle(institution, at=closes)
    waiting = queries.proposal_view(institution, question.proposal.number, at=closes)
    was_told = (waiting.stage, waiting.question.waits_for_key, waiting.question.tally)
    mislaid.rename(file)
    later = seen(question.proposal, at=day(60))

    assert was_told == ("closed", True, None)
    assert later.question.turnout == 7
    assert later.decision.decided_at == closes

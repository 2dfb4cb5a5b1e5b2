"""What the operator did comes before the members, who decide whether it stands."""

from datetime import timedelta

import pytest

from commonweal.capabilities.decisions.models import Proposal
from commonweal.foundation import duties
from commonweal.foundation.institutions.access import may_be_written_in
from commonweal.foundation.institutions.models import Institution
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.threads import actions as threads
from commonweal.foundation.threads import queries
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import answered, seen, voting
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db

ATTACK = threads.Ground("attack", "Robots write here.", 60)


@pytest.fixture
def union():
    return an_institution(founder="Nour")


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Asha", "Ben", "Chidi")]


def frozen(union):
    threads.stop_in_last_resort(union, "writing", ground=ATTACK, at=day(30))
    settled(union, day(30))
    return queries.last_resorts(union)[0]


def settled(union, at):
    union.refresh_from_db()
    return duties.settle(union, at=at)


def fresh(union):
    return Institution.objects.get(pk=union.pk)


def review(union):
    return Proposal.objects.get(institution=union, effect="let_last_resort_stand")


def test_it_is_put_to_the_members_at_once_by_nobody_and_with_the_reason(union, tenants):
    measure = frozen(union)

    proposal = review(union)
    view = seen(proposal, at=day(30))
    assert (proposal.author, proposal.put_at) == (None, day(30))
    assert measure.review_id == proposal.pk
    assert view.stage == "frozen"
    assert "Robots write here." in view.text
    assert last_line(union).deed == "put_proposal"
    assert last_line(union).by is None


def test_it_goes_by_the_rule_for_changing_the_charter_unless_the_charter_says_else(
    union, tenants
):
    frozen(union)

    assert review(union).rule_id == "charter_change"


def test_asking_twice_puts_it_once(union, tenants):
    frozen(union)

    assert not settled(union, day(30))
    assert Proposal.objects.filter(institution=union).count() == 1


def test_a_yes_lets_it_stand_for_a_year_at_most(union, tenants):
    frozen(union)
    question = voting(review(union))
    answered(question, yes=[founder_of(union), *tenants])

    settled(union, question.closes_at + timedelta(days=14))

    found = queries.last_resorts(union)[0]
    assert found.outcome == "stands"
    assert found.ends_at == found.settled_at + timedelta(days=365)
    assert fresh(union).frozen_until == found.ends_at
    assert not fresh(union).review_waits


def test_a_no_ends_it_when_the_vote_ends(union, tenants):
    frozen(union)
    question = voting(review(union))
    answered(question, no=[founder_of(union), *tenants])

    settled(union, question.closes_at)
    settled(union, question.closes_at)

    found = queries.last_resorts(union)[0]
    assert (found.outcome, found.ends_at) == ("rejected", question.closes_at)
    assert may_be_written_in(fresh(union), at=question.closes_at)
    assert last_line(union).deed == "ended_last_resort"


def test_where_nobody_votes_it_ends_by_itself_on_its_date(union, tenants):
    measure = frozen(union)

    settled(union, measure.ends_at - timedelta(seconds=1))
    before = queries.last_resorts(union)[0]
    settled(union, measure.ends_at)

    assert before.settled_at is None
    assert queries.last_resorts(union)[0].outcome == "over"
    assert last_line(union).deed == "last_resort_ran_out"
    assert may_be_written_in(fresh(union), at=measure.ends_at)


def test_what_the_operator_lifts_stays_lifted_whatever_the_vote_says(union, tenants):
    measure = frozen(union)
    question = voting(review(union))
    answered(question, yes=[founder_of(union), *tenants])
    threads.lift_last_resort(measure, reason="It is over.", at=question.opens_at)

    settled(union, question.closes_at + timedelta(days=14))

    found = queries.last_resorts(union)[0]
    assert (found.outcome, found.ends_at) == ("lifted", question.opens_at)
    assert may_be_written_in(fresh(union), at=question.closes_at)


def test_a_review_goes_on_to_its_end_though_what_it_is_about_ran_out(union, tenants):
    ground = threads.Ground("attack", "Robots write here.", 2)
    threads.stop_in_last_resort(union, "writing", ground=ground, at=day(30))
    settled(union, day(30))
    settled(union, day(32))
    question = voting(review(union))
    answered(question, no=[founder_of(union), *tenants])

    settled(union, question.closes_at)

    question.refresh_from_db()
    assert question.opens_at > day(32)
    assert question.settled_at == question.closes_at
    assert queries.last_resorts(union)[0].outcome == "over"


def test_words_that_members_let_stand_stay_hidden_and_a_no_brings_them_back(
    union, tenants
):
    asha = tenants[0]
    post = threads.say_in_thread(
        asha.pk, institution=union, by=asha, text="A list of names.", at=day(29)
    )
    said = queries.said_at(union, "post", post.pk)
    ground = threads.Ground("law", "A court ordered it.", 60)
    threads.hide_in_last_resort(union, said, ground=ground, at=day(30))
    settled(union, day(30))
    question = voting(review(union))
    answered(question, yes=[founder_of(union), *tenants])

    settled(union, question.closes_at + timedelta(days=14))

    assert post.pk in queries.hidden_places(union, at=day(900))
    assert queries.last_resorts(union)[0].ends_at is None


def test_the_journal_and_the_tables_agree_on_all_of_it(union, tenants):
    frozen(union)
    question = voting(review(union))
    answered(question, no=[founder_of(union), *tenants])

    settled(union, question.closes_at)

    assert journal.verify(union) == ()
    assert journal.compared(union) == ()

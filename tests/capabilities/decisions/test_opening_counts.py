"""A closed count is opened by two tellers of then, each of whom asks for all to see."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from commonweal.capabilities.decisions import actions, queries
from commonweal.capabilities.decisions.access import opening
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.foundation.journal.models import Line
from commonweal.rules import recount
from commonweal.rules.charters.controls import adjusted
from commonweal.rules.verdict import Refused
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

NAMES = ("Asha", "Ben", "Chidi", "Dolores", "Emre", "Farah", "Gloria")


@pytest.fixture
def tenants():
    secret = {"rules.ordinary.ballot": "secret"}
    union = an_institution(founder="Nour", charter=adjusted(a_charter(), secret))
    tenants = [a_member(union, name) for name in NAMES]
    in_office(*tenants[:3])
    return tenants


@pytest.fixture
def closed(tenants):
    """Give a secret vote that is over and whose count is told in short."""
    proposal = a_proposal(tenants[0].institution, tenants[:2], at=day(1))
    closes = answered(opened(proposal), yes=tenants[:4])
    return seen(proposal, at=closes).question.question


def test_what_was_asked_of_another_vote_opens_nothing(closed, tenants):
    asha, ben, *_ = tenants
    at = closed.closes_at
    for teller in (asha, ben):
        actions.ask_to_open_count(closed, by=teller, at=at)
    other = a_proposal(asha.institution, tenants[:2], at=day(2))
    of_other = SimpleNamespace(
        institution_id=closed.institution_id, proposal_id=other.pk, call=closed.call
    )
    second_call = SimpleNamespace(
        institution_id=closed.institution_id,
        proposal_id=closed.proposal_id,
        call=closed.call + 1,
    )

    assert opening.who_asked(closed, at=at) == {asha.pk, ben.pk}
    assert opening.who_asked(of_other, at=at) == frozenset()
    assert opening.who_asked(second_call, at=at) == frozenset()


def test_two_who_ask_open_it_and_the_journal_says_so(closed, tenants):
    asha, ben, *_ = tenants
    at = closed.closes_at
    for teller in (asha, ben):
        actions.ask_to_open_count(closed, by=teller, at=at)

    bundles = [actions.open_closed_count(closed, by=one, at=at) for one in (asha, ben)]

    assert all(recount.agrees(bundle) for bundle in bundles)
    assert bundles[0]["result"]["turnout"] == 4
    deeds = ("ask_to_open_count", "open_closed_count")
    lines = Line.objects.filter(deed__in=deeds).order_by("number")
    assert [(line.deed, line.by) for line in lines] == [
        (deed, teller.pk) for deed in deeds for teller in (asha, ben)
    ]
    public = queries.recount_bundle(closed)
    assert public["closed"]["open_to"]["en"] == "Steward"


def test_one_alone_opens_nothing_however_often_they_ask(closed, tenants):
    asha, at = tenants[0], closed.closes_at
    actions.ask_to_open_count(closed, by=asha, at=at)

    with pytest.raises(Refused) as alone:
        actions.open_closed_count(closed, by=asha, at=at)
    with pytest.raises(Refused) as again:
        actions.ask_to_open_count(closed, by=asha, at=at)

    assert alone.value.verdict.id == "second_has_to_ask"
    assert alone.value.verdict.facts == {"asked": 1, "needed": 2, "days": 7}
    assert again.value.verdict.id == "asked_to_open_already"
    assert Line.objects.filter(deed="ask_to_open_count").count() == 1
    assert not Line.objects.filter(deed="open_closed_count").exists()


def test_a_third_teller_sees_it_only_after_asking_too(closed, tenants):
    asha, ben, chidi, *_ = tenants
    for teller in (asha, ben):
        actions.ask_to_open_count(closed, by=teller, at=closed.closes_at)

    with pytest.raises(Refused) as refusal:
        actions.open_closed_count(closed, by=chidi, at=closed.closes_at)

    assert refusal.value.verdict.id == "ask_to_open_first"


def test_what_was_asked_long_ago_does_not_count(closed, tenants):
    asha, ben, *_ = tenants
    at = closed.closes_at + timedelta(days=7)
    actions.ask_to_open_count(closed, by=asha, at=closed.closes_at)
    actions.ask_to_open_count(closed, by=ben, at=at)

    with pytest.raises(Refused) as refusal:
        actions.open_closed_count(closed, by=ben, at=at)
    actions.ask_to_open_count(closed, by=asha, at=at)

    assert refusal.value.verdict.id == "second_has_to_ask"
    assert actions.open_closed_count(closed, by=ben, at=at)


def test_who_took_the_office_later_opens_no_earlier_count(closed, tenants):
    later = tenants[3:5]
    OfficeHolding.objects.all().update(until_at=closed.closes_at + A_MOMENT)
    at = day(100)
    for teller in later:
        OfficeHolding.objects.create(
            institution=teller.institution,
            office="steward",
            holder=teller,
            from_at=day(50),
            until_at=day(300),
        )

    for teller in later:
        with pytest.raises(Refused) as refusal:
            actions.ask_to_open_count(closed, by=teller, at=at)
        assert refusal.value.verdict.id == "only_tellers_of_then"
    for teller in tenants[:2]:
        actions.ask_to_open_count(closed, by=teller, at=at)

    # Those of then may, though they hold the office no more.
    assert actions.open_closed_count(closed, by=tenants[0], at=at)


def test_with_one_left_of_those_of_then_it_stays_closed(closed, tenants):
    asha, ben, chidi, *_ = tenants
    at = closed.closes_at + A_MOMENT
    for teller in (ben, chidi):
        actions.ask_to_open_count(closed, by=teller, at=closed.closes_at)
        leave(teller, at=at)

    for deed in (actions.ask_to_open_count, actions.open_closed_count):
        with pytest.raises(Refused) as refusal:
            deed(closed, by=asha, at=at)

        assert refusal.value.verdict.id == "too_few_tellers_of_then"


def test_what_is_told_to_all_or_not_over_is_opened_by_nobody(tenants):
    asha = tenants[0]
    proposal = a_proposal(asha.institution, tenants[:2], at=day(1))
    question = opened(proposal)

    with pytest.raises(Refused) as early:
        actions.ask_to_open_count(question, by=asha, at=question.opens_at)
    closes = answered(question, yes=tenants[:4], no=tenants[4:])
    shown = seen(proposal, at=closes).question.question
    with pytest.raises(Refused) as told:
        actions.ask_to_open_count(shown, by=asha, at=closes)

    assert early.value.verdict.id == "vote_not_over"
    assert told.value.verdict.id == "count_not_closed"


def test_where_nobody_was_a_teller_the_reason_says_so(closed, tenants):
    OfficeHolding.objects.filter(institution=closed.institution).delete()

    for deed in (actions.ask_to_open_count, actions.open_closed_count):
        with pytest.raises(Refused) as refusal:
            deed(closed, by=tenants[0], at=closed.closes_at)

        assert refusal.value.verdict.id == "no_tellers_then"


def test_where_there_are_no_tellers_nobody_is_asked_to_open_a_count(tenants, closed):
    """Most kinds have no such office, and the page of the vote asks all the same."""
    asha, charter = tenants[0], replace(a_charter(), tellers="")
    at = closed.closes_at

    for may in (opening.may_ask_to_open, opening.may_open_count):
        assert may(asha, closed, charter, at=at).reason.id == "no_tellers_then"

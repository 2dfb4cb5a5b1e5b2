"""A vote that was announced keeps its voters: nobody is put off its roll meanwhile."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions.actions.by_decision import amend_charter
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.institutions.models import RollEntry
from commonweal.rules.charters.charter import franchise_for, rule_for
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_assembly, did
from tests.capabilities.decisions.given import A_MOMENT, a_proposal, seen, voting

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def tenants(union):
    return [a_member(union, name) for name in ("Ben", "Chidi", "Dolores")]


@pytest.fixture
def proposal(union, tenants):
    return a_proposal(union, tenants, at=day(1))


def keeps_newcomers_off(union, *, at):
    """Let members have decided that one votes only after a year."""
    charter = charter_in_force(union, at=at)
    franchise = franchise_for(charter, rule_for(charter, None))
    changes = {f"franchises.{franchise.id}.joined_days_before": 365}
    amend_charter(union, terms={"changes": changes}, decision=uuid4(), at=at)


def on_roll(roll):
    return set(RollEntry.objects.filter(roll=roll).values_list("member_id", flat=True))


def announced_at(proposal):
    moments = seen(proposal, at=day(1)).moments
    assert moments.freezes_at < moments.opens_at
    return moments.freezes_at


def test_a_charter_changed_meanwhile_puts_nobody_off_the_roll(union, tenants, proposal):
    at = announced_at(proposal) + A_MOMENT
    keeps_newcomers_off(union, at=at)
    late = a_member(union, "Emre", at=at)

    found = on_roll(voting(proposal).roll)

    assert found >= {one.pk for one in tenants}
    assert late.pk not in found


def test_a_charter_changed_before_is_the_one_that_counts(union, tenants, proposal):
    keeps_newcomers_off(union, at=announced_at(proposal) - A_MOMENT)

    assert on_roll(voting(proposal).roll) == set()


def test_whoever_leaves_by_themselves_is_not_asked(union, tenants, proposal):
    at = announced_at(proposal) + A_MOMENT
    keeps_newcomers_off(union, at=at)
    leave(tenants[0], at=at)

    found = on_roll(voting(proposal).roll)

    assert tenants[0].pk not in found
    assert tenants[1].pk in found


def test_an_assembly_that_was_called_keeps_its_voters(union, tenants):
    asha = founder_of(union)
    row = an_assembly(asha)
    keeps_newcomers_off(union, at=row.called_at + A_MOMENT)
    did(row, "hand_on", asha, about=asha, what="minute_taker")
    did(row, "come_in", asha)
    for one in tenants:
        did(row, "come_in", asha, about=one)

    did(row, "open", asha)

    row.refresh_from_db()
    assert on_roll(row.roll) == {asha.pk, *(one.pk for one in tenants)}

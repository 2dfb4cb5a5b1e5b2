"""Trying names tells nobody who asked to be kept from them."""

from math import comb

import pytest

from commonweal.foundation.institutions.access.recovering import may_vouch
from commonweal.foundation.institutions.queries import charter_in_force
from commonweal.foundation.safeguards import access, actions
from commonweal.foundation.safeguards.access import COVER, ENOUGH_OTHERS
from commonweal.rules.verdict import ALLOWED
from tests.builders import a_member, an_institution, day, founder_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def many(union):
    """Give so many members that others can do what one is refused."""
    return [a_member(union, f"Member {n}") for n in range(4 * ENOUGH_OTHERS)]


def refused_to(asha, others):
    return {one.pk for one in others if not access.may_pick(asha, one)}


def test_some_are_refused_of_whom_nobody_asked_anything(asha, many):
    found = refused_to(asha, many)

    assert found
    # One in eight of eighty, give or take what chance does once in a million.
    assert sum(_chance(n, len(many)) for n in range(len(found) + 1)) > 1e-6
    assert sum(_chance(n, len(many)) for n in range(len(found), 81)) > 1e-6


def test_a_wish_is_refused_with_the_same_words_as_chance(asha, many):
    by_chance = refused_to(asha, many)
    wishing = next(one for one in many if one.pk not in by_chance)
    actions.avoid(wishing, asha, at=day(1))

    found = refused_to(asha, many)

    assert found == by_chance | {wishing.pk}
    there = {one.pk: one for one in many}
    verdicts = [access.may_pick(asha, there[one]) for one in found]
    assert {(one.id, tuple(one.facts)) for one in verdicts} == {("another_will_do", ())}
    # Most of those refused have asked for nothing, so no refusal points at a wish.
    assert len(by_chance) > len(found) / 2


def test_asking_again_or_the_other_way_round_says_the_same(asha, many):
    for one in many[:ENOUGH_OTHERS]:
        first = access.may_pick(asha, one)

        assert access.may_pick(asha, one) == access.may_pick(one, asha) == first


def test_where_few_are_there_nobody_is_refused_without_a_cause(union, asha):
    few = [a_member(union, f"Member {n}") for n in range(ENOUGH_OTHERS - 2)]

    assert refused_to(asha, few) == set()


def test_who_stewards_and_who_reads_what_is_sealed_is_not_left_to_chance(asha, many):
    assert all(access.may_meet(asha, one) == ALLOWED for one in many)
    assert access.may_all_meet(asha, many) == ALLOWED


def test_a_member_who_tries_to_vouch_for_all_learns_of_no_wish(union, asha, many):
    charter = charter_in_force(union, at=day(400))
    by_chance = refused_to(asha, many)
    wishing = next(one for one in many if one.pk not in by_chance)
    actions.avoid(wishing, asha, at=day(300))

    answers = {one.pk: may_vouch(asha, one, charter, at=day(400)).id for one in many}

    apart = {one for one, id_ in answers.items() if id_ == "another_will_do"}
    assert apart == by_chance | {wishing.pk}


def _chance(n, of):
    return comb(of, n) * (1 / COVER) ** n * (1 - 1 / COVER) ** (of - n)

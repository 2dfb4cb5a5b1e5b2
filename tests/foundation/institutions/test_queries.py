"""What can be read of an institution."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.institutions.actions.rolls import freeze_roll
from commonweal.foundation.institutions.models import Member
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.franchise import Franchise
from commonweal.rules.voting.roll import in_roll
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db

EVERYBODY = Franchise("all_tenants", local_text(en="All"), frozenset({"tenant"}))


@pytest.fixture
def union():
    institution = an_institution()
    for number, name in enumerate(("Ben", "Chidi", "Dolores", "Emre")):
        a_member(institution, name, at=day(10 * number))
    supporter = a_member(institution, "Farah", at=day(1))
    Member.objects.filter(pk=supporter.pk).update(member_class="supporter")
    return institution


def names(members):
    return sorted(member.name for member in members)


def test_an_institution_is_found_by_its_address(union):
    assert queries.institution_at(union.address.upper()) == union
    assert queries.institution_at("no-such-place") is None
    assert queries.institution_at("x" * 10_000) is None


def test_memberships_take_one_query_however_many(django_assert_num_queries):
    person = a_person("Asha")
    for _ in range(3):
        a_member(an_institution(), person=person)

    with django_assert_num_queries(1):
        found = queries.memberships_of(person, at=day(1))

    assert len(found) == 3
    assert {one.charter.kind for one in found} == {"tenants_union"}


def test_strangers_hear_only_of_institutions_with_a_public_charter(union):
    an_institution(charter=replace(a_charter(), public=frozenset()))

    public = queries.public_institutions(at=day(1))

    assert [one.institution for one in public] == [union]


def test_what_the_charter_makes_public_is_seen_by_all_and_the_rest_by_members(union):
    charter = queries.charter_in_force(union, at=day(1))
    asha = founder_of(union)

    assert access.may_see(None, charter, "charter")
    assert access.may_see(None, charter, "proposals").id == "shown_to_members"
    assert access.may_see(asha, charter, "proposals")


def test_a_roll_holds_the_classes_that_are_asked(union):
    everybody = queries.eligible(union, EVERYBODY, noticed_at=day(40), at=day(40))

    assert names(everybody) == ["Asha", "Ben", "Chidi", "Dolores", "Emre"]


def test_who_joined_too_late_is_not_on_the_roll(union):
    early = replace(EVERYBODY, joined_days_before=14)

    on_roll = queries.eligible(union, early, noticed_at=day(34), at=day(40))

    assert names(on_roll) == ["Asha", "Ben", "Chidi", "Dolores"]


def test_who_is_silent_for_long_falls_dormant_and_wakes_by_taking_part(union):
    charter = queries.charter_in_force(union, at=day(0))
    silence = timedelta(
        days=charter.activity.dormant_after_days + charter.activity.notice_days
    )
    asha = founder_of(union)
    late = day(0) + silence

    assert not queries.is_dormant(asha, charter, at=late - timedelta(days=1))
    assert queries.is_dormant(asha, charter, at=late)
    joining.be_active(asha, at=late)
    assert not queries.is_dormant(asha, charter, at=late)


def test_counting_a_roll_and_listing_it_agree(union):
    cases = product((True, False), (0, 1, 15, 500), (0, 15, 31, 400, 410, 430))
    for active_only, days_before, on in cases:
        franchise = replace(
            EVERYBODY, active_only=active_only, joined_days_before=days_before
        )
        charter = queries.charter_in_force(union, at=day(on))

        count = queries.roll_count(union, franchise, at=day(on))
        listed = queries.eligible(union, franchise, noticed_at=day(on), at=day(on))

        awake = [one for one in listed if not dormant(one, charter, day(on))]
        assert (count.size, count.active) == (len(listed), len(awake))


def dormant(member, charter, at):
    return queries.is_dormant(member, charter, at=at)


def test_a_frozen_roll_can_be_checked_by_every_member_on_it(union):
    roll = freeze_roll(union, EVERYBODY, noticed_at=day(40), at=day(40))

    line = last_line(union)
    ben = next(one for one in queries.members(union, at=day(40)) if one.name == "Ben")
    farah = next(
        one for one in queries.members(union, at=day(40)) if one.name == "Farah"
    )
    proof = queries.roll_proof(roll, ben)

    assert (roll.size, roll.active) == (5, 5)
    assert in_roll(proof.leaves, roll.hash, salt=proof.salt, member_id=str(ben.id))
    assert queries.roll_proof(roll, farah) is None
    assert (line.deed, line.facts["seal"], line.facts["size"]) == (
        "froze_roll",
        roll.hash,
        5,
    )


def test_a_roll_does_not_change_when_members_come_and_go(union):
    roll = freeze_roll(union, EVERYBODY, noticed_at=day(40), at=day(40))
    before = queries.leaves_of(roll)

    joining.leave(founder_of(union), at=day(41))

    assert queries.leaves_of(roll) == before


def test_a_roll_of_nobody_is_a_roll(union):
    nobody = replace(EVERYBODY, classes=frozenset({"no_such_class"}))

    roll = freeze_roll(union, nobody, noticed_at=day(40), at=day(40))

    assert (roll.size, queries.leaves_of(roll)) == (0, ())


def test_names_are_given_for_members_of_this_institution_alone(union):
    stranger = founder_of(an_institution(founder="Zora"))
    asha = founder_of(union)

    assert queries.names_of(union, [asha.id, stranger.id]) == {asha.id: "Asha"}


def test_an_entrance_leads_in_by_one_query_for_a_member(
    union, django_assert_num_queries
):
    asha = founder_of(union)
    person = asha.person

    with django_assert_num_queries(1):
        found = queries.entrance(union.address.upper(), person, at=day(1))

    assert found is not None
    assert found[:3] == (union, queries.charter_in_force(union, at=day(1)), asha)


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_stranger_finds_the_entrance_and_no_membership(union, signed_in):
    person = a_person("Zora") if signed_in else None

    there = queries.entrance(union.address, person, at=day(1))
    nowhere = queries.entrance("no-such-place" * 9, person, at=day(1))

    assert (there[0], there[2]) == (union, None)
    assert nowhere is None

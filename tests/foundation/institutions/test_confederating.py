"""Where bodies are the members, delegates change neither the pact nor who comes."""

from uuid import uuid4

import pytest

from commonweal.foundation import effects
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import bringing, by_decision, inviting
from commonweal.foundation.institutions.actions import parting as deciding_to_part
from commonweal.foundation.language import say
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    an_institution,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db

CONFEDERATIONS = (
    *("city_confederation", "regional_confederation", "international_confederation"),
    *("union_federation", "council_of_councils", "council_of_spokes"),
    "public_enterprise",
)
PACT = (
    "The pact belongs to the bodies, so its delegates cannot change it. A body that "
    "wants another pact decides at home to ask all for it."
)
BODIES = "Here bodies are members. Delegates come by a decision of their body."
# What only people decide about themselves, with whom they are as well.
OF_PEOPLE = {
    *("admit_member", "wind_up", "go_on"),
    *("join_confederation", "leave_confederation", "stay_in_confederation"),
    *("join_above", "leave_above", "accuse_body", "put_body_out"),
}
PART = (
    "The bodies agreed on this together, so their delegates cannot end it. Each body "
    "can leave."
)


@pytest.fixture(params=CONFEDERATIONS)
def union(request):
    return an_institution(request.param)


def charter_at(union, number) -> Charter:
    return queries.charter_in_force(union, at=day(number))


def refusal(deed, *args, **facts) -> str:
    with pytest.raises(Refused) as refused:
        deed(*args, **facts)
    return say(refused.value.verdict.reason)


def by_a_yes(deed, union, terms) -> str:
    return refusal(deed, union, terms=terms, decision=uuid4(), at=day(5))


@pytest.mark.parametrize(
    "terms",
    [
        {"changes": {"pact.ratifying.rounds": 9}},
        {"changes": {"rules.ordinary.voting_days": 9}},
        {"bylaws": "We meet on Mondays."},
        {"changes": {}},
        {"changes": 3},
    ],
)
def test_delegates_cannot_change_the_charter_that_is_their_pact(union, terms):
    before = charter_at(union, 5)

    assert by_a_yes(by_decision.amend_charter, union, terms) == PACT
    assert charter_at(union, 6) == before


@pytest.mark.parametrize("name", ["Ben", "Asha"])
def test_delegates_admit_nobody_and_change_nobodys_class(union, name):
    asha = founder_of(union)
    one = {"name": name, "member_class": "alternate"}
    there = {**one, "member": str(asha.pk)} if name == asha.name else one

    assert by_a_yes(by_decision.admit_member, union, {"people": [there]}) == BODIES
    assert [m.member_class for m in queries.members(union, at=day(6))] == ["delegate"]


def test_delegates_invite_nobody_and_bring_no_list(union):
    asha, rows = founder_of(union), [bringing.Row("Ben", "", "delegate")]

    link = refusal(inviting.invite_by_link, union, by=asha, at=day(1))
    codes = refusal(inviting.invite_by_codes, union, by=asha, count=3, at=day(1))
    listed = refusal(
        bringing.bring_members, union, rows, by=asha, origin=FROM_A_SHEET, at=day(1)
    )

    assert {link, codes, listed} == {BODIES}


def test_delegates_do_not_decide_that_the_bodies_part(union):
    terms = {"because": "members_part"}

    assert by_a_yes(deciding_to_part.wind_up, union, terms) == PART
    assert access.may_anybody_join(union, at=day(6))


def test_what_belongs_to_the_bodies_is_not_offered():
    people, bodies = a_charter(), a_charter("city_confederation")

    offered = {*effects.offered(people, guards_door=True)}
    here = {*effects.offered(bodies, guards_door=True)}

    assert offered - here == OF_PEOPLE


def test_members_of_a_base_change_their_own_charter_as_before():
    union = an_institution()
    terms = {"changes": {"rules.ordinary.voting_days": 9}}

    by_decision.amend_charter(union, terms=terms, decision=uuid4(), at=day(5))

    assert charter_at(union, 5).rule("ordinary").voting_days == 9

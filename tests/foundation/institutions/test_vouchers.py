"""Who vouches is somebody of their own, and what was stopped rests."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.foundation.institutions.actions import (
    confirming,
    inviting,
    joining,
    recovering,
)
from commonweal.foundation.institutions.models import Recovery
from commonweal.foundation.people import actions as people
from commonweal.foundation.safeguards.actions import avoid
from commonweal.rules.recovery.terms import Recovery as Terms
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db

BEGUN = day(40)


@pytest.fixture
def union():
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    return an_institution(charter=charter)


@pytest.fixture
def ben(union):
    """Give the member who lost every way in."""
    return a_member(union, "Ben")


@pytest.fixture
def friends(union):
    """Give Asha and two whom she invited, who are known to each other."""
    asha, chidi = founder_of(union), a_member(union, "Chidi")
    dolores = a_member(union, "Dolores")
    confirming.confirm(chidi, by=dolores, at=day(0))
    confirming.confirm(dolores, by=chidi, at=day(0))
    return [asha, chidi, dolores]


def vouched(ben, friends):
    for friend in friends[:2]:
        recovery = recovering.vouch(ben, by=friend, at=BEGUN)
    return recovery


def three_by_one_link(union, *, at):
    made = inviting.invite_by_link(union, by=founder_of(union), most=9, at=at)
    return [
        joining.join(made.code, person=a_person(name, at=at), name=name, at=at)
        for name in ("Eve", "Eva", "Evi")
    ]


def test_three_names_behind_one_link_let_nobody_in(union, ben):
    eve, eva, _evi = three_by_one_link(union, at=day(0))

    recovering.vouch(ben, by=eve, at=BEGUN)

    with pytest.raises(Refused, match="voucher_depends"):
        recovering.vouch(ben, by=eva, at=BEGUN)


def test_who_invited_a_voucher_adds_nothing_to_their_word(union, ben):
    chidi = a_member(union, "Chidi")
    recovering.vouch(ben, by=chidi, at=BEGUN)

    with pytest.raises(Refused, match="voucher_depends"):
        recovering.vouch(ben, by=founder_of(union), at=BEGUN)


def test_their_words_add_up_once_somebody_else_knows_them(union, ben, friends):
    eve, eva, _evi = three_by_one_link(union, at=day(0))
    for one in (eve, eva):
        confirming.confirm(one, by=friends[1], at=day(1))

    recovering.vouch(ben, by=eve, at=BEGUN)

    assert recovering.vouch(ben, by=eva, at=BEGUN).vouches.count() == 2


def test_who_nobody_knew_for_long_vouches_for_nobody(union, ben, friends):
    (late, *_) = three_by_one_link(union, at=day(31))
    with pytest.raises(Refused, match="not_confirmed_yet"):
        recovering.vouch(ben, by=late, at=day(70))

    confirming.confirm(late, by=friends[1], at=day(70))

    late.refresh_from_db()
    with pytest.raises(Refused, match="voucher_is_new"):
        recovering.vouch(ben, by=late, at=day(99))
    assert recovering.vouch(ben, by=late, at=day(100))


def test_what_was_stopped_rests_and_then_needs_others(ben, friends):
    recovering.stop(vouched(ben, friends), by=ben, at=day(41))
    asha, chidi, dolores = friends

    for friend in friends:
        with pytest.raises(Refused, match="recovery_was_stopped"):
            recovering.vouch(ben, by=friend, at=day(70))
    for friend in (asha, chidi):
        with pytest.raises(Refused, match="voucher_was_stopped"):
            recovering.vouch(ben, by=friend, at=day(72))

    assert recovering.vouch(ben, by=dolores, at=day(72)).vouches.count() == 1


def test_two_who_are_kept_apart_are_not_brought_together_by_vouching(ben, friends):
    avoid(ben, friends[0], at=day(1))
    for number in range(8):
        a_member(ben.institution, f"Another {number}", at=day(1))

    with pytest.raises(Refused, match="another_will_do"):
        recovering.vouch(ben, by=friends[0], at=day(100))


def test_whoever_has_somebodys_phone_keeps_nobody_from_vouching_for_them(ben, friends):
    for friend in friends:
        avoid(ben, friend, at=BEGUN - timedelta(days=3))

    assert vouched(ben, friends).vouches.count() == 2


def test_nor_by_wishes_that_leave_too_few(ben, friends):
    for friend in friends:
        avoid(ben, friend, at=day(1))

    assert recovering.vouch(ben, by=friends[0], at=day(100))


def test_people_who_left_the_node_take_it_along(ben, friends):
    vouched(ben, friends)

    people.leave_node(ben.person, at=day(41))

    assert not Recovery.objects.exists()

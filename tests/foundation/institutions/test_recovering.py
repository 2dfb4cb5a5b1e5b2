"""Letting somebody back in: enough who know them, days to stop it, two halves."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.actions import (
    confirming,
    joining,
    recovering,
)
from commonweal.foundation.institutions.duties import forget_recoveries
from commonweal.foundation.institutions.models import Member, Recovery, Vouch
from commonweal.foundation.institutions.queries.recovering import (
    recoveries,
    recoveries_of,
)
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people.queries import letters
from commonweal.rules.recovery.terms import Recovery as Terms
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_charter,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
)
from tests.capabilities.decisions import given

pytestmark = pytest.mark.django_db

DAYS = 7
BEGUN = day(40)
READY = day(40 + DAYS)


@pytest.fixture
def union():
    charter = replace(a_charter(), recovery=Terms(2, DAYS, 30))
    return an_institution(charter=charter)


@pytest.fixture
def ben(union):
    """Give the member who lost every way in."""
    return a_member(union, "Ben")


@pytest.fixture
def friends(union):
    asha, chidi = founder_of(union), a_member(union, "Chidi")
    dolores = a_member(union, "Dolores")
    # Asha invited both, so that others have to know them for their words to add up.
    confirming.confirm(chidi, by=dolores, at=day(0))
    confirming.confirm(dolores, by=chidi, at=day(0))
    return [asha, chidi, dolores]


def vouched(ben: Member, friends: list[Member], *, at: datetime = BEGUN) -> Recovery:
    """Let two friends vouch."""
    for friend in friends[:2]:
        recovery = recovering.vouch(ben, by=friend, at=at)
    return recovery


def halves(recovery: Recovery, friends: list[Member], *, at=READY) -> list[str]:
    """Let both print their half."""
    return [recovering.print_half(recovery, by=one, at=at) for one in friends[:2]]


def test_two_who_know_somebody_give_them_their_place_back(union, ben, friends):
    recovery = vouched(ben, friends)
    first, second = halves(recovery, friends)
    new_phone = a_person("Ben", at=READY)

    back = recovering.come_back(
        second.lower(), f" {first} ", person=new_phone, at=READY
    )

    assert back == ben
    assert back.name == "Ben"
    assert queries.member_of(union, new_phone, at=READY) == ben
    assert queries.member_of(union, ben.person, at=READY) is None
    assert not Recovery.objects.exists()
    assert not Vouch.objects.exists()


def test_a_place_in_one_institution_is_all_that_is_given_back(ben, friends):
    other = an_institution(founder="Zora")
    there = a_member(other, "Ben", person=ben.person)

    recovery = vouched(ben, friends)
    new_phone = a_person("Ben", at=READY)
    recovering.come_back(*halves(recovery, friends), person=new_phone, at=READY)

    there.refresh_from_db()
    assert there.person == ben.person
    assert queries.member_of(other, new_phone, at=READY) is None


def test_every_step_stands_in_the_journal(union, ben, friends):
    recovery = vouched(ben, friends)
    new_phone = a_person("Ben", at=READY)
    recovering.come_back(*halves(recovery, friends), person=new_phone, at=READY)

    lines = Line.objects.filter(institution=union, about_id=ben.pk).order_by("number")
    deeds = [line.deed for line in lines]

    steps = ["vouched", "vouched", "printed_half", "printed_half", "came_back"]
    assert deeds[-5:] == steps
    assert journal.verify(union) == ()
    assert journal.compared(union) == ()


def test_whoever_it_is_about_is_written_to_at_each_step_and_sees_it(ben, friends):
    ben = confirmed(ben)

    recovery = vouched(ben, friends)
    halves(recovery, friends)

    told = [one for one in letters() if one.address == ben.person.email]
    assert len(told) == 4
    assert {one.subject for one in told} == {"Have you lost your way in?"}
    assert all("/me/" in one.body for one in told)
    [seen] = recoveries_of(ben.person, at=READY)
    assert set(seen.vouchers) == {"Asha", "Chidi"}
    assert seen.printed == 2


def test_whoever_it_is_about_can_stop_it_to_the_last_moment(ben, friends):
    recovery = vouched(ben, friends)
    first, second = halves(recovery, friends)

    recovering.stop(recovery, by=ben, at=READY)

    with pytest.raises(Refused, match="halves_unknown"):
        recovering.come_back(first, second, person=a_person(), at=READY)
    assert Line.objects.filter(deed="stopped_recovery").count() == 1


def test_nobody_else_can_stop_it(ben, friends):
    recovery = vouched(ben, friends)

    with pytest.raises(Refused, match="only_they_stop_it"):
        recovering.stop(recovery, by=friends[2], at=READY)

    assert Recovery.objects.exists()


def test_halves_are_printed_once_enough_have_vouched_and_the_days_are_over(
    ben, friends
):
    recovery = recovering.vouch(ben, by=friends[0], at=day(40))
    assert (recovery.needed, recovery.delay_days) == (2, DAYS)
    with pytest.raises(Refused, match="too_few_vouched"):
        recovering.print_half(recovery, by=friends[0], at=day(60))

    recovering.vouch(ben, by=friends[1], at=day(41))

    with pytest.raises(Refused, match="recovery_waits"):
        recovering.print_half(recovery, by=friends[0], at=day(41 + DAYS, hour=18))
    assert recovering.print_half(recovery, by=friends[0], at=day(41 + DAYS))


def test_one_member_alone_cannot_come_in_as_another(ben, friends):
    recovery = vouched(ben, friends)
    first, _ = halves(recovery, friends)

    with pytest.raises(Refused, match="halves_of_one"):
        recovering.come_back(first, first, person=a_person(), at=READY)


def test_a_half_printed_anew_makes_the_one_before_worthless(ben, friends):
    recovery = vouched(ben, friends)
    old, other = halves(recovery, friends)
    recovering.print_half(recovery, by=friends[0], at=READY)

    with pytest.raises(Refused, match="halves_unknown"):
        recovering.come_back(old, other, person=a_person(), at=READY)


def test_halves_for_two_people_make_no_code(union, ben, friends):
    emre, others = a_member(union, "Emre"), [a_member(union) for _ in range(2)]
    for one, other in (others, others[::-1]):
        confirming.confirm(one, by=other, at=day(0))
    [one, _] = halves(vouched(ben, friends), friends)
    [_, other] = halves(vouched(emre, others), others)

    with pytest.raises(Refused, match="halves_unknown"):
        recovering.come_back(one, other, person=a_person(), at=READY)


def test_only_a_digest_of_a_half_is_kept(ben, friends):
    first, second = halves(vouched(ben, friends), friends)

    kept = str(list(Vouch.objects.values()))

    assert first not in kept
    assert second not in kept


def test_nobody_comes_back_while_a_vote_of_theirs_is_open(union, ben, friends):
    proposal = given.a_proposal(union, [friends[0], friends[1], ben], at=day(38))
    question = given.voting(proposal)
    ready = question.opens_at + timedelta(hours=1)
    begun = ready - timedelta(days=DAYS)
    recovery = vouched(ben, friends, at=begun)
    both = halves(recovery, friends, at=ready)

    with pytest.raises(Refused, match="recovery_waits_for_vote"):
        recovering.come_back(*both, person=a_person(at=ready), at=ready)

    after = question.closes_at
    assert recovering.come_back(*both, person=a_person(at=after), at=after) == ben


@pytest.mark.parametrize(
    ("who", "at", "reason"),
    [
        ("ben", day(40), "vouching_for_oneself"),
        ("newcomer", day(40), "voucher_is_new"),
        ("friend", day(29), "voucher_is_new"),
        ("stranger", day(40), "members_only"),
    ],
)
def test_who_may_not_vouch(union, ben, friends, who, at, reason):
    by = {
        "ben": ben,
        "newcomer": a_member(union, "Farah", at=day(20)),
        "friend": friends[0],
        "stranger": None,
    }[who]

    with pytest.raises(Refused, match=reason):
        recovering.vouch(ben, by=by, at=at)

    assert not Recovery.objects.exists()


def test_nobody_vouches_twice(ben, friends):
    recovering.vouch(ben, by=friends[0], at=day(40))

    with pytest.raises(Refused, match="vouched_already"):
        recovering.vouch(ben, by=friends[0], at=day(41))


def test_where_the_charter_knows_no_vouching_there_is_none(friends):
    charter = replace(a_charter(), recovery=Terms())
    union = an_institution(charter=charter)
    lost = a_member(union, "Ben")

    with pytest.raises(Refused, match="recovery_by_nobody"):
        recovering.vouch(lost, by=founder_of(union), at=day(40))


def test_who_belongs_under_another_name_does_not_get_a_second_place(ben, friends):
    recovery = vouched(ben, friends)

    with pytest.raises(Refused, match="belongs_as_another"):
        recovering.come_back(
            *halves(recovery, friends), person=friends[2].person, at=READY
        )


def test_leaving_takes_ones_word_along(ben, friends):
    recovery = vouched(ben, friends)

    joining.leave(friends[1], at=day(41))

    with pytest.raises(Refused, match="too_few_vouched"):
        recovering.print_half(recovery, by=friends[0], at=READY)


def test_somebody_who_left_is_not_let_back_in(ben, friends):
    vouched(ben, friends)

    joining.leave(ben, at=day(41))

    assert not Recovery.objects.exists()
    with pytest.raises(Refused, match="member_has_left"):
        recovering.vouch(Member.objects.get(pk=ben.pk), by=friends[2], at=day(42))


def test_what_nobody_used_is_forgotten_and_twice_changes_nothing(union, ben, friends):
    recovery = vouched(ben, friends)
    both = halves(recovery, friends)
    late = recovery.ends_at

    with pytest.raises(Refused, match="halves_unknown"):
        recovering.come_back(*both, person=a_person(), at=late)
    assert recoveries(union, at=late) == ()
    assert recovering.vouch(ben, by=friends[0], at=late).vouches.count() == 1
    assert [forget_recoveries(day(400)) for _ in range(2)] == [True, False]

"""Delegates are here by a seat: without one nobody votes, speaks or stays."""

from datetime import timedelta

import pytest
from tests.builders import a_member, day, founder_of
from tests.capabilities.confederation.given import (
    a_body,
    a_confederation,
    by_decision,
    in_it,
    person_in,
    raised,
    sent,
)

from commonweal.capabilities.confederation import actions, queries
from commonweal.foundation import duties
from commonweal.foundation.institutions.actions.joining import leave
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.institutions.queries import members
from commonweal.foundation.journal.queries import comparison
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return [a_body("Asha", "Ana", "Al"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")]


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


def there(whole, *, at):
    return {one.name: one.member_class for one in members(whole, at=at)}


def test_whoever_may_step_in_has_no_vote_until_they_do(whole, bodies):
    asha, ana = founder_of(bodies[0]), person_in(bodies[0], "Ana")
    (delegate, alternate) = sent(bodies[0], whole, asha, alternates=[ana])

    assert there(whole, at=day(3)) == {"Asha": "delegate", "Ana": "alternate"}

    recall = {"delegate": str(delegate.pk)}
    by_decision(actions.call_home, bodies[0], recall, at=day(4))

    assert there(whole, at=day(5)) == {"Ana": "delegate"}
    assert queries.seat_held_by(whole, alternate, at=day(5)) is not None


def test_few_may_step_in(whole, bodies):
    many = [a_member(bodies[0]) for _one in range(5)]

    with pytest.raises(Refused) as refusal:
        sent(bodies[0], whole, founder_of(bodies[0]), alternates=many)

    assert refusal.value.verdict.reason.id == "alternates_too_many"


def test_whoever_founded_it_goes_unless_a_body_sends_them(whole, bodies):
    assert there(whole, at=day(1)) == {"Asha": "delegate"}

    sent(bodies[0], whole, person_in(bodies[0], "Ana"))

    assert there(whole, at=day(3)) == {"Ana": "delegate"}


def test_whoever_leaves_their_body_speaks_for_it_no_longer(whole, bodies):
    asha, ana = founder_of(bodies[0]), person_in(bodies[0], "Ana")
    _delegate, alternate = sent(bodies[0], whole, asha, alternates=[ana])

    leave(asha, at=day(5))

    assert there(whole, at=day(6)) == {"Ana": "delegate"}
    assert queries.seat_held_by(whole, alternate, at=day(6)) is not None
    assert comparison(whole).problems == ()


def test_whoever_leaves_the_confederation_gives_their_seat_back(whole, bodies):
    asha, ana = founder_of(bodies[0]), person_in(bodies[0], "Ana")
    delegate, alternate = sent(bodies[0], whole, asha, alternates=[ana])

    leave(delegate, at=day(5))

    held = queries.seat_held_by(whole, alternate, at=day(6))
    assert held is not None
    assert held.body == bodies[0].pk


def test_with_the_term_goes_the_place(whole, bodies):
    sent(bodies[0], whole, founder_of(bodies[0]))
    over = day(2) + timedelta(days=380)

    duties.settle(whole, at=over)

    assert there(whole, at=over) == {}


def test_delegates_go_with_their_body_once_its_notice_is_over(whole, bodies):
    sent(bodies[0], whole, founder_of(bodies[0]))
    sent(bodies[1], whole, founder_of(bodies[1]))
    by_decision(
        actions.give_notice,
        bodies[1],
        {"membership": in_it(bodies[1], whole)},
        at=day(3),
    )
    assert "Ben" in there(whole, at=day(4))

    duties.settle(whole, at=day(3) + timedelta(days=91))

    assert there(whole, at=day(95)) == {"Asha": "delegate"}


def test_a_body_that_ends_is_out_and_nobody_waits_for_its_yes(whole, bodies):
    sent(bodies[0], whole, founder_of(bodies[0]))
    sent(bodies[2], whole, founder_of(bodies[2]))
    for one in list(members(bodies[2], at=day(5))):
        leave(one, at=day(5))

    assert queries.bodies_in(whole, at=day(6)) == (bodies[0].pk, bodies[1].pk)
    assert there(whole, at=day(6)) == {"Asha": "delegate"}
    fourth = a_body("Dina")
    by_decision(actions.join, fourth, {"confederation": str(whole.pk)}, at=day(7))
    applicant = {"applicant": in_it(fourth, whole)}
    for body in bodies[:2]:
        by_decision(actions.speak_for, body, applicant, at=day(7))
    assert queries.standing_of(whole, fourth.pk, at=day(7)).is_in


def test_sending_fewer_calls_the_others_home(whole, bodies):
    asha, ana, al = (
        founder_of(bodies[0]),
        person_in(bodies[0], "Ana"),
        person_in(bodies[0], "Al"),
    )
    sent(bodies[0], whole, asha, ana)

    sent(bodies[0], whole, al, at=day(4))

    assert there(whole, at=day(5)) == {"Al": "delegate"}
    assert raised(bodies[0], whole)
    assert Member.objects.filter(institution=whole, left_at=None).count() == 1

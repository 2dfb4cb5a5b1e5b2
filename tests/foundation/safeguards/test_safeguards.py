"""Keeping apart: asked by all, told to nobody, gone on its day."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.institutions.actions import joining
from commonweal.foundation.journal.models import Line
from commonweal.foundation.keys import store
from commonweal.foundation.safeguards import access, actions, duties, queries
from commonweal.foundation.safeguards.models import Avoidance
from commonweal.foundation.sealing import actions as sealing
from commonweal.rules.verdict import ALLOWED, Refused
from tests.builders import a_member, an_institution, day, founder_of
from tests.foundation.given import all_bytes

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben")


@pytest.fixture
def chidi(union):
    return a_member(union, "Chidi")


def test_two_are_kept_apart_whichever_is_named_first(asha, ben, chidi):
    actions.avoid(asha, ben, at=day(1))

    assert not access.may_meet(asha, ben)
    assert not access.may_meet(ben, asha)
    assert access.may_meet(asha, chidi)
    assert access.may_meet(ben, chidi)
    assert not access.may_all_meet(asha, [chidi, ben])
    assert queries.those_who_may_meet(asha, [ben, chidi]) == [chidi]


def test_every_answer_is_one_of_two_and_takes_the_same_look_up(asha, ben, chidi):
    actions.avoid(asha, ben, at=day(1))
    shapes, answers = [], []

    for one, other in ((asha, ben), (ben, asha), (asha, chidi)):
        with CaptureQueriesContext(connection) as ran:
            answers.append(access.may_meet(one, other))
        shapes.append([len(query["sql"]) for query in ran.captured_queries[-1:]])

    assert answers[0] == answers[1]
    assert answers[0].facts == {}
    assert answers[2] == ALLOWED
    assert shapes[0] == shapes[1] == shapes[2]


def test_neither_of_the_two_stands_in_the_table_and_the_journal_hears_nothing(
    union, asha, ben
):
    lines = Line.objects.filter(institution=union).count()

    actions.avoid(asha, ben, at=day(1))

    row = str(Avoidance.objects.values().get())
    assert not [one for one in (asha, ben) if str(one.id) in row or one.id.hex in row]
    assert str(asha.id).encode() + b'", "other' not in all_bytes()
    assert Line.objects.filter(institution=union).count() == lines


def test_only_who_asked_sees_it_and_takes_it_back(
    asha, ben, django_capture_on_commit_callbacks
):
    actions.avoid(asha, ben, at=day(1))
    [kept] = queries.own(asha)
    assert kept.name == "Ben"
    assert queries.own(ben) == ()

    actions.stop_avoiding(ben, kept.id, at=day(2))
    assert not access.may_meet(asha, ben)
    with django_capture_on_commit_callbacks(execute=True):
        actions.stop_avoiding(asha, kept.id, at=day(2))

    assert access.may_meet(asha, ben)
    assert not store.is_kept(f"avoidances/{kept.id}")


def test_each_of_the_two_can_ask_and_one_taking_back_leaves_the_other(asha, ben):
    actions.avoid(asha, ben, at=day(1))
    actions.avoid(ben, asha, at=day(1))
    actions.avoid(asha, ben, at=day(2))
    assert Avoidance.objects.count() == 2

    actions.stop_avoiding(asha, queries.own(asha)[0].id, at=day(3))

    assert not access.may_meet(asha, ben)


@pytest.mark.parametrize("end", ["its day", "one has left"])
def test_it_ends_for_good_and_once(asha, ben, end, django_capture_on_commit_callbacks):
    actions.avoid(asha, ben, at=day(1))
    [kept] = queries.own(asha)

    with django_capture_on_commit_callbacks(execute=True):
        if end == "one has left":
            joining.leave(ben, at=day(2))
        else:
            assert duties.forget_avoidances(day(800))
        assert not duties.forget_avoidances(day(800))

    assert not Avoidance.objects.exists()
    assert not store.is_kept(f"avoidances/{kept.id}")


def test_it_does_not_end_before(asha, ben):
    actions.avoid(asha, ben, at=day(1))

    assert not duties.forget_avoidances(day(700))
    assert not duties.forget_avoidances(day(800), institution=asha.institution)


def test_nobody_avoids_themselves_or_somebody_elsewhere(asha):
    elsewhere = founder_of(an_institution())

    for other in (asha, elsewhere, None):
        with pytest.raises(Refused, match="avoids_nobody"):
            actions.avoid(asha, other, at=day(1))
    with pytest.raises(Refused, match="members_only"):
        actions.avoid(None, asha, at=day(1))


def test_what_is_sealed_about_somebody_is_not_read_by_whom_they_avoid(union, asha, ben):
    """The refusal is the one that everybody gets for whom it was not sealed."""
    thing = sealing.seal(
        union,
        "Lives with her sister.",
        by=asha,
        terms=sealing.Terms("help at home", day(1), day(9), [ben], subject=asha),
        at=day(1),
    )
    assert sealing.read(thing, by=ben, at=day(2))

    actions.avoid(asha, ben, at=day(3))

    with pytest.raises(Refused, match="holders_only"):
        sealing.read(thing, by=ben, at=day(4))


def test_nobody_learns_by_wishes_of_their_own_whose_a_sealed_thing_is(
    union, asha, ben, chidi
):
    terms = sealing.Terms("help", day(1), day(9), [ben], subject=asha)
    thing = sealing.seal(union, "Lives alone.", by=asha, terms=terms, at=day(1))

    for other in (asha, chidi):
        actions.avoid(ben, other, at=day(2))

        assert sealing.read(thing, by=ben, at=day(3))

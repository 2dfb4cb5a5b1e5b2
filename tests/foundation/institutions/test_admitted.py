"""Whom a proposal names is read by the name they bear on the day it is put."""

import pytest

from commonweal.foundation import effects
from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions import joining
from tests.builders import day
from tests.foundation.institutions.test_one_membership import ben as ben
from tests.foundation.institutions.test_one_membership import union as union
from tests.foundation.institutions.test_one_membership import written

pytestmark = pytest.mark.django_db


def test_a_name_that_changed_since_the_draft_is_read_as_it_is_now(union, ben):
    drafted = written(union, "Ben")
    joining.rename(ben, name="Benito", at=day(4))
    effect = effects.effect("admit_member")

    put = effect.understood(union, drafted, day(5))
    anothers = {"people": [{**drafted["people"][0], "name": "Asha"}]}

    assert [one["name"] for one in put["people"]] == ["Benito"]
    # Whoever sends an id with somebody else's name gives nobody that name.
    assert effect.understood(union, anothers, day(5)) == put


def test_whoever_left_since_the_draft_stays_named_by_their_membership(union, ben):
    drafted = written(union, "Ben")
    joining.leave(ben, at=day(4))

    put = effects.effect("admit_member").understood(union, drafted, day(5))

    assert put == drafted
    assert not access.may_be_admitted(union, put, day(5))

"""Whoever comes to a place by a code that a member made is known by another first."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions import access
from commonweal.foundation.institutions.actions import (
    bringing,
    confirming,
    inviting,
    joining,
)
from commonweal.foundation.institutions.models import Member
from commonweal.rules.belonging.independence import are_independent
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)

pytestmark = pytest.mark.django_db
LATE = day(60)


@pytest.fixture
def dolores():
    """Give a place of somebody on the list who has not come, where two have."""
    charter = a_charter()
    nobody_at_once = replace(charter.joining, founders=1)
    union = an_institution(charter=replace(charter, joining=nobody_at_once))
    bringing.bring_members(
        union,
        [bringing.Row("Dolores", "", "")],
        origin=FROM_A_SHEET,
        by=founder_of(union),
        at=day(0),
    )
    for name in ("Ben", "Chidi"):
        a_member(union, name, at=day(1))
    return Member.objects.get(name="Dolores")


def takes(place, *, by):
    code = inviting.invite_to_place(place, by=by, at=LATE).code
    return joining.join(code, person=a_person(), name="Dolores", at=LATE)


def test_whoever_makes_a_code_for_a_place_does_not_vote_from_it(dolores):
    ben, chidi = (Member.objects.get(name=one) for one in ("Ben", "Chidi"))

    came = takes(dolores, by=ben)

    assert not came.counts(LATE)
    with pytest.raises(Refused, match="confirmer_invited_them"):
        confirming.confirm(came, by=ben, at=LATE)
    assert confirming.confirm(came, by=chidi, at=LATE).counts(LATE)


def test_nor_is_their_word_that_of_another(dolores):
    ben = Member.objects.get(name="Ben")
    came = takes(dolores, by=ben)
    ids = (ben.pk, came.pk)

    before = access.origins.origins_of(ben.institution, ids)
    confirming.confirm(came, by=Member.objects.get(name="Chidi"), at=LATE)
    after = access.origins.origins_of(ben.institution, ids)

    assert not are_independent(*before.values())
    assert are_independent(*after.values())

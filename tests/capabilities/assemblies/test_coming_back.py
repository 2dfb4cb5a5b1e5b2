"""Nobody sits down in a place that is given back while its assembly goes on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonweal.foundation.institutions.actions import confirming, recovering
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
from tests.capabilities.assemblies.given import an_assembly, did

pytestmark = pytest.mark.django_db


def test_nobody_comes_back_while_an_assembly_goes_on_that_counts_them():
    charter = replace(a_charter(), recovery=Terms(2, 7, 30))
    asha = founder_of(an_institution(charter=charter))
    ben, chidi, dolores = (a_member(asha.institution) for _ in range(3))
    confirming.confirm(chidi, by=dolores, at=day(0))
    row = an_assembly(asha, at=day(31))
    for one in (asha, chidi):
        did(row, "come_in", asha, about=one)
    did(row, "hand_on", asha, about=chidi, what="minute_taker")
    did(row, "open", asha)
    ready = row.opens_at + timedelta(hours=1)
    for one in (asha, chidi):
        lost = recovering.vouch(ben, by=one, at=ready - timedelta(days=7))
    halves = [recovering.print_half(lost, by=one, at=ready) for one in (asha, chidi)]

    with pytest.raises(Refused, match="recovery_waits_for_vote"):
        recovering.come_back(*halves, person=a_person(at=ready), at=ready)

    did(row, "close", asha, minute=90)
    later = ready + timedelta(hours=2)
    assert recovering.come_back(*halves, person=a_person(at=later), at=later) == ben

"""The order of what needs me: the first deadline first, what has none last."""

from datetime import timedelta

import pytest

from commonweal.foundation.institutions.models import Member
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import an_open_assembly, did
from tests.capabilities.decisions.given import a_proposal, voting
from tests.interfaces.web.conftest import browser_of

pytestmark = pytest.mark.django_db


def home_of(member):
    return " ".join(browser_of(member).get("/").content.decode().split())


def test_a_vote_that_ends_stands_before_minutes_that_nobody_waits_for(clock):
    union = an_institution()
    asha, ben = founder_of(union), a_member(union, "Ben")
    row = an_open_assembly(asha)
    did(row, "close", asha, minute=30)
    clock.at = row.opens_at + timedelta(minutes=40)
    browser_of(asha).post(
        f"/i/{union.address}/assemblies/1/minutes/act/", {"deed": "send_out"}
    )
    question = voting(a_proposal(union, [asha, ben], "Shall we strike?", at=clock.at))
    clock.at = question.closes_at - timedelta(hours=12)

    shown = home_of(ben)

    assert "Read the minutes" in shown
    assert shown.index("Shall we strike?") < shown.index("Read the minutes")


def test_whoever_is_not_known_yet_is_not_asked_to_support(clock):
    union = an_institution()
    asha, ben = founder_of(union), a_member(union, "Ben")
    a_proposal(union, [asha], "Shall we strike?", at=day(1))
    clock.at = day(1)
    assert "Shall we strike?" in home_of(ben)

    Member.objects.filter(pk=ben.pk).update(confirmers_needed=1)

    assert "Shall we strike?" not in home_of(ben)

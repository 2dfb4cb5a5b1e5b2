"""Putting off a vote on its page: offered to whoever may, and told to everybody."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions.models import OfficeHolding
from commonweal.rules.sentence import local_text
from commonweal.rules.voting.pauses import PauseTerms
from tests.builders import a_charter, a_member, an_institution, day, founder_of
from tests.capabilities.decisions.given import a_proposal
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db

LAND = PauseTerms("land", local_text(en="Land"), local_text(en="The river."), "steward")


def test_the_seat_for_the_land_puts_it_off_and_everybody_reads_why(clock):
    union = an_institution(charter=replace(a_charter(), pauses=(LAND,)))
    asha, ben = founder_of(union), a_member(union, "Ben", at=day(0))
    OfficeHolding.objects.create(
        institution=union,
        office="steward",
        holder=asha,
        from_at=day(0),
        until_at=day(300),
    )
    proposal = a_proposal(union, [asha, ben], "Shall we mow at six?", at=clock.at)
    here = f"/i/{union.address}/decisions/{proposal.number}/"

    offered = page(browser_of(asha).get(here))
    assert "For “Land” you can put this vote off by 7 days, once." in offered
    assert "The river." in offered
    assert "Put the vote off" not in page(browser_of(ben).get(here))
    refused = browser_of(ben).post(here + "pause/", {"right": "land", "reason": "No."})
    assert refused.status_code == 409
    assert "can put it off" in page(refused)

    browser_of(asha).post(here + "pause/", {"right": "land", "reason": "Frogs spawn."})

    told = page(browser_of(ben).get(here))
    assert "“Land” put this vote off by 7 days." in told
    assert "Frogs spawn." in told
    assert "Put the vote off" not in page(browser_of(asha).get(here))

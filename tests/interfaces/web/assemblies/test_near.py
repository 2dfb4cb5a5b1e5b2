"""Under what needs me: the assemblies one can go to, and those to know of."""

import re
from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.foundation.people.access import NOWHERE
from commonweal.foundation.people.models import OutgoingMail
from tests.builders import a_member, an_institution, confirmed, day, founder_of
from tests.capabilities.assemblies.given import (
    an_assembly,
    an_open_assembly,
    did,
    lines,
)
from tests.interfaces.web.conftest import browser_of, page

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


def home_of(member):
    return page(browser_of(member).get("/"))


def near_to(member, *, at):
    memberships = memberships_of(member.person, at=at)
    return [(one.how, one.assembly.number) for one in queries.near(memberships, at=at)]


def waits(shown):
    """Give what stands in the list of acts."""
    found = re.search(r'<ul class="needs">(.*?)</ul>', shown)
    return found[1] if found else ""


def test_one_that_is_called_is_something_to_know_with_its_day_and_place(
    union, asha, ben, clock
):
    row = an_assembly(asha)
    clock.at = day(1)

    shown = home_of(ben)

    assert "The next assemblies" in shown
    assert f'href="/i/{union.address}/assemblies/{row.number}/"' in shown
    assert "Church hall" in shown
    assert "in 7 days" in shown
    assert row.title not in waits(shown)


def test_on_its_day_it_waits_for_members(union, asha, ben, clock):
    row = an_assembly(asha)
    clock.at = row.opens_at - timedelta(hours=2)

    shown = home_of(ben)

    assert "Go to the assembly" in waits(shown)
    assert "in 2 hours" in waits(shown)
    assert "Nothing needs you now." not in shown


def test_while_it_is_open_something_needs_every_member(union, asha, ben, clock):
    row = an_open_assembly(asha)
    clock.at = row.opens_at + timedelta(hours=1)

    shown = home_of(ben)

    assert "it is open now: Church hall" in waits(shown)
    assert "Nothing needs you now." not in shown


def test_what_is_over_is_near_to_nobody(asha, ben):
    row = an_open_assembly(asha)
    did(row, "close", asha, minute=30)

    assert near_to(ben, at=row.opens_at + timedelta(minutes=20)) == [("open", 1)]
    assert near_to(ben, at=row.opens_at + timedelta(minutes=40)) == []


def test_one_called_off_is_said_not_to_take_place_until_its_time(asha, ben, clock):
    row = an_assembly(asha)
    did(row, "call_off", asha, minute=-600, reason="The hall burnt down.")

    assert near_to(ben, at=row.opens_at - timedelta(hours=1)) == [("off", 1)]
    assert near_to(ben, at=row.opens_at) == []
    clock.at = row.opens_at - timedelta(hours=1)
    assert "It does not take place." in home_of(ben)


def test_one_that_never_began_is_gone_once_it_has_lapsed(asha, ben):
    row = an_assembly(asha)

    for hours in (1, 4):
        at = row.opens_at + timedelta(hours=hours)
        is_gone = queries.held(row, at=at).now.stage == "lapsed"
        assert near_to(ben, at=at) == ([] if is_gone else [("today", 1)])


def test_one_that_nobody_closed_is_gone_once_it_ended_by_itself(asha, ben):
    row = an_assembly(asha)
    for deed in ("come_in", "hand_on"):
        what = "minute_taker" if deed == "hand_on" else ""
        did(row, deed, asha, about=asha, what=what)
    row = did(row, "open", asha, minute=170)

    for hours in (25, 28):
        at = row.opens_at + timedelta(hours=hours)
        stage = queries.held(row, at=at).now.stage
        assert near_to(ben, at=at) == ([("open", 1)] if stage == "open" else [])
    assert stage == "closed"


def test_of_several_to_come_the_next_is_told(union, asha, ben):
    an_assembly(ben, days=20)
    an_assembly(asha, days=10)

    assert near_to(ben, at=day(1)) == [("later", 2)]


def test_before_it_was_called_there_was_nothing_to_know(asha, ben):
    an_assembly(asha)

    assert near_to(ben, at=day(1) - timedelta(hours=1)) == []


def test_from_where_no_letters_go_out_the_line_says_that_nobody_was_written_to(
    union, asha, ben, settings
):
    settings.MAILERS = {"default": {"BACKEND": NOWHERE}}
    confirmed(ben)

    an_assembly(asha)

    [line] = lines(union, "called_assembly")
    assert line.facts["letters"] == 0
    assert not OutgoingMail.objects.exists()

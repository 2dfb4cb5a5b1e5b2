"""The demo's councils, its panel and its confederation: who speaks, and for whom."""

import pytest

from commonweal.capabilities.confederation.queries import (
    bodies_in,
    count_of,
    matters_of,
    seats_of,
)
from commonweal.capabilities.confederation.queries.matters import Read
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Member
from tests.demo.looking import (
    LAUNDRY,
    NOW,
    POPLARS,
    QUARTER,
    RIVER,
    TOGETHER,
    at,
    holders,
    labels,
    titled,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("valley")]


def test_a_place_is_kept_for_whom_the_agency_pays():
    first = titled(LAUNDRY, "What do we ask for first")

    assert "Wen" in holders(LAUNDRY, "delegate")
    assert len(holders(LAUNDRY, "delegate")) == 4
    assert labels(first) == ["Fans and a door that stays open"]
    assert titled(LAUNDRY, "Ten minutes").stage == "deciding"


def test_a_house_says_what_it_asks_for_and_who_speaks_for_it():
    asked = titled(POPLARS, "What we ask of the company")

    assert asked.stage == "in_force"
    [adopted] = queries.statements(at(POPLARS), at=NOW)
    assert adopted.title == asked.title
    assert holders(POPLARS, "speaker") == {"Remei", "Inés", "Joan"}
    assert titled(POPLARS, "Meters").stage in ("deliberating", "frozen")


def test_a_panel_is_drawn_from_all_ages_and_reports():
    drawn = holders(RIVER, "panellist")
    there = Member.objects.filter(institution=at(RIVER))
    of = {one.name.split()[0]: one.member_class for one in there}

    assert len(drawn) == 6
    assert len({of[name] for name in drawn}) == 3
    assert labels(titled(RIVER, "Which way")) == [
        "A path of boards, a metre above the water"
    ]
    report = titled(RIVER, "What we would do")
    assert (report.stage, report.question.turnout) == ("in_force", 6)


def a_matter(start: str) -> Read:
    there = matters_of(at(TOGETHER), at=NOW)
    [found] = [one for one in there if one.matter.title.startswith(start)]
    return found


def test_three_bodies_are_in_and_each_has_sent_somebody():
    whole = at(TOGETHER)

    assert len(bodies_in(whole, at=NOW)) == 3
    holders = [
        Member.objects.get(pk=one.holder).name.split()[0]
        for one in seats_of(whole, at=NOW)
    ]
    assert sorted(holders) == ["Asha", "Emre", "Joan"]


def test_the_bases_said_yes_to_the_bus():
    bus = a_matter("A bus home")

    assert bus.now.stage == "ratified"
    assert (bus.now.said.total.yes, bus.now.said.total.no) == (9, 1)
    assert len(bus.now.said.bodies("yes")) == 3


def test_what_was_said_against_a_mandate_did_not_count_and_the_words_came_back():
    market = a_matter("The market moves")

    count = count_of(market, market.put, at=NOW)
    assert [why.id for _body, _said, why in count.outside] == ["outside_mandate"]
    assert market.now.stage == "before_congress"
    assert market.now.turns[-1].why.id == "words_came_back"
    assert titled(QUARTER, "Nuria comes home").stage == "in_force"


def test_what_was_urgent_has_lapsed():
    flood = a_matter("The footbridge is shut")

    assert flood.now.was_urgent
    assert flood.now.stage == "failed"
    assert flood.now.holds_until < NOW


def test_the_bases_are_asked_about_a_fund_today():
    fund = a_matter("One fund")
    answer = titled(QUARTER, "A fund for the footbridge")

    assert (fund.now.stage, answer.stage) == ("asking", "deciding")
    assert fund.now.until > answer.question.closes_at > NOW

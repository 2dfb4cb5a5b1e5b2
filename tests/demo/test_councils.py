"""The demo's councils and its panel: who speaks, what they ask for, who was drawn."""

import pytest

from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Member
from tests.demo.looking import LAUNDRY, NOW, POPLARS, RIVER, at, holders, labels, titled

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

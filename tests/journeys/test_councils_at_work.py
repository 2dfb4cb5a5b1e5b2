"""Councils that face somebody with power, and a panel, at work in a browser.

One person acts in the browser, on a phone without JavaScript; the others act beside it.
"""

import pytest
from playwright.sync_api import expect

from commonweal.capabilities.decisions import actions
from commonweal.foundation.institutions import queries
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.models import Line
from tests.builders import day
from tests.journeys.at_work import FOR_GOOD, answers, send
from tests.journeys.world import seen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_workers_council_says_what_it_asks_for_first_and_no_boss_can_look_in(
    found, page_at
):
    council = found("Workers' council")
    demands = ("Fans at the presses", "A rota four weeks ahead", "The same pay for all")
    first = council.put("What do we ask for first?", "options", options=demands)

    council.open(first)
    for demand, rank in zip(demands, "213", strict=True):
        council.page.get_by_label(demand).select_option(rank)
    send(council.page, FOR_GOOD)
    question = seen(first, council.clock.at).question
    fans, rota, pay = (str(one["id"]) for one in question.options)
    council.cast(
        first,
        *[{"ranks": {rota: 1, fans: 2, pay: 3}}] * 3,
        *[{"ranks": {pay: 1, rota: 2}}] * 2,
    )
    council.end(first)

    expect(council.page.get_by_text("Decided. In force").first).to_be_visible()
    expect(council.page.get_by_text("A rota four weeks ahead").first).to_be_visible()
    boss = page_at(360, js=False)
    answer = boss.goto(council.home)
    assert answer is not None
    assert answer.status == 404


def test_a_residents_council_says_with_one_voice_what_it_asks_of_the_landlord(
    found, page_at
):
    house = found("Residents' council")
    words = "The damp is measured by somebody we choose"
    asked = house.put(words, aim=actions.Aim("adopt_statement"))

    house.open(asked)
    house.page.get_by_role("radio", name="Yes, I agree").check()
    send(house.page, FOR_GOOD)
    house.cast(asked, *answers("yyyna"))
    house.end(asked)
    house.page.goto(house.home)

    expect(house.page.get_by_text(words).last).to_be_visible()
    landlord = page_at(360, js=False)
    answer = landlord.goto(house.home)
    assert answer is not None
    assert answer.status == 404
    since = Line.objects.filter(
        institution=house.here, at__gte=seen(asked, house.clock.at).moments.opens_at
    )
    assert not since.filter(by__isnull=False).exists()


def test_a_panel_is_drawn_by_lot_reports_and_parts(found, page_at):
    panel = found("Citizens' panel", {"offices.panellist.seats": "3"})
    panel.clock.at = day(5)
    panel.page.goto(panel.home)
    notice = panel.page.get_by_text("3 of us are drawn by lot as “Panellist”")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("So far 5 can be drawn.")

    panel.clock.at = day(15)
    panel.page.goto(panel.home)
    expect(notice).to_have_count(0)
    held = queries.officers(panel.here, at=panel.clock.at)
    panel.others = [one.holder for one in held]
    assert len(panel.others) == 3
    # Two, two and one came: no class has all the places.
    assert len({one.member_class for one in panel.others}) > 1
    words = "A path of boards, a metre above the water"
    report = panel.put(words, aim=actions.Aim("adopt_statement"))
    panel.open(report)
    expect(panel.page.get_by_text("This text is adopted as it stands")).to_be_visible()
    left_out = panel.page.get_by_text("You are not on the list of who may vote here.")
    expect(left_out).to_be_visible()
    panel.cast(report, *answers("yyy"))
    panel.end(report)
    panel.page.goto(panel.home)
    expect(panel.page.get_by_text(words).last).to_be_visible()

    panel.clock.at = day(200)
    stranger = page_at(360, js=False)
    stranger.goto(panel.home)
    expect(stranger.get_by_text("This institution ended on")).to_be_visible()
    assert not Member.objects.filter(institution=panel.here).exclude(name="")

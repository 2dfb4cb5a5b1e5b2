"""Councils that face somebody with power over their members, at work in a browser.

One person acts in the browser, on a phone without JavaScript; the others act beside it.
"""

import pytest
from playwright.sync_api import expect

from commonweal.capabilities.decisions import actions
from commonweal.foundation.journal.models import Line
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

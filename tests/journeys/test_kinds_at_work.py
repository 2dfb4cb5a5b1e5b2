"""Each kind does what it is there for: founded by its page, and at work in a browser.

One person acts in the browser, on a phone without JavaScript; the others act beside it.
"""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from commonweal.capabilities.decisions import actions
from commonweal.foundation import duties
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal.models import Line
from tests.journeys.at_work import FOR_GOOD, answers, positions, send
from tests.journeys.world import seen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_union_branch_decides_on_a_strike_and_nobody_learns_who_wanted_it(found):
    branch = found("Workers' union branch")
    strike = branch.put("Shall we strike from Monday?", "strike")

    branch.open(strike)
    branch.page.get_by_role("radio", name="Yes, I agree").check()
    send(branch.page, FOR_GOOD)
    branch.cast(strike, *answers("yyyyn"))
    branch.end(strike)

    expect(branch.page.get_by_text("Carried.", exact=True)).to_be_visible()
    branch.page.goto(branch.home + "journal/")
    expect(branch.page.get_by_text("is whole")).to_be_visible()
    since = Line.objects.filter(
        institution=branch.here, at__gte=seen(strike, branch.clock.at).moments.opens_at
    )
    assert not since.filter(by__isnull=False).exists()
    assert since.get(deed="close_question").facts["turnout"] == 6


def test_a_consensus_collective_goes_on_only_with_what_all_can_carry(found):
    circle = found("Consensus collective")
    first = circle.put("Shall we take the loan?")

    circle.open(first)
    circle.page.get_by_role("radio", name="I block it").check()
    send(circle.page)
    circle.cast(first, *positions("ggggg"))
    circle.end(first)

    expect(circle.page.get_by_text("Not carried.").first).to_be_visible()
    stopped = "1 block stands, and it takes 1 to stop this."
    expect(circle.page.get_by_text(stopped).first).to_be_visible()

    second = circle.put("Shall we take half of it, for a season?")
    circle.open(second)
    circle.page.get_by_role("radio", name="I have reservations").check()
    send(circle.page)
    circle.cast(second, *positions("gggga"))
    circle.end(second)

    expect(circle.page.get_by_text("Carried.", exact=True)).to_be_visible()
    found_it = "4 of the 6 who spoke agree, and what the others said does not stop it."
    expect(circle.page.get_by_text(found_it).first).to_be_visible()
    expect(circle.page.get_by_text("To be looked at again")).to_be_visible()


def test_a_caucus_finds_its_voice_and_no_stranger_finds_the_caucus(found, page_at):
    caucus = found("Caucus")
    aim = actions.Aim("adopt_statement")
    words = "We ask for step-free meetings"
    said = caucus.put(words, aim=aim)

    caucus.open(said)
    caucus.page.get_by_role("radio", name="Yes, I agree").check()
    send(caucus.page, FOR_GOOD)
    caucus.cast(said, *answers("yyyya"))
    caucus.end(said)
    caucus.page.goto(caucus.home)

    expect(
        caucus.page.get_by_text("We ask for step-free meetings").last
    ).to_be_visible()
    stranger = page_at(360, js=False)
    answer = stranger.goto(caucus.home)
    assert answer is not None
    assert answer.status == 404


def test_a_single_issue_assembly_settles_its_matter_by_ranking_the_ways(found):
    assembly = found("Single-issue assembly")
    ways = ("A crossing with lights", "A bridge", "Leave it as it is")
    matter = assembly.put("What becomes of the crossing?", "the_matter", options=ways)

    assembly.open(matter)
    for way, rank in zip(ways, "123", strict=True):
        assembly.page.get_by_label(way).select_option(rank)
    send(assembly.page)
    question = seen(matter, assembly.clock.at).question
    lights, bridge, nothing = (str(one["id"]) for one in question.options)
    ranks = {"ranks": {lights: 1, nothing: 2, bridge: 3}}
    assembly.cast(matter, ranks, ranks, {"ranks": {bridge: 1, lights: 2}})
    assembly.end(matter)

    expect(assembly.page.get_by_text("Decided. In force").first).to_be_visible()
    expect(assembly.page.get_by_text("A crossing with lights").first).to_be_visible()


def test_a_single_issue_assembly_claims_its_goal_and_parts(found, page_at):
    assembly = found("Single-issue assembly")
    aim = actions.Aim("wind_up", {"because": "goal_reached"})
    claim = assembly.put("The crossing has its lights", aim=aim)

    assembly.open(claim)
    expect(
        assembly.page.get_by_text("A yes says that our goal is reached")
    ).to_be_visible()
    assembly.page.get_by_label("Yes").check()
    send(assembly.page)
    assembly.cast(claim, *[{"answer": "yes"}] * 5)
    assembly.end(claim)
    assembly.clock.at += timedelta(days=2)
    assembly.page.goto(assembly.home)

    notice = assembly.page.get_by_text("We decided that our goal is reached")
    expect(notice).to_be_visible()
    expect(assembly.page.get_by_text("Nobody joins any more")).to_be_visible()
    expect(assembly.page.get_by_role("link", name="Propose to go on")).to_be_visible()
    assembly.clock.at += timedelta(days=40)
    stranger = page_at(360, js=False)
    stranger.goto(assembly.home)
    expect(stranger.get_by_text("This institution ended on")).to_be_visible()
    assert not Member.objects.filter(institution=assembly.here).exclude(name="")


def test_a_community_elects_its_council_and_everybody_sees_who_sits(found, page_at):
    community = found("Community council")
    aim = actions.Aim("fill_office", {"office": "councillor"})
    standing = community.everybody
    election = community.put("Who sits on the council?", aim=aim, options=standing)

    community.open(election)
    community.page.get_by_label("Ben").select_option("1")
    community.page.get_by_label("Asha").select_option("2")
    send(community.page, FOR_GOOD)
    named = {
        str(one["label"]): str(one["id"])
        for one in seen(election, community.clock.at).question.options
    }
    order = [named[name] for name in ("Chidi", "Ben", "Dolores", "Emre", "Asha")]
    ranks = {"ranks": {one: place for place, one in enumerate(order, 1)}}
    community.cast(election, *([ranks] * 5))
    community.end(election)
    community.clock.at = seen(election, community.clock.at).moments.in_force_at
    duties.settle(community.here, at=community.clock.at)
    stranger = page_at(360, js=False)
    stranger.goto(community.home)

    expect(stranger.get_by_text("Councillor").first).to_be_visible()
    expect(stranger.get_by_text("Chidi").first).to_be_visible()

"""Each kind whose members are bodies does what it is there for, as its pages tell."""

from datetime import timedelta

import pytest
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.confederation.given import (
    a_confederation,
    answered,
    by_decision,
    in_it,
    raised,
    sent,
    told,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions
from commonweal.interfaces.cli.main import main
from commonweal.rules.confederation.mandates import Whole

pytestmark = pytest.mark.django_db


def three(kind):
    """Give three bodies of a kind, with two members each."""
    bodies = [an_institution(kind, founder=name) for name in ("Asha", "Ben", "Chidi")]
    for body in bodies:
        a_member(body, "Another")
    return bodies


def spoken(matter, bodies, *says, at):
    """Let bodies tell their delegates what to say, and these say it."""
    whole = matter.institution
    delegates = [sent(body, whole, founder_of(body))[0] for body in bodies]
    for body, one in zip(bodies, says, strict=True):
        told(body, matter, one, at=at)
    actions.put_to_congress(
        matter, words=matter.text, is_urgent=False, by=delegates[0], at=at
    )
    for delegate, one in zip(delegates, says, strict=True):
        actions.say(matter, saying=Whole(one), by=delegate, at=at)


def of_matter(matter, who=None):
    address = matter.institution.address
    return page(browser_of(who).get(f"/i/{address}/together/{matter.number}/"))


def test_a_federation_of_unions_strikes_once_its_branches_have_said_yes(clock):
    branches = three("union_branch")
    whole = a_confederation(*branches, kind="union_federation")
    strike = raised(branches[0], whole, competence="strikes", text="We strike in May.")
    clock.at = day(10) + timedelta(days=59)
    early = of_matter(strike)
    clock.at += timedelta(days=2)
    spoken(strike, branches, "yes", "yes", "no", at=clock.at)
    clock.at += timedelta(hours=49)
    asked = of_matter(strike)
    for branch in branches[:2]:
        answered(branch, strike, yes=1, no=0, at=clock.at)
    clock.at += timedelta(days=31)

    assert "The bases speak about it" in early
    assert "The bases are asked" in asked
    assert "In force: the bases said yes" in of_matter(strike)


def test_a_council_of_councils_acts_with_those_who_said_yes(clock):
    councils = three("workers_council")
    whole = a_confederation(*councils, kind="council_of_councils")
    stop = raised(councils[0], whole, competence="stoppages", text="We stop at ten.")
    clock.at = day(18)
    spoken(stop, councils, "yes", "yes", "abstain", at=clock.at)
    clock.at += timedelta(hours=13)
    of_matter(stop)
    for council, yes in zip(councils, (1, 1, 0), strict=True):
        answered(council, stop, yes=yes, no=1 - yes, at=clock.at)
    clock.at += timedelta(days=15)

    shown = of_matter(stop)
    assert "In force: the bases said yes" in shown
    assert shown.count("It is in force for this body.") == 2
    assert "This binds those who said yes, and this body did not." in shown


def test_a_commune_of_a_region_stays_out_of_what_it_did_not_want(
    clock, tmp_path, capsys
):
    communes = three("neighbourhood_assembly")
    whole = a_confederation(*communes, kind="regional_confederation")
    road = raised(communes[0], whole, competence="ways", text="A road to the sea.")
    clock.at = day(56)
    spoken(road, communes, "yes", "yes", "no", at=clock.at)
    clock.at += timedelta(hours=49)
    of_matter(road)
    for commune, yes in zip(communes, (2, 2, 0), strict=True):
        answered(commune, road, yes=yes, no=2 - yes, at=clock.at)
    clock.at += timedelta(days=31)

    third = founder_of(communes[2])
    before, theirs = of_matter(road, third), of_matter(road, founder_of(communes[0]))
    assert "Your base can stay out" in before
    assert "Propose to stay out in Neighbourhood assembly" in before
    assert "This body can stay out of it until" in before
    assert "Your base can stay out" not in theirs
    browser = browser_of(third)
    here = f"/i/{communes[2].address}"
    assert "Stay out of what was ratified, or not" in page(browser.get("/"))
    assert "The dam" in page(browser.get(f"{here}/decisions/new/stay_out/"))

    terms = {"matter": str(road.pk)}
    by_decision(actions.stay_out, communes[2], terms, at=clock.at)
    after = of_matter(road, third)
    assert "This body stays out of it." in after
    matter = tmp_path / "matter.json"
    file = f"/i/{whole.address}/together/{road.number}/matter.json"
    matter.write_bytes(browser_of(third).get(file).content)
    assert main(["matter", str(matter), "--at", clock.at.isoformat()]) == 0
    assert (
        "Neighbourhood assembly: This body stays out of it." in capsys.readouterr().out
    )
    assert "Your base can stay out" not in after


def test_an_international_waits_for_two_and_hurries_nobody(clock):
    unions = three("union_branch")
    whole = a_confederation(*unions, kind="international_confederation")
    boycott = raised(unions[0], whole, text="We unload none of their ships.")
    clock.at = day(11)
    alone = of_matter(boycott)
    terms = {"membership": in_it(unions[1], whole), "matter": str(boycott.pk)}
    by_decision(actions.join_raising, unions[1], terms, at=clock.at)

    assert "Raised; more bodies have to" in alone
    assert "The bases speak about it" in of_matter(boycott)
    clock.at += timedelta(days=89)
    assert "The bases speak about it" in of_matter(boycott)
    clock.at += timedelta(days=2)
    assert "Before the congress" in of_matter(boycott)

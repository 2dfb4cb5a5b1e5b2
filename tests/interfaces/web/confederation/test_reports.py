"""A report is drafted from the record; the base discharges its delegates, or not."""

from datetime import timedelta

import pytest
from tests.builders import founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    by_decision,
    mandated,
    person_in,
    raised,
    sent,
    where,
)
from tests.interfaces.api.conftest import program_of
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.effects.discharge_delegates import EFFECT
from commonweal.foundation.institutions.charters import charter_in_force
from commonweal.foundation.journal.queries import comparison
from commonweal.foundation.language import say
from commonweal.rules.confederation.mandates import Whole
from commonweal.rules.verdict import Refused

pytestmark = pytest.mark.django_db
YES = {"sort": "fixed", "stance": "yes"}


@pytest.fixture
def delegates(bodies, whole):
    mill, port = bodies
    asha, _ana = sent(
        mill, whole, founder_of(mill), alternates=[person_in(mill, "Ana")]
    )
    [ben] = sent(port, whole, founder_of(port))
    return asha, ben


@pytest.fixture
def matter(bodies, whole, delegates, clock):
    """Give a matter on which a congress agreed, and one delegate spoke in vain."""
    asha, ben = delegates
    found = raised(bodies[0], whole)
    for body in bodies:
        mandated(body, found, YES)
    clock.at = DELIBERATED + timedelta(hours=1)
    actions.put_to_congress(found, words=WORDS, is_urgent=False, by=ben, at=clock.at)
    for who, stance in ((asha, "no"), (asha, "yes"), (ben, "yes")):
        actions.say(found, saying=Whole(stance), by=who, at=clock.at)
    clock.at += timedelta(hours=25)
    actions.settle_matters(whole, at=clock.at)
    return found


def discharge(body, matter, finding, *, at):
    terms = {"matter": str(matter.pk), "finding": finding}
    by_decision(actions.discharge, body, terms, at=at)


def state(matter, body, *, at):
    return queries.account_of(where(matter, at=at), body.pk, at=at).state


def test_the_draft_says_what_was_told_what_was_said_and_what_counted(
    whole, delegates, matter
):
    shown = page(browser_of(None).get(f"/i/{whole.address}/together/1/"))

    assert "What delegates did with their mandates" in shown
    assert "They say yes to these words." in shown
    assert "It counted." in shown
    assert "It did not count. They were told otherwise. Their body says yes." in shown
    assert "1 thing that was said was outside the mandate, and did not count." in shown
    assert "Report to my base" not in shown


def test_a_delegate_adds_words_and_the_base_reads_both(
    bodies, whole, delegates, matter, clock
):
    asha = browser_of(delegates[0])
    there = f"/i/{whole.address}/together/mine/"
    assert "My report on The dam" in page(asha.get(there))

    asha.post(f"/i/{whole.address}/together/1/report/", {"words": "I pressed wrong."})

    assert state(matter, bodies[0], at=clock.at) == "reported"
    ana = browser_of(person_in(bodies[0], "Ana"))
    shown = page(ana.get(f"/i/{bodies[0].address}/together/"))
    assert "I pressed wrong." in shown
    assert "Discharge them, or not" in shown
    stranger = page(browser_of(None).get(f"/i/{whole.address}/together/1/"))
    assert "I pressed wrong." not in stranger
    assert comparison(whole).problems == ()


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("discharged", "discharged its delegates."),
        ("found_breach", "found that its mandate was not kept."),
    ],
)
def test_what_the_base_decides_is_on_its_page_and_on_the_way_of_the_matter(
    bodies, whole, delegates, matter, clock, finding, words
):
    mill = bodies[0]
    discharge(mill, matter, finding, at=clock.at)

    assert state(matter, mill, at=clock.at) == finding
    assert words in page(browser_of(None).get(f"/i/{whole.address}/together/1/"))
    ours = page(browser_of(founder_of(mill)).get(f"/i/{mill.address}/together/"))
    assert "Discharge them, or not" not in ours
    file = browser_of(None).get(f"/i/{whole.address}/together/1/matter.json").json()
    assert finding in [one["deed"] for one in file["deeds"]]
    assert comparison(whole).problems == ()


def test_after_the_base_decided_nothing_is_added(
    bodies, whole, matter, delegates, clock
):
    discharge(bodies[0], matter, "discharged", at=clock.at)

    answer = browser_of(delegates[0]).post(
        f"/i/{whole.address}/together/1/report/", {"words": "But."}
    )

    assert "The base has decided on this report already." in page(answer)


@pytest.mark.parametrize(
    ("finding", "reason"),
    [("maybe", "finding_unknown"), ("discharged", "nothing_to_discharge")],
)
def test_before_the_congress_found_words_nothing_is_discharged(
    bodies, whole, delegates, finding, reason
):
    early = raised(bodies[0], whole)

    with pytest.raises(Refused, match=reason):
        discharge(bodies[0], early, finding, at=DELIBERATED)


def test_the_same_is_not_decided_twice_and_otherwise_it_is(bodies, matter, clock):
    mill = bodies[0]
    discharge(mill, matter, "found_breach", at=clock.at)

    with pytest.raises(Refused, match="judged_so_already"):
        discharge(mill, matter, "found_breach", at=clock.at)
    later = clock.at + timedelta(days=1)
    discharge(mill, matter, "discharged", at=later)
    assert state(matter, mill, at=later) == "discharged"


def test_whoever_is_not_in_says_nothing_of_others(matter, clock):
    with pytest.raises(Refused, match="body_is_not_in"):
        discharge(a_body("Dora"), matter, "discharged", at=clock.at)


def test_only_who_speaks_reports(bodies, whole, matter):
    ana = person_in(bodies[0], "Ana")

    answer = browser_of(ana).post(f"/i/{whole.address}/together/1/report/", {})

    assert "You speak from no seat here." in page(answer)


def test_a_proposal_says_what_a_yes_finds(bodies, matter, clock):
    mill = bodies[0]
    charter = charter_in_force(mill, at=clock.at)
    offered = {ask.name: ask.choices(mill, charter, clock.at) for ask in EFFECT.asks}

    def told(finding):
        terms = {"matter": str(matter.pk), "finding": finding}
        return say(EFFECT.told(charter, EFFECT.understood(mill, terms, clock.at)))

    assert offered["matter"] == [(str(matter.pk), "The dam")]
    assert len(offered["finding"]) == 2
    assert "we discharge our delegates on “The dam”" in told("discharged")
    assert "did not keep to what we told them on “The dam”" in told("found_breach")


def test_a_program_reads_reports_and_adds_words(whole, delegates, matter, clock):
    asha, here = program_of(delegates[0]), f"/institutions/{whole.address}/together/1"

    answer = asha.post(f"{here}/report", {"words": "So it was."})

    reports = asha.get(here).json()["reports"]
    assert answer.status_code == 204
    assert [one["state"] for one in reports] == ["reported", "due"]
    assert reports[0]["words"] == "So it was."
    assert reports[0]["kept"]["id"] == "said_outside_mandate"

"""What a delegate, a member of a base and a stranger see of what bodies do together."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.builders import day, founder_of
from tests.capabilities.confederation.given import (
    DELIBERATED,
    WORDS,
    a_body,
    a_confederation,
    answered,
    by_decision,
    join,
    person_in,
    raised,
    sent,
    told,
)
from tests.interfaces.web.conftest import browser_of, page

from commonweal.capabilities.confederation import actions, queries
from commonweal.capabilities.confederation.models import Body
from commonweal.interfaces.cli.main import main
from commonweal.rules.confederation.mandates import Whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def bodies():
    return a_body("Asha", "Ana"), a_body("Ben", "Bo"), a_body("Chidi", "Carla")


@pytest.fixture
def whole(bodies):
    return a_confederation(*bodies)


@pytest.fixture
def matter(bodies, whole, delegates):
    return raised(bodies[0], whole)


def test_a_stranger_reads_what_the_charter_makes_public(whole, matter, clock):
    clock.at = DELIBERATED
    shown = page(browser_of(None).get(f"/i/{whole.address}/together/"))

    assert "The dam" in shown
    assert "Before the congress" in shown
    assert "Seat 1: a delegate" in shown
    assert "Asha" not in shown
    assert "My seat" not in shown


def test_members_of_the_bodies_know_who_speaks_for_them(bodies, whole, matter, clock):
    clock.at = DELIBERATED

    ana = browser_of(person_in(bodies[0], "Ana"))

    assert "Seat 1: <bdi>Asha</bdi>" in page(ana.get(f"/i/{whole.address}/together/"))


def test_a_delegate_without_a_mandate_reads_why_they_do_not_vote(
    bodies, whole, delegates, matter, clock
):
    clock.at = DELIBERATED + timedelta(hours=1)
    actions.put_to_congress(
        matter, words=WORDS, is_urgent=False, by=delegates[0], at=clock.at
    )

    shown = page(browser_of(delegates[1]).get(f"/i/{whole.address}/together/1/"))

    assert "Your body has given no mandate on this." in shown
    assert "Propose a mandate in Neighbourhood assembly" in shown


def test_a_congress_by_pages_from_words_to_the_yes_of_the_bases(
    bodies, whole, delegates, matter, clock
):
    for body in bodies[:2]:
        told(body, matter, "yes")
    told(bodies[2], matter, "no")
    clock.at = DELIBERATED + timedelta(hours=1)
    address = f"/i/{whole.address}/together/1/"
    asha, ben, chidi = map(browser_of, delegates)

    assert "Put words to the congress" in page(asha.get(address))
    asha.post(f"{address}put/", {"words": WORDS})
    assert "Your body says yes." in page(ben.get(address))
    asha.post(f"{address}say/", {"stance": "yes"})
    ben.post(f"{address}say/", {"stance": "yes"})
    chidi.post(f"{address}say/", {"stance": "yes"})
    theirs, others = page(chidi.get(address)), page(ben.get(address))
    assert "Does not count. You were told otherwise. Your body says no." in theirs
    assert "Does not count. They were told otherwise. Their body says no." in others

    clock.at += timedelta(hours=25)
    assert "Your base is asked" in page(ben.get(address))
    for body in bodies:
        answered(body, matter, yes=2, no=0, at=clock.at)
    assert "As it stands, it would be ratified." in page(ben.get(address))
    clock.at += timedelta(days=31)
    assert "In force: the bases said yes" in page(ben.get(address))


def test_words_that_came_back_stand_beside_whoever_sent_them(
    bodies, whole, delegates, matter, clock
):
    address = f"/i/{whole.address}/together/1/"
    for body in bodies:
        told(body, matter, "yes")
    clock.at = DELIBERATED + timedelta(hours=1)
    asha, ben, _chidi = map(browser_of, delegates)
    asha.post(f"{address}put/", {"words": WORDS})
    for browser in (asha, ben):
        browser.post(f"{address}say/", {"stance": "yes"})
    clock.at += timedelta(hours=25)
    asked = page(browser_of(None).get(address))

    answered(
        bodies[0],
        matter,
        yes=2,
        no=0,
        at=clock.at,
        deed=actions.send_words_back,
        text="We share the work of it.",
    )

    assert "What should stand there instead:" not in asked
    shown = page(browser_of(None).get(address))
    assert "What should stand there instead:" in shown
    assert "<p>We share the work of it.</p>" in shown


def test_what_is_urgent_says_until_when_it_holds(
    bodies, whole, delegates, matter, clock
):
    address = f"/i/{whole.address}/together/1/"
    told(bodies[0], matter, "urgent_yes", at=day(11))
    clock.at = day(12)
    asha = browser_of(delegates[0])
    asha.post(f"{address}put/", {"words": WORDS, "is_urgent": "on"})
    asha.post(f"{address}say/", {"stance": "yes"})

    clock.at = day(14)
    assert "Without the bases it holds until" in page(asha.get(address))
    clock.at = day(40)
    assert "Without the bases it held until" in page(asha.get(address))


def test_words_that_say_nothing_are_refused_and_nothing_is_lost(
    whole, delegates, matter, clock
):
    clock.at = DELIBERATED + timedelta(hours=1)
    browser = browser_of(delegates[0])

    answer = browser.post(f"/i/{whole.address}/together/1/put/", {"words": ""})

    assert answer.status_code == 422


def test_a_base_sees_whom_it_is_with_and_what_it_can_propose(
    bodies, whole, matter, clock
):
    clock.at = DELIBERATED
    base = bodies[1]
    browser = browser_of(founder_of(base))

    shown = page(browser.get(f"/i/{base.address}/together/"))

    assert "The dam" in shown
    assert "Tell our delegates what to say" in shown
    assert browser_of(None).get(f"/i/{base.address}/together/").status_code != 200


def test_the_way_to_propose_a_mandate_names_the_matter(bodies, whole, matter, clock):
    clock.at = DELIBERATED
    base = bodies[1]
    browser = browser_of(founder_of(base))
    address = f"/i/{base.address}/decisions/new/give_mandate/"

    shown = page(browser.get(address, follow=True))

    assert "The dam" in shown
    assert "Yes, no, or neither" in shown


def test_a_matter_is_a_file_that_names_nobody(whole, matter, delegates, clock):
    clock.at = DELIBERATED
    answer = browser_of(None).get(f"/i/{whole.address}/together/1/matter.json")

    told_ = json.loads(answer.content)

    assert told_["format"] == "commonweal-matter-1"
    assert [one["deed"] for one in told_["deeds"]] == ["raised"]
    assert all(str(one.pk) not in answer.content.decode() for one in delegates)


def test_a_delegate_gives_their_seat_back(whole, delegates, clock):
    clock.at = DELIBERATED
    browser = browser_of(delegates[0])

    browser.post(f"/i/{whole.address}/together/seat/")

    shown = page(browser_of(None).get(f"/i/{whole.address}/together/"))
    assert "nobody speaks from it" in shown


def test_a_matter_that_is_not_there_is_not_found(whole, clock):
    clock.at = DELIBERATED

    assert browser_of(None).get(f"/i/{whole.address}/together/9/").status_code == 404


def test_a_stranger_works_out_of_the_file_where_it_stands(
    bodies, whole, delegates, matter, clock, tmp_path, capsys
):
    for body in bodies:
        told(body, matter, "yes")
    clock.at = DELIBERATED + timedelta(hours=1)
    actions.put_to_congress(
        matter, words=WORDS, is_urgent=False, by=delegates[0], at=clock.at
    )
    for delegate in delegates:
        actions.say(matter, saying=Whole("yes"), by=delegate, at=clock.at)
    clock.at += timedelta(days=2)
    actions.settle_matters(whole, at=clock.at)
    for body, (yes, no) in zip(bodies, [(2, 0), (2, 0), (0, 2)], strict=True):
        answered(body, matter, yes=yes, no=no, at=clock.at)
    clock.at += timedelta(days=40)
    answer = browser_of(None).get(f"/i/{whole.address}/together/1/matter.json")
    file = tmp_path / "matter.json"
    file.write_bytes(answer.content)

    status = main(["matter", str(file), "--at", clock.at.isoformat()])

    printed = capsys.readouterr().out
    assert status == 0
    assert "The bases said yes: 2 bodies, and 4 members against 2." in printed
    assert "Enough bodies say yes, and enough of all their members." in printed
    file.write_bytes(
        answer.content.replace(b'"yes"', b'"maybe"').replace(b"deeds", b"d")
    )
    assert main(["matter", str(file)]) == 2
    endless = re.sub(rb'"share": ?"[^"]*"', b'"share": "1e999999999"', answer.content)
    assert endless != answer.content
    file.write_bytes(endless)
    assert main(["matter", str(file)]) == 2


@pytest.mark.parametrize("path", ["", "1/"])
def test_more_bodies_ask_no_more_of_the_tables(bodies, whole, matter, clock, path):
    clock.at = DELIBERATED
    address = f"/i/{whole.address}/together/{path}"
    browser_of(None).get(address)
    with CaptureQueriesContext(connection) as few:
        browser_of(None).get(address)
    for name in ("Dora", "Emil", "Fay"):
        body = a_body(name)
        join(body, whole, at=day(3))
        row = Body.objects.get(institution=whole, body=body.pk)
        for one in bodies:
            if not queries.standing_of(whole, body.pk, at=day(3)).is_in:
                terms = {"applicant": str(row.pk)}
                by_decision(actions.speak_for, one, terms, at=day(3))
        sent(body, whole, founder_of(body), at=day(4))

    with CaptureQueriesContext(connection) as more:
        browser_of(None).get(address)

    assert len(more) == len(few)
    assert len(few) <= 15

"""The page of an assembly where some are counted by hand and some by phone."""

from datetime import timedelta

import pytest

from tests.builders import a_member
from tests.capabilities.assemblies.given import did
from tests.capabilities.assemblies.test_hands import a_room
from tests.interfaces.web.conftest import browser_of, page

pytestmark = pytest.mark.django_db


def a_hall(clock):
    """Open an assembly at a question, and give how each member's browser acts in it."""
    row, *people = a_room()
    clock.at = row.opens_at + timedelta(minutes=5)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    browsers = [browser_of(one) for one in people]

    def does(browser, deed, **more):
        clock.at += timedelta(seconds=1)
        browser.post(here + "act/", {"deed": deed, **more})
        return page(browser.get(here))

    return row, people, browsers, does


def test_each_chooses_on_their_page_how_they_are_counted(clock):
    _row, _people, (_asha, _ben, chidi), does = a_hall(clock)

    shown = does(chidi, "choose_channel", what="phone")

    assert "When something is decided, you answer by phone." in shown
    assert "I raise my hand from now on" in shown
    shown = does(chidi, "choose_channel", what="hand")
    assert "When something is decided, you raise your hand." in shown


def test_a_phone_answers_and_hands_are_counted_without_being_told(clock):
    row, people, (asha, ben, chidi), does = a_hall(clock)
    does(chidi, "choose_channel", what="phone")
    shown = does(asha, "decide", item="1")
    assert "By hand: 2 members" in shown
    assert "By phone: 1 member" in shown
    assert "<li><bdi>Ben</bdi></li>" in shown
    assert "Not every phone has answered." in shown
    assert "In this decision your hand is counted." in shown

    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    before = page(chidi.get(here))
    assert "You have not answered yet." in before
    assert "That stays as it is until the decision ends." in before
    assert "Afterwards members read who said what, as they see raised hands." in before
    assert "You said yes." in does(chidi, "answer", what="yes")
    assert "You abstained." in does(chidi, "answer", what="abstain")
    assert "You said no." in does(chidi, "answer", what="no")
    told = page(asha.get(here))
    assert "Every phone has answered." in told
    assert "What was decided here" not in told

    for browser in (asha, ben):
        told = does(browser, "count", yes="2")
    assert "What phones say is added at the end." in told
    told = does(asha, "end_decision")
    assert "By phone: yes 0, no 1, abstained 0." in told
    assert "Who said what by phone" in told
    assert "<dt>No</dt><dd><bdi>Chidi</bdi></dd>" in told
    did(row, "go_out", people[2], minute=20)
    clock.at = row.opens_at + timedelta(minutes=30)
    assert "What was decided here" in page(chidi.get(here))


def test_who_comes_late_or_leaves_reads_whether_they_are_counted(clock):
    row, people, (asha, _ben, chidi), does = a_hall(clock)
    dora = a_member(row.institution, "Dora")
    does(chidi, "choose_channel", what="phone")
    does(asha, "decide", item="1")

    did(row, "come_in", people[0], about=dora, minute=6)
    clock.at = row.opens_at + timedelta(minutes=7)
    here = f"/i/{row.institution.address}/assemblies/{row.number}/"
    assert "You came in after it began." in page(browser_of(dora).get(here))
    does(chidi, "answer", what="yes")
    shown = does(chidi, "go_out")
    assert "What you said by phone before still counts." in shown
    refused = chidi.post(here + "act/", {"deed": "answer", "what": "no"})
    assert "You are not in the room." in page(refused)


def test_the_door_helps_whose_phone_fails_and_what_goes_wrong_is_broken_off(clock):
    row, people, (asha, _ben, chidi), does = a_hall(clock)
    shown = does(chidi, "choose_channel", what="phone")
    assert "Has no phone that works any more" in page(
        asha.get(f"/i/{row.institution.address}/assemblies/{row.number}/")
    )
    shown = does(asha, "decide", item="1")
    assert "The hands are not counted yet." in shown
    assert "Break it off" in shown
    assert "Has no phone that works any more" not in shown

    shown = does(asha, "end_decision", reason="The network is down.")
    assert "The decision was broken off" in shown
    shown = does(asha, "choose_channel", what="hand", about=str(people[2].pk))
    assert "Has no phone that works any more" not in shown

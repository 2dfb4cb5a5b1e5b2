"""What invented people do in a rehearsal: enough for every step, and nothing twice."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries.rehearsing import (
    as_pressed,
    cast_of,
    may_press,
    rehearsed,
)
from commonweal.foundation.journal.models import Line
from commonweal.foundation.people.models import OutgoingMail
from commonweal.rules.assemblies.forms import FORMS
from commonweal.rules.assemblies.next_step import next_step
from commonweal.rules.assemblies.rehearsing import Press
from tests.builders import an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling

pytestmark = pytest.mark.django_db
BEGAN = day(3)


class Trying:
    """Somebody who tries an assembly out, press by press."""

    def __init__(self, row, by):
        self.row, self.by, self.presses = row, by, []
        self.cast = cast_of(row, by)

    @property
    def now(self):
        return rehearsed(self.row, self.by, self.presses, began=BEGAN)

    @property
    def step(self):
        at = BEGAN + timedelta(seconds=len(self.presses))
        held = self.now.held
        found = next_step(held.room, held.now, self.cast.me, at=at)
        return found.id if found else ""

    def press(self, deed, **more):
        one = as_pressed(Press(deed, self.cast.me, **more, seconds=len(self.presses)))
        may = may_press(self.now, one)
        assert may, may.reason
        self.presses.append(one)

    def refused(self, deed, **more):
        one = as_pressed(Press(deed, self.cast.me, **more))
        return may_press(self.now, one).reason.id


def trying(kind=None, *, matters=None, form="assembly"):
    place = an_institution(kind) if kind else an_institution()
    asha = founder_of(place)
    matters = matters or (Matter("Do we buy a key?", 10, decides=True),)
    calling = a_calling(opens_at=day(9), matters=matters)
    calling = type(calling)(
        calling.title, calling.place, calling.opens_at, matters, form
    )
    return Trying(call_assembly(place, calling, by=asha, at=day(1)), asha)


def open_it(one):
    one.press("come_in", about=one.cast.me)
    for of in one.cast.at_door:
        one.press("come_in", about=of)
    one.press("come_in", about=one.cast.keeps_time)
    one.press("hand_on", what="minute_taker", about=one.cast.at_door[0])
    if one.step == "next.door":
        one.press("hand_on", what="doorkeeper", about=one.cast.at_door[1])
    one.press("open")


def let_speak(one):
    while one.step in {"next.give_word", "next.speaks"}:
        one.press("call" if one.step == "next.give_word" else "finish")


def decide(one, item="1"):
    one.press("decide", item=item)
    one.press("count", what="2:1:1")
    assert one.step == "next.end_decision"
    one.press("end_decision")


def test_a_whole_assembly_goes_by_what_is_said_to_be_next_and_leaves_no_trace():
    one = trying()
    before = Line.objects.count(), OutgoingMail.objects.count()
    open_it(one)
    one.press("turn_to", item="1")
    let_speak(one)
    assert one.step == "next.decide"
    decide(one)
    assert one.step == "next.close"
    one.press("close")

    assert one.step == ""
    assert one.now.held.now.presence.is_decided("1")
    assert [str(line.words.id) for line in one.now.lines][-1] == "minuted.close"
    assert (Line.objects.count(), OutgoingMail.objects.count()) == before
    assert not AssemblyDeed.objects.exists()


def test_a_block_is_talked_over_and_carried_in_other_words():
    one = trying("consensus_collective")
    open_it(one)
    one.press("turn_to", item="1")
    let_speak(one)
    for words, said in (("Two keys.", "next.talk_over"), ("Three keys.", "next.close")):
        one.press("test", item="1", words=words)
        one.press("count_positions", what="4:0:0")
        assert one.step == "next.end_test"
        one.press("end_test")
        assert one.step == said


def test_where_no_other_has_a_role_the_second_count_is_missing():
    one = trying()
    one.press("hand_on", what="timekeeper", about=one.cast.me)
    one.press("come_in", about=one.cast.me)
    one.press("hand_on", what="minute_taker", about=one.cast.me)
    one.press("open")
    one.press("turn_to", item="1")
    let_speak(one)
    one.press("decide", item="1")
    one.press("count", what="1:0:0")

    assert one.step == "next.second_count"


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_meeting_can_be_opened(form):
    decides = form != "working_meeting"
    one = trying(matters=(Matter("A key", 10, decides=decides),), form=form)
    open_it(one)
    one.press("turn_to", item="1")
    let_speak(one)

    assert one.now.held.now.stage == "open"
    assert one.now.held.quorum.verdict


def test_where_nothing_is_decided_something_is_invented():
    one = trying(matters=(Matter("Cake", 10),))

    assert [item["title"] for item in one.now.held.row.agenda] == [
        "Cake",
        "Do we buy a bell for the door?",
    ]


def test_the_invented_say_what_they_did_and_not_what_they_answered():
    one = trying()
    open_it(one)
    one.press("turn_to", item="1")

    [asked] = one.now.others_did
    assert (asked.id, asked.facts) == ("rehearsal.ask", {"name": "Ada (invented)"})
    let_speak(one)
    one.press("decide", item="1")
    assert [said.id for said in one.now.others_did] == ["rehearsal.answer"] * 2


def test_what_needs_real_people_or_is_no_deed_is_refused():
    one = trying()

    assert one.refused("cast", what="yes") == "not_in_a_rehearsal"
    assert one.refused("decide", item="1", what="secret") == "not_in_a_rehearsal"
    assert one.refused("say_later", item="1", what="agree") == "deed_unknown"
    assert one.refused("sing") == "deed_unknown"
    assert one.refused("turn_to", item="1") == "assembly_not_open"

"""A matter that was announced as a question is decided in the room, by hands."""

import pytest

from commonweal import kinds
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.queries import minutes_of
from commonweal.capabilities.assemblies.sentences import SENTENCES
from commonweal.rules.charters.parse import parse
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.rule_sentences import SENTENCES as VOTING
from commonweal.rules.wording import say
from tests.builders import a_member, an_institution, day, founder_of
from tests.capabilities.assemblies.given import a_calling, did, now

pytestmark = pytest.mark.django_db
OPEN_KIND = "single_issue_assembly"


def a_room(kind=OPEN_KIND, *, text=""):
    """Open an assembly of three that turns to a question; two of them have roles."""
    union = an_institution(kind, charter=parse(text or kinds.text_of(kind)))
    asha = founder_of(union)
    ben, chidi = a_member(union, "Ben", at=day(1)), a_member(union, "Chidi", at=day(1))
    matters = (Matter("Do we buy a key?", 10, decides=True), Matter("The rent", 10))
    calling = a_calling(opens_at=day(41), matters=matters)
    row = call_assembly(union, calling, by=asha, at=day(30))
    for one in (asha, ben, chidi):
        did(row, "come_in", asha, about=one)
    keeper = ben if str(ben.pk) in now(row).room.roll else asha
    did(row, "hand_on", asha, about=keeper, what="minute_taker")
    did(row, "open", asha)
    did(row, "turn_to", asha, item="1", minute=1)
    return row, asha, ben, chidi


def minutes(row):
    table = SENTENCES | VOTING
    return [say(line.words, table) for line in minutes_of(now(row)).lines]


def test_what_two_counted_stands_in_the_minutes_with_what_it_decides():
    row, asha, ben, _ = a_room()

    did(row, "decide", asha, item="1", minute=2)
    did(row, "count", asha, what="2:1:0", minute=3)
    did(row, "count", ben, what="2:1:0", minute=4)
    did(row, "end_decision", asha, minute=5)

    assert minutes(row)[-2:] == [
        "A decision began: “Do we buy a key?” Counted in it: 3.",
        "Decided by a show of hands: “Do we buy a key?” Yes 2, no 1, abstained 0.",
    ]


def test_what_does_not_carry_says_why():
    row, asha, ben, _ = a_room()

    did(row, "decide", asha, item="1", minute=2)
    for one in (asha, ben):
        did(row, "count", one, what="1:1:1", minute=3)
    did(row, "end_decision", asha, minute=5)

    assert minutes(row)[-1].startswith(
        "Not carried by a show of hands: “Do we buy a key?” Yes 1, no 1, abstained 1. "
    )


def test_a_decision_can_end_in_talk():
    row, asha, _, _ = a_room()

    did(row, "decide", asha, item="1", minute=2)
    did(row, "end_decision", asha, minute=5)

    assert minutes(row)[-1] == (
        "The decision ended without hands being counted: “Do we buy a key?”"
    )


def test_a_decision_is_broken_off_for_a_reason_that_is_minuted():
    row, asha, _, _ = a_room()

    did(row, "decide", asha, item="1", minute=2)
    did(row, "count", asha, what="1:1:0", minute=3)
    did(row, "end_decision", asha, minute=5, reason="Nobody else counts.")

    assert minutes(row)[-1] == (
        "The decision was broken off: “Do we buy a key?” “Nobody else counts.”"
    )


@pytest.mark.parametrize("what", ["two:0:0", "", "1:1", "-1:0:0", "9:9:9"])
def test_what_is_no_count_of_those_in_the_room_is_refused(what):
    row, asha, _, _ = a_room()
    did(row, "decide", asha, item="1", minute=2)

    with pytest.raises(Refused) as refused:
        did(row, "count", asha, what=what, minute=3)

    assert refused.value.verdict.reason.id in {
        "hands_are_counted_up",
        "more_hands_than_members",
    }


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("tenants_union", "hands_are_not_secret"),
        ("consensus_collective", "hands_are_no_consensus"),
    ],
)
def test_hands_decide_nothing_where_the_charter_decides_otherwise(kind, why):
    row, asha, _, _ = a_room(kind)

    with pytest.raises(Refused) as refused:
        did(row, "decide", asha, item="1", minute=2)

    assert refused.value.verdict.reason.id == why


def test_a_matter_that_was_not_announced_as_a_question_is_not_decided():
    row, asha, _, _ = a_room()
    did(row, "turn_to", asha, item="2", minute=2)

    with pytest.raises(Refused) as refused:
        did(row, "decide", asha, item="2", minute=3)

    assert refused.value.verdict.reason.id == "no_decision_was_announced"

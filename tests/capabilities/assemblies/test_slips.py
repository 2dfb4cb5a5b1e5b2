"""A secret decision in the room: slips of paper that two count."""

import pytest

from commonweal import kinds
from commonweal.capabilities.assemblies import queries
from commonweal.rules.verdict import Refused
from tests.capabilities.assemblies.circles import a_circle, by_phone, minuted
from tests.capabilities.assemblies.given import did, now
from tests.capabilities.assemblies.test_hands import OPEN_KIND, a_room

pytestmark = pytest.mark.django_db
SECRET = "tenants_union"


def decided(row, *counters, what, minute=2):
    """Decide in secret, by slips that both count the same."""
    did(row, "decide", counters[0], item="1", what="slips", minute=minute)
    for one in counters:
        did(row, "count", one, what=what, minute=minute + 1)
    did(row, "end_decision", counters[0], minute=minute + 2)


@pytest.mark.parametrize("kind", [SECRET, OPEN_KIND])
def test_of_few_slips_no_more_is_told_than_what_was_decided(kind):
    row, asha, ben, _ = a_room(kind)

    decided(row, asha, ben, what="2:1:0")

    assert minuted(row)[-2:] == [
        "A secret decision began, on slips of paper: “Do we buy a key?” Slips handed "
        "out: 3.",
        "Decided in secret, on slips of paper: “Do we buy a key?” There were 3 slips. "
        "Of fewer than 5, no more is told than what was decided.",
    ]


def test_of_few_slips_that_do_not_carry_the_reason_says_no_numbers():
    row, asha, ben, _ = a_room(SECRET)

    decided(row, asha, ben, what="1:2:0")

    assert minuted(row)[-1] == (
        "Not carried in secret, on slips of paper: “Do we buy a key?” There were 3 "
        "slips. Of fewer than 5, no more is told than what was decided."
    )


def with_floor(kind, floor):
    return kinds.text_of(kind).replace(
        "[rules.ordinary]", f"[rules.ordinary]\nfloor = {floor}", 1
    )


def test_of_enough_slips_the_numbers_are_told():
    row, asha, ben, _ = a_room(SECRET, text=with_floor(SECRET, 3))

    decided(row, asha, ben, what="1:2:0")

    assert minuted(row)[-1].startswith(
        "Not carried in secret, on slips of paper: “Do we buy a key?” Yes 1, no 2, "
        "abstained 0. "
    )


def test_no_more_slips_are_counted_than_were_handed_out_and_none_by_phone():
    row, asha, ben, chidi = a_room(OPEN_KIND)
    by_phone(row, chidi)
    did(row, "decide", asha, item="1", what="slips", minute=2)

    def refused(deed, who, *, minute=3, **more):
        with pytest.raises(Refused) as why:
            did(row, deed, who, minute=minute, **more)
        return why.value.verdict.reason.id

    assert refused("answer", chidi, what="yes") == "counted_by_hand_in_this"
    assert refused("count", asha, what="2:2:0") == "more_slips_than_members"
    assert refused("end_decision", asha) == "slips_are_not_counted"
    did(row, "count", asha, what="2:1:0", minute=4)
    did(row, "count", ben, what="1:2:0", minute=4)
    assert refused("end_decision", asha, minute=5) == "slips_differ"


def test_who_said_what_is_nowhere():
    row, asha, ben, _ = a_room(OPEN_KIND)

    decided(row, asha, ben, what="2:1:0")

    [decision] = now(row).now.presence.decisions
    assert queries.who_said(now(row), decision) == ()
    assert not decision.answers


def test_slips_do_not_stand_in_for_consensus():
    row, asha, *_ = a_circle()

    with pytest.raises(Refused) as refused:
        did(row, "decide", asha, item="1", what="slips", minute=2)

    assert refused.value.verdict.reason.id == "hands_are_no_consensus"

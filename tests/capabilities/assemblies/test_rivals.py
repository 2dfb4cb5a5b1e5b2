"""Rival texts in the room: pair by pair and by phone, into minutes that add up."""

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.queries import assemblies_compared, who_said
from commonweal.rules.verdict import Refused
from tests.capabilities.assemblies.circles import minuted
from tests.capabilities.assemblies.given import did, now
from tests.capabilities.assemblies.test_hands import a_room

pytestmark = pytest.mark.django_db


def rivals(kind="single_issue_assembly"):
    """Open a room of three with a text of Ben and one of Chidi, who has a phone."""
    row, asha, ben, chidi = a_room(kind)
    did(row, "bring_text", ben, item="1", words="We buy a key.", minute=2)
    did(row, "bring_text", chidi, item="1", words="We buy two.", minute=2)
    return row, asha, ben, chidi


def counted(row, *counters, pairs, minute=5):
    for later, (pair, what) in enumerate(pairs.items()):
        for one in counters:
            did(row, "count", one, item=pair, what=what, minute=minute + later)


def test_hands_in_pairs_and_a_ranking_by_phone_choose_a_text():
    row, asha, ben, chidi = rivals()
    did(row, "choose_channel", chidi, what="phone", minute=3)
    did(row, "decide", asha, item="1", what=":texts", minute=4)
    did(row, "answer", chidi, what="2>1", minute=4)
    counted(row, asha, ben, pairs={"1-2": "2:0:0", "1-": "1:1:0", "2-": "0:2:0"})
    did(row, "end_decision", asha, minute=9)

    assert minuted(row)[-2:] == [
        "The texts on “Do we buy a key?” were put against each other, and against "
        "leaving things as they are. Counted in it: 3. They were text 1: “We buy a "
        "key.” and text 2: “We buy two.”",
        "Of the texts on “Do we buy a key?” text 1 was chosen. In pairs: text 1 "
        "against text 2: 2 to 1, text 1 against things as they are: 2 to 1 and text 2 "
        "against things as they are: 1 to 2. The text that was decided: “We buy a "
        "key.”",
    ]
    assert list(assemblies_compared(row.institution)) == []
    held = now(row)
    [decision] = held.now.presence.decisions
    assert who_said(held, decision) == (("2>1", ("Chidi",)),)


def test_where_no_text_carries_the_minutes_say_why_and_by_which_numbers():
    row, asha, ben, _chidi = rivals()
    did(row, "decide", asha, item="1", what=":texts", minute=4)
    counted(row, asha, ben, pairs={"1-2": "2:1:0", "1-": "1:2:0", "2-": "0:3:0"})
    did(row, "end_decision", asha, minute=9)

    assert minuted(row)[-1].startswith(
        "None of the texts on “Do we buy a key?” was chosen. No text had as many "
        "behind it, against leaving things as they are, as the charter asks for. In "
        "pairs: text 1 against text 2: 2 to 1,"
    )
    assert queries.may_now(now(row, minute=10), "decide", by=asha, item="1").id == (
        "decided_already"
    )


def test_in_secret_slips_are_counted_in_pairs_and_of_few_no_number_is_told():
    row, asha, ben, _chidi = rivals("tenants_union")
    did(row, "decide", asha, item="1", what="slips:texts", minute=4)
    counted(row, asha, ben, pairs={"1-2": "1:2:0", "1-": "2:1:0", "2-": "3:0:0"})
    did(row, "end_decision", asha, minute=9)

    assert minuted(row)[-2].startswith(
        "In secret, on slips of paper, the texts on “Do we buy a key?” were put "
        "against each other, and against leaving things as they are. Slips handed "
        "out: 3."
    )
    assert minuted(row)[-1] == (
        "Of the texts on “Do we buy a key?” text 2 was chosen. Of fewer than 5 slips "
        "no more is told than what was decided. The text that was decided: “We buy "
        "two.”"
    )


@pytest.mark.parametrize(
    ("deed", "what", "why"),
    [
        ("decide", "", "texts_stand_beside"),
        ("decide", "texts", "deed_unknown"),
        ("answer", "2>1", "no_decision_goes_on"),
        ("answer", "2>", "deed_unknown"),
    ],
)
def test_what_cannot_be_says_why(deed, what, why):
    row, asha, *_ = rivals()

    with pytest.raises(Refused) as refused:
        did(row, deed, asha, item="1", what=what, minute=4)

    assert refused.value.verdict.reason.id == why

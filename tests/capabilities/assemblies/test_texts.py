"""Texts and amendments in the room: through the actions, into the minutes."""

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.capabilities.assemblies.models import AssemblyDeed
from commonweal.capabilities.assemblies.queries import assemblies_compared
from commonweal.foundation.language import say
from commonweal.rules.verdict import Refused
from tests.builders import day
from tests.capabilities.assemblies.given import a_calling, did, now
from tests.capabilities.assemblies.test_hands import a_room, minutes
from tests.capabilities.assemblies.test_hidden import (
    INSULT,
    LATER,
    hidden,
    people,
    union,
)

pytestmark = pytest.mark.django_db
__all__ = ["people", "union"]
KEY = "We buy a key. Ben keeps it. It costs ten at most."


def a_text(*, kind="single_issue_assembly", words=KEY):
    """Open a room in which Ben has brought a text on the matter at hand."""
    row, asha, ben, chidi = a_room(kind)
    did(row, "bring_text", ben, item="1", words=words, minute=2)
    return row, asha, ben, chidi


def amends(row, by, what, words="", minute=3):
    did(row, "amend", by, item="1", what=what, words=words, minute=minute)


def decided(row, asha, ben, what, counted, *, minute):
    did(row, "decide", asha, item="1", what=what, minute=minute)
    for one in (asha, ben):
        did(row, "count", one, what=counted, minute=minute + 1)
    did(row, "end_decision", asha, minute=minute + 2)


def refused(row, deed, by, *, minute=9, **more):
    with pytest.raises(Refused) as why:
        did(row, deed, by, minute=minute, **more)
    return why.value.verdict.reason.id


def test_the_minutes_tell_the_text_each_amendment_and_the_text_after():
    row, asha, ben, chidi = a_text()
    amends(row, chidi, "1:replace:2", "Dora keeps it.")
    amends(row, asha, "1:strike:2", "not read")
    amends(row, chidi, "1:after:3", "We ask again in May.")
    did(row, "accept", ben, item="1", what="3", minute=4)
    decided(row, asha, ben, ":a1", "2:1:0", minute=5)
    decided(row, asha, ben, "", "3:0:0", minute=9)

    assert minutes(row)[-9:] == [
        f"Ben brought text 1 on “Do we buy a key?”: “{KEY}”",
        "Chidi proposed amendment 1 to “Do we buy a key?”. Text 1, sentence 2: in "
        "place of “Ben keeps it.” it says “Dora keeps it.”",
        f"{asha.name} proposed amendment 2 to “Do we buy a key?”. Text 1, sentence 2: "
        "“Ben keeps it.” is struck.",
        "Chidi proposed amendment 3 to “Do we buy a key?”. Text 1: after sentence 3 "
        "comes “We ask again in May.”",
        "Ben, who brought the text, took in amendment 3 to “Do we buy a key?” as a "
        "friendly one.",
        "A decision began: “Amendment 1: Do we buy a key?” Counted in it: 3. It was "
        f"taken now by the order that {asha.name} set.",
        "Decided by a show of hands: “Amendment 1: Do we buy a key?” Yes 2, no 1, "
        "abstained 0. With it these amendments fall: 2.",
        "A decision began: “Do we buy a key?” Counted in it: 3. The text that was put: "
        "“We buy a key. Dora keeps it. It costs ten at most. We ask again in May.”",
        "Decided by a show of hands: “Do we buy a key?” Yes 3, no 0, abstained 0. The "
        "text that was decided: “We buy a key. Dora keeps it. It costs ten at most. We "
        "ask again in May.”",
    ]
    assert list(assemblies_compared(row.institution)) == []


def test_what_departs_furthest_is_put_first_and_the_minutes_say_so():
    row, asha, ben, chidi = a_text()
    amends(row, chidi, "1:replace:2", "Bea keeps it.")
    amends(row, chidi, "1:strike:1")

    assert [one.number for one in queries.in_order(now(row), "1")] == [2, 1]
    decided(row, asha, ben, ":a2", "1:2:0", minute=5)
    assert minutes(row)[-2:][0].endswith("Of those that wait it departs furthest.")
    assert minutes(row)[-1].startswith(
        "Not carried by a show of hands: “Amendment 2: Do we buy a key?” Yes 1, no 2"
    )


def test_nobody_can_say_that_an_order_was_set_or_was_not():
    row, asha, _ben, chidi = a_text()
    amends(row, chidi, "1:strike:1")

    did(row, "decide", asha, item="1", what=":a1:set", minute=4)

    assert AssemblyDeed.objects.get(deed="decide").what == ":a1"


def test_what_cannot_be_done_with_texts_says_why():
    row, asha, ben, chidi = a_text()
    amends(row, chidi, "1:strike:2")

    assert refused(row, "amend", chidi, item="1", what="1:strike:4") == (
        "no_such_sentence"
    )
    assert refused(row, "amend", chidi, item="1", what="2:strike:1") == "no_such_text"
    assert refused(row, "amend", chidi, item="1", what="dance") == "no_such_text"
    assert refused(row, "accept", chidi, item="1", what="1") == (
        "only_who_brought_accepts"
    )
    assert refused(row, "accept", ben, item="1", what="x") == "amendment_does_not_wait"
    assert refused(row, "decide", asha, item="1") == "amendments_wait"
    assert refused(row, "decide", asha, item="1", what=":a7") == (
        "amendment_does_not_wait"
    )
    assert refused(row, "decide", asha, item="1", what=":all") == "deed_unknown"
    assert refused(row, "bring_text", chidi, item="1", words="x" * 5_000) == (
        "text_too_long"
    )


def test_a_text_taken_back_and_an_amendment_taken_back_are_minuted():
    row, _asha, ben, chidi = a_text(words="We buy a key.\nBen keeps it.")
    amends(row, chidi, "1:after:0", "From May on:")
    did(row, "withdraw", chidi, item="1", what="1", minute=4)
    did(row, "withdraw_text", ben, item="1", what="1", minute=5)

    assert minutes(row)[-3:] == [
        "Chidi proposed amendment 1 to “Do we buy a key?”. Text 1: at the beginning "
        "comes “From May on:”",
        "Chidi took back amendment 1 to “Do we buy a key?”.",
        "Ben took back text 1 on “Do we buy a key?”.",
    ]
    assert queries.texts_on(now(row), "1") == ()


def test_a_decision_without_enough_people_keeps_the_text_it_was_about():
    row, asha, ben, chidi = a_text()
    did(row, "decide", asha, item="1", minute=4)
    did(row, "end_decision", asha, reason="a fire alarm", minute=5)
    amends(row, chidi, "1:strike:2", minute=6)
    did(row, "accept", ben, item="1", what="1", minute=7)

    told = [one for one in minutes(row) if "The text that was put" in one]
    assert told[0].endswith(f"The text that was put: “{KEY}”")


def test_in_secret_an_amendment_is_decided_on_slips():
    row, asha, ben, chidi = a_text(kind="tenants_union")
    amends(row, chidi, "1:strike:2")

    assert refused(row, "decide", asha, item="1", what=":a1") == "hands_are_not_secret"
    decided(row, asha, ben, "slips:a1", "2:1:0", minute=5)

    assert minutes(row)[-1].startswith(
        "Decided in secret, on slips of paper: “Amendment 1: Do we buy a key?” There "
        "were 3 slips."
    )
    assert queries.texts_on(now(row), "1")[0].words == (
        "We buy a key. It costs ten at most."
    )


def test_hidden_words_are_gone_from_text_page_and_minutes_and_the_rest_holds(people):
    hugo, rosa, samir = people["hugo"], people["rosa"], people["samir"]
    calling = a_calling(opens_at=day(20), matters=(Matter("A key?", 5, decides=True),))
    row = call_assembly(hugo.institution, calling, by=hugo, at=day(2))
    did(row, "bring_text", hugo, item="1", words=f"{INSULT} We buy a key.", minute=-60)
    for one in (hugo, rosa, samir):
        did(row, "come_in", one, code=row.code)
    did(row, "hand_on", hugo, about=hugo, what="minute_taker")
    did(row, "open", hugo)
    did(row, "turn_to", hugo, item="1", minute=1)
    amends(row, samir, "1:replace:2", "We buy two.")
    did(row, "accept", hugo, item="1", what="1", minute=4)
    did(row, "close", hugo, minute=5)
    later = row.opens_at + LATER

    there = queries.passages(row, at=later)
    hidden(next(one.said for one in there if INSULT in one.said.text), people, at=later)

    seen = queries.seen(row, at=later)
    told = str([say(one.words) for one in queries.minutes_of(seen).lines])
    assert INSULT not in told
    assert "We buy two." in told
    assert seen.now.not_counted == ()
    [amendment] = queries.amendments_on(seen, "1")
    assert amendment.fate == "friendly"
    assert queries.texts_on(seen, "1")[0].veil

"""Texts sentence by sentence, amendments in order, and what becomes of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import at, opened, reasons, room, where
from tests.rules.assemblies.texts_in_rooms import (
    KEY,
    accept,
    amend,
    bring,
    fates,
    going,
    vote,
    withdraw,
    words,
)

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies import texts as rules
from commonweal.rules.assemblies.amending import (
    fate,
    open_amendments,
    text_then,
)
from commonweal.rules.assemblies.events_texts import (
    TextWithdrawn,
)


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        ("", []),
        ("One line", ["One line"]),
        ("Do we? Yes! Then so.", ["Do we?", "Yes!", "Then so."]),
        ("First\n\nSecond. Third", ["First", "Second.", "Third"]),
        ("It costs 3.50 at most.", ["It costs 3.50 at most."]),
        ("¿Sí? نعم؟ Good…  So", ["¿Sí?", "نعم؟", "Good…", "So"]),
    ],
)
def test_a_text_is_taken_apart_into_sentences(said, sentences):
    found = rules.parts(said)

    assert [one.words for one in found] == sentences
    assert [one.place for one in found] == list(range(1, len(sentences) + 1))


def test_lines_stay_where_they_were():
    assert rules.joined(rules.parts("One. Two.\nThree.")) == "One. Two.\nThree."


@given(st.text(alphabet="ab .!?\n", max_size=60))
def test_put_together_again_a_text_has_the_same_words(said):
    assert rules.joined(rules.parts(said)).split() == said.split()


@given(st.text(alphabet="ab .!?\n", max_size=60))
def test_what_was_put_together_is_taken_apart_the_same(said):
    once = rules.parts(said)

    assert rules.parts(rules.joined(once)) == once


def test_a_friendly_amendment_is_in_the_text_at_once():
    now = going(
        bring(),
        amend("chidi", "replace", 2, "Dora keeps it."),
        amend("dora", "strike", 3, minute=2),
        accept("ben", 1),
        accept("ben", 2),
    )

    assert fates(now) == ["friendly", "friendly"]
    assert words(now) == "We buy a key. Dora keeps it."


def test_an_amendment_is_carried_or_lost_by_the_room():
    now = going(
        bring(),
        amend("chidi", "replace", 2, "Dora keeps it."),
        amend("dora", "strike", 3),
        *vote(1),
        *vote(2, yes=1, no=4, minute=5),
        *vote(minute=6),
    )

    assert reasons(now) == []
    assert fates(now) == ["carried", "lost"]
    assert words(now) == "We buy a key. Dora keeps it. It costs ten at most."
    assert now.presence.is_decided("hall")


def test_of_two_on_one_sentence_the_other_falls_and_is_not_put():
    now = going(
        bring(),
        amend("chidi", "replace", 2, "Dora keeps it."),
        amend("dora", "strike", 2),
        amend("emil", "after", 2, "So that it is safe."),
        *vote(1),
        deeds.DecisionBegan("asha", "hall", at(5), about="a2"),
        amend("farah", "replace", 2, "Nobody keeps it.", minute=6),
        accept("ben", 3, minute=6),
    )

    assert fates(now) == ["carried", "fell", "friendly"]
    assert reasons(now) == ["amendment_does_not_wait", "sentence_was_changed"]
    assert words(now) == (
        "We buy a key. Dora keeps it. So that it is safe. It costs ten at most."
    )


def test_new_sentences_stand_in_the_order_they_were_taken_in():
    now = going(
        bring(),
        amend("chidi", "after", 0, "First."),
        amend("dora", "after", 1, "Then B."),
        amend("emil", "after", 1, "Then A."),
        amend("farah", "strike", 1),
        accept("ben", 3, minute=3),
        accept("ben", 2, minute=4),
        accept("ben", 4, minute=5),
        accept("ben", 1, minute=6),
    )

    assert words(now) == "First. Then A. Then B. Ben keeps it. It costs ten at most."


def test_a_text_is_put_once_no_amendment_waits():
    now = going(
        bring(),
        amend("chidi", "strike", 2),
        deeds.DecisionBegan("asha", "hall", at(3)),
        withdraw("chidi", 1, minute=4),
        *vote(minute=5),
    )

    assert reasons(now) == ["amendments_wait"]
    assert fates(now) == ["withdrawn"]
    assert now.presence.is_decided("hall")


def test_an_amendment_decided_without_enough_people_waits_on():
    now = going(
        bring(),
        amend("chidi", "strike", 2),
        *vote(1)[:-1],
        *(deeds.WentOut(one, one, at(4, 25)) for one in ("chidi", "dora", "emil")),
        vote(1)[-1],
    )
    few = room(quorum_least=4)
    lost = where(
        few,
        [
            *opened(),
            deeds.Handed("asha", "doorkeeper", "ben", at(0, 30)),
            bring(),
            amend("chidi", "strike", 2),
            *vote(1)[:-1],
            *(deeds.WentOut(one, one, at(4, 25)) for one in ("chidi", "dora", "emil")),
            vote(1)[-1],
        ],
    )

    assert fates(now) == ["carried"]
    assert [fate(few, lost, one) for one in lost.texts.amended("hall")] == ["open"]
    assert len(open_amendments(few, lost, "hall")) == 1


def test_where_the_text_is_taken_back_its_amendments_fall():
    now = going(
        bring(),
        amend("chidi", "strike", 2),
        TextWithdrawn("ben", "hall", 1, at(3)),
        bring(words="We buy none.", minute=4),
    )

    assert fates(now) == ["fell"]
    assert [one.number for one in now.texts.standing("hall")] == [2]


def test_what_departs_furthest_comes_first_and_of_equals_the_earlier():
    now = going(
        bring(),
        amend("chidi", "replace", 2, "Ben or Dora keeps it."),
        amend("dora", "strike", 3),
        amend("emil", "strike", 3),
        amend("farah", "replace", 1, "We have no money for a key and make none."),
    )

    waiting = open_amendments(room(), now, "hall")
    assert [one.number for one in rules.in_order(now.texts, waiting)] == [4, 2, 3, 1]


def test_before_the_assembly_texts_are_brought_and_amended_but_not_taken_in():
    now = where(
        room(),
        [
            bring(minute=-60),
            amend("chidi", "strike", 2, minute=-50),
            accept("ben", 1, minute=-40),
            withdraw("chidi", 1, minute=-30),
        ],
        minute=-20,
    )

    assert fates(now) == ["withdrawn"]
    assert reasons(now) == ["assembly_not_open"]


def test_a_text_that_only_friendly_amendments_changed_is_still_ones_own():
    now = going(
        bring(),
        amend("chidi", "strike", 2),
        accept("ben", 1),
        TextWithdrawn("ben", "hall", 1, at(4)),
    )

    assert reasons(now) == []
    assert now.texts.standing("hall") == ()


def test_how_a_text_stood_earlier_is_known():
    now = going(
        bring(),
        amend("chidi", "strike", 2),
        accept("ben", 1, minute=5),
        TextWithdrawn("ben", "hall", 1, at(7)),
    )

    text = now.texts.text("hall", 1)
    before, after = (
        rules.joined(text_then(room(), now, text, at=at(minute))) for minute in (4, 6)
    )
    assert (before, after) == (KEY, "We buy a key. It costs ten at most.")
    assert [text.stood(at(minute)) for minute in (0, 1, 6, 7)] == [
        *(False, True, True, False)
    ]

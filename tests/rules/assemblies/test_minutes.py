"""Minutes after the assembly: what may be put beside a line, and when it is fixed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import at

from commonweal.rules.assemblies.minutes import (
    ACTS,
    MOST_OF_ONE,
    MOST_REMARKS,
    MOST_WAITING_OF_ONE,
    WITH_WORDS,
    Draft,
    Written,
    may_minute,
    minutes,
)

DRAFT = Draft(at(0), frozenset({"asha", "ben"}), frozenset({0, 7, 9}))
PEOPLE = ("asha", "ben", "chidi", "")

acts = st.lists(
    st.builds(
        Written,
        number=st.integers(1, 40),
        act=st.sampled_from(ACTS),
        by=st.sampled_from(PEOPLE),
        at=st.integers(-5, 60).map(at),
        line=st.sampled_from([0, 7, 8, 9]),
        words=st.sampled_from(["", " ", "The rent is 400."]),
        answers=st.integers(0, 40),
    ),
    max_size=40,
    unique_by=lambda one: one.number,
)


def act(number, name, by="asha", line=7, words=None, answers=0, minute=5):
    words = ("It was 400." if name in WITH_WORDS else "") if words is None else words
    return Written(number, name, by, at(minute), line, words, answers)


def stands(*done):
    return minutes(DRAFT, done)


def why(*done):
    """Say why the last of these cannot be done after the others."""
    *before, last = done
    return may_minute(DRAFT, stands(*before), last).reason.id


def test_who_took_minutes_puts_a_line_right_and_adds_after_it():
    first, second = stands(act(1, "correct"), act(2, "add", by="ben")).remarks

    assert (first.fate, first.is_added) == ("stands", False)
    assert (second.fate, second.is_added) == ("stands", True)


def test_what_others_propose_waits_until_it_is_taken():
    [one] = stands(act(1, "propose", by="chidi"), act(2, "take", answers=1)).remarks

    assert (one.fate, one.by, one.answered_by) == ("stands", "chidi", "asha")


def test_minutes_go_out_by_themselves_when_their_day_comes():
    assert stands(act(1, "send_out", by="")).sent_out_at == at(5)


@pytest.mark.parametrize(
    ("done", "reason"),
    [
        ([act(1, "correct", minute=-1)], "minutes_still_write"),
        ([act(1, "correct", by="chidi")], "only_who_took_minutes"),
        ([act(1, "take", by="", answers=1)], "only_who_took_minutes"),
        ([act(1, "propose", by="chidi", words=" ")], "words_for_minutes_missing"),
        ([act(1, "correct", line=8)], "no_such_line"),
        ([act(1, "approve"), act(2, "correct")], "minutes_are_approved"),
        ([act(1, "take", answers=7)], "no_such_correction"),
        ([act(1, "correct"), act(2, "take", answers=1)], "no_such_correction"),
        (
            [act(1, "propose", by="chidi"), act(2, "drop", answers=1)],
            "correction_is_anothers",
        ),
        (
            [
                act(1, "propose", by="chidi"),
                act(2, "refer", answers=1),
                act(3, "refer", answers=1),
            ],
            "correction_is_referred",
        ),
        ([act(1, "send_out"), act(2, "send_out")], "minutes_are_out"),
        ([act(1, "propose"), act(2, "take", answers=1)], "correction_is_yours"),
        ([act(1, "propose"), act(2, "room_took", answers=1)], "correction_is_yours"),
        ([act(1, "confirm"), act(2, "confirm")], "has_confirmed"),
        ([act(1, "confirm", words="Unseen.")], "no_words_for_this"),
        (
            [
                act(number, "propose", by="chidi")
                for number in range(MOST_WAITING_OF_ONE + 1)
            ],
            "enough_corrections_of_you",
        ),
        (
            [act(number, "add") for number in range(MOST_REMARKS + 1)],
            "minutes_are_full",
        ),
    ],
)
def test_what_cannot_be_is_refused(done, reason):
    assert why(*done) == reason


@pytest.mark.parametrize(
    ("answer", "by", "fate"),
    [
        ("take", "ben", "stands"),
        ("refer", "ben", "referred"),
        ("drop", "chidi", "dropped"),
        ("room_took", "dora", "stands"),
        ("room_left", "dora", "left"),
    ],
)
def test_a_proposal_is_answered(answer, by, fate):
    now = stands(act(1, "propose", by="chidi"), act(2, answer, by=by, answers=1))

    assert [one.fate for one in now.remarks] == [fate]
    assert len(now.waiting) == (fate == "referred")


def test_what_came_while_hands_were_counted_is_left():
    now = stands(act(1, "propose", by="chidi"), act(2, "approve", by="dora"))

    [one] = now.remarks
    assert (one.fate, one.answered_by) == ("left", "")
    assert now.waiting == ()


def test_before_the_assembly_is_over_there_is_nothing_to_put_right():
    going_on = Draft(None, frozenset({"asha"}), frozenset({0}))

    assert may_minute(going_on, minutes(going_on, []), act(1, "correct")).reason.id == (
        "minutes_still_write"
    )


def test_members_say_that_they_have_nothing_to_put_right():
    now = stands(act(1, "confirm", by="chidi"))

    assert now.confirmed == {"chidi"}
    assert may_minute(DRAFT, now, act(2, "approve", by="chidi"))


def test_a_line_can_be_put_right_from_the_instant_it_is_over():
    assert stands(act(1, "correct", minute=0)).remarks


def test_one_member_neither_fills_minutes_nor_begins_anew_by_dropping():
    dropped = [
        done
        for number in range(1, 2 * MOST_REMARKS, 2)
        for done in (
            act(number, "propose", by="chidi"),
            act(number + 1, "drop", by="chidi", answers=number),
        )
    ]

    now = stands(*dropped)

    assert len(now.remarks) == MOST_OF_ONE
    assert may_minute(DRAFT, now, act(999, "propose", by="dora"))
    again = may_minute(DRAFT, now, act(999, "propose", by="chidi"))
    assert again.reason.id == "corrections_of_you_used"


def test_what_is_proposed_leaves_room_for_whoever_took_the_minutes():
    many = [act(n, "propose", by=f"m{n}") for n in range(1, MOST_REMARKS + 1)]

    now = stands(*many)

    assert may_minute(DRAFT, now, act(999, "correct"))
    full = may_minute(DRAFT, now, act(999, "propose", by="chidi"))
    assert full.reason.id == "minutes_are_full"


# ---- whatever is done with them


@given(acts)
def test_no_remark_of_others_stands_unless_it_was_answered(done):
    now = minutes(DRAFT, done)

    for one in now.remarks:
        if one.by not in DRAFT.writers:
            assert (one.fate == "proposed") == (one.answered_at is None)


@given(acts, acts)
def test_what_is_approved_stays_as_it_is(done, later):
    approve = act(100, "approve", by="", minute=90)
    fixed = minutes(DRAFT, [*done, approve])
    moved = [
        Written(one.number + 200, one.act, one.by, at(120), one.line, one.words)
        for one in later
    ]

    assert fixed.approved_at is not None
    assert minutes(DRAFT, [*done, approve, *moved]) == fixed


@given(acts)
def test_every_remark_is_on_a_line_and_says_something(done):
    for one in minutes(DRAFT, done).remarks:
        assert one.line in DRAFT.lines
        assert one.words.strip()


@given(acts)
def test_the_order_in_which_they_are_handed_over_does_not_matter(done):
    assert minutes(DRAFT, done) == minutes(DRAFT, reversed(done))

"""Words that whoever took minutes sets aside: with a reason, and not for good."""

from dataclasses import replace

import pytest
from tests.rules.assemblies.rooms import at

from commonweal.rules.assemblies.approving import Before, may_be_approved
from commonweal.rules.assemblies.minutes import Draft, Written, may_minute, minutes

DAY = 24 * 60
DRAFT = Draft(at(0), frozenset({"asha", "ben"}), frozenset({0}))
OUT = Written(1, "send_out", "asha", at(5))
PROPOSED = Written(2, "propose", "chidi", at(6), words="It was 400.")
ASIDE = Written(3, "set_aside", "asha", at(7), words="The deed says 300.", answers=2)
ASKED = Written(4, "ask_room", "chidi", at(8), answers=2)
LET_BE = replace(ASKED, act="let_be")
BEFORE = Before(at(10), at(7 * DAY), there=3, members=9, came=4)


def stands(*done):
    return minutes(DRAFT, [OUT, PROPOSED, *done])


def why(*done):
    """Say why the last of these cannot be done after the others."""
    *before, last = done
    return may_minute(DRAFT, stands(*before), last).reason.id


def test_what_is_set_aside_stays_in_a_list_with_who_did_it_and_why():
    now = stands(ASIDE)

    [one] = now.left_out
    assert (one.words, one.by, one.fate) == ("It was 400.", "chidi", "set_aside")
    assert (one.answered_by, one.reason) == ("asha", "The deed says 300.")
    assert now.waiting == ()
    assert now.asks_still("chidi")
    assert not now.asks_still("asha")


def test_whoever_proposed_it_can_still_ask_the_next_assembly():
    now = stands(ASIDE, ASKED)

    [one] = now.waiting
    assert (one.fate, one.reason) == ("referred", "The deed says 300.")
    assert may_be_approved(now, BEFORE).reason.id == "corrections_wait"
    room = Written(5, "room_took", "ben", at(7 * DAY + 1), answers=2)
    [taken] = stands(ASIDE, ASKED, room).remarks
    assert (taken.fate, taken.answered_by) == ("stands", "")


def test_whoever_leaves_it_at_that_is_not_told_again():
    now = stands(ASIDE, LET_BE)

    assert [one.fate for one in now.left_out] == ["set_aside"]
    assert not now.asks_still("chidi")


def test_nobody_stops_a_room_by_asking_while_it_is_at_the_minutes():
    late = replace(ASKED, at=at(7 * DAY + 1))

    assert may_be_approved(stands(ASIDE, late), BEFORE)


def test_what_an_assembly_did_not_take_stays_in_the_list():
    room = Written(3, "room_left", "ben", at(9), answers=2)

    assert [one.fate for one in stands(room).left_out] == ["left"]


@pytest.mark.parametrize(
    ("done", "reason"),
    [
        ([replace(ASIDE, by="dolores")], "only_who_took_minutes"),
        ([replace(ASIDE, words=" ")], "reason_for_setting_aside_missing"),
        ([replace(ASIDE, answers=9)], "no_such_correction"),
        ([ASIDE, replace(ASIDE, number=4)], "no_such_correction"),
        ([ASIDE, ASKED, replace(ASIDE, number=5)], "correction_is_referred"),
        ([ASKED], "correction_not_set_aside"),
        ([ASIDE, replace(ASKED, by="asha")], "only_who_proposed_asks"),
        ([ASIDE, ASKED, replace(ASKED, number=5)], "correction_not_set_aside"),
        ([ASIDE, LET_BE, replace(ASKED, number=5)], "correction_not_set_aside"),
        ([ASIDE, replace(ASKED, words="But it was.")], "no_words_for_this"),
    ],
)
def test_what_cannot_be_is_refused(done, reason):
    assert why(*done) == reason


def test_nobody_sets_aside_what_they_proposed_themselves():
    own = replace(PROPOSED, number=4, by="asha")
    aside = replace(ASIDE, number=5, answers=4)

    assert why(own, aside) == "correction_is_yours_to_drop"

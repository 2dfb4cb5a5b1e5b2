"""Who speaks for whom in a test: for oneself, and where nobody else could."""

from tests.rules.assemblies.circles_in_rooms import (
    THREE,
    blocked,
    counted,
    ended,
    put,
    says,
    stage,
)
from tests.rules.assemblies.rooms import at, reasons, room, where

from commonweal.rules.assemblies.events import WentOut
from commonweal.rules.assemblies.events_testing import BlockJudged


def rules(of, *, by=None, minute=9, holds=False):
    return BlockJudged(by or of, of, "hall", 1, holds, at(minute))


def by_hand(*more):
    """Let Chidi block on their own page, and all others raise a hand."""
    counts = [counted("asha", 2), counted("ben", 2)]
    return where(
        room(), [*put(*THREE), says("chidi", "block"), *counts, ended(), *more]
    )


def test_nobody_writes_a_position_down_for_whoever_answers_by_phone():
    events = [*put(*THREE, phones=("chidi",)), says("chidi", by="asha", minute=4)]

    now = where(room(), events)

    assert reasons(now) == ["answers_by_phone"]


def test_nobody_writes_down_what_somebody_says_who_is_not_there():
    gone = WentOut("chidi", "chidi", at(3))

    now = where(room(), [*put(*THREE), gone, says("chidi", by="asha", minute=4)])

    assert reasons(now) == ["not_in_the_room"]


def test_nobody_rules_on_a_block_in_the_name_of_whoever_answers_by_phone():
    now = blocked(rules("asha"), rules("ben", by="asha"))

    assert reasons(now) == ["answers_by_phone"]
    assert stage(now) == "resolving"


def test_a_ruling_is_written_down_for_whoever_has_no_phone():
    now = by_hand(rules("asha"), rules("ben", by="asha"))

    assert reasons(now) == []
    assert stage(now) == "adopted"


def test_nobody_writes_over_a_ruling_that_somebody_gave_themselves():
    now = by_hand(rules("ben", holds=True), rules("asha"), rules("ben", by="asha"))

    assert reasons(now) == ["own_ruling_stands"]
    assert stage(now) == "resolving"


def test_who_tries_to_rule_before_the_end_does_not_learn_whether_somebody_blocks():
    def refused(*said):
        events = [*put(*THREE, phones=THREE), *said, rules("ben", minute=4)]
        return reasons(where(room(), events))

    assert refused() == refused(says("chidi", "block")) == ["test_still_goes_on"]


def test_what_two_have_counted_is_not_broken_off():
    counts = [counted("asha", 3), counted("ben", 3)]

    now = where(room(), [*put(*THREE), *counts, ended(reason="I do not like it.")])

    assert reasons(now) == ["counted_test_stands"]
    assert now.presence.testing is not None


def test_a_count_of_too_few_can_be_broken_off():
    counts = [counted("asha", 1), counted("ben", 1)]
    meeting = room(quorum_least=3)

    now = where(meeting, [*put(*THREE), *counts, ended(reason="Nobody says much.")])

    assert reasons(now) == []
    assert now.presence.testing is None

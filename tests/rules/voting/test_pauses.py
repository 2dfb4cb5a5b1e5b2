"""A vote is put off once for each right, by whoever holds its office."""

from datetime import UTC, datetime

import pytest

from commonweal.rules.sentence import local_text
from commonweal.rules.voting.pauses import Paused, PauseTerms, may_pause

LAND = PauseTerms("land", local_text(en="Land"), local_text(en="The river."), "keeper")
ONCE = Paused("land", "asha", 7, datetime(2026, 1, 2, tzinfo=UTC))


def asked(terms=LAND, stage="deliberating", so_far=(), *, holds=True, reason="Fish."):
    return may_pause(terms, stage, so_far, holds=holds, reason=reason)


@pytest.mark.parametrize("stage", ["deliberating", "amending", "frozen"])
def test_it_is_put_off_from_being_admitted_until_it_opens(stage):
    assert asked(stage=stage)


@pytest.mark.parametrize("stage", ["draft", "seeking_support", "deciding", "in_force"])
def test_before_and_after_there_is_nothing_to_put_off(stage):
    assert asked(stage=stage).id == "nothing_to_put_off"


def test_each_right_is_used_once():
    assert asked(so_far=[ONCE]).id == "put_off_already"
    other = Paused("night", "ben", 7, ONCE.at)
    assert asked(so_far=[other])


def test_it_takes_the_office_a_reason_and_a_right_there_is():
    assert asked(holds=False).id == "pause_is_of_an_office"
    assert asked(reason=" ").id == "pause_needs_reason"
    assert asked(None).id == "pause_unknown"

"""Words for minutes that are set aside: told to whoever proposed them, and held."""

import pytest

from commonweal.foundation.journal import queries as journal
from commonweal.foundation.language import say
from tests.builders import day
from tests.capabilities.assemblies.test_minutes import (
    asha,
    ben,
    chidi,
    kept,
    needs,
    row,
    union,
    wrote,
)

__all__ = ["asha", "ben", "chidi", "row", "union"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def aside(row, asha, chidi):
    """Let Asha set aside what Chidi proposed."""
    wrote(row, "propose", chidi, words="I was there from nine on.")
    wrote(row, "set_aside", asha, answers=1, words="The door was shut at nine.")
    return row


def left_out(row):
    return [
        (say(one.says).split(",")[0], one.words, one.reason)
        for one in kept(row).left_out
    ]


def test_they_stand_in_a_list_with_the_reason(aside):
    assert left_out(aside) == [
        ("Proposed by Chidi", "I was there from nine on.", "The door was shut at nine.")
    ]
    [one] = kept(aside).left_out
    assert say(one.says).endswith("Asha set it aside:")
    assert kept(aside).line(0).beside == ()


def test_it_waits_for_whoever_proposed_them_until_they_answer(aside, ben, chidi):
    assert "read_set_aside" in needs(chidi, day(9))
    assert "read_set_aside" not in needs(ben, day(9))

    wrote(aside, "let_be", chidi, answers=1)

    assert "read_set_aside" not in needs(chidi, day(9))
    assert left_out(aside)


def test_whoever_proposed_them_asks_the_next_assembly(aside, chidi):
    wrote(aside, "ask_room", chidi, answers=1)

    [one] = kept(aside).line(0).beside
    assert one.waits
    assert "The next assembly is to answer." in say(one.says)
    assert one.reason == "The door was shut at nine."
    assert "read_set_aside" not in needs(chidi, day(9))


def test_every_deed_is_held(union, aside, chidi):
    wrote(aside, "ask_room", chidi, answers=1)

    assert journal.verify(union) == ()

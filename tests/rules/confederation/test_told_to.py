"""A delegate reads "your body", everybody else "their body"; nothing is said twice."""

import pytest

from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.confederation.sentences_mandates import OF_OTHERS, TO_THEM
from commonweal.rules.confederation.told_to import to_others
from commonweal.rules.sentence import Sentence
from commonweal.rules.wording import say


def test_what_is_in_a_sentence_is_told_to_others_with_it():
    theirs = Sentence("outside_mandate", {"must": Sentence("say_no")})

    assert say(theirs, SENTENCES) == "You were told otherwise. Your body says no."
    assert say(to_others(theirs), SENTENCES) == (
        "They were told otherwise. Their body says no."
    )


def test_what_is_said_to_all_stays_as_it_is():
    alike = Sentence("seat_held_by_another")

    assert to_others(alike) == alike


def test_whatever_is_written_to_a_delegate_is_written_to_others_too():
    assert set(OF_OTHERS) == {f"{one}_others" for one in TO_THEM}


@pytest.mark.parametrize("words", OF_OTHERS.values())
def test_nobody_else_is_spoken_to_as_the_delegate(words):
    assert "your" not in words.lower().split()
    assert "you" not in words.lower().split()

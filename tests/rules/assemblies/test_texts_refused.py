"""What cannot be done with texts and amendments, each with its sentence."""

import pytest
from tests.rules.assemblies.rooms import ROLL, at, reasons
from tests.rules.assemblies.texts_in_rooms import (
    accept,
    amend,
    bring,
    going,
    vote,
    withdraw,
)

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies.events_texts import TextWithdrawn


def many(minute):
    return [
        amend(by, "after", 1, "More.", minute=minute) for by in ROLL for _ in range(3)
    ]


TAKEN = [withdraw(by, 3 * n + more) for n, by in enumerate(ROLL) for more in (1, 2, 3)]


@pytest.mark.parametrize(
    ("events", "why"),
    [
        ([bring(item="moon")], "not_on_the_agenda"),
        ([bring(item="talk")], "no_decision_was_announced"),
        ([bring(by="guest")], "no_vote_for_texts"),
        ([bring(words=" ")], "text_needs_words"),
        ([bring(), bring()], "brought_a_text_already"),
        ([deeds.WentOut("ben", "ben", at(0, 50)), bring()], "not_in_the_room_yourself"),
        (
            [bring(by) for by in ("asha", "ben", "chidi", "dora", "emil")],
            "enough_texts",
        ),
        ([deeds.DecisionBegan("asha", "hall", at(1)), bring()], "decision_goes_on"),
        ([*vote(minute=1), bring(minute=2)], "decided_already"),
        (
            [deeds.Adjourned("asha", "hall", "late", at(1)), bring(minute=2)],
            "item_was_adjourned",
        ),
        ([TextWithdrawn("ben", "hall", 1, at(2))], "no_such_text"),
        ([bring(), TextWithdrawn("asha", "hall", 1, at(2))], "text_is_anothers"),
        (
            [
                bring(),
                amend("chidi", "strike", 2),
                *vote(1),
                TextWithdrawn("ben", "hall", 1, at(6)),
            ],
            "text_is_the_rooms",
        ),
        ([amend("chidi", "strike", 2)], "no_such_text"),
        ([bring(), amend("chidi", "strike", 0)], "no_such_sentence"),
        ([bring(), amend("chidi", "after", 0)], "amendment_needs_words"),
        (
            [bring(), *(amend("chidi", "after", 0, "x") for _ in range(4))],
            "enough_amendments_of_you",
        ),
        (
            [bring(), *many(2), *TAKEN, *many(4)],
            "enough_amendments",
        ),
        ([bring(), accept("ben", 1)], "amendment_does_not_wait"),
        (
            [bring(), amend("chidi", "strike", 2), accept("chidi", 1)],
            "only_who_brought_accepts",
        ),
        (
            [
                bring(item="rent"),
                amend("chidi", "strike", 2, item="rent"),
                accept("ben", 1, item="rent"),
            ],
            "not_the_matter_at_hand",
        ),
        ([bring(), withdraw("ben", 1)], "amendment_does_not_wait"),
        (
            [bring(), amend("chidi", "strike", 2), withdraw("ben", 1)],
            "amendment_is_anothers",
        ),
        (
            [deeds.DecisionBegan("asha", "hall", at(2), about="a9")],
            "amendment_does_not_wait",
        ),
        ([deeds.DecisionBegan("asha", "hall", at(2), about="all")], "deed_unknown"),
    ],
)
def test_what_cannot_be_says_why(events, why):
    assert reasons(going(*events))[0] == why

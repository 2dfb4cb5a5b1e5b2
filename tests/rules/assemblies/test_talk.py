"""The talk about what was tested: blocks taken back, ruled on, other words."""

from tests.rules.assemblies.circles_in_rooms import (
    WORDS,
    blocked,
    ended,
    says,
    stage,
    why,
)
from tests.rules.assemblies.rooms import at, reasons

from commonweal.rules.assemblies.events import (
    DecisionBegan,
    ItemBegun,
)
from commonweal.rules.assemblies.events_testing import (
    BlockJudged,
    PutToTest,
)


def test_a_block_that_is_taken_back_lets_it_pass():
    assert stage(blocked()) == "resolving"
    assert stage(blocked(says("chidi", "stand_aside", 9))) == "adopted"


def test_a_block_is_taken_back_only_while_its_matter_is_at_hand():
    now = blocked(ItemBegun("asha", "rent", at(8)), says("chidi", "agree", 9))

    assert reasons(now) == ["no_test_goes_on"]


def test_the_others_rule_on_a_block():
    rulings = [
        BlockJudged(of, of, "hall", 1, False, at(9)) for of in ("asha", "ben", "chidi")
    ]

    now = blocked(*rulings)

    assert stage(now) == "adopted"
    assert reasons(now) == ["consensus_is_over"]


def test_the_same_words_are_put_again_once_they_were_talked_over():
    again = [
        PutToTest("asha", "hall", "", at(10)),
        *(says(of, "object", 11) for of in ("asha",)),
        *(says(of, minute=11) for of in ("ben", "chidi")),
        ended(12),
    ]

    now = blocked(*again)

    # An objection that was talked over counts as standing aside.
    assert stage(now) == "adopted"
    assert now.presence.tests[-1].words == WORDS


def test_other_words_are_put_as_often_as_the_terms_say():
    def tried(number):
        return [
            PutToTest("asha", "hall", f"Wording {number}", at(10 * number)),
            *(says(of, minute=10 * number + 1) for of in ("asha", "ben")),
            says("chidi", "block", 10 * number + 1),
            ended(10 * number + 2),
        ]

    now = blocked(*tried(1), *tried(2), *tried(3)[:1])

    assert why(now) == [
        "The words can be tested 3 times, and were. Make a new proposal."
    ]


def test_what_a_test_settled_is_neither_tested_nor_voted_on_again():
    now = blocked(
        says("chidi", "agree", 8),
        PutToTest("asha", "hall", "Other words", at(9)),
        DecisionBegan("asha", "hall", at(9)),
    )

    assert reasons(now) == ["decided_already"] * 2


def test_what_a_test_did_not_settle_can_be_voted_on():
    now = blocked(DecisionBegan("asha", "hall", at(9)))

    assert reasons(now) == []
    assert now.presence.deciding is not None

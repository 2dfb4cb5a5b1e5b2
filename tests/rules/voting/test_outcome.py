"""Names come into what a count says, and ids stay where ids belong."""

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.outcome import Outcome, Step, Transfer, with_names

NAMES = {"a1": "Ada", "b2": "Ben"}
PARTED = Sentence("tie_lot_first", {"tied": ("a1", "b2"), "chosen": "a1", "n": 2})
COUNTED = Outcome(
    "irv",
    1,
    ("a1",),
    tied=(("a1", "b2"),),
    tie_break=PARTED,
    steps=(
        Step(
            Sentence("exclusion_of", {"name": ("b2", "c3")}),
            Sentence("sentences_after_each_other", {"first": PARTED, "then": "a1"}),
            {"a1": 2, "b2": 2},
            elected=("a1",),
            transfers=(Transfer("b2", "a1", 2),),
        ),
    ),
)


def test_a_count_is_told_with_names_wherever_it_says_something():
    told = with_names(COUNTED, NAMES)

    parted = {"tied": ("Ada", "Ben"), "chosen": "Ada", "n": 2}
    [step] = told.steps
    assert told.tie_break.facts == parted
    assert step.title.facts == {"name": ("Ben", "c3")}
    assert step.explanation.facts["first"].facts == parted
    assert step.explanation.facts["then"] == "Ada"


def test_winners_counts_and_transfers_keep_their_ids():
    told = with_names(COUNTED, NAMES)

    assert (told.winners, told.tied) == (COUNTED.winners, COUNTED.tied)
    assert told.steps[0].counts == COUNTED.steps[0].counts
    assert told.steps[0].elected == ("a1",)
    assert told.steps[0].transfers == COUNTED.steps[0].transfers


def test_a_count_without_a_tie_gets_no_words_for_one():
    assert with_names(Outcome("irv", 1, ("a1",)), NAMES) == Outcome("irv", 1, ("a1",))


def test_where_all_names_are_there_a_count_is_given_back_as_it_is():
    assert with_names(COUNTED, {}) is COUNTED

"""Faulty rankings are read as the contest's settings say, in the words of RCTab."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    LOT,
    OPTIONS,
    a_contest,
    ranked,
    untidy_rankings,
)

from commonweal.rules.voting.marks_read import Reading, ranks_read, reading_of
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render


def read(order: str, **rules) -> str:
    """Read a ballot by these rules, and write what is left of it in the same way."""
    ranks = ranks_read(ranked(order).marks.ranks, Reading(**rules))
    return " ".join("=".join(rank) for rank in ranks)


@pytest.mark.parametrize(
    ("order", "rules", "said"),
    [
        ("A B=C D", {}, "A"),
        ("A B=C D", {"overvote": "skipped"}, "A D"),
        ("A B=C D", {"overvote": "ends_if_several_stand"}, "A B=C D"),
        ("A B=B D", {}, "A B D"),
        ("A - B - - C", {}, "A B C"),
        ("A - B - - C", {"skipped": 1}, "A B"),
        ("- - A", {"skipped": 1}, ""),
        ("- A", {"skipped": 0}, ""),
        ("- A", {"skipped": 1}, "A"),
        ("A B A C", {}, "A B C"),
        ("A B A C", {"repeated": "ends"}, "A B"),
    ],
)
def test_a_fault_ends_a_ballot_or_is_passed_over(order, rules, said):
    assert read(order, **rules) == said


def test_a_shared_rank_counts_once_one_of_its_options_is_left():
    ballots = [ranked("A=B", 3), ranked("A", 4), ranked("B", 1), ranked("C A", 2)]
    contest = a_contest("A B C", overvote="ends_if_several_stand")
    later = [ranked("B A=C", 3), ranked("A", 4), ranked("C", 2), ranked("D", 5)]

    first = METHODS["irv"].count(contest, ballots, LOT)
    second = METHODS["irv"].count(
        a_contest("A B C D", overvote="ends_if_several_stand"), later, LOT
    )

    # At the first look both A and B stand, so the three ballots end.
    assert first.facts == {"valid": 7, "blank": 3}
    # C drops out with two, then B with three: A alone is left at their second rank.
    assert second.winners == ("A",)
    assert second.steps[-1].counts["A"] == 7


def test_those_who_together_cannot_catch_up_drop_out_at_once():
    ballots = [ranked("A", 9), ranked("B", 8), ranked("C B", 2), ranked("D B", 1)]

    outcome = METHODS["irv"].count(a_contest("A B C D", batch="yes"), ballots, LOT)

    assert outcome.steps[1].excluded == ("C", "D")
    assert outcome.winners == ("B",)


def test_those_who_together_come_level_with_the_next_one_do_not_drop_out_at_once():
    ballots = [ranked("A", 9), ranked("B", 3), ranked("C B", 2), ranked("D B", 1)]
    ballots += [ranked("E", 4)]

    level = METHODS["irv"].count(a_contest("A B C D E", batch="yes"), ballots, LOT)
    below = METHODS["irv"].count(
        a_contest("A B C D E", batch="yes"), [*ballots, ranked("B")], LOT
    )

    # C and D have three together, and B as many; with one more, B cannot be caught.
    assert level.steps[1].excluded == ("D",)
    assert level.steps[1].explanation.id == "irv_exclusion_explained"
    assert below.steps[1].excluded == ("C", "D")
    assert below.steps[1].explanation.id == "irv_batch_explained"


def test_of_two_who_are_last_neither_drops_out_as_a_batch_of_one():
    ballots = [ranked("A", 5), ranked("B A", 4), ranked("C B", 4)]

    outcome = METHODS["irv"].count(a_contest("A B C", batch="yes"), ballots, LOT)

    assert outcome.tied == (("B", "C"),)


@given(st.lists(untidy_rankings(), max_size=8))
def test_a_batch_changes_how_many_rounds_there_are_and_nothing_else(ballots):
    one_by_one = METHODS["irv"].count(a_contest(" ".join(OPTIONS)), ballots, LOT)

    together = METHODS["irv"].count(
        a_contest(" ".join(OPTIONS), batch="yes"), ballots, LOT
    )

    assert together.tied or one_by_one.tied or together.winners == one_by_one.winners


@pytest.mark.parametrize("setting", ["overvote", "repeated", "skipped"])
def test_a_rule_nobody_knows_is_refused_in_words(setting):
    contest = a_contest("A B", **{setting: "perhaps"})

    with pytest.raises(Uncountable) as refusal:
        METHODS["irv"].count(contest, [ranked("A")], LOT)

    assert "Expected one of" in render(refusal.value.reason, SENTENCES)


def test_a_contest_says_in_its_settings_how_its_ballots_are_read():
    settings = {"overvote": "skipped", "repeated": "ends", "skipped": "2"}

    assert reading_of(a_contest("A", **settings)) == Reading("skipped", "ends", 2)
    assert reading_of(a_contest("A")) == Reading()

"""Ties are told, and parted as the charter says and anybody can check."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, a_contest, answered, ranked

from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import (
    TIE_BREAKS,
    TieBreaker,
    Ties,
    lot_number,
    narrowed_by,
)
from commonweal.rules.wording import render

CIRCLE = [ranked("A", 5), ranked("B A", 4), ranked("C B", 4)]


@pytest.mark.parametrize("method", ["irv", "stv-scottish"])
def test_a_tie_for_the_last_place_is_told_and_decided_by_the_lot(method):
    contest = a_contest("A B C")

    outcomes = {
        seed: METHODS[method].count(contest, CIRCLE, TieBreaker("lot", seed))
        for seed in ("one", "two", "three", "four", "five", "six")
    }

    # If B drops out its papers make A win; if C drops out its papers make B win.
    for seed, outcome in outcomes.items():
        b_is_first = lot_number(seed, "B") < lot_number(seed, "C")
        assert outcome.winners == (("B",) if b_is_first else ("A",))
        assert outcome.tied == (("B", "C"),)
    assert {outcome.winners for outcome in outcomes.values()} == {("A",), ("B",)}


@pytest.mark.parametrize("method", ["irv", "stv-scottish"])
def test_a_tie_that_is_left_to_stand_leaves_the_place_empty(method):
    outcome = METHODS[method].count(
        a_contest("A B C"), CIRCLE, TieBreaker("status_quo")
    )

    assert outcome.winners == ()
    assert outcome.tied == (("B", "C"),)
    assert render(outcome.tie_break, SENTENCES) == (
        "B and C are level, and the tie is left to stand."
    )


def test_the_step_that_drops_one_of_several_says_how_it_was_picked():
    outcome = METHODS["irv"].count(a_contest("A B C"), CIRCLE, TieBreaker("lot", "one"))
    plain = METHODS["irv"].count(a_contest("A B C"), [*CIRCLE, ranked("B")], LOT)

    said = outcome.steps[1].explanation
    assert said.facts["first"] == outcome.tie_break
    assert said.facts["then"].id == "irv_exclusion_explained"
    assert plain.steps[1].explanation.id == "irv_exclusion_explained"


def test_a_lot_without_a_seed_says_that_nobody_agreed_on_one():
    outcome = METHODS["irv"].count(a_contest("A B C"), CIRCLE, TieBreaker())

    assert "agree on a text and draw again" in render(outcome.tie_break, SENTENCES)


def test_the_lot_can_be_drawn_again_in_a_shell():
    line = 'printf \'%s %s\' "$1" "$2" | sha256sum'

    drawn = subprocess.run(
        ["/bin/sh", "-c", line, "sh", "Lotería 12.345", "opción 3"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert drawn.stdout.split()[0] == lot_number("Lotería 12.345", "opción 3")


def test_a_tie_nobody_would_notice_is_no_tie():
    ballots = [ranked("A B", 9), ranked("B A", 5), ranked("C A"), ranked("D A")]

    outcome = METHODS["stv-scottish"].count(
        a_contest("A B C D", 2), ballots, TieBreaker()
    )

    # Whichever of C and D drops out first, the other is next, and both pass to A.
    assert outcome.tied == ()
    assert outcome.tie_break is None


def test_earlier_stages_part_those_who_are_level_before_any_lot():
    ballots = [ranked("A", 6), ranked("B", 5), ranked("C", 4), ranked("D B", 1)]
    ballots += [ranked("E C", 2), ranked("F", 7)]
    contest = a_contest("A B C D E F", 2)

    outcome = METHODS["stv-scottish"].count(contest, ballots, TieBreaker())

    # D and E drop out; then A, B and C have six each. At the latest stage at which
    # they differed C had fewest, so C goes, and no lot is needed.
    assert [step.excluded for step in outcome.steps[1:4]] == [("D",), ("E",), ("C",)]
    assert outcome.tied == ()
    assert "when they last differed" in render(outcome.steps[3].explanation, SENTENCES)


@pytest.mark.parametrize(
    ("method", "others", "told"),
    [
        ("stv-scottish", 7, "tie_last_round_that_differed_first"),
        ("stv-ers97", 9, "ers97_earliest_point_first"),
    ],
)
def test_of_equal_surpluses_that_of_whoever_had_more_before_goes_first(
    method, others, told
):
    ballots = [ranked("A B E", 8), ranked("A C D", 12), ranked("B D", 7)]
    ballots += [ranked("C D", 5), ranked("D", others), ranked("E", others)]

    outcome = METHODS[method].count(a_contest("A C B D E", 4), ballots, TieBreaker())

    # A passes on ten votes, half a vote a ballot, and then B and C have eleven each.
    told_at = outcome.steps[2]
    assert outcome.steps[1].counts["B"] == outcome.steps[1].counts["C"] == 11
    assert told_at.title.facts == {"name": "B"}
    assert told_at.explanation.facts["first"].id == told
    assert told_at.explanation.facts["first"].facts["tied"] == ("C", "B")
    assert outcome.tied == ()


@pytest.mark.parametrize(
    "method", ["stv-scottish", "stv-wigm", "stv-gregory", "stv-ers97"]
)
def test_the_largest_surplus_goes_first(method):
    ballots = [ranked("A D", 10), ranked("B E", 12), ranked("C", 2), ranked("D", 2)]

    outcome = METHODS[method].count(a_contest("A C B D E", 3), ballots, LOT)

    assert outcome.steps[0].elected == ("B", "A")
    assert outcome.steps[1].title.facts == {"name": "B"}
    assert outcome.steps[2].title.facts == {"name": "A"}
    assert outcome.steps[2].explanation.id.endswith("surplus_explained")


def test_an_order_declared_in_the_file_picks_whom_it_names_first():
    declared = TieBreaker("declared", declared=("C", "B", "A"))

    outcome = METHODS["irv"].count(a_contest("A B C"), CIRCLE, declared)

    assert outcome.winners == ("B",)
    assert outcome.steps[1].excluded == ("C",)


def test_no_lot_ever_decides_a_motion():
    ballots = [answered("yes", 3), answered("no", 3)]

    outcome = METHODS["motion"].count(
        a_contest("yes no"), ballots, TieBreaker("lot", "x")
    )

    assert outcome.winners == ()
    assert outcome.tied == (("yes", "no"),)


def test_one_against_one_is_a_tie_and_none_against_none_is_not():
    contest = a_contest("yes no")

    level = METHODS["motion"].count(contest, [answered("yes"), answered("no")], LOT)
    silent = METHODS["motion"].count(contest, [answered("abstain", 3)], LOT)

    assert level.tied == (("yes", "no"),)
    assert level.tie_break is not None
    assert (silent.winners, silent.tied, silent.tie_break) == ((), (), None)


def test_first_preferences_part_a_tie_where_the_charter_says_so():
    ties = TieBreaker("most_first_preferences")
    stages = ({"A": 3, "B": 4, "C": 4}, {"A": 5, "B": 5, "C": 5})

    first = ties.choose(a_contest("A B C"), "AB", stages, best=True)
    last = ties.choose(a_contest("A B C"), "AB", stages, best=False)

    assert (first.option, last.option) == ("B", "A")
    assert "more first preferences" in render(first.how, SENTENCES)
    assert "fewer first preferences" in render(last.how, SENTENCES)


def test_those_still_level_at_the_step_that_differed_are_compared_further_back():
    stages = ({"A": 1, "B": 2, "C": 9}, {"A": 3, "B": 3, "C": 4}, {})

    assert narrowed_by(("A", "B", "C"), stages, best=False) == ("A",)
    assert narrowed_by(("A", "B", "C"), stages, best=True) == ("C",)


@given(
    st.sampled_from(TIE_BREAKS),
    st.text(max_size=5),
    st.lists(st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 3)), max_size=3),
    st.booleans(),
)
def test_a_tie_is_parted_whole_or_left_whole(rule, seed, stages, best):
    contest = a_contest("A B C D")

    choice = TieBreaker(rule, seed).choose(contest, "ABCD", stages, best=best)

    assert (choice.option is None) == (rule == "status_quo")
    assert choice.option is None or choice.option in contest.options
    assert render(choice.how, SENTENCES)


def test_places_for_several_that_are_level_are_one_tie():
    ties = Ties(a_contest("A B C D", 2), TieBreaker("lot", "seed"))

    chosen = ties.part("ABCD", 2, ())

    assert len(chosen) == 2
    assert ties.tied == (("A", "B", "C", "D"),)
    assert chosen == sorted("ABCD", key=lambda one: lot_number("seed", one))[:2]


def test_first_preferences_alone_part_a_tie_where_they_are_asked_for():
    stages = ({"A": 3, "B": 3}, {"A": 5, "B": 4})

    choice = TieBreaker("most_first_preferences", "seed").choose(
        a_contest("A B"), "AB", stages, best=True
    )

    # Who had more later does not count: it is left to the lot.
    assert choice.how.id == "tie_lot_first"


def test_the_lot_drops_the_largest_number_and_keeps_the_smallest():
    in_order = sorted("ABCD", key=lambda one: lot_number("seed", one))
    lot, contest = TieBreaker("lot", "seed"), a_contest("A B C D")

    assert lot.choose(contest, "ABCD", (), best=True).option == in_order[0]
    assert lot.choose(contest, "ABCD", (), best=False).option == in_order[-1]

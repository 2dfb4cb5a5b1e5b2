"""What a contest's settings change, and what happens at the edges of a method."""

import pytest
from tests.rules.voting.elections import LOT, a_contest, marked, ranked, scored

from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render


def test_more_ticks_than_allowed_spoil_a_ballot():
    ballots = [marked("ada ben col", 3), marked("ben", 2)]

    outcome = METHODS["approval"].count(
        a_contest("ada ben col", marks="2"), ballots, LOT
    )

    assert outcome.winners == ("ben",)
    assert outcome.facts == {"cast": 5, "spoilt": 3}


def test_more_marks_than_places_spoil_a_ballot_unless_the_charter_allows_more():
    ballots = [marked("ada ben", 3), marked("ben", 2), marked("")]
    contest = a_contest("ada ben col")

    strict = METHODS["plurality"].count(contest, ballots, LOT)
    lenient = METHODS["plurality"].count(
        a_contest("ada ben col", marks="2"), ballots, LOT
    )

    assert strict.facts == {"cast": 6, "spoilt": 3}
    assert dict(strict.steps[0].counts) == {"ada": 0, "ben": 2, "col": 0}
    assert lenient.facts == {"cast": 6, "spoilt": 0}
    assert dict(lenient.steps[0].counts) == {"ada": 3, "ben": 5, "col": 0}


def test_points_out_of_bounds_spoil_a_ballot():
    contest = a_contest("ada ben", lowest="0", highest="5")
    ballots = [scored(9, ada=6, ben=0), scored(1, ada=-1), scored(2, ada=1, ben=5)]

    outcome = METHODS["score"].count(contest, ballots, LOT)

    assert outcome.winners == ("ben",)
    assert outcome.facts == {"cast": 12, "spoilt": 10}


@pytest.mark.parametrize("method", ["score", "star", "majority-judgment"])
def test_points_at_the_bounds_are_within_them(method):
    contest = a_contest("ada ben", lowest="1", highest="5")
    ballots = [scored(3, ada=5, ben=1), scored(2, ben=6), scored(1, ben=0)]

    outcome = METHODS[method].count(contest, ballots, LOT)

    assert outcome.winners == ("ada",)
    assert outcome.facts == {"cast": 6, "spoilt": 3}


@pytest.mark.parametrize("method", ["score", "star", "majority-judgment"])
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"lowest": "abc"}, "“abc” is no whole number for “lowest”"),
        ({"highest": "1e9"}, "“1e9” is no whole number for “highest”"),
        ({"highest": ""}, "“” is no whole number for “highest”"),
        ({"highest": "9" * 5000}, "is no whole number for “highest”"),
        ({"lowest": "5", "highest": "1"}, "“lowest” is 5, above “highest”, which is 1"),
    ],
)
def test_bounds_that_make_no_sense_are_refused(method, settings, said):
    with pytest.raises(Uncountable) as refusal:
        METHODS[method].count(a_contest("ada ben", **settings), [], LOT)

    assert said in render(refusal.value.reason, SENTENCES)


@pytest.mark.parametrize("method", ["approval", "plurality"])
@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("", "“” is no whole number for “marks”"),
        ("two", "“two” is no whole number for “marks”"),
        ("-1", "“marks” is -1. Expected 0 or more."),
    ],
)
def test_a_number_of_marks_that_makes_no_sense_is_refused(method, marks, said):
    with pytest.raises(Uncountable) as refusal:
        METHODS[method].count(a_contest("ada ben", marks=marks), [], LOT)

    assert said in render(refusal.value.reason, SENTENCES)


def test_bounds_may_be_the_same_and_below_nought():
    contest = a_contest("ada ben", lowest="-2", highest="-2")

    outcome = METHODS["score"].count(contest, [scored(1, ada=-2), scored(1)], LOT)

    assert outcome.facts == {"cast": 2, "spoilt": 0}


def test_of_two_scores_for_one_option_the_first_counts():
    ballot = scored(1, ada=2, ben=1)
    twice = ballot._replace(marks=type(ballot.marks)((("ada", 2), ("ada", 9))))

    outcome = METHODS["score"].count(a_contest("ada ben"), [twice], LOT)

    assert dict(outcome.steps[0].counts) == {"ada": 2, "ben": 0}


def test_nobody_wins_without_ballots():
    for name in ("irv", "stv-scottish", "schulze", "approval", "plurality", "score"):
        outcome = METHODS[name].count(a_contest("ada ben"), [], LOT)

        assert outcome.winners == ()
        assert outcome.tied == ()


def test_paper_without_a_first_preference_is_not_valid():
    ballots = [ranked("ada", 3), ranked("ben=col", 2), ranked("- -", 4)]

    outcome = METHODS["stv-scottish"].count(a_contest("ada ben col"), ballots, LOT)

    assert outcome.facts == {"quota": 2, "valid": 3, "blank": 6}


def test_who_has_withdrawn_is_passed_over():
    contest = a_contest("ada ben col")
    for name in ("irv", "stv-scottish", "schulze", "plurality"):
        without_ada = type(contest)(contest.options, withdrawn=frozenset({"ada"}))
        ballots = [ranked("ada ben", 5), ranked("col", 4)]

        assert METHODS[name].count(without_ada, ballots, LOT).winners == ("ben",)


def test_a_schulze_tie_that_stands_leaves_the_place_empty():
    ballots = [ranked("ada ben"), ranked("ben ada")]

    outcome = METHODS["schulze"].count(
        a_contest("ada ben col"), ballots, TieBreaker("status_quo")
    )

    assert outcome.winners == ()
    assert outcome.tied == (("ada", "ben"),)


def test_which_of_two_surpluses_goes_first_is_drawn_even_where_ties_stand():
    ballots = [ranked("ada col", 6), ranked("ben dot", 6), ranked("col"), ranked("dot")]
    contest = a_contest("ada ben col dot", 3)

    outcome = METHODS["stv-scottish"].count(contest, ballots, TieBreaker("status_quo"))

    # Whose surplus goes first decides between Col and Dot, so the lot is told.
    assert outcome.winners in {("ada", "ben", "col"), ("ada", "ben", "dot")}
    assert outcome.tied == (("ada", "ben"),)


def test_a_tie_among_those_nobody_wants_never_ends_a_count():
    ballots = [ranked("ada", 5), ranked("ben", 4), ranked("col ben", 2)]
    contest = a_contest("ada ben col dot eve")
    for name in ("irv", "stv-scottish"):
        outcome = METHODS[name].count(contest, ballots, TieBreaker("status_quo"))

        assert outcome.winners == ("ben",)
        assert outcome.tied == ()


def test_as_many_ticks_as_allowed_are_no_more_than_allowed():
    ballots = [marked("ada ben"), marked("ada ben col", 5)]

    outcome = METHODS["approval"].count(
        a_contest("ada ben col", marks="2"), ballots, LOT
    )

    assert outcome.facts == {"cast": 6, "spoilt": 5}
    assert dict(outcome.steps[0].counts) == {"ada": 1, "ben": 1, "col": 0}


def test_just_the_quota_is_enough_for_a_place():
    ballots = [ranked("ada", 3), ranked("ben", 2)]
    for name in ("stv-scottish", "stv-gregory", "stv-ers97"):
        outcome = METHODS[name].count(a_contest("ada ben col"), ballots, LOT)

        assert outcome.steps[0].elected == ("ada",)


@pytest.mark.parametrize("method", ["approval", "plurality"])
def test_a_charter_may_allow_no_marks_at_all(method):
    outcome = METHODS[method].count(a_contest("ada ben", marks="0"), [], LOT)

    assert outcome.winners == ()

"""Points and grades: run-offs between the best two, and the grade in the middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, a_contest, marked, scored, scores

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker, lot_number


def test_the_most_points_may_lose_the_run_off():
    ballots = [scored(2, ada=5, ben=0), scored(3, ada=2, ben=3, col=1)]

    outcome = METHODS["star"].count(a_contest("ada ben col"), ballots, LOT)

    assert dict(outcome.steps[0].counts) == {"ada": 16, "ben": 9, "col": 3}
    assert dict(outcome.steps[1].counts) == {"ada": 2, "ben": 3}
    assert outcome.winners == ("ben",)


def test_a_level_run_off_goes_to_whoever_has_more_points():
    ballots = [scored(1, ada=5, ben=1), scored(1, ada=2, ben=3)]

    outcome = METHODS["star"].count(a_contest("ada ben"), ballots, LOT)

    assert outcome.winners == ("ada",)
    assert outcome.tied == ()


def test_a_tie_for_the_run_off_is_told():
    ballots = [scored(1, ada=5, ben=2, col=2)]

    outcome = METHODS["star"].count(a_contest("ada ben col"), ballots, LOT)
    left = METHODS["star"].count(
        a_contest("ada ben col"), [scored(1, ada=2, ben=2)], TieBreaker("status_quo")
    )

    assert outcome.tied == (("ben", "col"),)
    assert outcome.winners == ("ada",)
    assert left.winners == ()


@given(st.lists(scores(), min_size=1, max_size=8))
def test_the_grade_in_the_middle_is_found_voter_by_voter(ballots):
    outcome = METHODS["majority-judgment"].count(Contest(OPTIONS), ballots, LOT)

    for option, median in outcome.steps[0].counts.items():
        grades = sorted(
            dict(b.marks.scores).get(option, 0)
            for b in ballots
            for _ in range(b.weight)
        )
        assert median == grades[(len(grades) - 1) // 2]


@given(st.lists(scores(), min_size=1, max_size=6))
def test_taking_grades_away_one_by_one_parts_the_same(ballots):
    outcome = METHODS["majority-judgment"].count(Contest(OPTIONS), ballots, LOT)

    lists = {
        option: sorted(
            dict(b.marks.scores).get(option, 0)
            for b in ballots
            for _ in range(b.weight)
        )
        for option in outcome.steps[0].counts
    }
    ranks = {option: taken_from_the_middle(grades) for option, grades in lists.items()}
    best = [option for option in ranks if ranks[option] == max(ranks.values())]
    if len(best) == 1:
        assert outcome.winners == (best[0],)
        assert outcome.tied == ()
    elif best:
        assert outcome.tied == (tuple(best),)


def test_where_both_are_level_in_all_the_lot_prefers_the_smaller_number():
    ballots = [scored(ada=2, ben=3), scored(ada=3, ben=2)]
    for seed in ("one", "two", "three", "four"):
        outcome = METHODS["star"].count(
            a_contest("ada ben"), ballots, TieBreaker("lot", seed)
        )

        first = min(("ada", "ben"), key=lambda one: lot_number(seed, one))
        assert outcome.winners == (first,)
        assert outcome.tied == (("ada", "ben"),)


GRADES = st.integers(0, 2)


@given(st.lists(st.tuples(GRADES, GRADES), min_size=1, max_size=7))
def test_two_who_are_nearly_alike_are_parted_by_the_grade_that_parts_them(given_to):
    ballots = [scored(ada=ada, ben=ben) for ada, ben in given_to]
    ada, ben = (
        taken_from_the_middle(sorted(each)) for each in zip(*given_to, strict=True)
    )
    parted = [place for place in range(len(ada)) if ada[place] != ben[place]]

    outcome = METHODS["majority-judgment"].count(a_contest("ada ben"), ballots, LOT)

    said = outcome.steps[0].explanation
    assert said.facts["removed"] == (parted[0] if parted else 0)
    if parted:
        assert outcome.winners == (("ada",) if ada > ben else ("ben",))
        assert said.id == ("judgment_parted" if parted[0] else "judgment_explained")
    else:
        assert outcome.tied == (("ada", "ben"),)


def test_where_nobody_gave_a_grade_none_was_taken_away():
    outcome = METHODS["majority-judgment"].count(a_contest("ada ben"), [], LOT)

    assert outcome.steps[0].explanation.id == "judgment_explained"
    assert outcome.steps[0].explanation.facts["removed"] == 0


def taken_from_the_middle(grades: list[int]) -> list[int]:
    """Take the middle grade away until none is left, and give them in that order."""
    left, taken = list(grades), []
    while left:
        taken.append(left.pop((len(left) - 1) // 2))
    return taken


def test_points_out_of_bounds_spoil_a_ballot_and_a_missing_grade_is_the_lowest():
    contest = a_contest("ada ben", lowest="1", highest="5")
    ballots = [scored(1, ada=6), scored(2, ada=3), scored(3, ben=2)]

    for name in ("star", "majority-judgment"):
        outcome = METHODS[name].count(contest, ballots, LOT)

        assert outcome.facts == {"cast": 6, "spoilt": 1}
    assert dict(outcome.steps[0].counts) == {"ada": 1, "ben": 2}


@pytest.mark.parametrize("name", ["star", "majority-judgment"])
def test_one_place_is_filled_and_nobody_wins_without_ballots(name):
    assert METHODS[name].count(a_contest("ada ben"), [], LOT).winners == ()
    with pytest.raises(Uncountable):
        METHODS[name].count(a_contest("ada ben", 2), [scored(1, ada=1)], LOT)


def test_the_fewest_marks_against_win_and_silence_lives_with_all():
    contest = a_contest("ada ben col", 2)
    ballots = [marked("ada", 3), marked("ben col"), marked("col"), marked("")]

    assert METHODS["disapproval"].count(contest, ballots, LOT).winners == ("ben", "col")
    assert METHODS["disapproval"].count(contest, [], LOT).winners == ()

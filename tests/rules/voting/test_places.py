"""A tie that is left to stand lets nobody from below it take the place."""

import pytest
from tests.rules.voting.elections import a_contest, ranked

from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking, Scores
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.places import would_all_go
from commonweal.rules.voting.ties import TieBreaker

ONE_LEVEL_PAIR = {
    "approval": lambda option, voters: Ballot(Approvals((option,)), voters),
    "score": lambda option, voters: Ballot(Scores(((option, 3),)), voters),
    "plurality": lambda option, voters: Ballot(Ranking(((option,),)), voters),
}


@pytest.mark.parametrize("method", ONE_LEVEL_PAIR)
def test_nobody_from_below_a_tie_left_to_stand_takes_the_place(method):
    made = ONE_LEVEL_PAIR[method]
    ballots = [made("A", 6), made("B", 6), made("C", 2)]

    outcome = METHODS[method].count(a_contest("A B C"), ballots, TieBreaker())
    left = METHODS[method].count(a_contest("A B C"), ballots, TieBreaker("status_quo"))

    assert outcome.winners in {("A",), ("B",)}
    assert left.winners == ()
    assert left.tied == (("A", "B"),)


@pytest.mark.parametrize("method", ONE_LEVEL_PAIR)
def test_those_above_a_tie_keep_their_places(method):
    made = ONE_LEVEL_PAIR[method]
    ballots = [made("A", 7), made("B", 3), made("C", 3), made("D", 1)]
    contest = a_contest("A B C D", seats=2)

    left = METHODS[method].count(contest, ballots, TieBreaker("status_quo"))

    assert left.winners == ("A",)
    assert left.tied == (("B", "C"),)


def test_by_borda_whoever_is_put_before_anybody_may_have_a_place():
    ballots = [ranked("A B C", 3)]

    outcome = METHODS["borda"].count(a_contest("A B C", seats=3), ballots, TieBreaker())

    # C has no point by right, for nobody puts it before anybody.
    assert outcome.winners == ("A", "B")
    assert outcome.facts == {"cast": 3, "spoilt": 0}


def test_by_borda_one_who_stands_alone_is_elected_if_anybody_votes():
    alone = a_contest("A")

    assert METHODS["borda"].count(alone, [ranked("A")], TieBreaker()).winners == ("A",)
    assert METHODS["borda"].count(alone, [], TieBreaker()).winners == ()


def test_no_ballot_against_options_is_spoilt_and_none_of_them_wins_without_one():
    contest = a_contest("A B")
    blank = Ballot(Approvals(()), 2)

    outcome = METHODS["disapproval"].count(contest, [blank], TieBreaker())

    # Whoever marks nothing can live with all.
    assert outcome.facts == {"cast": 2, "spoilt": 0}
    assert outcome.tied == (("A", "B"),)
    assert METHODS["disapproval"].count(contest, [], TieBreaker()).winners == ()


@pytest.mark.parametrize(
    ("votes", "places", "all_go"),
    [
        ({"A": 9, "B": 3, "C": 1, "D": 1}, 2, True),
        ({"A": 9, "B": 3, "C": 1, "D": 1}, 1, True),
        # Three places need one of those who are level.
        ({"A": 9, "B": 3, "C": 1, "D": 1}, 3, False),
        # Together C and D would be level with B.
        ({"A": 9, "B": 2, "C": 1, "D": 1}, 2, False),
        ({"A": 2, "B": 2, "C": 1, "D": 1}, 1, False),
    ],
)
def test_those_level_at_the_bottom_all_go_where_none_of_them_could_catch_up(
    votes, places, all_go
):
    assert would_all_go(votes, "ABCD", "CD", places) is all_go

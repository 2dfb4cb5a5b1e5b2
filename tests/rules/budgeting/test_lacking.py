"""How many more votes it needed: with that many it is funded, with one fewer not."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    polls,
    ranking,
    scoring,
)
from tests.rules.budgeting.pb_files import a_file

from commonweal.rules.budgeting.lacking import Poll, lacking, recounts_at_most
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking
from commonweal.rules.wording import render

COSTS = {"bath": 60, "garden": 50, "stage": 40, "tower": 900}
VOTES = [approving(5, "bath"), approving(3, "garden"), approving(1, "stage")]


def lacks(method, contest, votes):
    """Give what each project lacked by a method."""
    outcome = METHODS[method].count(contest, votes, LOT)
    poll = Poll(METHODS[method], contest, votes, LOT)
    return {lack.project: lack for lack in lacking(poll, outcome)}


def test_it_says_for_each_project_what_it_lacked():
    found = lacks("greedy", a_budget(70, COSTS, currency="EUR"), VOTES)

    assert [render(lack.said, SENTENCES) for lack in found.values()] == [
        "“garden”: 2 more votes would have funded it, and one fewer would not.",
        "“stage”: 4 more votes would have funded it, and one fewer would not.",
        "“tower” costs 900 EUR, more than the 70 EUR there are: no number of votes "
        "could have funded it.",
    ]


@pytest.mark.parametrize("method", METHODS)
def test_what_was_funded_lacks_nothing(method):
    found = lacks(method, a_budget(2000, COSTS), [approving(4, *COSTS)])

    assert found == {}


def test_a_vote_on_ranks_is_a_first_rank():
    contest = a_budget(60, {"bath": 60, "garden": 50}, max_length="2")

    found = lacks("greedy", contest, [ranking(3, "bath"), ranking(1, "garden")])

    # Bath has 3 times 2 points, the garden once; with 2 more it is level and is drawn.
    assert found["garden"].votes == 2


def test_a_city_read_from_a_file_is_counted_again_as_it_is():
    contest, ballots = read_pb(a_file("7;1\n8;1,22\n9;1\n"))

    outcome = METHODS["greedy"].count(contest, ballots, LOT)
    (lack,) = lacking(Poll(METHODS["greedy"], contest, ballots, LOT), outcome)

    assert (lack.project, lack.votes) == ("22", 2)
    assert recounts_at_most(contest, outcome) > 1


def test_how_often_all_is_counted_again_is_known_beforehand():
    contest = a_budget(70, COSTS)
    outcome = METHODS["greedy"].count(contest, [approving(7, "bath")], LOT)

    at_most = recounts_at_most(contest, outcome)

    # Three are not funded. Seven voters make 64 times 8 the most tried, which is
    # reached by doubling, and narrowed down by halving, ten times each.
    assert at_most == 3 * 2 * 10


def test_it_is_not_counted_again_more_often_than_said():
    times = []
    contest = a_budget(70, COSTS)
    votes = [approving(99, "bath"), approving(1, "garden")]
    greedy = METHODS["greedy"]
    counting = replace(greedy, count=lambda *of: times.append(1) or greedy.count(*of))
    outcome = greedy.count(contest, votes, LOT)

    found = list(lacking(Poll(counting, contest, votes, LOT), outcome))

    votes_needed = {one.project: one.votes for one in found}
    assert votes_needed["garden"] in {98, 99}
    assert votes_needed["stage"] in {99, 100}
    assert votes_needed["tower"] is None
    assert len(times) <= recounts_at_most(contest, outcome)


def test_where_no_number_of_votes_would_do_it_is_said_why_not():
    found = lacks("equal-shares", a_budget(60, COSTS | {"bath": 60}), VOTES)

    # The others hold their share of the sixty, however many come to the bath.
    assert found["bath"].votes is None
    assert found["bath"].said.id == "lacking_anything"
    assert found["tower"].said.id == "lacking_money"


def test_where_some_give_points_points_are_what_it_lacks():
    votes = [scoring(5, bath=1), approving(3, "garden")]

    found = lacks("greedy", a_budget(70, COSTS), votes)

    assert found["garden"].said.id == "lacking_points"


def test_what_takes_the_whole_budget_may_be_funded_yet():
    found = lacks("greedy", a_budget(60, {"bath": 60, "garden": 60}), VOTES)

    # With two more it is level with the bath, and the lot draws one of them.
    assert found["garden"].votes in {2, 3}


@settings(max_examples=40, deadline=None)
@given(polls(), st.sampled_from(sorted(METHODS)), st.data())
def test_with_so_many_it_is_funded_and_with_one_fewer_it_is_not(poll, method, data):
    contest, ballots = poll
    assume(contest.budget < 100)

    found = [one for one in lacks(method, contest, ballots).values() if one.votes]

    assume(found)
    lack = data.draw(st.sampled_from(found))
    assert lack.project in with_more(method, contest, ballots, lack, lack.votes)
    assert lack.project not in with_more(method, contest, ballots, lack, lack.votes - 1)


@settings(max_examples=30, deadline=None)
@given(polls(), st.sampled_from(["greedy", "knapsack"]), st.data())
def test_where_votes_never_hurt_no_lower_number_does(poll, method, data):
    contest, ballots = poll
    assume(contest.budget < 100)

    found = [one for one in lacks(method, contest, ballots).values() if one.votes]

    assume(found)
    lack = data.draw(st.sampled_from(found))
    for fewer in range(lack.votes):
        assert lack.project not in with_more(method, contest, ballots, lack, fewer)


def with_more(method, contest, ballots, lack, votes):
    """Count with further ballots, one for each voter."""
    ranked = any(isinstance(ballot.marks, Ranking) for ballot in ballots)
    alone = Ranking(((lack.project,),)) if ranked else Approvals((lack.project,))
    more = [*ballots, *[Ballot(alone) for _ in range(votes)]]
    return METHODS[method].count(contest, more, LOT).winners

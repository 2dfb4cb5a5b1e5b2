"""Where a rule leaves open who wins, the outcome names them all and how one was picked.

Three candidates in a circle, five for A, four for B before A and four for C before B:
programs at hand answer A, or B, or now this and now that, and only one says anything.
"""

import pytest
from tests.rules.voting.elections import a_contest, ranked

from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS, ranked_pairs
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TIE_BREAKS, TieBreaker, lot_number
from commonweal.rules.wording import render

CIRCLE = [ranked("A", 5), ranked("B A", 4), ranked("C B", 4)]
RANKED = [method for method in METHODS.values() if method.ballot == "ranking"]


@pytest.mark.parametrize("method", RANKED, ids=lambda method: method.id)
@pytest.mark.parametrize("rule", TIE_BREAKS)
def test_the_circle_is_decided_by_the_rule_or_told_to_be_open(method, rule):
    told = {
        seed: method.count(a_contest("A B C"), CIRCLE, TieBreaker(rule, seed))
        for seed in ("one", "two", "three", "four")
    }

    for outcome in told.values():
        again = method.count(a_contest("A B C"), CIRCLE, TieBreaker(rule, "one"))
        assert again == told["one"]
        assert (outcome.tie_break is None) == (not outcome.tied)
        if outcome.tied:
            assert render(outcome.tie_break, SENTENCES)
        else:
            # What no tie decided, no seed decides.
            assert outcome.winners == told["one"].winners


def test_in_the_circle_methods_by_pairs_agree_on_b_whom_nobody_beats():
    # B beats A by 8 to 5, A beats C by 9 to 4, and B and C are level with 4 each.
    winners = {
        name: METHODS[name].count(a_contest("A B C"), CIRCLE, TieBreaker("lot", "x"))
        for name in ("schulze", "ranked-pairs", "minimax")
    }

    assert {outcome.winners for outcome in winners.values()} == {("B",)}
    assert all(outcome.tied == () for outcome in winners.values())


@pytest.mark.parametrize("method", ["ranked-pairs", "minimax", "schulze"])
def test_a_perfect_circle_is_open_between_all_three(method):
    ballots = [ranked("A B C"), ranked("B C A"), ranked("C A B")]

    outcome = METHODS[method].count(
        a_contest("A B C"), ballots, TieBreaker("lot", "seed")
    )

    assert outcome.tied == (("A", "B", "C"),)
    assert outcome.winners == (min("ABC", key=lambda one: lot_number("seed", one)),)


def test_to_be_level_with_another_is_no_defeat():
    ballots = [ranked("A B C"), ranked("B A C"), ranked("C A B")]

    outcome = METHODS["minimax"].count(a_contest("A B C"), ballots, TieBreaker())

    # A beats B by two to one, and both beat C; without the third, A and B are level.
    level = METHODS["minimax"].count(a_contest("A B C"), ballots[:2], TieBreaker())
    assert dict(outcome.steps[-1].counts) == {"A": 0, "B": 2, "C": 2}
    assert dict(level.steps[-1].counts) == {"A": 0, "B": 0, "C": 2}


def test_only_wins_that_clash_leave_ranked_pairs_open():
    # Every win is 3 to 2; D is beaten by all, and A, B and C beat one another in turn.
    ballots = [ranked("A B C D", 2), ranked("B C A D", 2), ranked("C A B D", 2)]

    outcome = METHODS["ranked-pairs"].count(
        a_contest("A B C D"), ballots, TieBreaker("status_quo")
    )

    assert outcome.tied == (("A", "B", "C"),)
    assert outcome.winners == ()


def test_too_many_orders_of_equal_wins_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(ranked_pairs, "MOST_ORDERS", 3)
    ballots = [ranked("A B C D"), ranked("B C D A"), ranked("C D A B")]

    with pytest.raises(Uncountable) as refusal:
        METHODS["ranked-pairs"].count(a_contest("A B C D"), ballots, TieBreaker())

    assert "such as schulze" in render(refusal.value.reason, SENTENCES)


def test_two_hundred_options_are_ranked_in_pairs_like_three():
    options = [f"option {number:03}" for number in range(200)]
    contest = Contest(tuple(options))
    # Everybody agrees, but for one who would have it the other way round.
    ballots = [
        Ballot(Ranking(tuple((one,) for one in options)), 5),
        Ballot(Ranking(tuple((one,) for one in reversed(options))), 1),
    ]

    outcome = METHODS["ranked-pairs"].count(contest, ballots, TieBreaker())

    assert outcome.winners == (options[0],)
    assert list(outcome.steps[-1].counts.values()) == list(range(199, -1, -1))

"""The inclusive Gregory count: what each stage passes on, and where it ends."""

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Transfer
from commonweal.rules.voting.ties import TieBreaker, lot_number

GREGORY = METHODS["stv-gregory"]


def test_whoever_has_no_papers_drops_out_and_passes_on_none_of_no_worth():
    ballots = [ranked("A", 6), ranked("B", 4), ranked("C", 5)]

    outcome = GREGORY.count(a_contest("A B C D", 2), ballots, LOT)

    # A has just the quota, so that no surplus is passed on.
    facts = {"name": "D", "votes": 0, "papers": 0, "worth": 0}
    assert outcome.steps[0].elected == ("A",)
    assert outcome.steps[1].excluded == ("D",)
    assert outcome.steps[1].explanation.facts == facts


def test_papers_of_lower_worth_stay_where_they_are_once_all_places_are_filled():
    ballots = [ranked("A C", 14), ranked("B", 7), ranked("C D", 6), ranked("D", 7)]

    outcome = GREGORY.count(
        a_contest("A B C D E", 2), [*ballots, ranked("E D", 2)], LOT
    )

    # C keeps the one vote that came from A's surplus.
    assert outcome.winners == ("A", "D")
    assert outcome.steps[-1].counts["C"] == 1
    assert outcome.steps[-1].transfers == (Transfer("C", "D", 6),)
    assert outcome.steps[-1].excluded == ()


def test_of_those_who_are_level_whoever_had_fewer_before_drops_out():
    ballots = [ranked("A", 6), ranked("B", 5), ranked("C", 3), ranked("D C", 2)]

    outcome = GREGORY.count(a_contest("A B C D"), ballots, LOT)

    told = outcome.steps[2].explanation.facts["first"]
    assert outcome.steps[2].excluded == ("C",)
    assert told.id == "tie_last_round_that_differed_last"
    assert told.facts == {"tied": ("B", "C"), "chosen": "C"}
    assert outcome.tied == ()


@pytest.mark.parametrize("order", ["A B C D", "B A C D", "D C B A"])
@pytest.mark.parametrize("seed", ["seed of the tests", "u", "v", "w"])
def test_of_two_equal_surpluses_the_lot_says_which_goes_first(order, seed):
    # Whoever's surplus goes first brings their next choice ahead of the other's; then
    # those two are level again, and whoever was behind drops out.
    ballots = [ranked("A C", 5), ranked("B D", 5), ranked("C"), ranked("D")]
    first, second = sorted("AB", key=lambda one: lot_number(seed, one))
    third = {"A": "C", "B": "D"}[first]

    ties = TieBreaker("lot", seed)
    outcome = GREGORY.count(a_contest(order, 3), ballots, ties)

    assert [step.title.facts.get("name") for step in outcome.steps[1:3]] == [
        first,
        second,
    ]
    assert outcome.steps[1].explanation.facts["first"].id == "tie_lot_first"
    assert [set(group) for group in outcome.tied] == [{"A", "B"}]
    assert set(outcome.winners) == {"A", "B", third}


def test_a_surplus_that_has_an_equal_is_passed_on_though_ties_may_stand():
    ballots = [ranked("A C", 5), ranked("B D", 5), ranked("C", 2), ranked("D")]

    outcome = GREGORY.count(
        a_contest("A B C D", 3), ballots, TieBreaker("status_quo", "x")
    )

    assert set(outcome.winners) == {"A", "B", "C"}
    assert outcome.tie_break.id == "tie_lot_first"

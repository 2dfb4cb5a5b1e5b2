"""Coombs drops one after the other whom most put last, and says what parted ties."""

from fractions import Fraction

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TieBreaker, lot_number

COOMBS = METHODS["coombs"]
LEVEL = [ranked("A B C", 2), ranked("B A C", 2), ranked("C A B"), ranked("C B A")]


def test_one_after_the_other_drops_out_until_one_has_a_majority():
    ballots = [ranked("A B C D", 3), ranked("B C A D", 2)]
    ballots += [ranked("C B A D", 2), ranked("C A B D", 1)]

    outcome = COOMBS.count(a_contest("A B C D"), ballots, LOT)

    assert [step.excluded for step in outcome.steps] == [(), ("D",), ("A",)]
    assert [step.elected for step in outcome.steps] == [(), (), ("B",)]
    assert [step.explanation.facts.get("votes") for step in outcome.steps[1:]] == [8, 4]


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_of_those_whom_as_many_put_last_the_lot_drops_the_one_it_puts_last(seed):
    outcome = COOMBS.count(a_contest("A B C"), LEVEL, TieBreaker("lot", seed))

    last = max("AB", key=lambda one: lot_number(seed, one))
    how = outcome.steps[2].explanation
    assert outcome.steps[1].explanation.id == "coombs_explained"
    assert outcome.steps[2].excluded == (last,)
    assert how.facts["first"] == outcome.tie_break
    assert how.facts["then"].facts == {"name": last, "votes": 3}


def test_whom_a_ballot_leaves_out_share_its_vote_against():
    ballots = [ranked("A", 3), ranked("B A", 3), ranked("C"), ranked("", 2)]

    outcome = COOMBS.count(a_contest("A B C D"), ballots, LOT)

    assert outcome.facts == {"valid": 7, "blank": 2}
    # Three leave out three, three leave out two, and one leaves out three.
    assert outcome.steps[1].explanation.facts["votes"] == Fraction(17, 6)


def test_ballots_held_for_options_in_another_order_are_counted_alike():
    held = grouped(("C", "B", "A"), LEVEL)

    outcome = COOMBS.count(a_contest("A B C"), held, LOT)

    assert outcome == COOMBS.count(a_contest("A B C"), LEVEL, LOT)

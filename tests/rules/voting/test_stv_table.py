"""What counts by transferable vote have in common."""

from fractions import Fraction

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.voting.filling import shown
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.piles import Moved
from commonweal.rules.voting.stv_table import Table, opening
from commonweal.rules.voting.ties import TieBreaker, lot_number

LEFT_TO_STAND = TieBreaker("status_quo", LOT.seed)


def a_table(ties=LOT, unit=1):
    """Give a table at which three stand for two places."""
    return Table(*opening(a_contest("A B C", 2), ties), unit=unit)


def test_papers_that_name_nobody_are_blank_and_not_valid():
    table = a_table()

    table.take(Moved({"A": 5, "C": 2}, papers=10, stranded=3, left_behind=3))

    assert table.votes == {"A": 5, "B": 0, "C": 2}
    assert (table.valid, table.blank) == (7, 3)


@pytest.mark.parametrize("method", ["stv-gregory", "stv-ers97", "stv-wigm"])
def test_blank_papers_make_no_quota_larger(method):
    ballots = [ranked("A", 6), ranked("B", 3), ranked("-", 6)]

    outcome = METHODS[method].count(a_contest("A B C", 2), ballots, LOT)

    assert (outcome.facts["valid"], outcome.facts["blank"]) == (9, 6)


@pytest.mark.parametrize("ties", [LOT, LEFT_TO_STAND])
def test_the_lot_says_whose_surplus_goes_first_and_never_leaves_it_open(ties):
    table = a_table(ties)
    table.votes = {"A": 4, "B": 4, "C": 1}

    option, how = table.whose_surplus(["A", "B", "C"])

    assert option == min("AB", key=lambda one: lot_number(LOT.seed, one))
    assert how is not None
    assert how.id == "tie_lot_first"


def test_votes_are_shown_to_five_places_rounded_down_and_whole_as_they_are():
    third = Fraction(1, 3)

    assert shown(Fraction(2, 3)) == Fraction(66666, 100000)
    assert a_table().shown(third) == Fraction(33333, 100000)
    assert a_table(unit=3).shown(2) == Fraction(66666, 100000)
    assert a_table(unit=2).shown(third) == Fraction(16666, 100000)
    assert isinstance(shown(5), int)
    assert isinstance(a_table().shown(5), int)


def test_a_count_is_over_once_no_place_is_left_or_a_tie_stands():
    table = a_table()

    table.winners = ["A"]
    assert not table.is_over
    table.stands = True
    assert table.is_over
    table.stands, table.winners = False, ["A", "B"]
    assert table.is_over


def test_whoever_stays_for_a_reserved_place_with_no_more_votes_is_told():
    contest = a_contest("A B C D", 2, reserved="1 of C")
    table = Table(*opening(contest, LOT))
    table.continuing = ["A", "B", "C", "D"]
    table.votes = {"A": 1, "B": 3, "C": 3, "D": 9}

    assert table.held_in(["A", "B"]).facts == {"names": ("C",)}
    assert table.held_in(["B"]).facts == {"names": ("C",)}
    assert table.held_in(["A"]) is None

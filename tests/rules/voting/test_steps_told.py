"""A lot that put somebody out is told as one, and who is left as left."""

from fractions import Fraction

import pytest
from tests.rules.voting.elections import LOT, a_contest, ranked

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Outcome, Step
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.steps_told import (
    below_the_quota,
    explanation_of,
    has_parts,
    lots_that_put_out,
)
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

NAMES = ("Asha", "Ben", "Chidi", "Dolores")


def counted(*orders, seats=2, method="stv-wigm"):
    """Count ballots that rank names, each as often as it says."""
    contest = Contest(
        title="", options=NAMES, names={one: one for one in NAMES}, seats=seats
    )
    ballots = [
        Ballot(Ranking(tuple((one,) for one in order)), times)
        for times, *order in orders
    ]
    return METHODS[method].count(contest, ballots, TieBreaker("lot", "a text"))


LEVEL = ((5, "Asha"), (4, "Ben"), (4, "Chidi"), (4, "Dolores"))


def test_whoever_goes_by_lot_is_not_said_to_have_the_fewest():
    outcome = counted(*LEVEL)

    told = [render(explanation_of(step), SENTENCES) for step in outcome.steps]

    [first_out] = [n for n, step in enumerate(outcome.steps) if step.excluded][:1]
    assert "are level" in told[first_out]
    assert "So the lot puts" in told[first_out]
    assert "has the fewest" not in told[first_out]


def test_a_lot_is_told_with_who_was_level_and_with_how_many():
    lots = list(lots_that_put_out(counted(*LEVEL)))

    assert lots[0].facts["tied"] == ("Ben", "Chidi", "Dolores")
    assert lots[0].facts["votes"] == 4


def test_who_is_left_has_a_place_with_fewer_than_are_enough():
    outcome = counted(*LEVEL)

    assert set(below_the_quota(outcome)) == set(outcome.winners)
    assert below_the_quota(counted((9, "Asha"), (8, "Ben"))) == ()


def test_parts_of_votes_are_told_where_some_moved():
    moved = counted((10, "Asha", "Ben"), (3, "Chidi"), (3, "Dolores"))

    assert has_parts(moved)
    assert any(
        isinstance(count, Fraction) for s in moved.steps for count in s.counts.values()
    )
    assert not has_parts(counted(*LEVEL, method="irv", seats=1))


def test_whoever_has_just_enough_for_a_last_place_has_not_too_few():
    step = Step(
        Sentence("stv_last_places"),
        Sentence("stv_last_places_explained"),
        {"a": 3, "b": 2},
        elected=("a", "b", "c"),
    )

    assert below_the_quota(Outcome("x", 3, (), steps=(step,), facts={"quota": 3})) == (
        "b",
        "c",
    )
    assert below_the_quota(Outcome("x", 3, (), steps=(step,), facts={"quota": 1})) == (
        "c",
    )
    assert below_the_quota(Outcome("x", 3, (), steps=(step,))) == ()


@pytest.mark.parametrize(
    "facts",
    [
        {"first": Sentence("tie_lot_last"), "then": Sentence("something_else")},
        {"first": Sentence("tie_stands"), "then": Sentence("irv_exclusion_explained")},
        {"first": Sentence("tie_lot_last"), "then": "irv_exclusion_explained"},
        {"first": "tie_lot_last", "then": Sentence("irv_exclusion_explained")},
    ],
)
def test_what_no_lot_decided_is_told_as_it_was_written(facts):
    told = Sentence("sentences_after_each_other", facts)

    assert explanation_of(Step(Sentence("exclusion_of"), told, {})) == told


def test_a_lot_is_told_also_where_reserved_places_keep_somebody_in():
    ballots = [ranked("ada", 5), ranked("ben", 3), ranked("dot", 3), ranked("col")]
    contest = a_contest("ada ben col dot", 2, reserved="1 of col")

    outcome = METHODS["stv-scottish"].count(contest, ballots, LOT)

    (lot,) = lots_that_put_out(outcome)
    step = next(step for step in outcome.steps if step.excluded == (lot.facts["name"],))
    told = render(explanation_of(step), SENTENCES)
    assert lot.facts["tied"] == ("ben", "dot")
    assert told.startswith("Because places are reserved, col may not drop out. ben and")
    assert f"So the lot puts {lot.facts['name']} out, with 3 votes." in told

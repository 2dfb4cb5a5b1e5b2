"""Why those who were elected have their places stands at the top of the outcome."""

from fractions import Fraction
from types import SimpleNamespace

import pytest

from commonweal.interfaces.web import charts
from commonweal.interfaces.web.decisions.views.elections import (
    beats_all,
    places_told,
    ties_told,
)
from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.outcome import Outcome, Step, Transfer

NAMES = {"a": "Asha", "b": "Ben", "c": "Chidi"}


def question(seats=2):
    return SimpleNamespace(
        question=SimpleNamespace(seats=seats),
        rule=SimpleNamespace(asks_one_text=False, tie_break="lot"),
    )


@pytest.fixture(autouse=True)
def names(monkeypatch):
    """Give the names of the options without asking a database for them."""
    found = "commonweal.interfaces.web.decisions.views.elections.names_of"
    monkeypatch.setattr(found, lambda _, ids: tuple(NAMES[one] for one in ids))


def outcome(*, put_out_by="tie_lot_last"):
    level = Sentence(put_out_by, {"tied": ("Ben", "Chidi"), "chosen": "Chidi"})
    facts = {"name": "Chidi", "votes": 4, "stranded": 0}
    then = Sentence("stv_exclusion_explained", facts)
    both = Sentence("sentences_after_each_other", {"first": level, "then": then})
    return Outcome(
        method="stv-wigm",
        seats=2,
        winners=("a", "b"),
        tied=(("b", "c"),),
        tie_break=level,
        steps=(
            Step(Sentence("first_preferences"), then, {"a": 4, "b": 4, "c": 4}),
            Step(
                Sentence("exclusion_of", {"name": "Chidi"}),
                both,
                {"a": Fraction(9, 2), "b": 4, "c": 0},
                excluded=("c",),
                transfers=(Transfer("c", "a", Fraction(1, 2)),),
            ),
            Step(
                Sentence("stv_last_places"),
                Sentence("stv_last_places_explained", {"vacancies": 2}),
                {"a": Fraction(9, 2), "b": 4},
                elected=("a", "b"),
            ),
        ),
        facts={"quota": 5},
        beats_all=(),
    )


def test_who_was_left_has_a_last_place_and_that_is_said():
    last, parts = places_told(question(), outcome())

    assert last == (
        "5 votes are enough for a place. Asha and Ben have one with fewer: the last "
        "places went to whoever was left."
    )
    assert "parts of a vote" in parts


def test_a_lot_that_put_somebody_out_is_told_with_who_was_level():
    [told] = ties_told(question(), outcome())

    assert told.id == "put_out_by_lot"
    assert told.facts["tied"] == ("Ben", "Chidi")
    assert told.facts["name"] == "Chidi"


def test_a_tie_parted_otherwise_is_still_counted():
    [told] = ties_told(question(), outcome(put_out_by="tie_declared_last"))

    assert told == "1 tie had to be parted; the count below says how."


def test_that_nobody_beats_all_is_told_of_one_place_only():
    assert beats_all(question(seats=2), outcome()) == ()
    assert [one.id for one in beats_all(question(seats=1), outcome())] == [
        "condorcet_none"
    ]


def test_seven_of_twenty_four_is_drawn_against_the_twenty_four():
    chart = charts.option_bars(
        {"Asha": 6, "Ben": 12}, counted=charts.Counted("votes", 24)
    )

    assert f'width="{charts.WIDTH // 4}"' in chart.rows[0].svg
    assert f'width="{charts.WIDTH // 2}"' in chart.rows[1].svg

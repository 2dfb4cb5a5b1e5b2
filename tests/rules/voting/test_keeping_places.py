"""Places kept for a class: fixed as the vote opens, and told when it is over."""

from dataclasses import replace

import pytest
from tests.rules.charters.charters import ORDINARY
from tests.rules.voting.spoken import said

from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import DecisionRule
from commonweal.rules.voting.keeping_places import (
    fixed_at_opening,
    kept_for,
    left_open,
    rule_keeps,
    who_is_kept_for,
    why_elected,
    without_kept_places,
)
from commonweal.rules.voting.kept_places import KeptPlaces

NIGHT = local_text(en="Night shift")
NAMES = {"ada": "Ada", "ben": "Ben", "col": "Col", "dot": "Dot"}
STANDING = {"ada": "day", "ben": "night", "col": "day", "dot": "night"}


def keeping(at_least, **settings):
    return DecisionRule(
        "election",
        NIGHT,
        "all",
        "stv-meek",
        kept_places=KeptPlaces(at_least, "night"),
        settings=settings,
    )


def test_who_can_fill_a_kept_place_is_fixed_by_membership_alone():
    rule, seats = fixed_at_opening(keeping(1), seats=3, standing=STANDING)

    assert rule.settings == {"reserved": "1 of ben, dot"}
    assert seats == 3
    assert kept_for(rule) == (1, ("ben", "dot"))
    assert left_open(rule, NIGHT) == ()


def test_where_the_charter_says_so_others_win_what_too_few_stand_for():
    standing = {"ada": "day", "ben": "night", "col": "day", "dot": "day"}
    asked = keeping(2)
    asked = replace(asked, kept_places=replace(asked.kept_places, unfilled="filled"))

    rule, seats = fixed_at_opening(asked, seats=3, standing=standing)

    assert (rule.settings, seats) == ({"reserved": "1 of ben"}, 3)
    [told] = left_open(rule, NIGHT)
    assert "Of that class stood: 1. So 1 place went to others" in said(told)


def test_a_place_stays_open_where_too_few_of_the_class_stand():
    standing = {"ada": "day", "ben": "night", "col": "day", "dot": "day"}

    rule, seats = fixed_at_opening(keeping(2), seats=3, standing=standing)
    [told] = left_open(rule, NIGHT)

    assert (rule.settings, seats) == ({"reserved": "1 of ben"}, 2)
    assert said(told) == (
        "Places kept for Night shift: 2. Of that class stood: 1. So 1 place stays open."
    )


def test_all_kept_places_stay_open_where_nobody_of_the_class_stands():
    rule, seats = fixed_at_opening(keeping(2), seats=3, standing={"ada": "day"})
    [told] = left_open(rule, NIGHT)

    assert (rule.settings, seats) == ({}, 1)
    assert said(told).endswith("Of that class stood: 0. So 2 places stay open.")


def test_one_place_is_open_to_all_whatever_a_charter_of_before_said():
    rule, seats = fixed_at_opening(keeping(5), seats=2, standing={"ada": "day"})

    assert seats == 1
    assert rule.kept_places.at_least == 1


@pytest.mark.parametrize(("rule", "standing"), [(keeping(2), {}), (ORDINARY, STANDING)])
def test_nothing_is_kept_where_no_members_stand_or_no_rule_says_so(rule, standing):
    assert fixed_at_opening(rule, seats=3, standing=standing) == (rule, 3)


def test_what_else_the_rule_sets_stays():
    rule, _ = fixed_at_opening(keeping(1, other="x"), seats=3, standing=STANDING)

    assert rule.settings["other"] == "x"
    assert without_kept_places(rule).settings == {"other": "x"}
    assert kept_for(without_kept_places(rule)) == (0, ())


def test_it_is_told_who_holds_a_kept_place_and_who_would_have_won():
    rule, _ = fixed_at_opening(keeping(1), seats=2, standing=STANDING)

    [told] = why_elected(
        rule, NAMES, winners=("ada", "dot"), otherwise=("ada", "col"), of_class=NIGHT
    )

    assert said(told) == (
        "Dot has a place that is kept for Night shift. Without it, the same ballots "
        "would have elected Col."
    )


def test_it_is_told_where_nobody_needed_a_kept_place():
    rule, _ = fixed_at_opening(keeping(1), seats=2, standing=STANDING)
    won = ("ada", "dot")

    [told] = why_elected(rule, NAMES, winners=won, otherwise=won, of_class=NIGHT)

    assert "would have elected the same without that" in said(told)


def test_nothing_is_told_where_a_tie_left_the_place_empty():
    rule, _ = fixed_at_opening(keeping(1), seats=2, standing=STANDING)

    told = why_elected(
        rule, NAMES, winners=("ada", "dot"), otherwise=("ada",), of_class=NIGHT
    )

    assert told == ()


def test_nothing_is_told_of_places_nobody_could_fill():
    rule, _ = fixed_at_opening(keeping(1), seats=2, standing={"ada": "day"})

    told = why_elected(rule, NAMES, winners=(), otherwise=("ada",), of_class=NIGHT)

    assert told == ()


def test_a_rule_says_how_many_places_it_keeps_and_for_whom():
    assert rule_keeps(ORDINARY, NIGHT) == ()
    assert [said(one) for one in rule_keeps(keeping(2), NIGHT)] == [
        "At least 2 of the places go to: Night shift."
    ]
    assert said(who_is_kept_for(["Ben", "Dot"], NIGHT)) == (
        "Of those who stand, these are of that class: Ben and Dot."
    )
    assert said(who_is_kept_for([], NIGHT)) == "Nobody of that class stands."

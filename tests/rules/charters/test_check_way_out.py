"""The charter cannot lock itself, nor be changed by a lesser rule."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.charters.charters import SOUND, with_rule
from tests.rules.charters.test_check import ACTIVE, HALF, ids

from commonweal.rules.charters.charter import Activity, rule_for
from commonweal.rules.voting.decision_rule import Quorum, SecondCall, Threshold

SLEEPY = Activity(dormant_after_days=90)
WAYS_OUT = {
    "any number": (SOUND, Quorum()),
    "one member": (SOUND, Quorum("fixed", at_least=1)),
    "active members": (
        replace(SOUND, activity=SLEEPY),
        Quorum("share_of_active_roll", HALF),
    ),
    "a roll of active members": (
        replace(SOUND, activity=SLEEPY, franchises=(ACTIVE,)),
        Quorum("share_of_roll", HALF),
    ),
}
STUCK = {
    "a share of a roll": (SOUND, Quorum("share_of_roll", HALF)),
    "a share of a roll that does not shrink": (
        replace(SOUND, activity=SLEEPY),
        Quorum("share_of_roll", HALF),
    ),
    "five members": (SOUND, Quorum("fixed", at_least=5)),
    "five active members": (
        replace(SOUND, activity=SLEEPY),
        Quorum("share_of_active_roll", HALF, at_least=5),
    ),
    "five who say yes": (SOUND, Quorum("positive_votes", at_least=5)),
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_the_charter_rule_has_a_way_out_of_its_quorum(way):
    charter, quorum = WAYS_OUT[way]

    assert ids(with_rule(charter, "change", quorum=quorum, second_call=None)) == []


@pytest.mark.parametrize("way", STUCK)
def test_a_charter_rule_that_could_be_stuck_is_refused(way):
    charter, quorum = STUCK[way]
    alone = with_rule(charter, "change", quorum=quorum, second_call=None)
    again = with_rule(alone, "change", second_call=SecondCall(7, 7, quorum))

    assert ids(alone) == ["charter_quorum_could_lock"]
    assert ids(again) == ["charter_quorum_could_lock"]


@pytest.mark.parametrize(
    ("charter", "threshold", "objections"),
    [
        (SOUND, Threshold("roll", Fraction(2, 3)), ["charter_threshold_could_lock"]),
        (
            SOUND,
            Threshold(share=Fraction(2, 3), at_least=9),
            ["charter_threshold_could_lock"],
        ),
        (
            replace(SOUND, activity=SLEEPY),
            Threshold("active_roll", Fraction(2, 3)),
            [],
        ),
        (
            replace(SOUND, activity=SLEEPY, franchises=(ACTIVE,)),
            Threshold("roll", Fraction(2, 3)),
            [],
        ),
    ],
)
def test_a_charter_rule_nobody_could_pass_any_more_is_refused(
    charter, threshold, objections
):
    assert ids(with_rule(charter, "change", threshold=threshold)) == objections


@pytest.mark.parametrize(
    ("ordinary", "change", "weaker"),
    [
        (Threshold(share=HALF), Threshold(share=HALF), False),
        (
            Threshold("cast", Fraction(3, 4)),
            Threshold("yes_and_no", Fraction(3, 4)),
            True,
        ),
        (
            Threshold(share=Fraction(2, 3)),
            Threshold(share=Fraction(2, 3), strict=False),
            True,
        ),
    ],
)
def test_changing_the_charter_takes_at_least_as_much_agreement(
    ordinary, change, weaker
):
    charter = with_rule(SOUND, "ordinary", threshold=ordinary)

    found = ids(with_rule(charter, "change", threshold=change))

    assert found == ["charter_rule_too_weak"] * weaker


def test_the_charter_is_changed_by_its_own_rule_alone():
    smuggled = replace(SOUND, effects={**SOUND.effects, "amend_charter": "ordinary"})

    assert ids(smuggled) == ["charter_amended_by_another_rule"]


def test_no_ordinary_motion_can_set_an_unmapped_effect_in_motion():
    assert rule_for(SOUND, None).id == "ordinary"
    assert rule_for(SOUND, "fill_office").id == "election"
    assert rule_for(SOUND, "amend_charter").id == "change"
    assert rule_for(SOUND, "dissolve").id == "change"
    assert rule_for(replace(SOUND, effects={}), "amend_charter").id == "change"

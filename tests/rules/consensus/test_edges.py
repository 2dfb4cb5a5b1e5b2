"""A test of consensus at its edges: just enough, just in time, and begun anew."""

from fractions import Fraction

import pytest
from tests.rules.consensus.circles import (
    ROLL,
    all_agree,
    circle,
    ids,
    on,
    reasons,
    said,
    where,
)

from commonweal.rules.consensus.events import Amended, Judged, Met, Voted

BLOCKED = [*all_agree("ben"), said("ben", "block")]


def amended(day):
    return Amended("asha", on(day))


def judged(by, of="ben", day=8):
    return Judged(by, of, False, on(day))


def met(day, present=ROLL):
    return Met("asha", frozenset(present), on(day))


# ---- just enough


def test_just_as_many_as_must_speak_decide():
    events = [said("asha", "agree"), said("ben", "agree"), said("chidi", "agree")]

    assert where(circle(quorum=3), events).stage == "adopted"


@pytest.mark.parametrize("share", [Fraction(0), Fraction(1)])
def test_reservations_are_borne_in_heads_or_in_shares_whichever_is_larger(share):
    asked = circle(reservations_most=2, reservations_share=share)
    three = [said(one, "reservations") for one in ROLL[:3]]
    events = [*three, *(said(one, "agree") for one in ROLL[3:])]

    assert where(asked, events, 7).stage == ("adopted" if share else "resolving")


def test_a_share_is_of_those_who_spoke_and_rounded_down():
    asked = circle(reservations_most=0, reservations_share=Fraction(1, 2))
    spoke = [said(one, "agree") for one in ROLL[2:4]]
    two = [*spoke, *(said(one, "reservations") for one in ROLL[:2])]

    assert where(asked, two, 7).stage == "adopted"
    three = [*two, said("emil", "reservations")]
    assert where(asked, three, 7).stage == "resolving"


def test_half_a_panel_does_not_rule_a_block_out():
    asked = circle(validity="panel", panel=("w", "x", "y", "z"))
    events = [*BLOCKED, judged("w"), judged("x")]

    assert where(asked, events, 8).stage == "resolving"
    assert where(asked, [*events, judged("y")], 8).stage == "adopted"


def test_as_many_yes_as_no_are_half_and_carry_where_half_is_enough():
    votes = [Voted("asha", "yes", on(98)), Voted("ben", "no", on(98))]

    half = where(circle(fallback=Fraction(1, 2), quorum=2), [*BLOCKED, *votes])
    more = where(circle(fallback=Fraction(3, 5)), [*BLOCKED, *votes])

    assert ids(half)[-1] == "last_vote_carried"
    assert ids(more)[-1] == "last_vote_missed"


# ---- just in time, and by whom


def test_one_may_speak_from_the_instant_it_opens():
    now = where(circle(), [said("asha", "agree", 0), said("ben", "agree", -1)], 1)

    assert set(now.positions) == {"asha"}
    assert reasons(now) == ["consensus_not_open"]


def test_who_was_away_and_speaks_when_the_test_ends_may_think_again():
    events = [*all_agree("emil"), said("emil", "agree", 7), said("emil", "block", 8)]

    now = where(circle(absentee_days=14), events, 8)

    assert reasons(now) == []
    assert now.stage == "resolving"


def test_who_only_rules_on_blocks_takes_no_position_and_no_stranger_rules():
    asked = circle(validity="panel", panel=("x", "y"))
    events = [*BLOCKED, said("x", "block"), judged("zoe")]

    assert reasons(where(asked, events, 8)) == ["not_in_circle"] * 2


def test_two_who_block_do_not_rule_on_each_other():
    events = [*BLOCKED, said("emil", "block"), judged("ben", of="emil"), judged("ben")]

    assert reasons(where(circle(), events, 8)) == ["who_blocks_does_not_rule"] * 2


def test_a_stage_began_when_it_was_turned_to_whatever_happened_in_it():
    two = [*BLOCKED, said("emil", "block"), met(9, present=("asha", "ben"))]
    stays_away = where(circle(), two, 9)
    anew = where(circle(), [*BLOCKED, amended(9)], 10)

    assert ids(stays_away)[-1] == "block_lapsed"
    assert (stays_away.stage, stays_away.since) == ("resolving", on(7))
    assert (anew.stage, anew.since) == ("testing", on(9))


def test_what_stands_against_it_when_time_is_up_is_the_reason():
    now = where(circle(fallback=Fraction(0)), BLOCKED, 97)

    assert ids(now)[1:] == ["blocks_stand"] * 2
    assert now.stage == "not_adopted"


def test_where_talks_end_as_a_test_does_no_talks_begin_again():
    words = [amended(90), *all_agree("ben", day=91), said("ben", "block", 91)]

    now = where(circle(), [*BLOCKED, *words], 97)

    assert ids(now)[-2:] == ["words_changed", "last_vote_begins"]
    assert now.stage == "falling_back"


# ---- those who were away


def test_where_all_have_spoken_nobody_is_waited_for():
    now = where(circle(absentee_days=14), all_agree(), 7)

    assert now.stage == "adopted"


def test_those_who_were_away_are_told_of_and_waited_for_once():
    asked = circle(absentee_days=14)
    events = [*all_agree("dora", "emil"), said("emil", "block", 8)]
    lapsed = [*events, met(9, present=("asha", "ben"))]

    now = where(asked, lapsed, 9)

    assert [turn.why.facts.get("number") for turn in now.turns[:2]] == [5, 2]
    assert ids(now)[2:] == ["blocks_stand", "block_lapsed", "consensus_found"]
    assert now.stage == "adopted"


# ---- begun anew


def test_new_words_are_counted_one_by_one():
    asked = circle(rounds=3)

    now = where(asked, [amended(1), amended(2), amended(3)], 4)

    assert now.round == 3
    assert reasons(now) == ["too_many_rounds"]


def test_an_objection_to_new_words_has_not_been_heard_yet():
    objected = [*all_agree("ben"), said("ben", "object"), said("emil", "block")]
    anew = [*all_agree("ben", day=11), said("ben", "object", 11)]

    now = where(circle(), [*objected, met(9), amended(10), *anew], 17)

    assert now.stage == "resolving"
    assert ids(now)[-1] == "objections_stand"


def test_those_who_were_away_are_asked_about_new_words_too():
    asked = circle(absentee_days=14)
    first = [*all_agree("dora", "emil"), said("emil", "block", 8)]
    again = [*first, amended(9), *all_agree("dora", day=10)]

    now = where(asked, again, 16)

    assert now.stage == "absentees"
    assert ids(now)[-1] == "those_away_are_asked"

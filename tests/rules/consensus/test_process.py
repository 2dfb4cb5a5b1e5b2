"""A test of consensus: what stops it, what gets it going again, and that it ends."""

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
    told,
    where,
)

from commonweal.rules.consensus.events import Amended, Concluded, Judged, Met, Voted

# ---- consensus


def test_what_nothing_stands_against_is_adopted_when_the_test_ends():
    asked = circle()

    assert where(asked, all_agree(), 6).stage == "testing"
    now = where(asked, all_agree(), 7)
    assert (now.stage, now.until) == ("adopted", None)
    assert told(now) == [
        "5 members are asked where they stand.",
        "5 of the 5 who spoke agree, and what the others said does not stop it. It is "
        "adopted.",
    ]


def test_who_was_away_can_still_block_and_who_was_there_has_spoken():
    asked = circle(absentee_days=14)
    events = [
        *all_agree("emil"),
        said("ben", "block", 9),
        said("emil", "block", 20),
    ]

    assert where(asked, events, 8).stage == "absentees"
    now = where(asked, events, 20)
    assert now.stage == "resolving"
    assert reasons(now) == ["only_who_was_away"]


def test_who_keeps_silent_holds_up_nothing():
    now = where(circle(absentee_days=14), all_agree("emil"), 21)

    assert now.stage == "adopted"
    assert ids(now)[-1] == "nobody_away_spoke_against"


def test_where_too_few_speak_nothing_is_decided():
    now = where(circle(quorum=3), [said("asha", "agree"), said("ben", "agree")])

    assert now.stage == "no_quorum"
    assert told(now)[-1] == (
        "2 said where they stand, and 3 are needed. So nothing is decided."
    )


def test_the_test_ends_early_once_all_have_spoken():
    early = [*all_agree("emil"), Concluded("asha", on(2)), said("emil", "agree", 3)]

    now = where(circle(), [*early, Concluded("asha", on(4))], 4)

    assert reasons(now) == ["some_have_not_spoken"]
    assert now.stage == "adopted"


# ---- what stands against it


def test_limits_are_borne_in_heads_or_in_shares_whichever_is_larger():
    aside = [said(one, "stand_aside") for one in ("asha", "ben")]
    with_one_more = [*aside, said("chidi", "stand_aside")]
    rest = [said("dora", "agree"), said("emil", "agree")]

    def ends(events, **terms):
        return where(circle(**terms), events, 8).stage

    assert ends([*aside, *rest]) == "adopted"
    assert ends([*with_one_more, *rest]) == "resolving"
    assert ends([*with_one_more, *rest], stand_asides_share=Fraction(3, 5)) == "adopted"
    assert (
        ends([*with_one_more, *rest], stand_asides_share=Fraction(59, 100))
        == "resolving"
    )


def test_two_blocks_where_the_charter_asks_for_two():
    asked = circle(blocks_to_stop=2)
    one = [*all_agree("ben", "emil"), said("ben", "block"), said("emil", "agree")]
    two = [*one, said("emil", "block", 2)]

    assert ids(where(asked, one, 7))[-1] == "objections_stand"
    assert ids(where(asked, two, 7))[-1] == "blocks_stand"


def test_a_lone_block_where_two_stop_it_is_heard_as_an_objection_is():
    asked = circle(blocks_to_stop=2)
    meeting = Met("asha", frozenset(ROLL), on(10))

    for position in ("object", "block"):
        events = [*all_agree("ben"), said("ben", position)]
        assert where(asked, events, 7).stage == "resolving"
        heard = where(asked, [*events, meeting], 10)
        assert heard.stage == "adopted"
        assert heard.weights(asked.terms).stand_asides == 1


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ({"reason": "  "}, "reason_of_position_missing"),
        ({"principle": ""}, "principle_missing"),
        ({"will_meet": False}, "meeting_missing"),
    ],
)
def test_a_block_names_what_the_charter_asks_for(missing, refusal):
    events = [*all_agree("ben"), said("ben", "block", **missing)]

    now = where(circle(), events, 7)

    assert reasons(now) == [refusal]
    assert now.stage == "adopted"


def test_an_objection_is_heard_once_and_then_stands_aside():
    asked = circle()
    events = [*all_agree("ben"), said("ben", "object")]

    assert where(asked, events, 7).stage == "resolving"
    heard = where(asked, [*events, Met("asha", frozenset(ROLL), on(10))], 10)
    assert heard.stage == "adopted"
    assert heard.weights(asked.terms).stand_asides == 1


# ---- getting it going again


def test_a_block_that_is_taken_back_frees_the_way():
    events = [*all_agree("ben"), said("ben", "block"), said("ben", "stand_aside", 12)]

    assert where(circle(), events, 11).stage == "resolving"
    assert where(circle(), events, 12).stage == "adopted"


def test_a_block_lapses_when_its_maker_stays_away_where_the_charter_says_so():
    events = [
        *all_agree("ben"),
        said("ben", "block"),
        Met("asha", frozenset({"asha", "dora"}), on(9)),
    ]

    now = where(circle(), events, 9)
    assert now.stage == "adopted"
    assert "block_lapsed" in ids(now)
    assert where(circle(lapses_if_away=False), events, 9).stage == "resolving"


def test_nine_in_ten_of_the_others_rule_a_block_out():
    # La Reunion: ninety in a hundred of those who do not block.
    roll = [f"m{number:02}" for number in range(11)]
    spoke = [said(one, "agree") for one in roll[1:]]
    rulings = [Judged(one, "m00", False, on(8)) for one in roll[1:]]
    asked = circle(roll=roll)
    events = [*spoke, said("m00", "block"), *rulings]

    assert where(asked, events[:-2], 8).stage == "resolving"
    now = where(asked, events[:-1], 8)
    assert now.stage == "adopted"
    assert "9 of 10 who could rule on it find that a block does not hold." in " ".join(
        told(now)
    )


def test_a_panel_rules_by_more_than_half():
    asked = circle(validity="panel", panel=("x", "y", "z"))
    events = [
        *all_agree("ben"),
        said("ben", "block"),
        Judged("asha", "ben", False, on(8)),
        Judged("x", "ben", False, on(8)),
        Judged("y", "ben", True, on(8)),
        Judged("z", "ben", False, on(9)),
    ]

    assert where(asked, events, 8).stage == "resolving"
    now = where(asked, events, 9)
    assert now.stage == "adopted"
    assert reasons(now) == ["only_the_panel_rules"]


def test_new_words_are_tested_anew_and_not_for_ever():
    asked = circle(rounds=2)
    events = [
        *all_agree("ben"),
        said("ben", "block"),
        Amended("asha", on(9)),
        *all_agree(day=10),
        Amended("asha", on(11)),
    ]

    now = where(asked, events, 16)

    assert now.stage == "adopted"
    assert reasons(now) == ["too_many_rounds"]


def test_nobody_begins_to_block_when_the_test_is_over():
    events = [*all_agree("ben"), said("ben", "block"), said("asha", "block", 9)]

    assert reasons(where(circle(), events, 9)) == ["too_late_to_block"]


# ---- the last vote


def after_six_meetings():
    met = [Met("asha", frozenset(ROLL), on(8 + 14 * n)) for n in range(6)]
    return [*all_agree("ben"), said("ben", "block"), *met]


def test_six_meetings_lead_to_a_vote_without_those_who_abstain():
    # N Street, 2006: then three quarters, abstainers leaving the denominator.
    asked = circle(fallback=Fraction(3, 4))
    votes = [
        Voted("asha", "yes", on(79)),
        Voted("chidi", "yes", on(79)),
        Voted("dora", "yes", on(79)),
        Voted("ben", "no", on(79)),
        Voted("emil", "abstain", on(79)),
    ]

    now = where(asked, [*after_six_meetings(), *votes])

    assert ids(now)[-2:] == ["last_vote_begins", "last_vote_carried"]
    assert told(now)[-1] == (
        "3 of the 4 who said yes or no said yes. That is enough: it is adopted."
    )
    stricter = circle(fallback=Fraction(4, 5))
    assert where(stricter, [*after_six_meetings(), *votes]).stage == "not_adopted"


def test_a_block_taken_back_once_the_vote_began_leaves_it_to_the_vote():
    events = [*after_six_meetings(), said("ben", "agree", 80)]

    now = where(circle(), events, 80)

    assert now.stage == "falling_back"
    assert reasons(now) == ["last_vote_has_begun"]
    assert where(circle(), events).stage == "no_quorum"


def test_without_a_last_vote_what_is_blocked_stays_so():
    now = where(circle(fallback=Fraction(0)), after_six_meetings())

    assert now.stage == "not_adopted"
    assert now.turns[-1].why.id == "blocks_stand"


def test_three_months_end_the_talks_without_a_single_meeting():
    events = [*all_agree("ben"), said("ben", "block")]

    assert where(circle(), events, 96).stage == "resolving"
    assert where(circle(), events, 97).stage == "falling_back"

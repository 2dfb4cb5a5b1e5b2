from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.sentence import local_text
from commonweal.rules.voting.decision_rule import (
    BASES,
    QUORUM_KINDS,
    DecisionRule,
    Quorum,
    SecondCall,
    Threshold,
)
from commonweal.rules.voting.outcome import Outcome
from commonweal.rules.voting.rule_sentences import SENTENCES
from commonweal.rules.voting.thresholds import (
    Answers,
    base_number,
    judge,
    judge_choice,
    needed,
    quorum_in_call,
    yes_needed,
)
from commonweal.rules.wording import render

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
MAJORITY = DecisionRule("r", local_text(en="Rule"), "all", "motion")


@st.composite
def rules(draw) -> DecisionRule:
    quorum = Quorum(
        draw(st.sampled_from(QUORUM_KINDS)),
        draw(st.fractions(0, 1, max_denominator=12)),
        draw(st.integers(0, 20)),
    )
    threshold = Threshold(
        draw(st.sampled_from(BASES)),
        draw(st.fractions(0, 1, max_denominator=12)),
        draw(st.booleans()),
        draw(st.integers(0, 20)),
    )
    return replace(MAJORITY, quorum=quorum, threshold=threshold)


@st.composite
def answers(draw) -> Answers:
    yes, no, abstain, silent = (draw(st.integers(0, 40)) for _ in range(4))
    electorate = yes + no + abstain + silent
    return Answers(electorate, draw(st.integers(0, electorate)), yes, no, abstain)


@given(rules(), answers())
def test_a_motion_is_carried_just_when_both_tests_are_passed(rule, said):
    quorum, threshold = rule.quorum, rule.threshold
    took_part = said.yes if quorum.kind == "positive_votes" else said.turnout
    roll = said.active if quorum.kind == "share_of_active_roll" else said.electorate
    of_share = quorum.share * roll if quorum.kind.startswith("share") else 0
    quorate = quorum.kind == "none" or took_part >= max(of_share, quorum.at_least)
    base = {
        "yes_and_no": said.yes + said.no,
        "cast": said.turnout,
        "roll": said.electorate,
        "active_roll": said.active,
    }[threshold.base]
    bar = threshold.share * base
    agreed = said.yes > bar if threshold.strict else said.yes >= bar

    verdict = judge(rule, said)

    enough = said.yes >= max(1, threshold.at_least)
    assert bool(verdict) == (quorate and agreed and enough)


@given(rules(), answers())
def test_every_refusal_can_be_said_in_words(rule, said):
    verdict = judge(rule, said)

    if not verdict:
        assert "{" not in render(verdict.reason, SENTENCES)


@given(rules(), answers())
def test_more_yes_in_place_of_no_never_loses_what_was_carried(rule, said):
    if said.no and judge(rule, said):
        assert judge(rule, replace(said, yes=said.yes + 1, no=said.no - 1))


@given(rules(), answers())
def test_the_numbers_shown_are_the_numbers_that_decide(rule, said):
    short = needed(rule, electorate=said.electorate, active=said.active)

    verdict = judge(rule, said)

    if rule.quorum.kind != "positive_votes" and said.turnout < short:
        assert verdict.id == "quorum_missed"
        assert verdict.facts["needed"] == short
    elif verdict:
        assert said.yes >= yes_needed(rule, said)


def test_two_thirds_of_fifty_nine_need_forty():
    rule = replace(MAJORITY, threshold=Threshold("yes_and_no", TWO_THIRDS))

    carried = judge(rule, Answers(98, 98, yes=40, no=19, abstain=4))
    missed = judge(rule, Answers(98, 98, yes=39, no=20, abstain=4))

    assert carried
    assert render(missed.reason, SENTENCES) == (
        "Too few agreed: 39 of 59 who said yes or no said yes. 40 were needed, because "
        "it takes more than two thirds."
    )


def test_exactly_two_thirds_is_enough_only_where_it_may_be_reached():
    said = Answers(10, 10, yes=4, no=2, abstain=0)
    passed = replace(MAJORITY, threshold=Threshold("yes_and_no", TWO_THIRDS))
    reached = replace(
        MAJORITY, threshold=Threshold("yes_and_no", TWO_THIRDS, strict=False)
    )

    assert not judge(passed, said)
    assert judge(reached, said)


def test_too_few_voters_are_told_apart_from_too_little_agreement():
    rule = replace(MAJORITY, quorum=Quorum("share_of_roll", HALF))

    verdict = judge(rule, Answers(98, 98, yes=0, no=48, abstain=0))

    assert verdict.id == "quorum_missed"
    assert verdict.facts == {"turnout": 48, "needed": 49, "electorate": 98}


def test_a_quorum_of_yes_counts_those_who_say_yes():
    rule = replace(MAJORITY, quorum=Quorum("positive_votes", at_least=10))

    verdict = judge(rule, Answers(98, 98, yes=9, no=1, abstain=40))

    assert verdict.id == "support_missed"
    assert judge(rule, Answers(98, 98, yes=10, no=1, abstain=40))


def test_abstaining_is_taking_part():
    rule = replace(MAJORITY, quorum=Quorum("fixed", at_least=5))

    assert judge(rule, Answers(9, 9, yes=1, no=0, abstain=4))


def test_a_motion_on_which_nobody_takes_sides_is_not_carried():
    lenient = replace(MAJORITY, threshold=Threshold(strict=False))

    verdict = judge(lenient, Answers(9, 9, yes=0, no=0, abstain=4))

    assert verdict.id == "nobody_took_sides"


def test_a_tie_leaves_things_as_they_are():
    verdict = judge(MAJORITY, Answers(9, 9, yes=4, no=4, abstain=1))

    assert (verdict.id, verdict.facts) == ("tied", {"yes": 4, "no": 4})


def test_as_many_yes_as_no_is_no_tie_where_two_thirds_are_needed():
    rule = replace(MAJORITY, threshold=Threshold("yes_and_no", TWO_THIRDS))

    verdict = judge(rule, Answers(9, 9, yes=4, no=4, abstain=1))

    assert verdict.id == "threshold_missed_above"


def test_a_share_that_is_just_met_is_not_named_where_the_number_is_missed():
    rule = replace(MAJORITY, threshold=Threshold("yes_and_no", HALF, at_least=10))

    verdict = judge(rule, Answers(98, 98, yes=3, no=2, abstain=0))

    assert yes_needed(replace(rule, threshold=Threshold()), Answers(9, 9, 3, 2, 0)) == 3
    assert verdict.id == "threshold_missed_number"


def test_a_number_that_must_agree_is_named_when_it_is_missed():
    rule = replace(MAJORITY, threshold=Threshold(at_least=5))

    verdict = judge(rule, Answers(9, 9, yes=4, no=0, abstain=0))

    assert verdict.id == "threshold_missed_number"
    assert verdict.facts["needed"] == 5


def test_the_second_call_asks_for_its_own_quorum():
    rule = replace(
        MAJORITY,
        quorum=Quorum("share_of_roll", HALF),
        second_call=SecondCall(2, 3, Quorum("fixed", at_least=2)),
    )
    said = Answers(98, 98, yes=2, no=0, abstain=0)

    assert not judge(rule, said)
    assert judge(rule, said, second_call=True)
    assert needed(rule, electorate=98, active=98, second_call=True) == 2


def test_a_rule_without_second_call_keeps_its_quorum():
    quorum = Quorum("fixed", at_least=2)
    rule = replace(MAJORITY, quorum=quorum)

    assert quorum_in_call(rule, second_call=True) == quorum


@pytest.mark.parametrize(
    ("base", "number"),
    [("yes_and_no", 6), ("cast", 8), ("roll", 20), ("active_roll", 12)],
)
def test_each_base_counts_out_of_what_it_says(base, number):
    rule = replace(MAJORITY, threshold=Threshold(base))

    assert base_number(rule, Answers(20, 12, yes=4, no=2, abstain=2)) == number


@pytest.mark.parametrize(
    ("electorate", "active", "yes", "no", "abstain"),
    [(3, 3, 2, 1, 1), (3, 4, 1, 1, 1), (3, 3, -1, 1, 1)],
)
def test_impossible_counts_cannot_be_built(electorate, active, yes, no, abstain):
    with pytest.raises(AssertionError):
        Answers(electorate, active, yes, no, abstain)


def an_outcome(winners=(), tied=()) -> Outcome:
    return Outcome(method="approval", seats=1, winners=winners, tied=tied)


@pytest.mark.parametrize(
    ("turnout", "outcome", "reason"),
    [
        (5, an_outcome(("a",)), None),
        (5, an_outcome(("a",), (("a", "b"),)), None),
        (4, an_outcome(("a",)), "quorum_missed"),
        (5, an_outcome((), (("a", "b"),)), "tied_options"),
        (5, an_outcome(), "nobody_won"),
    ],
)
def test_a_choice_needs_its_quorum_and_a_winner(turnout, outcome, reason):
    rule = replace(MAJORITY, method="approval", quorum=Quorum("fixed", at_least=5))

    verdict = judge_choice(
        rule, electorate=9, active=9, turnout=turnout, outcome=outcome
    )

    assert verdict.id == reason
    assert verdict or render(verdict.reason, SENTENCES)


def test_a_quorum_of_yes_asks_a_choice_for_ballots():
    rule = replace(MAJORITY, method="irv", quorum=Quorum("positive_votes", at_least=5))

    verdict = judge_choice(
        rule, electorate=9, active=9, turnout=4, outcome=an_outcome(("a",))
    )

    assert verdict.id == "quorum_missed"

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.voting.spoken import said

from commonweal.rules.sentence import Sentence, local_text
from commonweal.rules.voting.decision_rule import (
    BASES,
    QUORUM_KINDS,
    DecisionRule,
    Quorum,
    SecondCall,
    Threshold,
)
from commonweal.rules.voting.rule_words import (
    agreement_clause,
    rule_sentences,
    share_words,
)

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
RULE = DecisionRule("r", local_text(en="Rule"), "all", "motion")


def in_words(rule, *, electorate=98, active=80, **more) -> str:
    sentences = rule_sentences(rule, electorate=electorate, active=active, **more)
    return " ".join(said(one) for one in sentences)


def test_a_rule_is_said_in_one_breath():
    rule = replace(
        RULE,
        quorum=Quorum("share_of_roll", HALF),
        threshold=Threshold("yes_and_no", TWO_THIRDS),
    )

    assert in_words(rule) == (
        "Carried if at least 49 of 98 members vote, and more than two thirds of the "
        "ballots that say yes or no say yes."
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (RULE, "Carried if more ballots say yes than no, however many vote."),
        (
            replace(RULE, quorum=Quorum("fixed", at_least=1)),
            "Carried if at least 1 of 98 members votes, and more ballots say yes than "
            "no.",
        ),
        (
            replace(RULE, quorum=Quorum("positive_votes", at_least=5)),
            "Carried if at least 5 of 98 members say yes, and more ballots say yes "
            "than no.",
        ),
        (
            replace(RULE, threshold=Threshold(at_least=7)),
            "Carried if more ballots say yes than no, and at least 7 say yes, however "
            "many vote.",
        ),
        (
            replace(RULE, threshold=Threshold("roll", Fraction(7, 12), strict=False)),
            "Carried if at least 7 in every 12 of all 98 members say yes, however "
            "many vote.",
        ),
        (
            replace(RULE, quorum=Quorum("share_of_active_roll", HALF)),
            "Carried if at least 40 of 98 members vote, counted as half of the 80 who "
            "are active, and more ballots say yes than no.",
        ),
        (
            replace(RULE, quorum=Quorum("share_of_active_roll", HALF, at_least=50)),
            "Carried if at least 50 of 98 members vote, and more ballots say yes than "
            "no.",
        ),
        (
            replace(RULE, quorum=Quorum("fixed", at_least=98)),
            "Carried if at least 98 of 98 members vote, and more ballots say yes than "
            "no.",
        ),
        (
            replace(RULE, quorum=Quorum("positive_votes", at_least=98)),
            "Carried if at least 98 of 98 members say yes, and more ballots say yes "
            "than no.",
        ),
        (
            replace(RULE, method="irv"),
            "Decided by those who vote, however many they are.",
        ),
        (
            replace(RULE, method="irv", quorum=Quorum("fixed", at_least=5)),
            "Decided if at least 5 of 98 members vote.",
        ),
    ],
)
def test_each_sort_of_rule_has_its_words(rule, words):
    assert in_words(rule) == words


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            {"blocks": "1", "stand_asides": "2", "reservations": "0"},
            "1 block stops it. At most 2 may stand aside, and at most 0 may have "
            "reservations.",
        ),
        (
            {"blocks": "1/4", "stand_asides": "1/3", "reservations": "1 1/2"},
            "Blocks by a quarter of those who speak stop it. At most a third of those "
            "who speak may stand aside, and at most 1 (or half of those who speak, if "
            "that is more) may have reservations.",
        ),
        (
            {"blocks": "2 1/4"},
            "2 blocks stop it, or a quarter of those who speak if that is more. At "
            "most 2 (or a quarter of those who speak, if that is more) may stand "
            "aside, and at most 2 (or half of those who speak, if that is more) may "
            "have reservations.",
        ),
    ],
)
def test_a_consensus_says_what_stops_it_and_how_much_doubt_it_bears(settings, words):
    rule = replace(RULE, method="consensus", settings=settings)
    objections = (
        "An objection weighs as much as a block, and is talked over first; too few to "
        "stop it count as standing aside. "
    )

    told = in_words(rule)

    assert told.startswith("Adopted if nothing stands against it. ")
    assert told.replace(objections, "").endswith(f"against it. {words}")


def test_a_consensus_with_a_quorum_names_the_quorum_first():
    quorum = Quorum("fixed", at_least=5)
    rule = replace(RULE, method="consensus", quorum=quorum)

    assert in_words(rule).startswith(
        "If at least 5 of 98 members vote: Adopted if nothing stands against it."
    )


@pytest.mark.parametrize(
    ("quorum", "words"),
    [
        (Quorum("share_of_roll", HALF), "at least half of the members who may vote do"),
        (
            Quorum("share_of_active_roll", HALF),
            "as many vote as half of the members who may and are active",
        ),
        (
            Quorum("fixed", at_least=2),
            "at least 2 members vote, more than the 0 who may now",
        ),
        (
            Quorum("positive_votes", at_least=2),
            "at least 2 members say yes, more than the 0 who may vote now",
        ),
    ],
)
def test_with_nobody_who_may_vote_yet_the_quorum_is_still_said(quorum, words):
    rule = replace(RULE, quorum=quorum, second_call=SecondCall(2, 3, Quorum()))

    told = in_words(rule, electorate=0, active=0)

    assert told.startswith(f"Carried if {words}, and more ballots say yes than no.")
    assert "there is a second call 2 days later" in told


def test_a_union_of_one_is_not_told_of_two_of_one():
    rule = replace(RULE, quorum=Quorum("fixed", at_least=2))

    told = in_words(rule, electorate=1, active=1)

    assert "at least 2 members vote, more than the 1 who may now" in told
    assert "2 of 1" not in told


def test_a_secret_vote_says_before_of_how_few_no_count_is_told():
    told = in_words(replace(RULE, ballot="secret", floor=7))

    assert "The count is told if at least 7 vote" in told
    assert "The count is told" not in in_words(RULE)


def test_members_are_called_as_the_charter_calls_them():
    rule = replace(RULE, quorum=Quorum("fixed", at_least=5))

    words = in_words(rule, members=local_text(en="tenants"))

    assert "5 of 98 tenants vote" in words


def test_a_method_is_named_where_there_is_a_choice():
    method = Sentence("method_irv")

    assert said(method) in in_words(replace(RULE, method="irv"), method=method)
    assert said(method) not in in_words(RULE, method=method)


def test_the_second_call_is_announced_and_then_holds():
    quorum = Quorum("fixed", at_least=5)
    again = SecondCall(2, 3, Quorum("fixed", at_least=3))
    rule = replace(RULE, quorum=quorum, second_call=again)
    open_to_any = replace(rule, second_call=replace(again, quorum=Quorum()))

    assert in_words(rule).endswith(
        "If too few vote, there is a second call 2 days later, and then it is enough "
        "if at least 3 of 98 members vote."
    )
    assert in_words(open_to_any).endswith("which decides however many vote.")
    assert in_words(rule, second_call=True) == (
        "Carried if at least 3 of 98 members vote, and more ballots say yes than no."
    )


def test_no_second_call_is_announced_where_any_number_decides():
    rule = replace(RULE, second_call=SecondCall(2, 3))

    assert "second call" not in in_words(rule)


@given(
    st.sampled_from(QUORUM_KINDS),
    st.sampled_from(BASES),
    st.fractions(0, 1, max_denominator=30),
    st.booleans(),
    st.integers(0, 3),
)
def test_every_rule_can_be_said(kind, base, share, strict, at_least):
    threshold = Threshold(base, share, strict, at_least)
    quorum = Quorum(kind, share, at_least)
    rule = replace(RULE, quorum=quorum, threshold=threshold)

    assert in_words(rule).endswith(".")
    assert said(agreement_clause(threshold, None))


@pytest.mark.parametrize(
    ("share", "words"),
    [("1/2", "half"), ("9/10", "nine tenths"), ("3/7", "3 in every 7")],
)
def test_shares_are_said_as_people_say_them(share, words):
    assert said(share_words(Fraction(share))) == words

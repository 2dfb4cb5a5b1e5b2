"""What is kept of a decision reads back as the same decision."""

import json
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules import plain
from commonweal.rules.sentence import LocalText, Sentence, local_text
from commonweal.rules.verdict import ALLOWED, refused
from commonweal.rules.voting.decision_rule import (
    BASES,
    QUORUM_KINDS,
    TIE_BREAKS,
    DecisionRule,
    Quorum,
    SecondCall,
    Support,
    Threshold,
)
from commonweal.rules.voting.outcome import Outcome, Step, Transfer

words = st.text(max_size=8)
tags = st.sampled_from(["en", "es", "qu"])
shares = st.fractions(0, 1)
local_texts = st.dictionaries(tags, words, max_size=3).map(lambda d: local_text(**d))
moments = st.datetimes(timezones=st.just(UTC))
facts = st.recursive(
    st.none()
    | st.integers()
    | words
    | st.fractions()
    | moments
    | st.dates()
    | local_texts,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(Sentence, words, st.dictionaries(words, inner, max_size=3))
    ),
    max_leaves=6,
)
sentences = st.builds(Sentence, words, st.dictionaries(words, facts, max_size=3))
quorums = st.builds(Quorum, st.sampled_from(QUORUM_KINDS), shares, st.integers(0, 9))
days = st.integers(0, 400)
rules = st.builds(
    DecisionRule,
    id=words,
    title=local_texts,
    method=words,
    franchise=words,
    quorum=quorums,
    threshold=st.builds(
        Threshold, st.sampled_from(BASES), shares, st.booleans(), st.integers(0, 9)
    ),
    support=st.builds(Support, shares, st.integers(0, 9)),
    support_days=days,
    review_after_days=days,
    tie_break=st.sampled_from(TIE_BREAKS),
    second_call=st.none() | st.builds(SecondCall, days, days, quorums),
    settings=st.dictionaries(words, words, max_size=2),
)
numbers = st.integers() | st.fractions().filter(lambda share: share.denominator > 1)
ids = st.lists(words, max_size=3).map(tuple)
steps = st.builds(
    Step,
    title=sentences,
    explanation=sentences,
    counts=st.dictionaries(words, numbers, max_size=3),
    elected=ids,
    excluded=ids,
    transfers=st.lists(
        st.builds(Transfer, words, st.none() | words, numbers), max_size=2
    ).map(tuple),
)
outcomes = st.builds(
    Outcome,
    method=words,
    seats=st.integers(0, 9),
    winners=ids,
    tied=st.lists(ids, max_size=2).map(tuple),
    tie_break=st.none() | sentences,
    steps=st.lists(steps, max_size=2).map(tuple),
    facts=st.dictionaries(words, numbers, max_size=2),
)


@given(facts)
def test_a_fact_reads_back_as_it_was_written(fact):
    kept = json.dumps(plain.fact_to_plain(fact))

    assert plain.fact_from_plain(json.loads(kept)) == fact


@given(rules)
def test_a_rule_reads_back_as_it_was_written(rule):
    kept = json.dumps(plain.rule_to_plain(rule))

    assert plain.rule_from_plain(json.loads(kept)) == rule


def test_a_rule_kept_before_a_setting_existed_has_its_ordinary_value():
    kept = {
        "id": "ordinary",
        "title": {"en": "Ordinary"},
        "method": "motion",
        "franchise": "all",
        "threshold": {"share": "2/3"},
    }

    rule = plain.rule_from_plain(kept)

    assert rule.threshold == Threshold(share=Fraction(2, 3))
    assert rule.voting_days == DecisionRule("", local_text(), "", "").voting_days


@given(outcomes)
def test_an_outcome_reads_back_as_it_was_written(outcome):
    kept = json.dumps(plain.outcome_to_plain(outcome))

    assert plain.outcome_from_plain(json.loads(kept)) == outcome


def test_a_verdict_reads_back_with_its_reason():
    missed = refused("quorum_missed", turnout=3, share=Fraction(1, 2))

    assert plain.verdict_from_plain(plain.verdict_to_plain(missed)) == missed
    assert plain.verdict_from_plain(plain.verdict_to_plain(ALLOWED)) == ALLOWED


def test_no_float_is_ever_kept():
    outcome = Outcome("m", 1, ("a",), facts={"share": Fraction(1, 3)})

    kept = json.dumps(plain.outcome_to_plain(outcome))

    assert "." not in kept


def test_a_tag_that_nobody_wrote_is_not_guessed_at():
    unknown = {"colour": "red"}

    with pytest.raises(KeyError, match="colour"):
        plain.fact_from_plain(unknown)


def test_texts_and_moments_keep_what_they_say():
    at = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    text = LocalText((("en", "hour"), ("es", "hora")))

    assert plain.fact_from_plain(plain.fact_to_plain((at, text))) == (at, text)

"""A body has only so many matters before all at a time, by the pact."""

from dataclasses import replace

import pytest

from commonweal.rules.confederation.state import Matter
from commonweal.rules.confederation.terms import Pact, Raising
from commonweal.rules.confederation.verdicts import may_raise_one_more

TWO = Pact(raising=Raising(most_open=2))
OURS = Matter("deliberating", raised_by=("us", "them"))


def test_a_body_raises_until_it_has_as_many_as_the_pact_says():
    assert may_raise_one_more(TWO, body="us", matters=[OURS])

    verdict = may_raise_one_more(TWO, body="us", matters=[OURS, OURS])

    assert verdict.reason.id == "too_many_raised"
    assert verdict.facts == {"most": 2}


@pytest.mark.parametrize("stage", ["raised", "before_congress", "asking"])
def test_what_is_still_to_be_decided_counts(stage):
    there = [OURS, replace(OURS, stage=stage)]

    assert not may_raise_one_more(TWO, body="us", matters=there)


@pytest.mark.parametrize("stage", ["ratified", "failed", "withdrawn", "stays_below"])
def test_what_is_over_does_not_count(stage):
    there = [OURS, replace(OURS, stage=stage)]

    assert may_raise_one_more(TWO, body="us", matters=there)


def test_what_others_raised_first_does_not_count():
    there = [OURS, replace(OURS, raised_by=("them", "us"))]

    assert may_raise_one_more(TWO, body="us", matters=there)

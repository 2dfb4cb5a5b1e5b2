"""A proposal that does not say all that is asked is not put, and is told what lacks."""

import pytest
from tests.rules.sayings import said

from commonweal.rules.voting.bearings import BEARINGS, Bearings, may_be_put_with

ALL = Bearings(frozenset(BEARINGS))


def test_where_nothing_is_asked_nothing_is_missing():
    assert may_be_put_with(Bearings(), {})


def test_what_is_missing_is_named_in_order():
    verdict = may_be_put_with(ALL, {"money": "Nothing.", "ecology": " "})

    words = said(verdict.reason)
    assert "whom it affects, what it does to land, water, air" in words
    assert "what it costs" not in words


@pytest.mark.parametrize("asked", BEARINGS)
def test_each_is_asked_by_itself(asked):
    one = Bearings(frozenset({asked}))

    assert may_be_put_with(one, {asked: "Here."})
    assert not may_be_put_with(one, {})
